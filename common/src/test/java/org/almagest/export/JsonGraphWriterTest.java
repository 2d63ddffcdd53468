package org.almagest.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonGraphWriterTest {
  private final JsonGraphWriter writer = new JsonGraphWriter();

  @Test
  void writesANodeOrLinkALine() {
    assertThat(ExampleGraphs.write(writer, ExampleGraphs.twoAuthors()))
        .isEqualTo(
            """
            {"directed":false,"multigraph":false,"graph":{"name":"coauthors"},"nodes":[
            {"id":"a1","label":"Ada","papers":3,"pagerank":0.625,"clustering":1,"community_id":0,"in_giant_component":true},
            {"id":"b2","label":"Bob & Co","papers":2,"pagerank":1.0E-10,"community_id":999,"in_giant_component":false}
            ],"links":[
            {"source":"a1","target":"b2","weight":2,"first_year":2020,"venue":"x<y"}
            ]}
            """);
  }

  @Test
  void aGraphMayHaveNoEdges() {
    assertThat(ExampleGraphs.write(writer, ExampleGraphs.ofTexts(List.of("a"))))
        .endsWith("{\"id\":\"a0\",\"label\":\"a\",\"note\":\"a\"}\n],\"links\":[]}\n");
  }

  @Property(tries = 200)
  void everyTextComesBack(@ForAll("texts") List<String> texts) throws Exception {
    GraphSelection graph = ExampleGraphs.ofTexts(texts);

    JsonNode read = new ObjectMapper().readTree(ExampleGraphs.write(writer, graph));

    assertThat(read.get("nodes")).hasSize(texts.size());
    assertThat(read.get("links")).hasSize(graph.edgeCount());
    for (int node = 0; node < texts.size(); node++) {
      String text = UnicodeText.wellFormed(texts.get(node));
      JsonNode object = read.get("nodes").get(node);
      assertThat(object.get("note").asText()).isEqualTo(text);
      assertThat(object.get("id").asText())
          .isEqualTo(UnicodeText.wellFormed(texts.get(node) + node));
    }
  }

  @Test
  void nastyTextsComeBack() throws Exception {
    everyTextComesBack(ExampleGraphs.NASTY);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return ExampleGraphs.anyTexts();
  }
}
