package org.almagest.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * Writes GraphML 1.0 with typed keys (Brandes et al. 2002, "GraphML Progress Report"). The schema
 * wants names without blanks for nodes, so they are n0, n1, … in the order of the selection; a
 * node's real id is an attribute with the name that it has in the tables. What is missing is left
 * out.
 */
final class GraphMlWriter implements GraphWriter {
  private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
  private static final String SCHEMA = "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd";

  /** Attributes of nodes and edges may share a name, keys may not. */
  private static final String NODE = "node";

  private static final String EDGE = "edge";

  @Override
  public void write(GraphSelection graph, OutputStream out) throws IOException {
    XmlElements.document(out, xml -> write(graph, xml));
  }

  private static void write(GraphSelection graph, XmlElements xml) throws XMLStreamException {
    GraphSelection.Description description = graph.description();
    xml.root("graphml", NAMESPACE).schema(NAMESPACE, SCHEMA).line();
    key(xml, NODE, description.idName(), AttributeType.TEXT);
    key(xml, NODE, "label", AttributeType.TEXT);
    keys(xml, NODE, graph.nodes().attributes());
    key(xml, EDGE, "weight", AttributeType.DOUBLE);
    keys(xml, EDGE, graph.edges().attributes());
    xml.open("graph").with("id", description.name());
    xml.with("edgedefault", description.isDirected() ? "directed" : "undirected").line();
    for (int node = 0; node < graph.nodeCount(); node++) {
      xml.open("node").with("id", "n" + node);
      data(xml, NODE, description.idName(), graph.id(node));
      data(xml, NODE, "label", graph.label(node));
      data(xml, NODE, graph.nodes(), node);
      xml.close().line();
    }
    for (int edge = 0; edge < graph.edgeCount(); edge++) {
      xml.open("edge").with("source", "n" + graph.source(edge));
      xml.with("target", "n" + graph.target(edge));
      data(xml, EDGE, "weight", NumberText.of(graph.weight(edge)));
      data(xml, EDGE, graph.edges(), edge);
      xml.close().line();
    }
    xml.close().line().close().line();
  }

  private static void keys(XmlElements xml, String element, List<Attribute> attributes)
      throws XMLStreamException {
    for (Attribute attribute : attributes) {
      key(xml, element, attribute.name(), attribute.type());
    }
  }

  private static void key(XmlElements xml, String element, String name, AttributeType type)
      throws XMLStreamException {
    xml.empty("key").with("id", element + "." + name).with("for", element);
    xml.with("attr.name", name).with("attr.type", typeName(type)).line();
  }

  private static void data(XmlElements xml, String element, AttributeTable table, int row)
      throws XMLStreamException {
    for (int column = 0; column < table.attributes().size(); column++) {
      if (table.has(row, column)) {
        data(xml, element, table.attributes().get(column).name(), table.text(row, column));
      }
    }
  }

  private static void data(XmlElements xml, String element, String name, String value)
      throws XMLStreamException {
    xml.open("data").with("key", element + "." + name).text(value).close();
  }

  private static String typeName(AttributeType type) {
    return switch (type) {
      case INTEGER -> "int";
      case LONG -> "long";
      case DOUBLE -> "double";
      case BOOLEAN -> "boolean";
      case TEXT -> "string";
    };
  }
}
