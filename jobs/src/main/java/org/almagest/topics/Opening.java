package org.almagest.topics;

/**
 * How a training of {@link GibbsTrainer} begins.
 *
 * @param start the first topics of tokens
 * @param priors those to begin with
 * @param growth of the papers
 * @param overrelaxation of the first sweeps
 * @param spare topics that are dissolved
 */
record Opening(
    Start start, Priors priors, Growth growth, Overrelaxation overrelaxation, Spare spare) {

  /** Where the first topics of tokens come from. */
  enum Start {
    /** They are drawn at random, twice, and the better one goes on: here chance decides much. */
    RANDOM_TWICE,
    /** They are those of a mixture of unigrams that was fitted to a sample. */
    SAMPLE
  }

  /**
   * Documents that are kept open to many topics for a while let tokens move freely, as a high
   * temperature does in annealing, and a small beta sets topics apart from each other.
   *
   * @param alphaSum weight of all topics in the prior of documents
   * @param beta weight of a word in the prior of topics
   * @param sweeps with these: before, topics are too mixed to tell better ones
   */
  record Priors(double alphaSum, double beta, int sweeps) {}

  /**
   * Topics are found as well in a part of the papers, in less time where a core has several blocks.
   *
   * @param halvings how often the papers are halved for the first sweeps
   * @param doublingSweeps sweeps until there are twice as many, again and again until all are there
   */
  record Growth(int halvings, int doublingSweeps) {
    static final Growth NONE = new Growth(0, 0);

    Growth {
      if (halvings > 0 && doublingSweeps < 1) {
        throw new IllegalArgumentException("papers that are halved must double after some sweeps");
      }
    }
  }

  /**
   * Sweeps by counts further on in the direction in which the last sweep changed them.
   *
   * @param sweeps that are such, from the first
   * @param noise what of a change is taken for chance, in standard deviations
   */
  record Overrelaxation(int sweeps, double noise) {
    private static final Overrelaxation NONE = new Overrelaxation(0, 0);
  }

  /**
   * Topics above those wanted, to begin with.
   *
   * @param share of those wanted
   * @param dissolvingSweep the sweep that dissolves the least coherent topics, 0 for none; best one
   *     after which priors are estimated
   */
  record Spare(double share, int dissolvingSweep) {
    private static final Spare NONE = new Spare(0, 0);
  }

  Opening {
    if (growth.halvings() > 0 && start != Start.SAMPLE) {
      throw new IllegalArgumentException("papers at random are all there from the first sweep");
    }
  }

  static final Opening OF_SMALL =
      new Opening(
          Start.RANDOM_TWICE,
          new Priors(5, 0.01, 20),
          Growth.NONE,
          Overrelaxation.NONE,
          Spare.NONE);

  /**
   * Of 100 topics of 6 million tokens one sweep leads to perplexity 2357 from the sample, and to
   * 4411 from topics at random. With spare topics NPMI is 0.172 after 209 sweeps in the mean of
   * three seeds, and 0.168 without, at the same perplexity. The growth of the papers saves a fifth
   * of the time of 99 sweeps, to 1389 instead of 1387 in the mean of two seeds.
   */
  static final Opening OF_LARGE =
      new Opening(
          Start.SAMPLE,
          new Priors(10, 0.003, 20),
          new Growth(2, 20),
          new Overrelaxation(100, 0.5),
          new Spare(0.2, 60));

  /**
   * Where topics have few tokens, counts are small, and most of what changes is below the threshold
   * of a large corpus. With 1,000 topics of 6 million tokens 99 sweeps lead to perplexity 922 and
   * NPMI 0.157 in the mean of two seeds; to 931 and 0.159, in a tenth more time, with all papers
   * from the first sweep; without spare topics as well to 929 and 0.145; and from topics at random
   * to 982 and 0.118.
   */
  static final Opening OF_FINE =
      new Opening(
          Start.SAMPLE,
          new Priors(10, 0.003, 20),
          new Growth(1, 30),
          new Overrelaxation(100, 0.25),
          new Spare(0.1, 40));

  /** Most tokens of a small corpus. */
  private static final long SMALL_TOKENS = 2_000_000;

  /** Fewest tokens a topic that are not few. */
  private static final long FINE_TOKENS = 20_000;

  /**
   * How often the papers are still halved in a sweep: never where too few come after the growth.
   *
   * @param sweep from 1
   * @param lastSweep of the training
   */
  int halvingsIn(int sweep, int lastSweep) {
    int first = Math.max(sweep, 1);
    int growing = growth.halvings() * growth.doublingSweeps();
    boolean tooShort = lastSweep <= growing + growth.doublingSweeps();
    return tooShort || first > growing
        ? 0
        : growth.halvings() - (first - 1) / growth.doublingSweeps();
  }

  /** Topics above so many to begin with. */
  int spareTopics(int topicCount) {
    return (int) (spare.share() * topicCount);
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
