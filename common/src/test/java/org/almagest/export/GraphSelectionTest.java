package org.almagest.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.almagest.export.GraphSelection.Description;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphSelectionTest {
  private final GraphSelection.Builder graph =
      GraphSelection.builder(
          ExampleGraphs.COAUTHORS,
          List.of(
              Attribute.of("papers", AttributeType.INTEGER),
              Attribute.of("share", AttributeType.DOUBLE),
              Attribute.of("note", AttributeType.TEXT)),
          List.of());

  @Test
  void holdsManyRowsAndTellsWhatIsMissing() {
    for (int i = 0; i < 100; i++) {
      GraphSelection.Builder.Row row = graph.node("id" + i, "label").set(0, i);
      if (i % 2 == 0) {
        row.set(1, i / 8.0).set(2, "n" + i);
      }
      if (i > 0) {
        graph.edge(i - 1, i, i);
      }
    }
    GraphSelection built = graph.build();

    assertThat(built.nodeCount()).isEqualTo(100);
    assertThat(built.edgeCount()).isEqualTo(99);
    assertThat(built.nodes().wholeNumber(99, 0)).isEqualTo(99);
    assertThat(built.nodes().text(98, 1)).isEqualTo("12.25");
    assertThat(built.nodes().text(64, 1)).isEqualTo("8");
    assertThat(built.nodes().text(98, 2)).isEqualTo("n98");
    assertThat(built.nodes().has(99, 1)).isFalse();
    assertThat(built.nodes().has(99, 2)).isFalse();
    assertThat(built.source(98)).isEqualTo(98);
    assertThat(built.target(98)).isEqualTo(99);
    assertThat(built.weight(98)).isEqualTo(99.0);
  }

  @Test
  void aNumberThatIsNoneIsMissing() {
    graph.node("a", "A").set(1, Double.NaN);
    graph.node("b", "B").set(1, Double.NEGATIVE_INFINITY);

    AttributeTable nodes = graph.build().nodes();

    assertThat(nodes.has(0, 1)).isFalse();
    assertThat(nodes.has(1, 1)).isFalse();
  }

  @Test
  void aNodeWithoutALabelIsCalledByItsId() {
    graph.node("a", " \t");

    assertThat(graph.build().label(0)).isEqualTo("a");
  }

  @Test
  void idsAreUniqueAfterLoneSurrogatesAreReplaced() {
    graph.node("a\uD800", "A");

    assertThatIllegalArgumentException().isThrownBy(() -> graph.node("a\uDC00", "B"));
    assertThat(graph.build().id(0)).isEqualTo("a\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWeightsThatAreNone(double weight) {
    graph.node("a", "A");
    graph.node("b", "B");

    assertThatIllegalArgumentException().isThrownBy(() -> graph.edge(0, 1, weight));
  }

  @Test
  void refusesEdgesToNodesThatAreNotThere() {
    graph.node("a", "A");

    assertThatIllegalArgumentException().isThrownBy(() -> graph.edge(0, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> graph.edge(-1, 0, 1));
  }

  @Test
  void refusesValuesOfAnotherType() {
    GraphSelection.Builder.Row row = graph.node("a", "A");

    assertThatIllegalArgumentException().isThrownBy(() -> row.set(0, "3"));
    assertThatIllegalArgumentException().isThrownBy(() -> row.set(0, 1L << 40));
    assertThatIllegalArgumentException().isThrownBy(() -> row.set(2, true));
  }

  @Test
  void neverChangesOnceItIsBuilt() {
    GraphSelection.Builder.Row row = graph.node("a", "A");
    graph.build();

    assertThatIllegalStateException().isThrownBy(() -> graph.node("b", "B"));
    assertThatIllegalStateException().isThrownBy(() -> row.set(0, 1));
    assertThatIllegalStateException().isThrownBy(graph::build);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "id", "label", "weight", "a b", "1a", "a<"})
  void refusesNamesThatFormatsCannotCarry(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> Attribute.of(name, AttributeType.LONG));
  }

  @Test
  void refusesTwoAttributesOfOneName() {
    Attribute papers = Attribute.of("papers", AttributeType.LONG);
    Attribute id = Attribute.of("author_id", AttributeType.TEXT);
    Description description = ExampleGraphs.COAUTHORS;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> GraphSelection.builder(description, List.of(papers, papers), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GraphSelection.builder(description, List.of(id), List.of()));
  }
}
