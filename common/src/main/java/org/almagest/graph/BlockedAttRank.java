package org.almagest.graph;

import java.io.Serializable;
import java.util.Arrays;

/**
 * {@link AttRank} over a block of a graph, whose arcs lead from citing to cited papers: the same
 * steps in the same order, so that ranks differ from those of the whole graph by what the sums over
 * all nodes do, which are those of the blocks' sums here.
 *
 * @param settings of AttRank
 * @param currentYear later papers count as of this year
 * @param totalNodes n, the nodes of the whole graph
 */
public record BlockedAttRank(AttRank settings, int currentYear, int totalNodes)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What is known of the nodes of a block between two steps. */
  public static final class State {
    private final double[] ranks;
    private final double[] sent;
    private final double change;
    private final double dangling;

    State(double[] ranks, double[] sent, double change, double dangling) {
      this.ranks = ranks;
      this.sent = sent;
      this.change = change;
      this.dangling = dangling;
    }

    public double[] ranks() {
      return ranks;
    }

    /** What each passes on to each of its references. */
    public double[] sent() {
      return sent;
    }

    /** Sum of the absolute changes of the last step. */
    public double change() {
      return change;
    }

    /** Sum of the ranks of those without references. */
    public double dangling() {
      return dangling;
    }
  }

  /** For each year, 1 where citations by papers of it are recent, and 0 where not. */
  public double[] recent(double[] years) {
    return Arrays.stream(years)
        .map(year -> settings.isRecent((int) year, currentYear) ? 1 : 0)
        .toArray();
  }

  /** What youth is proportional to, for papers of some years. */
  public double[] young(double[] years) {
    return Arrays.stream(years).map(year -> settings.young((int) year, currentYear)).toArray();
  }

  /**
   * Of each node of a block, the citations by recent papers.
   *
   * @param recent view of what {@link #recent} tells
   */
  public static double[] recentCitations(GraphBlock block, double[] recent) {
    CompressedRows rows = block.rows();
    double[] citations = new double[block.nodes()];
    for (int node = 0; node < citations.length; node++) {
      for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
        citations[node] += recent[rows.column[at]];
      }
    }
    return citations;
  }

  /**
   * What each node has without any citation's rank.
   *
   * @param recentCitations of the block's nodes
   * @param young what their youth is proportional to
   * @param recentTotal sum of the former over all blocks
   * @param youngTotal sum of the latter over all blocks
   */
  public double[] restart(
      double[] recentCitations, double[] young, double recentTotal, double youngTotal) {
    double[] restart = recentCitations.clone();
    settings.restart(restart, young, recentTotal, youngTotal, totalNodes);
    return restart;
  }

  /**
   * The state of nodes before the first step.
   *
   * @param references number of references of each
   */
  public State start(double[] references) {
    double[] ranks = new double[references.length];
    Arrays.fill(ranks, 1.0 / Math.max(1, totalNodes));
    return state(ranks, references, 0);
  }

  /**
   * A step.
   *
   * @param sent view of what nodes pass on
   * @param dangling sum of the ranks of nodes without references, over all blocks
   * @param restart from {@link #restart}
   * @param ranks of the block's nodes
   * @param references number of references of each
   */
  public State next(
      GraphBlock block,
      double[] sent,
      double dangling,
      double[] restart,
      double[] ranks,
      double[] references) {
    double[] next = new double[ranks.length];
    double change = settings.step(block.rows(), sent, dangling / totalNodes, restart, ranks, next);
    return state(next, references, change);
  }

  private static State state(double[] ranks, double[] references, double change) {
    double[] sent = new double[ranks.length];
    double dangling = AttRank.send(ranks, node -> references[node], sent);
    return new State(ranks, sent, change, dangling);
  }

  /** Whether a further step is needed after so many, the last of which changed ranks by so much. */
  public boolean goesOn(int steps, double change) {
    return steps < settings.enoughSteps() && change >= settings.tolerance();
  }
}
