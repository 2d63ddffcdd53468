package org.almagest.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes nodes and links in JSON, a node or link a line, as d3 (with {@code forceLink().id(d =>
 * d.id)}) and networkx ({@code node_link_graph}) read it. Links name nodes by their ids. What is
 * missing is left out.
 */
final class JsonGraphWriter implements GraphWriter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().build().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  @Override
  public void write(GraphSelection graph, OutputStream out) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.setPrettyPrinter(itemPerLine());
      json.writeStartObject();
      json.writeBooleanField("directed", graph.description().isDirected());
      json.writeBooleanField("multigraph", false);
      json.writeObjectFieldStart("graph");
      json.writeStringField("name", graph.description().name());
      json.writeEndObject();
      json.writeArrayFieldStart("nodes");
      for (int node = 0; node < graph.nodeCount(); node++) {
        json.writeStartObject();
        json.writeStringField("id", graph.id(node));
        json.writeStringField("label", graph.label(node));
        writeValues(graph.nodes(), node, json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("links");
      for (int edge = 0; edge < graph.edgeCount(); edge++) {
        json.writeStartObject();
        json.writeStringField("source", graph.id(graph.source(edge)));
        json.writeStringField("target", graph.id(graph.target(edge)));
        writeNumber("weight", graph.weight(edge), json);
        writeValues(graph.edges(), edge, json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static DefaultPrettyPrinter itemPerLine() {
    DefaultPrettyPrinter lines =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.NONE)
                .withArrayEmptySeparator(""));
    lines.indentArraysWith(new DefaultIndenter("", "\n"));
    lines.indentObjectsWith(DefaultPrettyPrinter.NopIndenter.instance);
    return lines;
  }

  private static void writeValues(AttributeTable table, int row, JsonGenerator json)
      throws IOException {
    for (int column = 0; column < table.attributes().size(); column++) {
      if (!table.has(row, column)) {
        continue;
      }
      Attribute attribute = table.attributes().get(column);
      switch (attribute.type()) {
        case INTEGER, LONG ->
            json.writeNumberField(attribute.name(), table.wholeNumber(row, column));
        case DOUBLE -> writeNumber(attribute.name(), table.real(row, column), json);
        case BOOLEAN -> json.writeBooleanField(attribute.name(), table.isTrue(row, column));
        case TEXT -> json.writeStringField(attribute.name(), table.text(row, column));
      }
    }
  }

  private static void writeNumber(String name, double number, JsonGenerator json)
      throws IOException {
    json.writeFieldName(name);
    json.writeNumber(NumberText.of(number));
  }
}
