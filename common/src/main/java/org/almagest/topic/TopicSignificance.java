package org.almagest.topic;

/**
 * How far a topic is from three kinds of topics that are no subject (AlSumait et al. 2009), each
 * from 0, the same, to 1, nothing in common. All are Jensen–Shannon divergences over ln 2, one of
 * the distances their method allows.
 *
 * @param uniform its terms from the uniform distribution over the vocabulary
 * @param vacuous its terms from those of the whole corpus
 * @param background its papers from all papers. The topic is taken to spread evenly over the share
 *     s of papers in which it is present, which gives ½ [ln(2 / (1 + s)) + s ln(2 s / (1 + s)) + (1
 *     - s) ln 2] / ln 2: 0 for a topic of all papers, 0.5 for one of 29 %, 0.9 for one of 3 %
 */
public record TopicSignificance(double uniform, double vacuous, double background) {
  private static final double LN2 = Math.log(2);

  /**
   * Measures a topic.
   *
   * @param topic its terms
   * @param corpus the terms of the whole corpus, over the same indices
   * @param vocabularySize number of terms, above all indices
   * @param spread its papers
   */
  public static TopicSignificance of(
      SparseDistribution topic, SparseDistribution corpus, int vocabularySize, TopicSpread spread) {
    return new TopicSignificance(
        TopicDistances.divergenceFromUniform(topic, vocabularySize) / LN2,
        TopicDistances.divergence(topic, corpus) / LN2,
        background(spread.paperShare()));
  }

  private static double background(double share) {
    double present = share == 0 ? 0 : share * Math.log(2 * share / (1 + share));
    return 0.5 * (Math.log(2 / (1 + share)) + present + (1 - share) * LN2) / LN2;
  }
}
