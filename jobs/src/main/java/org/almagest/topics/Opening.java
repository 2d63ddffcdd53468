package org.almagest.topics;

import java.util.OptionalInt;

/**
 * How a training of {@link GibbsTrainer} begins.
 *
 * @param start the first topics of tokens
 * @param alphaSum weight of all topics in the prior of documents, to begin with
 * @param beta weight of a word in the prior of topics, to begin with
 * @param priorSweeps sweeps with these: before, topics are too mixed to tell better ones
 * @param overrelaxedSweeps sweeps that are over-relaxed
 * @param noise what of a change is taken for chance in these, in standard deviations
 */
record Opening(
    Start start,
    double alphaSum,
    double beta,
    int priorSweeps,
    int overrelaxedSweeps,
    double noise) {

  /** Where the first topics of tokens come from. */
  enum Start {
    /** They are drawn at random. */
    RANDOM,
    /** The same, twice, and the better one goes on: in a small corpus chance decides much. */
    RANDOM_TWICE,
    /** They are those of a mixture of unigrams that was fitted to a sample. */
    SAMPLE
  }

  static final Opening OF_SMALL = new Opening(Start.RANDOM_TWICE, 5, 0.01, 20, 0, 0);

  /**
   * Documents that are kept open to many topics for a while let tokens move freely, as a high
   * temperature does in annealing, and a small beta sets topics apart from each other. Over-relaxed
   * sweeps save some more: with 100 topics perplexity is 1374 after 119 sweeps, 1383 where only the
   * first fifty are over-relaxed.
   */
  static final Opening OF_LARGE = new Opening(Start.RANDOM, 10, 0.003, 30, 100, 0.5);

  /**
   * Of few sweeps none is left for topics to come apart: with 100 topics of 6 million tokens a
   * single sweep leads to perplexity 2357 from a sample, and to 4411 from topics at random. Long
   * trainings end with a lower perplexity at random, by some 0.7 %.
   */
  static final Opening OF_SHORT = new Opening(Start.SAMPLE, 10, 0.003, 10, 100, 0.5);

  /**
   * Where topics have few tokens, they come apart late and not well: with 1,000 topics of 6 million
   * tokens 100 sweeps lead to perplexity 929 and NPMI 0.145 from a sample, and to 982 and 0.118
   * from topics at random. And counts are small, so that most of what changes is below the
   * threshold of a large corpus.
   */
  static final Opening OF_FINE = new Opening(Start.SAMPLE, 10, 0.003, 20, 100, 0.25);

  /** Most tokens of a small corpus. */
  private static final long SMALL_TOKENS = 2_000_000;

  /** Fewest tokens a topic that are not few. */
  private static final long FINE_TOKENS = 20_000;

  /** Most sweeps of a short training. */
  private static final int SHORT_SWEEPS = 50;

  /**
   * @param tokens of the corpus
   * @param sweeps that are asked for, if any number is
   */
  static Opening of(long tokens, int topicCount, OptionalInt sweeps) {
    if (tokens <= SMALL_TOKENS) {
      return OF_SMALL;
    }
    if (tokens / topicCount < FINE_TOKENS) {
      return OF_FINE;
    }
    return sweeps.isPresent() && sweeps.getAsInt() <= SHORT_SWEEPS ? OF_SHORT : OF_LARGE;
  }
}
