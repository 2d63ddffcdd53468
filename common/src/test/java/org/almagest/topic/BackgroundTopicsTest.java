package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Topics that are no subject, over a corpus of 1,000 terms whose frequencies follow Zipf's law. */
class BackgroundTopicsTest {
  private static final int VOCABULARY = 1000;
  private static final BackgroundTopics RULE = BackgroundTopics.standard();
  private static final SparseDistribution CORPUS =
      SparseDistribution.ofDense(
          IntStream.range(0, VOCABULARY).mapToDouble(term -> 1.0 / (term + 1)).toArray());

  /** Fifty terms of its own and a little of everything. */
  private static final SparseDistribution SUBJECT = mixed(IntStream.range(300, 350).toArray(), 0.9);

  @Test
  void keepsASubject() {
    assertThat(flag(SUBJECT, 0.06, 0.015, OptionalDouble.of(0.2))).isEmpty();
  }

  @Test
  void keepsASubjectOfManyPapers() {
    assertThat(flag(SUBJECT, 0.5, 0.2, OptionalDouble.of(0.2))).isEmpty();
  }

  @Test
  void setsAsideATopicOfTheWordsOfTheCorpus() {
    SparseDistribution vacuous = mixed(IntStream.range(0, 50).toArray(), 0.2);
    assertThat(flag(vacuous, 0.06, 0.015, OptionalDouble.of(0.2))).hasValue(TopicFlag.BACKGROUND);
  }

  @Test
  void setsAsideATopicOfManyPapersAndTheSubjectOfFew() {
    assertThat(flag(SUBJECT, 0.5, 0.03, OptionalDouble.of(0.2))).hasValue(TopicFlag.BACKGROUND);
  }

  @Test
  void doesNotJudgeByTheMainTopicsOfAHandfulOfPapers() {
    // 0.9 % of papers: background is 0.96.
    assertThat(flag(SUBJECT, 0.009, 0, OptionalDouble.of(0.2))).isEmpty();
    assertThat(flag(SUBJECT, 0.02, 0, OptionalDouble.of(0.2))).hasValue(TopicFlag.BACKGROUND);
  }

  @Test
  void setsAsideATopicOfAllWordsAlike() {
    double[] flat = new double[VOCABULARY];
    Arrays.fill(flat, 1);
    assertThat(flag(SparseDistribution.ofDense(flat), 0.06, 0.015, OptionalDouble.of(0.2)))
        .hasValue(TopicFlag.JUNK);
  }

  @Test
  void setsAsideATopicOfFewPapersAndNoCoherence() {
    assertThat(flag(SUBJECT, 0.01, 0.003, OptionalDouble.of(-0.1))).hasValue(TopicFlag.JUNK);
    assertThat(flag(SUBJECT, 0.01, 0.003, OptionalDouble.empty())).hasValue(TopicFlag.JUNK);
    assertThat(flag(SUBJECT, 0.01, 0.003, OptionalDouble.of(0.1))).isEmpty();
    assertThat(flag(SUBJECT, 0.2, 0.05, OptionalDouble.of(-0.1))).isEmpty();
  }

  @Test
  void setsNothingAsideWithBoundsThatNoTopicIsBelow() {
    BackgroundTopics never = new BackgroundTopics(0, 0, -1, 0, 0, 0);
    TopicSpread everywhere = new TopicSpread(1, 0);
    assertThat(
            never.flag(
                TopicSignificance.of(CORPUS, CORPUS, VOCABULARY, everywhere),
                everywhere,
                OptionalDouble.of(0.1)))
        .isEmpty();
  }

  @Test
  void refusesBoundsOutOfRange() {
    assertThatThrownBy(() -> new BackgroundTopics(1.1, 0, 0, 0, 0, 0))
        .hasMessage("vacuousBelow is from 0 to 1, not 1.1");
    assertThatThrownBy(() -> new BackgroundTopics(0, 0, 2, 0, 0, 0))
        .hasMessageContaining("coherenceUpTo");
  }

  private static Optional<TopicFlag> flag(
      SparseDistribution topic, double paperShare, double mainShare, OptionalDouble coherence) {
    TopicSpread spread = new TopicSpread(paperShare, mainShare);
    return RULE.flag(TopicSignificance.of(topic, CORPUS, VOCABULARY, spread), spread, coherence);
  }

  /** A share of the probability evenly over some terms, the rest as in the corpus. */
  private static SparseDistribution mixed(int[] terms, double share) {
    double[] weights = new double[VOCABULARY];
    for (int i = 0; i < VOCABULARY; i++) {
      weights[i] = (1 - share) * CORPUS.value(i);
    }
    for (int term : terms) {
      weights[term] += share / terms.length;
    }
    return SparseDistribution.ofDense(weights);
  }
}
