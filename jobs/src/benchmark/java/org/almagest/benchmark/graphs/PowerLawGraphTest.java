package org.almagest.benchmark.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.almagest.benchmark.graphs.BenchmarkGraph.Weights;
import org.almagest.graph.UndirectedGraph;
import org.junit.jupiter.api.Test;

class PowerLawGraphTest {
  private static final int NODES = 20_000;
  private static final int EDGES = 100_000;

  @Test
  void hasTheAskedSizeWithoutLoopsAndDuplicates() {
    BenchmarkGraph graph = PowerLawGraph.generate(NODES, EDGES, 1);
    assertThat(graph.nodes()).isEqualTo(NODES);
    assertThat(graph.edges()).isEqualTo(EDGES);
    UndirectedGraph built = graph.built(Weights.KEPT);
    assertThat(built.edges()).isEqualTo(EDGES);
    assertThat(built.selfLoops()).isZero();
    assertThat(built.duplicates()).isZero();
  }

  @Test
  void isTheSameForASeedAndAnotherForOthers() {
    Set<Integer> hashes = new HashSet<>();
    for (long seed : new long[] {1, 1, 2}) {
      BenchmarkGraph graph = PowerLawGraph.generate(1_000, 5_000, seed);
      int[] ends = new int[2 * graph.edges()];
      Arrays.setAll(ends, i -> i % 2 == 0 ? graph.from(i / 2) : graph.to(i / 2));
      hashes.add(Arrays.hashCode(ends));
    }
    assertThat(hashes).hasSize(2);
  }

  /** With the power 2.5, four times the degree has an eighth of the nodes, more or less. */
  @Test
  void degreesFallWithAPower() {
    UndirectedGraph graph = PowerLawGraph.generate(NODES, EDGES, 1).built(Weights.KEPT);
    double above20 = nodesAbove(graph, 20);
    assertThat(above20).isGreaterThan(500);
    assertThat(nodesAbove(graph, 80) / above20).isBetween(0.09, 0.16);
  }

  private static long nodesAbove(UndirectedGraph graph, int degree) {
    long count = 0;
    for (int node = 0; node < graph.nodes(); node++) {
      count += graph.degree(node) >= degree ? 1 : 0;
    }
    return count;
  }
}
