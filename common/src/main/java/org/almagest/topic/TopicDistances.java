package org.almagest.topic;

import java.util.List;

/**
 * Jensen–Shannon divergence between topics (Lin 1991), and the distance it is the square of.
 *
 * <p>JS(P, Q) = ½ Σ p ln(p / m) + ½ Σ q ln(q / m) with m = (p + q) / 2, in nats: 0 for equal topics
 * and ln 2 for topics without a common term. Its square root is a metric (Endres and Schindelin
 * 2003).
 *
 * <p>A term of one topic alone adds ½ p ln 2, so only common terms need a logarithm: JS = ½ [ln 2
 * (Σ p + Σ q) + Σ over common terms (p ln p + q ln q - (p + q) ln(p + q))].
 */
public final class TopicDistances {
  private static final double LN2 = Math.log(2);

  /** Divergences below it are what rounding leaves of equal topics. */
  private static final double ROUNDING = 1e-13;

  private TopicDistances() {}

  /** The divergence of two distributions, from 0 to ln 2. */
  public static double divergence(SparseDistribution first, SparseDistribution second) {
    double common = 0;
    int i = 0;
    int j = 0;
    while (i < first.size() && j < second.size()) {
      int order = Integer.compare(first.index(i), second.index(j));
      if (order == 0) {
        double p = first.value(i);
        double q = second.value(j);
        common += entropyTerm(p) + entropyTerm(q) - entropyTerm(p + q);
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return bounded(LN2 * (first.sum() + second.sum()) + common);
  }

  /**
   * The divergence of a distribution from the one in which all indices are equally probable.
   *
   * @param size number of indices, more than any of the distribution
   */
  public static double divergenceFromUniform(SparseDistribution distribution, int size) {
    double q = 1.0 / size;
    double common = 0;
    for (int i = 0; i < distribution.size(); i++) {
      double p = distribution.value(i);
      common += entropyTerm(p) + entropyTerm(q) - entropyTerm(p + q);
    }
    return bounded(LN2 * (distribution.sum() + 1) + common);
  }

  /**
   * The divergences of all pairs of topics. Takes one logarithm for each pair of topics and term
   * they share.
   *
   * @return symmetric, 0 on the diagonal
   */
  public static double[][] divergences(List<SparseDistribution> topics) {
    int count = topics.size();
    TermPostings postings = TermPostings.of(topics);
    double[][] divergence = new double[count][count];
    for (int k = 0; k < count; k++) {
      SparseDistribution topic = topics.get(k);
      double[] common = new double[count];
      for (int i = 0; i < topic.size(); i++) {
        addCommon(postings, topic.index(i), topic.value(i), k, common);
      }
      for (int other = 0; other < k; other++) {
        double value = bounded(LN2 * (topic.sum() + topics.get(other).sum()) + common[other]);
        divergence[k][other] = value;
        divergence[other][k] = value;
      }
    }
    return divergence;
  }

  /** The distances of all pairs of topics, √JS, from 0 to √ln 2. */
  public static double[][] distances(List<SparseDistribution> topics) {
    double[][] distance = divergences(topics);
    for (double[] row : distance) {
      for (int k = 0; k < row.length; k++) {
        row[k] = Math.sqrt(row[k]);
      }
    }
    return distance;
  }

  /** Adds what a term of a topic has in common with each topic before it. */
  private static void addCommon(
      TermPostings postings, int term, double p, int topic, double[] common) {
    double own = entropyTerm(p);
    int end = postings.end(term);
    for (int at = postings.start(term); at < end && postings.topic(at) < topic; at++) {
      double q = postings.value(at);
      common[postings.topic(at)] += own + entropyTerm(q) - entropyTerm(p + q);
    }
  }

  private static double entropyTerm(double p) {
    return p * Math.log(p);
  }

  private static double bounded(double twice) {
    double divergence = twice / 2;
    return divergence < ROUNDING ? 0 : Math.min(LN2, divergence);
  }
}
