package org.almagest.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class GraphMlWriterTest {
  private final GraphMlWriter writer = new GraphMlWriter();

  @Test
  void writesTypedKeysAndLeavesOutWhatIsMissing() {
    assertThat(ExampleGraphs.write(writer, ExampleGraphs.twoAuthors()))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
            <key id="node.author_id" for="node" attr.name="author_id" attr.type="string"/>
            <key id="node.label" for="node" attr.name="label" attr.type="string"/>
            <key id="node.papers" for="node" attr.name="papers" attr.type="long"/>
            <key id="node.pagerank" for="node" attr.name="pagerank" attr.type="double"/>
            <key id="node.clustering" for="node" attr.name="clustering" attr.type="double"/>
            <key id="node.community_id" for="node" attr.name="community_id" attr.type="int"/>
            <key id="node.in_giant_component" for="node" attr.name="in_giant_component" attr.type="boolean"/>
            <key id="edge.weight" for="edge" attr.name="weight" attr.type="double"/>
            <key id="edge.first_year" for="edge" attr.name="first_year" attr.type="int"/>
            <key id="edge.venue" for="edge" attr.name="venue" attr.type="string"/>
            <graph id="coauthors" edgedefault="undirected">
            <node id="n0"><data key="node.author_id">a1</data><data key="node.label">Ada</data><data key="node.papers">3</data><data key="node.pagerank">0.625</data><data key="node.clustering">1</data><data key="node.community_id">0</data><data key="node.in_giant_component">true</data></node>
            <node id="n1"><data key="node.author_id">b2</data><data key="node.label">Bob &amp; Co</data><data key="node.papers">2</data><data key="node.pagerank">1.0E-10</data><data key="node.community_id">999</data><data key="node.in_giant_component">false</data></node>
            <edge source="n0" target="n1"><data key="edge.weight">2</data><data key="edge.first_year">2020</data><data key="edge.venue">x&lt;y</data></edge>
            </graph>
            </graphml>
            """);
  }

  @Test
  void saysThatEdgesHaveADirection() {
    assertThat(ExampleGraphs.write(writer, ExampleGraphs.threePapers()))
        .contains("<graph id=\"citations\" edgedefault=\"directed\">")
        .contains(
            "<edge source=\"n0\" target=\"n2\"><data key=\"edge.weight\">0.5</data></edge>\n");
  }

  @Property(tries = 200)
  void everyTextComesBackButForWhatXmlCannotSay(@ForAll("texts") List<String> texts)
      throws Exception {
    GraphSelection graph = ExampleGraphs.ofTexts(texts);

    XmlDocument document = XmlDocument.parse(ExampleGraphs.write(writer, graph));

    List<Element> nodes = document.all("node");
    assertThat(nodes).hasSize(texts.size());
    for (int node = 0; node < texts.size(); node++) {
      String text = XmlText.content(UnicodeText.wellFormed(texts.get(node)));
      Element element = nodes.get(node);
      assertThat(data(element, "node.note")).isEqualTo(text);
      assertThat(data(element, "node.author_id")).isEqualTo(text + node);
    }
    assertThat(document.all("edge")).hasSize(graph.edgeCount());
  }

  @Test
  void nastyTextsComeBack() throws Exception {
    everyTextComesBackButForWhatXmlCannotSay(ExampleGraphs.NASTY);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return ExampleGraphs.anyTexts();
  }

  private static String data(Element node, String key) {
    return XmlDocument.child(node, "data", "key", key).orElseThrow().getTextContent();
  }
}
