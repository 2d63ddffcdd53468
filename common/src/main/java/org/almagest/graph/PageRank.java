package org.almagest.graph;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Weighted PageRank (Page et al. 1999) on an undirected graph.
 *
 * <p>r(v) = (1 - d) / n + d (Σ over neighbours u of r(u) w(u,v) / s(u) + D / n), where d is the
 * damping, n the number of nodes, w the weight, s(u) the strength of u, and D the rank of all nodes
 * without edges. Power iteration from the uniform vector; each takes O(n + m).
 *
 * @param damping d, from 0 to 1
 * @param tolerance stops when the ranks change by less than this in sum
 * @param maxIterations stops then in any case
 */
public record PageRank(double damping, double tolerance, int maxIterations)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public PageRank {
    if (!(damping >= 0 && damping < 1 && tolerance > 0 && maxIterations > 0)) {
      throw new IllegalArgumentException(
          "PageRank takes a damping in [0, 1), a tolerance above 0 and at least one iteration");
    }
  }

  /** The rank of each node; they sum to 1. Empty for a graph without nodes. */
  public double[] ranks(UndirectedGraph graph) {
    int nodes = graph.nodes();
    double[] rank = new double[nodes];
    Arrays.fill(rank, 1.0 / nodes);
    double[] perStrength = new double[nodes];
    double[] strength = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      strength[node] = graph.strength(node);
    }
    double[] next = new double[nodes];
    double change = nodes == 0 ? 0 : Double.MAX_VALUE;
    for (int i = 0; i < maxIterations && change >= tolerance; i++) {
      double dangling = 0;
      for (int node = 0; node < nodes; node++) {
        if (strength[node] > 0) {
          perStrength[node] = rank[node] / strength[node];
        } else {
          dangling += rank[node];
        }
      }
      double base = (1 - damping + damping * dangling) / nodes;
      change = 0;
      for (int node = 0; node < nodes; node++) {
        double received = 0;
        int end = graph.rowStart(node + 1);
        for (int at = graph.rowStart(node); at < end; at++) {
          received += perStrength[graph.neighbour(at)] * graph.weight(at);
        }
        next[node] = base + damping * received;
        change += Math.abs(next[node] - rank[node]);
      }
      double[] previous = rank;
      rank = next;
      next = previous;
    }
    return rank;
  }
}
