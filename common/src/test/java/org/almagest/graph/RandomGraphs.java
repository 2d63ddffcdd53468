package org.almagest.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random weighted graphs of up to 30 nodes, dense and sparse, as edge lists. */
final class RandomGraphs {
  private static final int MOST_NODES = 30;

  private RandomGraphs() {}

  record Edge(int a, int b, double weight) {}

  /** A graph as its edges, so that a test may permute it. */
  record EdgeList(int nodes, List<Edge> edges) {
    UndirectedGraph graph() {
      int[] ends = edges.stream().flatMapToInt(e -> IntStream.of(e.a, e.b)).toArray();
      return UndirectedGraph.of(nodes, ends, edges.stream().mapToDouble(Edge::weight).toArray());
    }

    /** The same graph with node v called {@code names[v]}, and its edges in reverse order. */
    EdgeList renamed(int[] names) {
      List<Edge> renamed = new ArrayList<>();
      edges.forEach(e -> renamed.add(new Edge(names[e.b], names[e.a], e.weight)));
      Collections.reverse(renamed);
      return new EdgeList(nodes, renamed);
    }
  }

  static Arbitrary<EdgeList> edgeLists() {
    return Combinators.combine(
            Arbitraries.integers().between(1, MOST_NODES),
            Arbitraries.doubles().between(0, 0.5),
            Arbitraries.longs())
        .as((nodes, density, seed) -> draw(nodes, density, new Random(seed)));
  }

  private static EdgeList draw(int nodes, double density, Random random) {
    List<Edge> edges = new ArrayList<>();
    for (int a = 0; a < nodes; a++) {
      for (int b = a + 1; b < nodes; b++) {
        if (random.nextDouble() < density) {
          edges.add(new Edge(a, b, 0.1 + 5 * random.nextDouble()));
        }
      }
    }
    return new EdgeList(nodes, edges);
  }
}
