package org.almagest.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class VosviewerWritersTest {
  private final VosviewerMapWriter map = new VosviewerMapWriter();
  private final VosviewerNetworkWriter network = new VosviewerNetworkWriter();

  @Test
  void theMapHasClustersWeightsAndScores() {
    assertThat(ExampleGraphs.write(map, ExampleGraphs.twoAuthors()))
        .isEqualTo(
            """
            id\tlabel\tdescription\tcluster\tweight<papers>\tweight<pagerank>\tscore<clustering>
            1\t"Ada"\t"a1"\t1\t3\t0.625\t1
            2\t"Bob & Co"\t"b2"\t1000\t2\t1.0E-10\t
            """);
  }

  @Test
  void theNetworkHasPairsAndStrengthsWithoutAHeader() {
    assertThat(ExampleGraphs.write(network, ExampleGraphs.twoAuthors())).isEqualTo("1\t2\t2\n");
    assertThat(ExampleGraphs.write(network, ExampleGraphs.threePapers()))
        .isEqualTo("1\t2\t1\n1\t3\t0.5\n");
  }

  @Test
  void aMapNeedsNoAttributes() {
    assertThat(ExampleGraphs.write(map, ExampleGraphs.threePapers()))
        .isEqualTo(
            """
            id\tlabel\tdescription
            1\t"One"\t"p:1"
            2\t"Two"\t"p:2"
            3\t"Three"\t"p:3"
            """);
  }

  @Test
  void clustersBeyondAThousandAndMissingOnesAreEmptyAndMissingWeightsZero() {
    GraphSelection.Builder graph =
        GraphSelection.builder(
            ExampleGraphs.COAUTHORS,
            List.of(
                new Attribute("community_id", AttributeType.INTEGER, AttributeRole.GROUP),
                new Attribute("papers", AttributeType.LONG, AttributeRole.SIZE)),
            List.of());
    graph.node("a", "A").set(0, 1000).set(1, 5);
    graph.node("b", "B");

    assertThat(ExampleGraphs.write(map, graph.build()))
        .isEqualTo(
            """
            id\tlabel\tdescription\tcluster\tweight<papers>
            1\t"A"\t"a"\t\t5
            2\t"B"\t"b"\t\t0
            """);
  }

  @Test
  void aLabelIsNoFormulaAndADescriptionNoMarkup() {
    GraphSelection.Builder graph =
        GraphSelection.builder(ExampleGraphs.COAUTHORS, List.of(), List.of());
    graph.node("<i>&", "=1+1");
    graph.node("-b", "say \"hi\",\tplease");

    assertThat(ExampleGraphs.write(map, graph.build()))
        .isEqualTo(
            """
            id\tlabel\tdescription
            1\t"'=1+1"\t"&lt;i&gt;&amp;"
            2\t"say 'hi', please"\t"'-b"
            """);
  }

  @Property(tries = 200)
  void everyItemHasALineOfAsManyCellsAsTheHeader(@ForAll("texts") List<String> texts) {
    String[] lines = ExampleGraphs.write(map, ExampleGraphs.ofTexts(texts)).split("[\n\r]", -1);

    assertThat(lines).hasSize(texts.size() + 2);
    for (int node = 0; node < texts.size(); node++) {
      assertThat(lines[node + 1]).matches((node + 1) + "\t\"[^\"\t]*\"\t\"[^\"\t]*\"");
    }
  }

  @Test
  void nastyTextsStayInTheirCells() {
    everyItemHasALineOfAsManyCellsAsTheHeader(ExampleGraphs.NASTY);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return ExampleGraphs.anyTexts();
  }
}
