package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How different the topics of a model are. */
class TopicDiversityTest {
  @Test
  void isTheShareOfDistinctTerms() {
    assertThat(TopicDiversity.of(new int[][] {{1, 2, 3}, {3, 4}, {1, 5, 6}})).hasValue(6 / 8.0);
  }

  @Test
  void isOneForTopicsWithoutACommonTermAndOneInKForEqualTopics() {
    assertThat(TopicDiversity.of(new int[][] {{1, 2}, {3, 4}})).hasValue(1);
    assertThat(TopicDiversity.of(new int[][] {{1, 2}, {2, 1}, {1, 2}, {1, 2}})).hasValue(0.25);
  }

  @Test
  void looksAtTheTwentyFiveMostProbableTermsOnly() {
    int[] first = IntStream.range(0, 30).toArray();
    int[] second = IntStream.concat(IntStream.range(100, 125), IntStream.range(0, 5)).toArray();
    assertThat(TopicDiversity.of(new int[][] {first, second})).hasValue(1);
  }

  @Test
  void isEmptyWithoutTerms() {
    assertThat(TopicDiversity.of(new int[][] {})).isEmpty();
    assertThat(TopicDiversity.of(new int[][] {{}, {}})).isEmpty();
  }
}
