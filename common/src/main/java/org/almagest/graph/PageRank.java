package org.almagest.graph;

import java.io.Serializable;
import java.util.Arrays;

/**
 * PageRank (Page et al. 1999), weighted or not, on directed and undirected graphs.
 *
 * <p>r(v) = (1 - d) / n + d (Σ over arcs u → v of r(u) w(u,v) / s(u) + D / n), where d is the
 * damping, n the number of nodes, w the weight, s(u) the sum of the weights of u's outgoing arcs,
 * and D the rank of all nodes without any. An undirected edge is an arc each way.
 *
 * <p>Without D the solution of that linear system is the same but for a factor (Gleich 2015), so
 * that y = (1 - d) / n + d P y is solved, and scaled to the sum 1. It is solved by successive
 * over-relaxation (Young 1954) in place, each node from the newest ranks of its neighbours: y(v)
 * grows by ω ((1 - d) / n + d (P y)(v) - y(v)). For undirected graphs ω = 2 / (1 + √(1 - d²)),
 * which takes a fifth of the steps of power iteration; the system is similar to a symmetric
 * positive definite one, so that it converges (Ostrowski 1954).For directed ones ω is 1, Gauss and
 * Seidel's method, and strongly connected components are solved one after the other, those first
 * that arcs lead from: a paper that is in no circle of citations is done in one step.
 *
 * <p>No rank is below (1 - d) / n, so that a step that overshoots ends there (Cryer 1971). A step
 * of δ, the overshoot included, leaves a residual of at most (1 / ω + d) |δ|, so that a sum of
 * steps below t means ranks within 2 t (1 + d) / (1 - d) of the solution, in sum. Memory: 32 n
 * bytes beside the graph. A step takes O(n + m).
 *
 * @param damping d, from 0 to below 1
 * @param tolerance stops when the ranks change by less than this in sum
 * @param maxIterations stops then in any case; of directed graphs, each component by itself
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
    double relaxation = 2 / (1 + Math.sqrt(1 - damping * damping));
    int[] order = new int[graph.nodes()];
    Arrays.setAll(order, node -> node);
    Sweep sweep = new Sweep(graph.rows(), graph.rows(), order, damping, relaxation);
    solve(sweep, 0, order.length);
    return scaled(sweep.rank);
  }

  /** The rank of each node; they sum to 1. Empty for a graph without nodes. */
  public double[] ranks(DirectedGraph graph) {
    int[] component = StrongComponents.of(graph);
    int[] order = sourcesFirst(component);
    Sweep sweep = new Sweep(graph.out(), graph.in(), order, damping, 1);
    int from = 0;
    for (int to = 1; to <= order.length; to++) {
      if (to == order.length || component[order[to]] != component[order[from]]) {
        solve(sweep, from, to);
        from = to;
      }
    }
    return scaled(sweep.rank);
  }

  private void solve(Sweep sweep, int from, int to) {
    // A node alone takes nothing from itself, so that its first step is its last.
    int steps = to - from == 1 ? 1 : maxIterations;
    double change = to == from ? 0 : Double.MAX_VALUE;
    for (int i = 0; i < steps && change >= tolerance; i++) {
      change = sweep.step(from, to);
    }
  }

  /** Nodes by falling component, so that arcs between components lead onwards. */
  private static int[] sourcesFirst(int[] component) {
    int components = 0;
    for (int each : component) {
      components = Math.max(components, each + 1);
    }
    int[] next = new int[components + 1];
    for (int each : component) {
      next[components - each]++;
    }
    for (int c = 1; c <= components; c++) {
      next[c] += next[c - 1];
    }
    int[] order = new int[component.length];
    for (int node = 0; node < order.length; node++) {
      order[next[components - 1 - component[node]]++] = node;
    }
    return order;
  }

  private static double[] scaled(double[] rank) {
    double sum = sum(rank);
    for (int node = 0; node < rank.length; node++) {
      rank[node] /= sum;
    }
    return rank;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** Steps over nodes in an order, and the ranks so far. */
  private static final class Sweep {
    final double[] rank;
    private final CompressedRows in;
    private final int[] order;
    private final double[] sent;
    private final double[] perStrength;
    private final double damping;
    private final double relaxation;

    Sweep(CompressedRows out, CompressedRows in, int[] order, double damping, double relaxation) {
      int nodes = order.length;
      this.in = in;
      this.order = order;
      this.damping = damping;
      this.relaxation = relaxation;
      this.rank = new double[nodes];
      this.sent = new double[nodes];
      this.perStrength = new double[nodes];
      for (int node = 0; node < nodes; node++) {
        rank[node] = 1.0 / nodes;
        // A node without outgoing arcs is in no row of incoming ones, whatever stands here.
        perStrength[node] = out.length(node) == 0 ? 0 : 1 / out.sum(node);
        sent[node] = rank[node] * perStrength[node];
      }
    }

    /** The change of the ranks of some places of the order, as a part of their sum. */
    double step(int from, int to) {
      boolean weighted = in.weighted();
      double base = (1 - damping) / rank.length;
      double change = 0;
      double total = 0;
      for (int i = from; i < to; i++) {
        int node = order[i];
        double received = weighted ? receivedByWeight(node) : received(node);
        double step = relaxation * (base + damping * received - rank[node]);
        double now = Math.max(base, rank[node] + step);
        rank[node] = now;
        sent[node] = now * perStrength[node];
        change += Math.abs(step);
        total += now;
      }
      return change / total;
    }

    private double received(int node) {
      int[] column = in.column;
      int end = in.start[node + 1];
      double received = 0;
      for (int at = in.start[node]; at < end; at++) {
        received += sent[column[at]];
      }
      return received;
    }

    private double receivedByWeight(int node) {
      int[] column = in.column;
      double[] weight = in.weight;
      int end = in.start[node + 1];
      double received = 0;
      for (int at = in.start[node]; at < end; at++) {
        received += sent[column[at]] * weight[at];
      }
      return received;
    }
  }
}
