package org.almagest.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
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
      UndirectedGraph.Builder builder = UndirectedGraph.weighted(nodes);
      edges.forEach(e -> builder.add(e.a, e.b, e.weight));
      return builder.build();
    }

    UndirectedGraph unweighted() {
      UndirectedGraph.Builder builder = UndirectedGraph.unweighted(nodes);
      edges.forEach(e -> builder.add(e.a, e.b));
      return builder.build();
    }

    /** Arcs from a to b, of which those from a higher to a lower node are more. */
    DirectedGraph directed() {
      DirectedGraph.Builder builder = DirectedGraph.weighted(nodes);
      for (Edge e : edges) {
        if (e.weight > 1) {
          builder.add(e.b, e.a, e.weight);
        } else {
          builder.add(e.a, e.b, e.weight);
        }
      }
      return builder.build();
    }

    /** The same graph with node v called {@code names[v]}, and its edges in reverse order. */
    EdgeList renamed(int[] names) {
      List<Edge> renamed = new ArrayList<>();
      edges.forEach(e -> renamed.add(new Edge(names[e.a], names[e.b], e.weight)));
      Collections.reverse(renamed);
      return new EdgeList(nodes, renamed);
    }

    /** Other names for the nodes. */
    int[] names(long seed) {
      List<Integer> names = IntStream.range(0, nodes).boxed().collect(Collectors.toList());
      Collections.shuffle(names, new Random(seed));
      return names.stream().mapToInt(Integer::intValue).toArray();
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
