package org.almagest.topics;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.almagest.config.Setting;
import org.almagest.config.Settings;

/**
 * How topics are found.
 *
 * @param topicCount number of topics, at least 2
 * @param algorithm the trainer
 * @param iterations training iterations, or empty to choose by the size of the corpus
 * @param termsPerTopic terms listed for each topic
 * @param minWeight smallest weight kept for a paper, 0 to 1
 */
record TopicsConfig(
    int topicCount,
    Algorithm algorithm,
    OptionalInt iterations,
    int termsPerTopic,
    double minWeight) {
  private static final String AUTO = "auto";
  private static final int MOST_TOPICS = 100_000;

  /** The trainers there are. */
  enum Algorithm {
    /** Spark MLlib's online variational Bayes (Hoffman et al. 2010). */
    MLLIB_ONLINE("mllib-online");

    private final String label;

    Algorithm(String label) {
      this.label = label;
    }

    TopicTrainer trainer() {
      return switch (this) {
        case MLLIB_ONLINE -> new MllibOnlineTrainer();
      };
    }
  }

  static TopicsConfig from(Settings settings) {
    String algorithm = settings.text(Setting.TOPICS_ALGORITHM);
    return new TopicsConfig(
        settings.integer(Setting.TOPICS_COUNT, 2, MOST_TOPICS),
        Arrays.stream(Algorithm.values())
            .filter(a -> a.label.equals(algorithm))
            .findFirst()
            .orElseThrow(
                () ->
                    settings.invalid(
                        Setting.TOPICS_ALGORITHM,
                        Arrays.stream(Algorithm.values())
                            .map(a -> a.label)
                            .collect(Collectors.joining(" or ")))),
        settings.text(Setting.TOPICS_ITERATIONS).equals(AUTO)
            ? OptionalInt.empty()
            : OptionalInt.of(settings.integer(Setting.TOPICS_ITERATIONS, 1, Integer.MAX_VALUE)),
        settings.integer(Setting.TOPICS_TERMS_PER_TOPIC, 1, 1000),
        // Every paper keeps at least its main topic, whatever the limit.
        settings.number(Setting.TOPICS_MIN_WEIGHT, 0, 1));
  }
}
