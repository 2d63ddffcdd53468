package org.almagest.graph;

/**
 * Triangles, and what part of the pairs of neighbours they close. Weights do not matter.
 *
 * <p>With t(v) the triangles through node v and k(v) its degree, the local clustering coefficient
 * (Watts and Strogatz 1998) is C(v) = 2 t(v) / (k(v) (k(v) - 1)), and the transitivity of the graph
 * (Newman, Watts and Strogatz 2002) is the sum of t(v) over that of k(v) (k(v) - 1) / 2, which is
 * three times the triangles over the connected triples.
 *
 * <p>Nodes are renumbered by falling degree, and each edge is kept at its end of lower degree. For
 * each edge so directed the two rows are intersected (Chiba and Nishizeki 1985; Latapy 2008): O(m
 * √m) time, and 4 m + 24 n bytes beside the graph.
 */
public final class Triangles {
  private final UndirectedGraph graph;
  private final long[] through;

  private Triangles(UndirectedGraph graph, long[] through) {
    this.graph = graph;
    this.through = through;
  }

  /** Counts the triangles of a graph. */
  public static Triangles of(UndirectedGraph graph) {
    int nodes = graph.nodes();
    int[] rank = byFallingDegree(graph);
    int[] start = new int[nodes + 1];
    int[] column = towardsHubs(graph, rank, start);
    long[] counts = new long[nodes];
    // The last node whose row a node was seen in, plus one.
    int[] mark = new int[nodes];
    for (int a = 0; a < nodes; a++) {
      int end = start[a + 1];
      if (end - start[a] < 2) {
        continue;
      }
      for (int at = start[a]; at < end; at++) {
        mark[column[at]] = a + 1;
      }
      long ofA = 0;
      for (int at = start[a]; at < end; at++) {
        int b = column[at];
        int bEnd = start[b + 1];
        long ofB = 0;
        for (int in = start[b]; in < bEnd; in++) {
          int c = column[in];
          if (mark[c] == a + 1) {
            counts[c]++;
            ofB++;
          }
        }
        counts[b] += ofB;
        ofA += ofB;
      }
      counts[a] += ofA;
    }
    long[] through = new long[nodes];
    for (int node = 0; node < nodes; node++) {
      through[node] = counts[rank[node]];
    }
    return new Triangles(graph, through);
  }

  /** Place of each node among all by falling degree, in O(n). */
  private static int[] byFallingDegree(UndirectedGraph graph) {
    int nodes = graph.nodes();
    int highest = 0;
    for (int node = 0; node < nodes; node++) {
      highest = Math.max(highest, graph.degree(node));
    }
    int[] next = new int[highest + 2];
    for (int node = 0; node < nodes; node++) {
      next[highest - graph.degree(node) + 1]++;
    }
    for (int k = 1; k < next.length; k++) {
      next[k] += next[k - 1];
    }
    int[] rank = new int[nodes];
    for (int node = 0; node < nodes; node++) {
      rank[node] = next[highest - graph.degree(node)]++;
    }
    return rank;
  }

  /** Rows of neighbours that come before a node, both by rank; fills the starts of the rows. */
  private static int[] towardsHubs(UndirectedGraph graph, int[] rank, int[] start) {
    int nodes = graph.nodes();
    int[] rows = graph.rows().start;
    int[] neighbours = graph.rows().column;
    for (int node = 0; node < nodes; node++) {
      int its = rank[node];
      int kept = 0;
      for (int at = rows[node]; at < rows[node + 1]; at++) {
        kept += rank[neighbours[at]] < its ? 1 : 0;
      }
      start[its + 1] = kept;
    }
    for (int r = 0; r < nodes; r++) {
      start[r + 1] += start[r];
    }
    int[] column = new int[start[nodes]];
    for (int node = 0; node < nodes; node++) {
      int its = rank[node];
      int to = start[its];
      for (int at = rows[node]; at < rows[node + 1]; at++) {
        int other = rank[neighbours[at]];
        if (other < its) {
          column[to++] = other;
        }
      }
    }
    return column;
  }

  /** Number of triangles through a node. */
  public long through(int node) {
    return through[node];
  }

  /** Number of triangles of the graph. */
  public long count() {
    long sum = 0;
    for (long each : through) {
      sum += each;
    }
    return sum / 3;
  }

  /**
   * C(v), from 0 to 1; NaN for a node with fewer than two neighbours, which has no pair to close.
   */
  public double clustering(int node) {
    return (double) through[node] / pairs(node);
  }

  /** The transitivity of the graph, from 0 to 1; NaN where no node has two neighbours. */
  public double transitivity() {
    long pairs = 0;
    for (int node = 0; node < graph.nodes(); node++) {
      pairs = Math.addExact(pairs, pairs(node));
    }
    return (double) (3 * count()) / pairs;
  }

  /** Pairs of neighbours of a node. */
  private long pairs(int node) {
    long degree = graph.degree(node);
    return degree * (degree - 1) / 2;
  }
}
