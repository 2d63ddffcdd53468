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
 * positive definite one, so that it converges (Ostrowski 1954). For directed ones ω is 1, Gauss and
 * Seidel's method, and a step goes through the nodes the way most arcs lead: were it all arcs, two
 * steps would do.
 *
 * <p>No rank is below (1 - d) / n, so that a step that overshoots ends there (Cryer 1971). A step
 * of δ, the overshoot included, leaves a residual of at most (1 / ω + d) |δ|, so that a sum of
 * steps below t means ranks within 2 t (1 + d) / (1 - d) of the solution, in sum. Memory: 24 n
 * bytes beside the graph. A step takes O(n + m).
 *
 * @param damping d, from 0 to below 1
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
    double relaxation = 2 / (1 + Math.sqrt(1 - damping * damping));
    return solve(graph.rows(), graph.rows(), relaxation);
  }

  /** The rank of each node; they sum to 1. Empty for a graph without nodes. */
  public double[] ranks(DirectedGraph graph) {
    return solve(graph.out(), graph.in(), 1);
  }

  private double[] solve(CompressedRows out, CompressedRows in, double relaxation) {
    int nodes = out.nodes();
    double[] perStrength = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      // A node without outgoing arcs is in no row of incoming ones, whatever stands here.
      perStrength[node] = out.length(node) == 0 ? 0 : 1 / out.sum(node);
    }
    double[] rank = new double[nodes];
    Arrays.fill(rank, 1.0 / Math.max(1, nodes));
    double[] sent = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      sent[node] = rank[node] * perStrength[node];
    }
    Sweep sweep = new Sweep(in, rank, sent, perStrength, damping, relaxation);
    boolean forwards = leadsForwards(out);
    double change = Double.MAX_VALUE;
    for (int i = 0; i < maxIterations && change >= tolerance; i++) {
      change = forwards ? sweep.forwards() : sweep.backwards();
    }
    double sum = sum(rank);
    for (int node = 0; node < nodes; node++) {
      rank[node] /= sum;
    }
    return rank;
  }

  /** Whether most arcs lead to a node with a higher number, or as many as to a lower one. */
  private static boolean leadsForwards(CompressedRows out) {
    long balance = 0;
    for (int node = 0; node < out.nodes(); node++) {
      for (int at = out.start[node]; at < out.start[node + 1]; at++) {
        balance += Integer.signum(out.column[at] - node);
      }
    }
    return balance >= 0;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** One step over all nodes. */
  private static final class Sweep {
    private final CompressedRows in;
    private final double[] rank;
    private final double[] sent;
    private final double[] perStrength;
    private final double damping;
    private final double relaxation;

    Sweep(
        CompressedRows in,
        double[] rank,
        double[] sent,
        double[] perStrength,
        double damping,
        double relaxation) {
      this.in = in;
      this.rank = rank;
      this.sent = sent;
      this.perStrength = perStrength;
      this.damping = damping;
      this.relaxation = relaxation;
    }

    /** The change of all ranks, as a part of their sum. */
    double forwards() {
      return in.weighted() ? weighted(0, 1) : unweighted(0, 1);
    }

    double backwards() {
      return in.weighted() ? weighted(rank.length - 1, -1) : unweighted(rank.length - 1, -1);
    }

    private double unweighted(int first, int direction) {
      int[] start = in.start;
      int[] column = in.column;
      double base = (1 - damping) / rank.length;
      double change = 0;
      double total = 0;
      int node = first;
      for (int i = 0; i < rank.length; i++, node += direction) {
        int end = start[node + 1];
        double received = 0;
        for (int at = start[node]; at < end; at++) {
          received += sent[column[at]];
        }
        double step = relaxation * (base + damping * received - rank[node]);
        double now = Math.max(base, rank[node] + step);
        rank[node] = now;
        sent[node] = now * perStrength[node];
        change += Math.abs(step);
        total += now;
      }
      return change / total;
    }

    private double weighted(int first, int direction) {
      int[] start = in.start;
      int[] column = in.column;
      double[] weight = in.weight;
      double base = (1 - damping) / rank.length;
      double change = 0;
      double total = 0;
      int node = first;
      for (int i = 0; i < rank.length; i++, node += direction) {
        int end = start[node + 1];
        double received = 0;
        for (int at = start[node]; at < end; at++) {
          received += sent[column[at]] * weight[at];
        }
        double step = relaxation * (base + damping * received - rank[node]);
        double now = Math.max(base, rank[node] + step);
        rank[node] = now;
        sent[node] = now * perStrength[node];
        change += Math.abs(step);
        total += now;
      }
      return change / total;
    }
  }
}
