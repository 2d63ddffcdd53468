package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** The prior of topics over words. */
class WordPriorTest {
  private static final int STEPS = 5;
  private static final double EULER_MASCHERONI = 0.5772156649015329;

  @Test
  void makesFiveStepsOfTheFixedPoint() {
    // psi(n + x) - psi(x) = 1/x + 1/(x+1) + ... + 1/(x+n-1); V = 2, beta = 1/2, so V beta = 1.
    // Counts 2, 1 and 1: (2 + 2/3) + 2 + 2 = 20/3. Totals 3 and 1: (1 + 1/2 + 1/3) + 1 = 17/6.
    // beta = 1/2 · 20/3 / (2 · 17/6) = 10/17.
    TopicCounts counts = DenseCounts.packed(new int[][] {{2, 0}, {1, 1}});
    assertThat(step(counts, 0.5)).isCloseTo(10 / 17.0, within(1e-12));
    assertFollowsTheFormula(counts, 0.5);
  }

  @Test
  void takesLargeCountsAsItTakesSmallOnes() {
    assertFollowsTheFormula(
        DenseCounts.packed(new int[][] {{4095, 0}, {4096, 7}, {4097, 1}, {250_000, 0}}), 0.01);
  }

  @Test
  void takesManyLargeCounts() {
    int[][] table = new int[300][2];
    for (int word = 0; word < table.length; word++) {
      table[word][word % 2] = 5000 + word;
    }
    assertFollowsTheFormula(DenseCounts.packed(table), 3);
  }

  @Test
  void staysTheSameForAVocabularyOfOneWord() {
    assertThat(WordPrior.reestimate(DenseCounts.packed(new int[][] {{3, 9000}}), 0.2))
        .isCloseTo(0.2, within(1e-9));
  }

  @Test
  void staysTheSameWithoutTokens() {
    assertThat(WordPrior.reestimate(DenseCounts.packed(new int[5][3]), 0.2)).isEqualTo(0.2);
  }

  @Test
  void doesNotHeedTopicsWithoutTokens() {
    assertThat(WordPrior.reestimate(DenseCounts.packed(new int[][] {{2, 0, 0}, {1, 1, 0}}), 0.5))
        .isEqualTo(WordPrior.reestimate(DenseCounts.packed(new int[][] {{2, 0}, {1, 1}}), 0.5));
  }

  @Property(tries = 100)
  void neverMakesTheWordsLessLikely(
      @ForAll @IntRange(min = 1, max = 300) int words,
      @ForAll @IntRange(min = 1, max = 9) int topics,
      @ForAll @DoubleRange(min = 0.001, max = 2) @Scale(3) double beta,
      @ForAll long seed) {
    TokenBlock block = RandomDocuments.of(20, words, 40, seed).block(topics).start(seed, topics);
    TopicCounts counts =
        new TopicCounts(words, topics, TopicCounts.pack(List.of(block), words, topics));
    assertThat(logLikelihood(counts, WordPrior.reestimate(counts, beta)))
        .isGreaterThanOrEqualTo(logLikelihood(counts, beta) - 1e-7);
  }

  @Test
  void knowsDigammaWhereItHasAClosedForm() {
    assertThat(WordPrior.digamma(1)).isCloseTo(-EULER_MASCHERONI, within(2e-11));
    assertThat(WordPrior.digamma(0.5))
        .isCloseTo(-EULER_MASCHERONI - 2 * Math.log(2), within(2e-11));
    // psi(n) is the harmonic number of n - 1 without the constant: 137/60 for 6.
    assertThat(WordPrior.digamma(6)).isCloseTo(137 / 60.0 - EULER_MASCHERONI, within(2e-11));
    assertThat(WordPrior.digamma(1e9)).isCloseTo(Math.log(1e9) - 0.5e-9, within(1e-14));
  }

  @Property
  void digammaRisesByTheInverse(@ForAll @DoubleRange(min = 0.01, max = 1000) double x) {
    assertThat(WordPrior.digamma(x + 1) - WordPrior.digamma(x))
        .isCloseTo(1 / x, within(2e-11 + 1e-13 / x));
  }

  private static void assertFollowsTheFormula(TopicCounts counts, double beta) {
    double expected = beta;
    for (int step = 0; step < STEPS; step++) {
      expected = step(counts, expected);
    }
    assertThat(WordPrior.reestimate(counts, beta)).isCloseTo(expected, within(1e-9 * expected));
    assertThat(expected).isNotCloseTo(beta, within(1e-3 * beta));
  }

  /** One step of the fixed point, with digamma differences as the finite sums that they are. */
  private static double step(TopicCounts counts, double beta) {
    double[] numerator = {0};
    counts.forEach((word, topic, count) -> numerator[0] += inverses(beta, count));
    double denominator = 0;
    for (int topic = 0; topic < counts.topicCount(); topic++) {
      denominator += inverses(counts.vocabularySize() * beta, counts.topicTotal(topic));
    }
    return beta * numerator[0] / (counts.vocabularySize() * denominator);
  }

  private static double inverses(double x, long terms) {
    double sum = 0;
    for (long i = 0; i < terms; i++) {
      sum += 1 / (x + i);
    }
    return sum;
  }

  /** Of the words of tokens: by topic, prod_w (beta)_(n_wk) / (V beta)_(n_k), each rising. */
  private static double logLikelihood(TopicCounts counts, double beta) {
    double[] sum = {0};
    counts.forEach((word, topic, count) -> sum[0] += logRising(beta, count));
    for (int topic = 0; topic < counts.topicCount(); topic++) {
      sum[0] -= logRising(counts.vocabularySize() * beta, counts.topicTotal(topic));
    }
    return sum[0];
  }

  private static double logRising(double x, long factors) {
    double sum = 0;
    for (long i = 0; i < factors; i++) {
      sum += Math.log(x + i);
    }
    return sum;
  }
}
