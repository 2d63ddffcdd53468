package org.almagest.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arcs out and in, and what is set aside. */
class DirectedGraphTest {
  @Test
  void holdsEachArcAtBothItsEnds() {
    DirectedGraph graph = KnownGraphs.directed(4, 3, 1, 3, 0, 2, 1, 1, 2);
    assertThat(graph.nodes()).isEqualTo(4);
    assertThat(graph.arcs()).isEqualTo(4);
    assertThat(targets(graph, 3)).containsExactly(0, 1);
    assertThat(targets(graph, 0)).isEmpty();
    assertThat(sources(graph, 1)).containsExactly(2, 3);
    assertThat(sources(graph, 3)).isEmpty();
    assertThat(graph.outDegree(2)).isEqualTo(1);
    assertThat(graph.inDegree(2)).isEqualTo(1);
  }

  @Test
  void mergesDuplicatesButNotReversedArcs() {
    DirectedGraph graph = KnownGraphs.directed(2, 0, 1, 1, 0, 0, 1);
    assertThat(graph.arcs()).isEqualTo(2);
    assertThat(graph.duplicates()).isEqualTo(1);
  }

  @Test
  void keepsSelfLoopsApart() {
    DirectedGraph graph = KnownGraphs.directed(3, 2, 2, 0, 1, 1, 1, 2, 2);
    assertThat(graph.selfLoops()).containsExactly(2, 1, 2);
    assertThat(graph.arcs()).isEqualTo(1);
    assertThat(graph.duplicates()).isZero();
    assertThat(graph.inDegree(2)).isZero();
  }

  @Test
  void addsTheWeightsOfDuplicates() {
    DirectedGraph graph = DirectedGraph.weighted(2).add(0, 1, 1.5).add(0, 1, 2).build();
    assertThat(graph.out().sum(0)).isEqualTo(3.5);
    assertThat(graph.in().sum(1)).isEqualTo(3.5);
    assertThat(graph.duplicates()).isEqualTo(1);
  }

  @Test
  void mayBeEmpty() {
    assertThat(KnownGraphs.directed(0).nodes()).isZero();
    assertThat(KnownGraphs.directed(1).arcs()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, -1", "2, 0", "0, 2"})
  void refusesAnArcToNowhere(int from, int to) {
    assertThatThrownBy(() -> DirectedGraph.unweighted(2).add(from, to))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(from + "–" + to)
        .hasMessageContaining("2 nodes");
  }

  private static int[] targets(DirectedGraph graph, int node) {
    int[] targets = new int[graph.outDegree(node)];
    Arrays.setAll(targets, i -> graph.target(graph.outStart(node) + i));
    return targets;
  }

  private static int[] sources(DirectedGraph graph, int node) {
    int[] sources = new int[graph.inDegree(node)];
    Arrays.setAll(sources, i -> graph.source(graph.inStart(node) + i));
    return sources;
  }
}
