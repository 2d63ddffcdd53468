package org.almagest.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NetworkSummaryTest {
  private static NetworkSummary of(UndirectedGraph graph) {
    return NetworkSummary.of(graph, 1, 10, 1);
  }

  @Test
  void summarisesATriangleWithATailAPairAndANode() {
    // 0-1-2 is the triangle, 3 hangs on 2, 4-5 is the pair, 6 is alone.
    NetworkSummary summary = of(KnownGraphs.undirected(7, 0, 1, 1, 2, 2, 0, 2, 3, 4, 5));
    assertThat(summary.nodes()).isEqualTo(7);
    assertThat(summary.edges()).isEqualTo(5);
    assertThat(summary.components()).isEqualTo(3);
    assertThat(summary.giantShare().getAsDouble()).isCloseTo(4 / 7.0, within(1e-12));
    assertThat(summary.density().getAsDouble()).isCloseTo(5 / 21.0, within(1e-12));
    // Nodes 0 and 1 have 1, node 2 one of three pairs; the others have fewer than two neighbours.
    assertThat(summary.meanClustering().getAsDouble())
        .isCloseTo((1 + 1 + 1 / 3.0) / 3, within(1e-12));
    assertThat(summary.transitivity().getAsDouble()).isCloseTo(3 / 5.0, within(1e-12));
    // The component of four and the pair: 4 of 5 edges and 8 of 10 ends, 1 of 5 and 2 of 10.
    assertThat(summary.communities()).isEqualTo(2);
    assertThat(summary.modularity().getAsDouble())
        .isCloseTo(1 - 0.8 * 0.8 - 0.2 * 0.2, within(1e-12));
  }

  @Test
  void leavesOutWhatIsNotDefined() {
    NetworkSummary nothing = of(KnownGraphs.undirected(0));
    assertThat(nothing.giantShare()).isEmpty();
    assertThat(nothing.density()).isEmpty();
    NetworkSummary alone = of(KnownGraphs.undirected(1));
    assertThat(alone.components()).isEqualTo(1);
    assertThat(alone.giantShare()).hasValue(1);
    assertThat(alone.density()).isEmpty();
    assertThat(alone.communities()).isZero();
    assertThat(alone.modularity()).isEmpty();
    NetworkSummary pair = of(KnownGraphs.undirected(2, 0, 1));
    assertThat(pair.density()).hasValue(1);
    assertThat(pair.meanClustering()).isEmpty();
    assertThat(pair.transitivity()).isEmpty();
  }

  @Test
  void aCliqueIsDenseAndClustered() {
    NetworkSummary clique = of(KnownGraphs.clique(6));
    assertThat(clique.density()).hasValue(1);
    assertThat(clique.meanClustering()).hasValue(1);
    assertThat(clique.transitivity()).hasValue(1);
    assertThat(clique.communities()).isEqualTo(1);
    assertThat(clique.modularity().getAsDouble()).isCloseTo(0, within(1e-12));
  }
}
