package org.almagest.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * Writes GEXF 1.3, a graph that stands still, with attributes (gexf.net). Nodes are n0, n1, … in
 * the order of the selection, as in GraphML: a reader turns line breaks in what GEXF calls an id
 * into blanks, which could make two ids one. A node's real id is an attribute with the name that it
 * has in the tables. What is missing is left out.
 */
final class GexfWriter implements GraphWriter {
  private static final String NAMESPACE = "http://gexf.net/1.3";

  @Override
  public void write(GraphSelection graph, OutputStream out) throws IOException {
    XmlElements.document(out, xml -> write(graph, xml));
  }

  private static void write(GraphSelection graph, XmlElements xml) throws XMLStreamException {
    GraphSelection.Description description = graph.description();
    xml.root("gexf", NAMESPACE).schema(NAMESPACE, NAMESPACE + "/gexf.xsd");
    xml.with("version", "1.3").line();
    xml.open("meta").open("creator").text("Almagest").close();
    xml.open("description").text(description.name()).close().close().line();
    xml.open("graph").with("mode", "static");
    xml.with("defaultedgetype", description.isDirected() ? "directed" : "undirected").line();
    List<Attribute> ofNodes = new ArrayList<>();
    ofNodes.add(Attribute.of(description.idName(), AttributeType.TEXT));
    ofNodes.addAll(graph.nodes().attributes());
    attributes(xml, "node", ofNodes);
    if (!graph.edges().attributes().isEmpty()) {
      attributes(xml, "edge", graph.edges().attributes());
    }
    nodes(graph, xml);
    edges(graph, xml);
    xml.close().line().close().line();
  }

  private static void nodes(GraphSelection graph, XmlElements xml) throws XMLStreamException {
    xml.open("nodes").with("count", Integer.toString(graph.nodeCount())).line();
    for (int node = 0; node < graph.nodeCount(); node++) {
      xml.open("node").with("id", "n" + node).with("label", graph.label(node)).open("attvalues");
      value(xml, graph.description().idName(), graph.id(node));
      values(xml, graph.nodes(), node);
      xml.close().close().line();
    }
    xml.close().line();
  }

  private static void edges(GraphSelection graph, XmlElements xml) throws XMLStreamException {
    xml.open("edges").with("count", Integer.toString(graph.edgeCount())).line();
    for (int edge = 0; edge < graph.edgeCount(); edge++) {
      xml.open("edge").with("id", "e" + edge).with("source", "n" + graph.source(edge));
      xml.with("target", "n" + graph.target(edge));
      xml.with("weight", NumberText.of(graph.weight(edge)));
      if (!graph.edges().attributes().isEmpty()) {
        xml.open("attvalues");
        values(xml, graph.edges(), edge);
        xml.close();
      }
      xml.close().line();
    }
    xml.close().line();
  }

  private static void attributes(XmlElements xml, String element, List<Attribute> attributes)
      throws XMLStreamException {
    xml.open("attributes").with("class", element).with("mode", "static").line();
    for (Attribute attribute : attributes) {
      xml.empty("attribute").with("id", attribute.name()).with("title", attribute.name());
      xml.with("type", typeName(attribute.type())).line();
    }
    xml.close().line();
  }

  private static void values(XmlElements xml, AttributeTable table, int row)
      throws XMLStreamException {
    for (int column = 0; column < table.attributes().size(); column++) {
      if (table.has(row, column)) {
        value(xml, table.attributes().get(column).name(), table.text(row, column));
      }
    }
  }

  private static void value(XmlElements xml, String name, String value) throws XMLStreamException {
    xml.empty("attvalue").with("for", name).with("value", value);
  }

  private static String typeName(AttributeType type) {
    return switch (type) {
      case INTEGER -> "integer";
      case LONG -> "long";
      case DOUBLE -> "double";
      case BOOLEAN -> "boolean";
      case TEXT -> "string";
    };
  }
}
