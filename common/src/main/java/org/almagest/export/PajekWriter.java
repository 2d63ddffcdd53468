package org.almagest.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Writes a Pajek network (Batagelj and Mrvar 1998): numbered vertices with a label in quotation
 * marks, then {@code *Edges}, or {@code *Arcs} where edges have a direction, with weights. The
 * format has no attributes, and no way to write some characters:
 *
 * <ul>
 *   <li>a quotation mark is written as an apostrophe, and a backslash, which some readers take for
 *       the mark's escape, as a slash;
 *   <li>control characters and line breaks are blanks;
 *   <li>labels are unique, since some readers know vertices by nothing else: those that several
 *       nodes share get the id behind them in brackets.
 * </ul>
 *
 * <p>UTF-8 without a byte order mark, which no reader but Pajek itself would expect.
 */
final class PajekWriter implements GraphWriter {
  @Override
  public void write(GraphSelection graph, OutputStream stream) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    out.write("*Vertices " + graph.nodeCount() + "\n");
    String[] labels = labels(graph);
    for (int node = 0; node < labels.length; node++) {
      out.write((node + 1) + " \"" + labels[node] + "\"\n");
    }
    out.write(graph.description().isDirected() ? "*Arcs\n" : "*Edges\n");
    for (int edge = 0; edge < graph.edgeCount(); edge++) {
      out.write((graph.source(edge) + 1) + " " + (graph.target(edge) + 1) + " ");
      out.write(NumberText.of(graph.weight(edge)) + "\n");
    }
    out.flush();
  }

  private static String[] labels(GraphSelection graph) {
    String[] labels = new String[graph.nodeCount()];
    Map<String, Integer> times = new HashMap<>();
    for (int node = 0; node < labels.length; node++) {
      labels[node] = plain(graph.label(node));
      times.merge(labels[node], 1, Integer::sum);
    }
    Set<String> taken = new HashSet<>();
    for (int node = 0; node < labels.length; node++) {
      if (times.get(labels[node]) > 1) {
        labels[node] += " [" + plain(graph.id(node)) + "]";
      }
      // Two ids may differ in nothing but what cannot be written.
      while (!taken.add(labels[node])) {
        labels[node] += " #" + (node + 1);
      }
    }
    return labels;
  }

  private static String plain(String text) {
    return UnicodeText.oneLine(text).replace('"', '\'').replace('\\', '/');
  }
}
