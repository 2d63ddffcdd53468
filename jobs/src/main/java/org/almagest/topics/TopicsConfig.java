package org.almagest.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.config.TopicsRefresh;
import org.almagest.topic.TokenBlock;

/**
 * How topics are found.
 *
 * @param topicCounts numbers of topics to try, each at least 2, rising
 * @param algorithm the trainer
 * @param refresh what becomes of the topics of the snapshot before
 * @param iterations training iterations, or empty to choose by the size of the corpus
 * @param tolerance training ends when held-out perplexity falls by a smaller share
 * @param checkpointSweeps sweeps between checkpoints
 * @param stabilitySeeds further trainings that tell how stable topics are
 * @param termsPerTopic terms listed for each topic
 * @param minWeight smallest weight kept for a paper, 0 to 1
 */
record TopicsConfig(
    List<Integer> topicCounts,
    Algorithm algorithm,
    TopicsRefresh refresh,
    OptionalInt iterations,
    double tolerance,
    int checkpointSweeps,
    int stabilitySeeds,
    int termsPerTopic,
    double minWeight) {
  private static final String AUTO = "auto";
  private static final int MOST_TOPICS = TokenBlock.MAX_TOPICS;

  /** The trainers there are. */
  enum Algorithm {
    /** Sparse Gibbs sampling with frozen topic–word probabilities. */
    GIBBS("gibbs"),
    /** Spark MLlib's online variational Bayes (Hoffman et al. 2010). */
    MLLIB_ONLINE("mllib-online"),
    /** Spark MLlib's expectation–maximisation (Asuncion et al. 2009). */
    MLLIB_EM("mllib-em");

    private final String label;

    Algorithm(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    TopicTrainer trainer() {
      return switch (this) {
        case GIBBS -> new GibbsTrainer();
        case MLLIB_ONLINE -> new MllibTrainer(MllibTrainer.Optimizer.ONLINE);
        case MLLIB_EM -> new MllibTrainer(MllibTrainer.Optimizer.EM);
      };
    }
  }

  static TopicsConfig from(Settings settings) {
    TopicsConfig config =
        new TopicsConfig(
            topicCounts(settings),
            settings.choice(
                Setting.TOPICS_ALGORITHM, List.of(Algorithm.values()), Algorithm::label),
            settings.choice(
                Setting.TOPICS_REFRESH, List.of(TopicsRefresh.values()), TopicsRefresh::label),
            settings.text(Setting.TOPICS_ITERATIONS).equals(AUTO)
                ? OptionalInt.empty()
                : OptionalInt.of(settings.integer(Setting.TOPICS_ITERATIONS, 1, Integer.MAX_VALUE)),
            settings.number(Setting.TOPICS_TOLERANCE, 0, 1),
            settings.integer(Setting.TOPICS_CHECKPOINT_SWEEPS, 1, 1000),
            settings.integer(Setting.TOPICS_STABILITY_SEEDS, 0, 100),
            settings.integer(Setting.TOPICS_TERMS_PER_TOPIC, 1, 1000),
            // Every paper keeps at least its main topic, whatever the limit.
            settings.number(Setting.TOPICS_MIN_WEIGHT, 0, 1));
    if (config.refresh == TopicsRefresh.TRAIN_ON && config.algorithm != Algorithm.GIBBS) {
      throw settings.invalid(
          Setting.TOPICS_REFRESH, "retrain or fold-in where topics.algorithm is not gibbs");
    }
    return config;
  }

  private static List<Integer> topicCounts(Settings settings) {
    String text = settings.text(Setting.TOPICS_COUNT);
    List<Integer> counts = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      try {
        counts.add(Integer.parseInt(part.strip()));
      } catch (NumberFormatException e) {
        counts.add(0);
      }
    }
    if (counts.stream().anyMatch(count -> count < 2 || count > MOST_TOPICS)) {
      throw settings.invalid(
          Setting.TOPICS_COUNT,
          "a whole number from 2 to " + MOST_TOPICS + ", or several with commas between them");
    }
    return counts.stream().sorted().distinct().toList();
  }

  /** All that a trained model depends on beside papers, seed and number of topics. */
  String trainingKey() {
    return algorithm + " " + iterations + " " + tolerance;
  }
}
