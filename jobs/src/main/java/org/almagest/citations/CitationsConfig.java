package org.almagest.citations;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.distributed.BlockedGraph;
import org.almagest.graph.AttRank;
import org.almagest.graph.CoupledPapers;

/**
 * How the citation graph is measured.
 *
 * @param couplingTop papers listed for each paper
 * @param couplingMinShared pairs that share fewer are not listed
 * @param couplingMaxPapers what more papers share is left out of coupling
 * @param attRankAlpha share of citations in AttRank
 * @param attRankBeta share of recent attention
 * @param attRankGamma share of youth; the three sum to 1
 * @param attRankYears years whose citations are recent
 * @param attRankDecay of youth, a year
 * @param maxLocalEdges a graph of more citations is computed in blocks
 */
record CitationsConfig(
    int couplingTop,
    int couplingMinShared,
    int couplingMaxPapers,
    double attRankAlpha,
    double attRankBeta,
    double attRankGamma,
    int attRankYears,
    double attRankDecay,
    int maxLocalEdges)
    implements Serializable {
  private static final int MOST_LOCAL_NODES = Integer.MAX_VALUE - 8;
  private static final int MOST_LISTED = 1000;
  // Steps grow with 1 / (1 - alpha): this takes 2,800.
  private static final double MOST_ALPHA = 0.99;
  private static final double MOST_DECAY = 1000;
  private static final double ROUNDING = 1e-9;

  static CitationsConfig from(Settings settings) {
    CitationsConfig config =
        new CitationsConfig(
            settings.integer(Setting.CITATIONS_COUPLING_TOP, 1, MOST_LISTED),
            settings.integer(Setting.CITATIONS_COUPLING_MIN_SHARED, 1, Integer.MAX_VALUE),
            settings.integer(Setting.CITATIONS_COUPLING_MAX_PAPERS, 2, Integer.MAX_VALUE),
            settings.number(Setting.CITATIONS_ATTRANK_ALPHA, 0, MOST_ALPHA),
            settings.number(Setting.CITATIONS_ATTRANK_BETA, 0, 1),
            settings.number(Setting.CITATIONS_ATTRANK_GAMMA, 0, 1),
            settings.integer(Setting.CITATIONS_ATTRANK_YEARS, 1, Integer.MAX_VALUE),
            settings.number(Setting.CITATIONS_ATTRANK_DECAY, 0, MOST_DECAY),
            settings.integer(Setting.GRAPH_MAX_LOCAL_EDGES, 0, BlockedGraph.MOST_LOCAL_EDGES));
    double gamma = 1 - config.attRankAlpha - config.attRankBeta;
    if (Math.abs(config.attRankGamma - gamma) >= ROUNDING) {
      String others =
          ", since alpha is "
              + config.attRankAlpha
              + ", beta is "
              + config.attRankBeta
              + " and the three sum to 1";
      throw settings.invalid(
          Setting.CITATIONS_ATTRANK_GAMMA,
          (gamma < 0 ? "0, with a smaller alpha or beta" : decimal(gamma)) + others);
    }
    return config;
  }

  private static String decimal(double share) {
    return BigDecimal.valueOf(share)
        .setScale(9, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Whether one task is to compute the graph. */
  boolean isLocal(long papers, long citations) {
    // Coupling has a node for each paper, and for each work outside the corpus.
    return citations <= maxLocalEdges && papers + citations <= MOST_LOCAL_NODES;
  }

  CoupledPapers coupledPapers() {
    return new CoupledPapers(couplingTop, couplingMinShared, couplingMaxPapers);
  }

  AttRank attRank(double tolerance) {
    return new AttRank(
        attRankAlpha, attRankBeta, attRankGamma, attRankYears, attRankDecay, tolerance);
  }
}
