package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Perplexity of documents that a model has to complete. */
class HeldOutBlockTest {
  private static final Offset<Double> TOLERANCE = within(1e-5);

  /** One topic, in which words 0, 1, 2 have 4/8, 3/8 and 1/8. */
  private static final FrozenTopics ONE_TOPIC =
      new FrozenTopics(DenseCounts.packed(new int[][] {{4}, {3}, {1}}), new double[] {2}, 1e-9);

  @Test
  void completesADocumentOfTwoWords() {
    // Topic 0 has 3 tokens of word 0 and 1 of word 1; topic 1 has 2 of word 1 and 2 of word 2.
    FrozenTopics model =
        new FrozenTopics(
            DenseCounts.packed(new int[][] {{3, 0}, {1, 2}, {0, 2}}),
            new double[] {0.5, 1.5},
            1e-9);
    HeldOutBlock block =
        new HeldOutBlock.Builder(2).add(1, new int[] {0, 1}, new int[] {1, 1}).build();
    assertThat(block.scoredTokens()).isEqualTo(1);
    // Word 0 is given, and in topic 0 for sure: theta = (1 + 0.5, 0 + 1.5) / (1 + 2) = (1/2, 1/2).
    // Word 1 is scored: 1/2 · 1/4 + 1/2 · 2/4 = 3/8, so perplexity is 8/3.
    double logLikelihood = block.logLikelihood(model, 7);
    assertThat(logLikelihood).isCloseTo(Math.log(3 / 8.0), TOLERANCE);
    assertThat(Math.exp(-logLikelihood / block.scoredTokens())).isCloseTo(8 / 3.0, TOLERANCE);
  }

  @Test
  void scoresEverySecondTokenOfEachDocument() {
    // Tokens 0 0 0 1 1 2, of which the second, fourth and sixth are scored: 0, 1, 2.
    // Tokens 1 2 2, of which the second is: 2.
    HeldOutBlock block =
        new HeldOutBlock.Builder(1)
            .add(1, new int[] {0, 1, 2}, new int[] {3, 2, 1})
            .add(2, new int[] {1, 2}, new int[] {1, 2})
            .build();
    assertThat(block.scoredTokens()).isEqualTo(4);
    assertThat(block.logLikelihood(ONE_TOPIC, 1))
        .isCloseTo(Math.log(4 / 8.0 * 3 / 8 * 1 / 8 * 1 / 8), TOLERANCE);
  }

  @Test
  void scoresNothingOfDocumentsWithLessThanTwoTokens() {
    HeldOutBlock block =
        new HeldOutBlock.Builder(1)
            .add(1, new int[0], new int[0])
            .add(2, new int[] {1}, new int[] {1})
            .build();
    assertThat(block.scoredTokens()).isZero();
    assertThat(block.logLikelihood(ONE_TOPIC, 1)).isZero();
  }

  @Test
  void learnsNothingOfTheScoredTokens() {
    // Both have word 0 given; word 2, which only topic 1 has, must not make topic 1 any likelier.
    FrozenTopics model =
        new FrozenTopics(
            DenseCounts.packed(new int[][] {{8, 2}, {2, 2}, {0, 6}}), new double[] {1, 1}, 0.01);
    HeldOutBlock one =
        new HeldOutBlock.Builder(2).add(9, new int[] {0, 1}, new int[] {1, 1}).build();
    HeldOutBlock other =
        new HeldOutBlock.Builder(2).add(9, new int[] {0, 2}, new int[] {1, 1}).build();
    // With theta = (t, 1 - t), word 1 has about 0.2 in either topic, word 2 has 0.6 (1 - t).
    double t = 1 - Math.exp(other.logLikelihood(model, 4)) / model.probability(2, 1);
    assertThat(Math.exp(one.logLikelihood(model, 4))).isCloseTo(0.2, within(1e-3));
    TokenBlock given = new TokenBlock.Builder(2).add(9, new int[] {0}, new int[] {1}).build();
    DocumentTopics estimate = new FoldIn(model, 10, 10).estimate(given, 4)[0];
    double first = estimate.topic(0) == 0 ? estimate.count(0) : 0;
    assertThat(t).isCloseTo((first + 1) / 3, within(2e-3));
  }

  @Test
  void addsDocumentsUpWhateverBlockTheyAreIn() {
    FrozenTopics model =
        new FrozenTopics(
            DenseCounts.packed(new int[][] {{8, 2}, {2, 2}, {0, 6}}), new double[] {1, 1}, 0.01);
    int[] terms = {0, 1, 2};
    int[] few = {2, 1, 1};
    int[] many = {30, 5, 70};
    double apart =
        new HeldOutBlock.Builder(2).add(1, terms, few).build().logLikelihood(model, 5)
            + new HeldOutBlock.Builder(2).add(2, terms, many).build().logLikelihood(model, 5);
    HeldOutBlock together =
        new HeldOutBlock.Builder(2).add(2, terms, many).add(1, terms, few).build();
    assertThat(together.logLikelihood(model, 5)).isCloseTo(apart, within(1e-9));
    assertThat(together.logLikelihood(model, 5)).isEqualTo(together.logLikelihood(model, 5));
    assertThat(together.scoredTokens()).isEqualTo(54);
  }
}
