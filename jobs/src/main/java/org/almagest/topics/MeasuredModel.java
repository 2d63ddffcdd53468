package org.almagest.topics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.almagest.topic.CoherenceCounts;
import org.almagest.topic.LargestTerms;
import org.almagest.topic.SparseDistribution;
import org.almagest.topic.TopicDiversity;

/**
 * A trained model and how good it is.
 *
 * @param topicCount number of topics that was asked for
 * @param topics the model
 * @param terms P(term | topic) of each of its topics
 * @param coherence of each topic
 * @param diversity share of distinct terms among the top terms
 * @param stability of each topic, or empty if it was not measured
 * @param seconds that training took
 */
record MeasuredModel(
    int topicCount,
    TrainedTopics topics,
    List<SparseDistribution> terms,
    CoherenceCounts coherence,
    OptionalDouble diversity,
    StabilityOfTopics stability,
    double seconds) {

  /** Stability of each topic. */
  record StabilityOfTopics(List<Double> values) {
    OptionalDouble of(int topic) {
      return values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(values.get(topic));
    }
  }

  static MeasuredModel of(
      int topicCount,
      TrainedTopics topics,
      List<SparseDistribution> terms,
      CoherenceCounts coherence,
      StabilityOfTopics stability,
      double seconds) {
    int[][] topTerms =
        terms.stream()
            .map(topic -> LargestTerms.of(topic, TopicDiversity.TERMS))
            .toArray(int[][]::new);
    return new MeasuredModel(
        topicCount, topics, terms, coherence, TopicDiversity.of(topTerms), stability, seconds);
  }

  /** Topics that have any tokens, which may be fewer than were asked for. */
  int size() {
    return terms.size();
  }

  OptionalDouble meanNpmi() {
    return mean(
        IntStream.range(0, size()).mapToObj(coherence::npmi).toArray(OptionalDouble[]::new));
  }

  OptionalDouble meanCv() {
    return mean(IntStream.range(0, size()).mapToObj(coherence::cv).toArray(OptionalDouble[]::new));
  }

  OptionalDouble meanStability() {
    return mean(IntStream.range(0, size()).mapToObj(stability::of).toArray(OptionalDouble[]::new));
  }

  /** Topic quality, mean NPMI · diversity (Dieng, Ruiz and Blei 2020). */
  double quality() {
    return meanNpmi().orElse(-1) * diversity.orElse(0);
  }

  private static OptionalDouble mean(OptionalDouble[] values) {
    return Arrays.stream(values)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }
}
