package org.almagest.benchmark.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final double TOLERANCE = 1e-5;

  @Test
  void aModelThatKnowsNothingHasThePerplexityOfTheVocabulary() {
    TopicWordModel even = new TopicWordModel(8, new double[] {1, 1}, (word, topic) -> 1 / 8.0);

    assertThat(Judge.perplexity(even, documents(new int[] {0, 3, 7}, new int[] {2, 1, 3})))
        .isCloseTo(8, within(TOLERANCE));
  }

  /**
   * Of words 0, 0, 1, 1 the first and third are given: one of each topic, whatever the start, since
   * each word is in one topic only. So theta = (1 + 1) / (2 + 2) of each topic, and the second and
   * fourth have p = 1/2 each.
   */
  @Test
  void everySecondTokenIsScoredWithTheTopicsOfTheOthers() {
    TopicWordModel apart =
        new TopicWordModel(2, new double[] {1, 1}, (word, topic) -> word == topic ? 1 : 0);

    assertThat(Judge.perplexity(apart, documents(new int[] {0, 1}, new int[] {2, 2})))
        .isCloseTo(2, within(TOLERANCE));
  }

  /** Given: 0, 0; theta_0 = (2 + alpha_0) / (2 + alpha_0 + alpha_1); scored: 0. */
  @Test
  void topicsWeighByTheirPriors() {
    TopicWordModel apart =
        new TopicWordModel(2, new double[] {0.5, 1.5}, (word, topic) -> word == topic ? 1 : 0);

    assertThat(Judge.perplexity(apart, documents(new int[] {0}, new int[] {3})))
        .isCloseTo(4 / 2.5, within(TOLERANCE));
  }

  /** exp(-(ln 1/4 + 3 ln 1/2) / 4) = 2^(5/4), each document by itself. */
  @Test
  void everyScoredTokenCountsAlike() {
    TopicWordModel one =
        new TopicWordModel(3, new double[] {1}, (word, topic) -> new double[] {.25, .25, .5}[word]);
    Documents documents = documents(new int[] {0}, new int[] {2});
    documents.add(new int[] {2}, new int[] {6});

    assertThat(Judge.perplexity(one, documents)).isCloseTo(Math.pow(2, 1.25), within(TOLERANCE));
  }

  @Test
  void topWordsAreTheMostProbableAndOfEqualOnesTheSmallerFirst() {
    double[][] topics = {{0.1, 0.4, 0.1, 0.4}, {0, 1, 0, 0}};
    TopicWordModel model =
        new TopicWordModel(4, new double[] {1, 1}, (word, topic) -> topics[topic][word]);

    assertThat(model.topWords(3)).isDeepEqualTo(new int[][] {{1, 3, 0}, {1, 0, 2}});
  }

  private static Documents documents(int[] terms, int[] counts) {
    Documents documents = new Documents();
    documents.add(terms, counts);
    return documents;
  }
}
