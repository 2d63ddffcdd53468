package org.almagest.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed sparse rows, and what is no graph. */
class UndirectedGraphTest {
  @Test
  void holdsEachEdgeInTheRowsOfBothEnds() {
    UndirectedGraph graph = UndirectedGraph.of(4, new int[] {0, 1, 2, 0}, new double[] {1.5, 2});
    assertThat(graph.nodes()).isEqualTo(4);
    assertThat(new int[] {graph.degree(0), graph.degree(1), graph.degree(2), graph.degree(3)})
        .containsExactly(2, 1, 1, 0);
    assertThat(graph.strength(0)).isEqualTo(3.5);
    assertThat(graph.strength(3)).isZero();
    assertThat(neighbours(graph, 0)).containsExactly(1, 2);
    assertThat(neighbours(graph, 2)).containsExactly(0);
    assertThat(graph.weight(graph.rowStart(2))).isEqualTo(2);
  }

  @Test
  void mayHaveNoEdgesAndNoNodes() {
    assertThat(UndirectedGraph.of(0, new int[0], new double[0]).nodes()).isZero();
    assertThat(UndirectedGraph.of(2, new int[0], new double[0]).degree(1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "-1, 0", "0, -1", "3, 0", "0, 3"})
  void refusesAnEdgeThatIsNotBetweenTwoNodes(int a, int b) {
    assertThatThrownBy(() -> UndirectedGraph.of(3, new int[] {a, b}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(a + "–" + b);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAWeightThatIsNoPositiveNumber(double weight) {
    assertThatThrownBy(() -> UndirectedGraph.of(2, new int[] {0, 1}, new double[] {weight}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weight " + weight);
  }

  @Test
  void refusesAnEdgeWithoutAWeight() {
    assertThatThrownBy(() -> UndirectedGraph.of(3, new int[] {0, 1, 1, 2}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 ends");
  }

  private static int[] neighbours(UndirectedGraph graph, int node) {
    int[] neighbours = new int[graph.degree(node)];
    Arrays.setAll(neighbours, i -> graph.neighbour(graph.rowStart(node) + i));
    return neighbours;
  }
}
