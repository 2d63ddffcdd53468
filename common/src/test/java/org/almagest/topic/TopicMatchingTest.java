package org.almagest.topic;

import static org.almagest.topic.LineageEvent.Kind.BORN;
import static org.almagest.topic.LineageEvent.Kind.DIED;
import static org.almagest.topic.LineageEvent.Kind.MERGED;
import static org.almagest.topic.LineageEvent.Kind.SAME;
import static org.almagest.topic.LineageEvent.Kind.SPLIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Topics of two models, and what became of them. */
class TopicMatchingTest {
  @Test
  void acceptsPairsOfTheBestAssignmentOnlyWhereTheyAreSimilarEnough() {
    TopicMatching matching =
        TopicMatching.ofSimilarity(new double[][] {{0.1, 0.9}, {0.3, 0.2}}, 2, 0.5, 0.4);
    assertThat(matching.newTopicOf(0)).hasValue(1);
    assertThat(matching.oldTopicOf(1)).hasValue(0);
    assertThat(matching.newTopicOf(1)).isEmpty();
    assertThat(matching.oldTopicOf(0)).isEmpty();
    assertThat(matching.events())
        .containsExactly(event(SAME, 0, 1, 0.9), born(0, 0.3), died(1, 0.3));
  }

  @Test
  void tellsASplitWhoseLargerPartKeepsTheTopic() {
    // Old topic 0 has two parts; old topic 1 stays.
    TopicMatching matching =
        TopicMatching.ofSimilarity(new double[][] {{0.8, 0.1, 0.5}, {0.0, 0.9, 0.2}}, 3, 0.7, 0.4);
    assertThat(matching.events())
        .containsExactly(
            event(SAME, 0, 0, 0.8),
            event(SAME, 1, 1, 0.9),
            event(SPLIT, 0, 0, 0.8),
            event(SPLIT, 0, 2, 0.5));
  }

  @Test
  void tellsASplitIntoPartsOfWhichNoneIsTheTopic() {
    TopicMatching matching = TopicMatching.ofSimilarity(new double[][] {{0.6, 0.5}}, 2, 0.7, 0.4);
    assertThat(matching.events()).containsExactly(event(SPLIT, 0, 0, 0.6), event(SPLIT, 0, 1, 0.5));
  }

  @Test
  void aTopicIsAPartOnlyOfTheTopicMostLikeIt() {
    // New topic 1 is like old topic 0, but more like old topic 1.
    TopicMatching matching =
        TopicMatching.ofSimilarity(new double[][] {{0.8, 0.5}, {0.0, 0.6}}, 2, 0.7, 0.4);
    assertThat(matching.events())
        .containsExactly(event(SAME, 0, 0, 0.8), born(1, 0.6), died(1, 0.6));
  }

  @Test
  void tellsAMerger() {
    TopicMatching matching =
        TopicMatching.ofSimilarity(new double[][] {{0.6}, {0.75}, {0.1}}, 1, 0.7, 0.4);
    assertThat(matching.events())
        .containsExactly(
            event(SAME, 1, 0, 0.75),
            event(MERGED, 0, 0, 0.6),
            event(MERGED, 1, 0, 0.75),
            died(2, 0.1));
  }

  @Test
  void withoutOldTopicsAllAreBornAndWithoutNewOnesAllDie() {
    assertThat(TopicMatching.ofSimilarity(new double[0][0], 2, 0.7, 0.4).events())
        .containsExactly(born(0, 0), born(1, 0));
    assertThat(TopicMatching.ofSimilarity(new double[1][0], 0, 0.7, 0.4).events())
        .containsExactly(died(0, 0));
  }

  @Test
  void comparesTermsByCosine() {
    SparseDistribution p = SparseDistribution.of(new int[] {0, 1}, new double[] {0.5, 0.5});
    SparseDistribution q = SparseDistribution.of(new int[] {2, 3}, new double[] {0.9, 0.1});
    SparseDistribution r = SparseDistribution.of(new int[] {0, 1}, new double[] {0.6, 0.4});
    TopicMatching matching = TopicMatching.of(List.of(p, q), List.of(q, r), 0.9, 0.5);
    assertThat(matching.newTopicOf(0)).hasValue(1);
    assertThat(matching.newTopicOf(1)).hasValue(0);
    assertThat(matching.events().get(0).similarity())
        .isCloseTo(0.5 / Math.sqrt(0.5 * 0.52), within(1e-12));
  }

  @Test
  void refusesBoundsOutOfRangeAndRowsOfOtherLengths() {
    assertThatThrownBy(() -> TopicMatching.ofSimilarity(new double[1][1], 1, 0, 0.4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TopicMatching.ofSimilarity(new double[1][1], 1, 0.7, 1.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TopicMatching.ofSimilarity(new double[1][1], 2, 0.7, 0.4))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void everyTopicIsInAnEventAndTheSameModelIsTheSame(
      @ForAll @IntRange(max = 8) int oldTopics,
      @ForAll @IntRange(max = 8) int newTopics,
      @ForAll long seed) {
    Random random = new Random(seed);
    double[][] similarity = new double[oldTopics][newTopics];
    for (double[] row : similarity) {
      Arrays.setAll(row, n -> random.nextDouble());
    }
    List<LineageEvent> events =
        TopicMatching.ofSimilarity(similarity, newTopics, 0.8, 0.6).events();
    assertThat(events.stream().flatMapToInt(event -> event.oldTopic().stream()).distinct())
        .hasSize(oldTopics);
    assertThat(events.stream().flatMapToInt(event -> event.newTopic().stream()).distinct())
        .hasSize(newTopics);
    assertThat(events).doesNotHaveDuplicates();

    List<SparseDistribution> topics = RandomTopics.of(oldTopics, 50, seed);
    TopicMatching self = TopicMatching.of(topics, topics, 0.999, 0.999);
    for (int topic = 0; topic < oldTopics; topic++) {
      assertThat(self.newTopicOf(topic)).hasValue(topic);
    }
  }

  private static LineageEvent event(
      LineageEvent.Kind kind, int oldTopic, int newTopic, double similarity) {
    return new LineageEvent(kind, OptionalInt.of(oldTopic), OptionalInt.of(newTopic), similarity);
  }

  private static LineageEvent born(int topic, double similarity) {
    return new LineageEvent(BORN, OptionalInt.empty(), OptionalInt.of(topic), similarity);
  }

  private static LineageEvent died(int topic, double similarity) {
    return new LineageEvent(DIED, OptionalInt.of(topic), OptionalInt.empty(), similarity);
  }
}
