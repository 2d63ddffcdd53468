package org.almagest.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes the network file of VOSviewer (its manual, "Network files"): the numbers that two items
 * have in the map file and the strength of the link between them, separated by tabs, without a
 * header. VOSviewer knows no direction.
 */
final class VosviewerNetworkWriter implements GraphWriter {
  @Override
  public void write(GraphSelection graph, OutputStream stream) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    for (int edge = 0; edge < graph.edgeCount(); edge++) {
      out.write((graph.source(edge) + 1) + "\t" + (graph.target(edge) + 1) + "\t");
      out.write(NumberText.of(graph.weight(edge)) + "\n");
    }
    out.flush();
  }
}
