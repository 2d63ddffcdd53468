package org.almagest.graph;

import java.util.Arrays;

/** Graphs that are small or regular enough for their figures to be known. */
final class KnownGraphs {
  /** Zachary (1977): who met whom outside the karate club; members are numbered from 1. */
  private static final int[] KARATE_CLUB = {
    1, 2, 1, 3, 1, 4, 1, 5, 1, 6, 1, 7, 1, 8, 1, 9, 1, 11, 1, 12, 1, 13, 1, 14, 1, 18, 1, 20, 1, 22,
    1, 32, 2, 3, 2, 4, 2, 8, 2, 14, 2, 18, 2, 20, 2, 22, 2, 31, 3, 4, 3, 8, 3, 9, 3, 10, 3, 14, 3,
    28, 3, 29, 3, 33, 4, 8, 4, 13, 4, 14, 5, 7, 5, 11, 6, 7, 6, 11, 6, 17, 7, 17, 9, 31, 9, 33, 9,
    34, 10, 34, 14, 34, 15, 33, 15, 34, 16, 33, 16, 34, 19, 33, 19, 34, 20, 34, 21, 33, 21, 34, 23,
    33, 23, 34, 24, 26, 24, 28, 24, 30, 24, 33, 24, 34, 25, 26, 25, 28, 25, 32, 26, 32, 27, 30, 27,
    34, 28, 34, 29, 32, 29, 34, 30, 33, 30, 34, 31, 33, 31, 34, 32, 33, 32, 34, 33, 34
  };

  private KnownGraphs() {}

  /** The karate club of 34 members and 78 ties; member k is node k - 1. */
  static UndirectedGraph karateClub() {
    return undirected(34, Arrays.stream(KARATE_CLUB).map(member -> member - 1).toArray());
  }

  /** All pairs of nodes. */
  static UndirectedGraph clique(int nodes) {
    UndirectedGraph.Builder builder = UndirectedGraph.unweighted(nodes);
    for (int a = 0; a < nodes; a++) {
      for (int b = 0; b < a; b++) {
        builder.add(a, b);
      }
    }
    return builder.build();
  }

  /** Node 0 tied to each of the leaves 1, 2 and so on. */
  static UndirectedGraph star(int leaves) {
    UndirectedGraph.Builder builder = UndirectedGraph.unweighted(leaves + 1);
    for (int leaf = 1; leaf <= leaves; leaf++) {
      builder.add(0, leaf);
    }
    return builder.build();
  }

  /** Each node tied to the next. */
  static UndirectedGraph path(int nodes) {
    UndirectedGraph.Builder builder = UndirectedGraph.unweighted(nodes);
    for (int node = 1; node < nodes; node++) {
      builder.add(node - 1, node);
    }
    return builder.build();
  }

  /** Edges given by their ends, one after the other. */
  static UndirectedGraph undirected(int nodes, int... ends) {
    UndirectedGraph.Builder builder = UndirectedGraph.unweighted(nodes);
    for (int i = 0; i < ends.length; i += 2) {
      builder.add(ends[i], ends[i + 1]);
    }
    return builder.build();
  }

  /** Arcs given as from and to, one after the other. */
  static DirectedGraph directed(int nodes, int... ends) {
    DirectedGraph.Builder builder = DirectedGraph.unweighted(nodes);
    for (int i = 0; i < ends.length; i += 2) {
      builder.add(ends[i], ends[i + 1]);
    }
    return builder.build();
  }
}
