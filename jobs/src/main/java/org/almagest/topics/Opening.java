package org.almagest.topics;

/**
 * How a training of {@link GibbsTrainer} begins.
 *
 * @param start the first topics of tokens
 * @param alphaSum weight of all topics in the prior of documents, to begin with
 * @param beta weight of a word in the prior of topics, to begin with
 * @param priorSweeps sweeps with these: before, topics are too mixed to tell better ones
 * @param overrelaxedSweeps sweeps that are over-relaxed
 * @param noise what of a change is taken for chance in these, in standard deviations
 * @param spareShare topics above those wanted, by these, to begin with
 * @param dissolvingSweep the sweep that dissolves the least coherent topics; best one after which
 *     priors are estimated
 */
record Opening(
    Start start,
    double alphaSum,
    double beta,
    int priorSweeps,
    int overrelaxedSweeps,
    double noise,
    double spareShare,
    int dissolvingSweep) {

  /** Where the first topics of tokens come from. */
  enum Start {
    /** They are drawn at random, twice, and the better one goes on: here chance decides much. */
    RANDOM_TWICE,
    /** They are those of a mixture of unigrams that was fitted to a sample. */
    SAMPLE
  }

  static final Opening OF_SMALL = new Opening(Start.RANDOM_TWICE, 5, 0.01, 20, 0, 0, 0, 0);

  /**
   * Documents that are kept open to many topics for a while let tokens move freely, as a high
   * temperature does in annealing, and a small beta sets topics apart from each other. Over-relaxed
   * sweeps save some more. With 100 topics of 6 million tokens 109 sweeps lead to a perplexity of
   * 1380 in the mean of four seeds, and one sweep to 2357; from topics at random to 1386 in the
   * mean of two seeds, and to 4411. With spare topics NPMI is 0.172 after 209 sweeps in the mean of
   * three seeds, and 0.168 without, at the same perplexity.
   */
  static final Opening OF_LARGE = new Opening(Start.SAMPLE, 10, 0.003, 20, 100, 0.5, 0.2, 60);

  /**
   * Where topics have few tokens, counts are small, and most of what changes is below the threshold
   * of a large corpus. With 1,000 topics of 6 million tokens 99 sweeps lead to perplexity 935 and
   * NPMI 0.159 with spare topics, to 929 and 0.145 without, and to 982 and 0.118 from topics at
   * random.
   */
  static final Opening OF_FINE = new Opening(Start.SAMPLE, 10, 0.003, 20, 100, 0.25, 0.1, 40);

  /** Most tokens of a small corpus. */
  private static final long SMALL_TOKENS = 2_000_000;

  /** Fewest tokens a topic that are not few. */
  private static final long FINE_TOKENS = 20_000;

  /** Topics above so many to begin with. */
  int spareTopics(int topicCount) {
    return (int) (spareShare * topicCount);
  }

  /** Whether this sweep dissolves the topics above those wanted; the first is 1. */
  boolean dissolvesIn(int sweep) {
    return spareShare > 0 && sweep == dissolvingSweep;
  }

  /** Most topics that there are at a time where so many are wanted. */
  int mostTopics(int topicCount) {
    return switch (start) {
      case RANDOM_TWICE -> GibbsTrainer.WIDE * topicCount;
      case SAMPLE -> topicCount + spareTopics(topicCount);
    };
  }

  static Opening of(long tokens, int topicCount) {
    if (tokens <= SMALL_TOKENS) {
      return OF_SMALL;
    }
    return tokens / topicCount < FINE_TOKENS ? OF_FINE : OF_LARGE;
  }
}
