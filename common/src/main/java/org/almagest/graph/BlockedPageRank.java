package org.almagest.graph;

import java.io.Serializable;

/**
 * One step of PageRank over a block of a graph; see {@link PageRank} for what is solved. All nodes
 * step at once, from the ranks of the step before, so that neither the order of blocks nor their
 * number changes a rank.
 *
 * <p>With y the ranks, b = (1 - d) / n and d P the damped transition, a step is
 *
 * <p>y(k+1) = ω(k+1) (b + d P y(k) - y(k-1)) + y(k-1).
 *
 * <p>With ω = 1 that is power iteration. Where P is similar to a symmetric matrix, as it is for
 * undirected graphs, the weights of Chebyshev's semi-iteration (Golub and Varga 1961), ω(1) = 1,
 * ω(2) = 1 / (1 - d² / 2) and ω(k+1) = 1 / (1 - d² ω(k) / 4), take a third of the steps.
 *
 * @param damping d, from 0 to below 1
 * @param totalNodes n, the nodes of the whole graph
 */
public record BlockedPageRank(double damping, int totalNodes) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The ranks of a block after a step. */
  public static final class Step {
    private final double[] ranks;
    private final double change;
    private final double total;

    /**
     * @param ranks of its nodes
     * @param change sum of the absolute changes
     * @param total sum of the ranks
     */
    Step(double[] ranks, double change, double total) {
      this.ranks = ranks;
      this.change = change;
      this.total = total;
    }

    public double[] ranks() {
      return ranks;
    }

    public double change() {
      return change;
    }

    public double total() {
      return total;
    }
  }

  /** The weight ω of a step, counted from 1, by the one before, for an undirected graph. */
  public double weight(int step, double before) {
    if (step == 1) {
      return 1;
    }
    double square = damping * damping;
    return 1 / (1 - (step == 2 ? square / 2 : square * before / 4));
  }

  /**
   * What each node passes on for a unit of weight: its rank over its strength, 0 for a node without
   * outgoing arcs.
   *
   * @param strengths sums of the weights of the nodes' outgoing arcs
   */
  public static double[] sent(double[] ranks, double[] strengths) {
    double[] sent = new double[ranks.length];
    for (int node = 0; node < sent.length; node++) {
      sent[node] = strengths[node] == 0 ? 0 : ranks[node] / strengths[node];
    }
    return sent;
  }

  /**
   * A step.
   *
   * @param sent view of what nodes pass on
   * @param ranks of the block's nodes
   * @param before their ranks a step earlier; only looked at where the weight is not 1
   * @param weight ω
   */
  public Step next(
      GraphBlock block, double[] sent, double[] ranks, double[] before, double weight) {
    CompressedRows rows = block.rows();
    double base = (1 - damping) / totalNodes;
    double[] next = new double[ranks.length];
    double change = 0;
    double total = 0;
    for (int node = 0; node < next.length; node++) {
      double received = 0;
      for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
        received += sent[rows.column[at]] * rows.weight[at];
      }
      double now = base + damping * received;
      if (weight != 1) {
        // No rank is below the base, whatever a step overshoots.
        now = Math.max(base, weight * (now - before[node]) + before[node]);
      }
      next[node] = now;
      change += Math.abs(now - ranks[node]);
      total += now;
    }
    return new Step(next, change, total);
  }
}
