package org.almagest.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class GexfWriterTest {
  private final GexfWriter writer = new GexfWriter();

  @Test
  void writesAStaticGraphWithDeclaredAttributes() {
    assertThat(ExampleGraphs.write(writer, ExampleGraphs.twoAuthors()))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
            <meta><creator>Almagest</creator><description>coauthors</description></meta>
            <graph mode="static" defaultedgetype="undirected">
            <attributes class="node" mode="static">
            <attribute id="author_id" title="author_id" type="string"/>
            <attribute id="papers" title="papers" type="long"/>
            <attribute id="pagerank" title="pagerank" type="double"/>
            <attribute id="clustering" title="clustering" type="double"/>
            <attribute id="community_id" title="community_id" type="integer"/>
            <attribute id="in_giant_component" title="in_giant_component" type="boolean"/>
            </attributes>
            <attributes class="edge" mode="static">
            <attribute id="first_year" title="first_year" type="integer"/>
            <attribute id="venue" title="venue" type="string"/>
            </attributes>
            <nodes count="2">
            <node id="n0" label="Ada"><attvalues><attvalue for="author_id" value="a1"/><attvalue for="papers" value="3"/><attvalue for="pagerank" value="0.625"/><attvalue for="clustering" value="1"/><attvalue for="community_id" value="0"/><attvalue for="in_giant_component" value="true"/></attvalues></node>
            <node id="n1" label="Bob &amp; Co"><attvalues><attvalue for="author_id" value="b2"/><attvalue for="papers" value="2"/><attvalue for="pagerank" value="1.0E-10"/><attvalue for="community_id" value="999"/><attvalue for="in_giant_component" value="false"/></attvalues></node>
            </nodes>
            <edges count="1">
            <edge id="e0" source="n0" target="n1" weight="2"><attvalues><attvalue for="first_year" value="2020"/><attvalue for="venue" value="x&lt;y"/></attvalues></edge>
            </edges>
            </graph>
            </gexf>
            """);
  }

  @Test
  void edgesWithoutAttributesDeclareNone() {
    assertThat(ExampleGraphs.write(writer, ExampleGraphs.threePapers()))
        .contains("<graph mode=\"static\" defaultedgetype=\"directed\">")
        .doesNotContain("class=\"edge\"")
        .contains("<edge id=\"e1\" source=\"n0\" target=\"n2\" weight=\"0.5\"></edge>");
  }

  @Property(tries = 200)
  void everyTextComesBackInOneLine(@ForAll("texts") List<String> texts) throws Exception {
    GraphSelection graph = ExampleGraphs.ofTexts(texts);

    XmlDocument document = XmlDocument.parse(ExampleGraphs.write(writer, graph));

    List<Element> nodes = document.all("node");
    assertThat(nodes).hasSize(texts.size());
    for (int node = 0; node < texts.size(); node++) {
      Element element = nodes.get(node);
      assertThat(element.getAttribute("label")).isEqualTo(XmlText.attribute(graph.label(node)));
      assertThat(value(element, "author_id")).isEqualTo(XmlText.attribute(graph.id(node)));
      assertThat(value(element, "note"))
          .isEqualTo(XmlText.attribute(UnicodeText.wellFormed(texts.get(node))));
    }
    assertThat(document.all("edge")).hasSize(graph.edgeCount());
  }

  @Test
  void nastyTextsComeBack() throws Exception {
    everyTextComesBackInOneLine(ExampleGraphs.NASTY);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return ExampleGraphs.anyTexts();
  }

  private static String value(Element node, String attribute) {
    return XmlDocument.child(node, "attvalue", "for", attribute)
        .orElseThrow()
        .getAttribute("value");
  }
}
