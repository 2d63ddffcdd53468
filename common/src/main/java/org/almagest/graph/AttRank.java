package org.almagest.graph;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * AttRank (Kanellos et al. 2021): a rank of papers by the attention they may expect, from
 * citations, recent attention and youth.
 *
 * <p>r(p) = α (Σ over papers q that cite p of r(q) / k(q) + D / n) + β A(p) + γ T(p), where k(q)
 * are the references of q, D the rank of all papers without references, A(p) the part of the
 * citations made in the last y years that p got, and T(p) is proportional to e^(-λ age of p), the
 * ages in years. A, T and r each sum to 1. Where no citation is recent, or no year is known, A or T
 * is 1 / n.
 *
 * <p>Power iteration, in O(n + m) a step and 32 n bytes beside the graph; after i steps the ranks
 * are within 2 αⁱ of the solution, in sum.
 *
 * @param citations α, from 0 to below 1
 * @param attention β, from 0
 * @param youth γ, from 0; the three sum to 1
 * @param attentionYears y, from 1: years before the current one count, and that itself
 * @param decay λ, from 0, a year
 * @param tolerance stops when the ranks change by less than this in sum
 */
public record AttRank(
    double citations,
    double attention,
    double youth,
    int attentionYears,
    double decay,
    double tolerance)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The year of a paper of which none is known. */
  public static final int UNKNOWN_YEAR = Integer.MIN_VALUE;

  public AttRank {
    if (!(citations >= 0
        && citations < 1
        && attention >= 0
        && youth >= 0
        && Math.abs(citations + attention + youth - 1) < 1e-9)) {
      throw new IllegalArgumentException(
          "AttRank takes three shares that sum to 1, the first below 1, not "
              + citations
              + ", "
              + attention
              + " and "
              + youth);
    }
    if (!(attentionYears >= 1 && decay >= 0 && decay < Double.POSITIVE_INFINITY && tolerance > 0)) {
      throw new IllegalArgumentException(
          "AttRank takes a year of attention or more, a decay from 0 and a tolerance above 0");
    }
  }

  /**
   * The rank of each paper; they sum to 1. Empty for a graph without nodes.
   *
   * @param graph arcs from citing to cited papers
   * @param year of each paper, or {@link #UNKNOWN_YEAR}
   * @param currentYear later papers count as of this year
   */
  public double[] ranks(DirectedGraph graph, int[] year, int currentYear) {
    int nodes = graph.nodes();
    if (year.length != nodes) {
      throw new IllegalArgumentException(nodes + " papers do not have " + year.length + " years");
    }
    double[] restart = recentCitations(graph, year, currentYear);
    double[] young = new double[nodes];
    Arrays.setAll(young, node -> young(year[node], currentYear));
    restart(restart, young, sum(restart), sum(young), nodes);
    double[] rank = new double[nodes];
    Arrays.fill(rank, 1.0 / Math.max(1, nodes));
    double[] next = young;
    double[] sent = new double[nodes];
    double change = nodes == 0 ? 0 : Double.MAX_VALUE;
    for (int i = 0; i < enoughSteps() && change >= tolerance; i++) {
      double dangling = send(rank, graph::outDegree, sent);
      change = step(graph.in(), sent, dangling / nodes, restart, rank, next);
      double[] previous = rank;
      rank = next;
      next = previous;
    }
    return rank;
  }

  private double[] recentCitations(DirectedGraph graph, int[] year, int currentYear) {
    double[] recent = new double[year.length];
    for (int node = 0; node < year.length; node++) {
      if (isRecent(year[node], currentYear)) {
        for (int at = graph.outStart(node); at < graph.outStart(node + 1); at++) {
          recent[graph.target(at)]++;
        }
      }
    }
    return recent;
  }

  static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** Whether citations by papers of a year count for A. */
  boolean isRecent(int year, int currentYear) {
    return year != UNKNOWN_YEAR && year > (long) currentYear - attentionYears;
  }

  /** What T is proportional to, for a paper of a year. */
  double young(int year, int currentYear) {
    return year == UNKNOWN_YEAR ? 0 : Math.exp(-decay * Math.max(0, (long) currentYear - year));
  }

  /** The steps after which no further one is needed, whatever the ranks still change by. */
  double enoughSteps() {
    return 1 + Math.log(tolerance / 2) / Math.log(citations);
  }

  /**
   * β A(p) + γ T(p), of all nodes or of some of them.
   *
   * @param recent citations of each by recent papers; takes the result
   * @param young what T is proportional to
   * @param recentTotal sum of {@code recent} over all nodes
   * @param youngTotal sum of {@code young} over all nodes
   * @param totalNodes n
   */
  void restart(
      double[] recent, double[] young, double recentTotal, double youngTotal, int totalNodes) {
    for (int node = 0; node < recent.length; node++) {
      double its = recentTotal > 0 ? recent[node] / recentTotal : 1.0 / totalNodes;
      double itsYouth = youngTotal > 0 ? young[node] / youngTotal : 1.0 / totalNodes;
      recent[node] = attention * its + youth * itsYouth;
    }
  }

  /**
   * What papers pass on to each of their references, of all nodes or of some of them.
   *
   * @param references number of each node's
   * @param sent takes r(q) / k(q), or 0 without references
   * @return the rank of those without references, which is their part of D
   */
  static double send(double[] rank, IntToDoubleFunction references, double[] sent) {
    double dangling = 0;
    for (int node = 0; node < rank.length; node++) {
      double its = references.applyAsDouble(node);
      if (its == 0) {
        dangling += rank[node];
        sent[node] = 0;
      } else {
        sent[node] = rank[node] / its;
      }
    }
    return dangling;
  }

  /**
   * A step of the power iteration, of all nodes or of some of them.
   *
   * @param in their rows, whose columns are places in {@code sent}
   * @param spread D / n
   * @param restart from {@link #restart}
   * @param next takes the ranks after the step
   * @return the sum of the absolute changes
   */
  double step(
      CompressedRows in,
      double[] sent,
      double spread,
      double[] restart,
      double[] rank,
      double[] next) {
    double change = 0;
    for (int node = 0; node < rank.length; node++) {
      double received = spread;
      for (int at = in.start[node]; at < in.start[node + 1]; at++) {
        received += sent[in.column[at]];
      }
      next[node] = citations * received + restart[node];
      change += Math.abs(next[node] - rank[node]);
    }
    return change;
  }
}
