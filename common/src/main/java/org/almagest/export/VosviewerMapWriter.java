package org.almagest.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes the map file of VOSviewer (van Eck and Waltman 2010; its manual, "Map files"): a header
 * and a line for each item, separated by tabs. There are no coordinates; VOSviewer computes them
 * from the network file.
 *
 * <ul>
 *   <li>{@code id} is a number from 1; {@code description} is the real id, as HTML.
 *   <li>{@code cluster} is the group plus 1, and empty beyond 1,000, which VOSviewer does not
 *       allow.
 *   <li>A weight that is missing is 0, a score that is missing is empty.
 *   <li>Labels stand in quotation marks, and a quotation mark in one is an apostrophe. One that
 *       begins as a formula gets an apostrophe before it, since the manual sends people to
 *       spreadsheets.
 * </ul>
 */
final class VosviewerMapWriter implements GraphWriter {
  private static final int MOST_CLUSTERS = 1_000;
  private static final String FORMULA_STARTS = "=+-@";

  @Override
  public void write(GraphSelection graph, OutputStream stream) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    List<Integer> groups = columns(graph, AttributeRole.GROUP);
    List<Integer> sizes = columns(graph, AttributeRole.SIZE);
    List<Integer> scores = columns(graph, AttributeRole.SCORE);
    out.write("id\tlabel\tdescription");
    out.write(groups.isEmpty() ? "" : "\tcluster");
    for (int column : sizes) {
      out.write("\tweight<" + name(graph, column) + ">");
    }
    for (int column : scores) {
      out.write("\tscore<" + name(graph, column) + ">");
    }
    out.write('\n');
    for (int node = 0; node < graph.nodeCount(); node++) {
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(node + 1));
      cells.add(quoted(graph.label(node)));
      cells.add(quoted(html(graph.id(node))));
      if (!groups.isEmpty()) {
        cells.add(cluster(graph.nodes(), node, groups.get(0)));
      }
      for (int column : sizes) {
        cells.add(number(graph.nodes(), node, column, "0"));
      }
      for (int column : scores) {
        cells.add(number(graph.nodes(), node, column, ""));
      }
      out.write(String.join("\t", cells));
      out.write('\n');
    }
    out.flush();
  }

  private static List<Integer> columns(GraphSelection graph, AttributeRole role) {
    List<Attribute> attributes = graph.nodes().attributes();
    return IntStream.range(0, attributes.size())
        .filter(column -> attributes.get(column).role() == role)
        .boxed()
        .toList();
  }

  private static String name(GraphSelection graph, int column) {
    return graph.nodes().attributes().get(column).name();
  }

  private static String cluster(AttributeTable nodes, int node, int column) {
    long cluster = nodes.has(node, column) ? nodes.wholeNumber(node, column) + 1 : 0;
    return cluster >= 1 && cluster <= MOST_CLUSTERS ? Long.toString(cluster) : "";
  }

  private static String number(AttributeTable nodes, int node, int column, String missing) {
    return nodes.has(node, column) ? nodes.text(node, column) : missing;
  }

  private static String quoted(String text) {
    String plain = UnicodeText.oneLine(text).replace('"', '\'');
    boolean formula = !plain.isEmpty() && FORMULA_STARTS.indexOf(plain.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + plain + '"';
  }

  private static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
