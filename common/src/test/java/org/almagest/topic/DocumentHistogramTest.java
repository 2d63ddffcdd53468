package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The prior of documents, from how many documents have how many tokens of each topic. */
class DocumentHistogramTest {
  private static final Offset<Double> TOLERANCE = within(1e-12);

  /** A document of two tokens in topic 0 and one in topic 1, and one of a token in topic 0. */
  private static final TokenBlock TWO_DOCUMENTS =
      new TokenBlock.Builder(2)
          .add(1, new int[] {0}, new int[] {3})
          .add(2, new int[] {0}, new int[] {1})
          .build()
          .withTopics(new char[] {0, 0, 1, 0});

  @Test
  void makesOneStepOfTheFixedPoint() {
    // psi(n + x) - psi(x) = 1/x + 1/(x+1) + ... + 1/(x+n-1); alpha = (1, 2), A = 3.
    // Lengths 3 and 1: (1/3 + 1/4 + 1/5) + 1/3 = 67/60.
    // Topic 0, counts 2 and 1: (1 + 1/2) + 1 = 5/2, so alpha_0 = 1 · 5/2 · 60/67 = 150/67.
    // Topic 1, counts 1 and 0: 1/2, so alpha_1 = 2 · 1/2 · 60/67 = 60/67.
    double[] alpha = histogram(TWO_DOCUMENTS, 2).reestimate(new double[] {1, 2}, 1);
    assertThat(alpha[0]).isCloseTo(150 / 67.0, TOLERANCE);
    assertThat(alpha[1]).isCloseTo(60 / 67.0, TOLERANCE);
  }

  @Test
  void goesOnFromStepToStep() {
    DocumentHistogram histogram = histogram(TWO_DOCUMENTS, 2);
    double[] alpha = {1, 2};
    double[] once = histogram.reestimate(alpha, 1);
    assertThat(histogram.reestimate(alpha, 2)).isEqualTo(histogram.reestimate(once, 1));
    assertThat(histogram.reestimate(alpha, 0)).containsExactly(1, 2);
    assertThat(alpha).containsExactly(1, 2);
  }

  @Test
  void leavesATopicWithoutTokensTheLeastWeight() {
    double[] alpha = histogram(TWO_DOCUMENTS, 3).reestimate(new double[] {1, 1, 1}, 3);
    assertThat(alpha[2]).isEqualTo(1e-5);
  }

  @Test
  void leavesThePriorAsItIsWithoutTokens() {
    TokenBlock empty = new TokenBlock.Builder(2).add(1, new int[0], new int[0]).build();
    assertThat(histogram(empty, 2).reestimate(new double[] {0.3, 4}, 5)).containsExactly(0.3, 4);
    assertThat(DocumentHistogram.of(List.of(), 2).reestimate(new double[] {0.3, 4}, 5))
        .containsExactly(0.3, 4);
  }

  @Test
  void doesNotHeedDocumentsWithoutTokens() {
    TokenBlock empty = new TokenBlock.Builder(2).add(3, new int[0], new int[0]).build();
    double[] alpha = {1, 2};
    assertThat(DocumentHistogram.of(List.of(empty, TWO_DOCUMENTS, empty), 2).reestimate(alpha, 4))
        .isEqualTo(histogram(TWO_DOCUMENTS, 2).reestimate(alpha, 4));
  }

  @Test
  void takesTheLongestDocument() {
    TokenBlock block =
        new TokenBlock.Builder(1)
            .add(1, new int[] {0}, new int[] {TokenBlock.MAX_DOCUMENT_TOKENS})
            .build();
    // With one topic, numerator and denominator are the same.
    assertThat(histogram(block, 1).reestimate(new double[] {0.7}, 3)[0]).isCloseTo(0.7, TOLERANCE);
  }

  @Property(tries = 100)
  void addsUpPartsToTheWhole(
      @ForAll @IntRange(max = 20) int cut,
      @ForAll @IntRange(min = 1, max = 9) int topics,
      @ForAll @IntRange(min = 1, max = 600) int longest,
      @ForAll long seed) {
    RandomDocuments drawn = RandomDocuments.of(20, 30, longest, seed);
    double[] alpha = new double[topics];
    Arrays.fill(alpha, 0.5);
    double[] whole =
        histogram(drawn.block(topics).start(seed, topics), topics).reestimate(alpha, 5);
    TokenBlock front = drawn.block(0, cut, topics).start(seed, topics);
    TokenBlock back = drawn.block(cut, 20, topics).start(seed, topics);
    assertThat(histogram(front, topics).add(histogram(back, topics)).reestimate(alpha, 5))
        .isEqualTo(whole);
    assertThat(histogram(back, topics).add(histogram(front, topics)).reestimate(alpha, 5))
        .isEqualTo(whole);
    assertThat(DocumentHistogram.of(List.of(front, back), topics).reestimate(alpha, 5))
        .isEqualTo(whole);
  }

  @Property(tries = 100)
  void neverMakesTheDocumentsLessLikely(
      @ForAll @IntRange(min = 1, max = 9) int topics, @ForAll long seed) {
    TokenBlock block = RandomDocuments.of(20, 30, 40, seed).block(topics).start(seed, topics);
    DocumentHistogram histogram = histogram(block, topics);
    double[] alpha = new double[topics];
    Arrays.setAll(alpha, topic -> 0.2 + topic);
    for (int step = 0; step < 5; step++) {
      double[] next = histogram.reestimate(alpha, 1);
      assertThat(logLikelihood(block, next))
          .isGreaterThanOrEqualTo(logLikelihood(block, alpha) - 1e-9);
      alpha = next;
    }
  }

  /** Of the topics of tokens: by document, prod_k (alpha_k)_(n_dk) / (A)_(n_d), each rising. */
  private static double logLikelihood(TokenBlock block, double[] alpha) {
    double sum = 0;
    for (int[] counts : DenseCounts.ofDocuments(block, alpha.length)) {
      for (int topic = 0; topic < alpha.length; topic++) {
        sum += logRising(alpha[topic], counts[topic]);
      }
      sum -= logRising(Arrays.stream(alpha).sum(), Arrays.stream(counts).sum());
    }
    return sum;
  }

  private static double logRising(double x, int factors) {
    double sum = 0;
    for (int i = 0; i < factors; i++) {
      sum += Math.log(x + i);
    }
    return sum;
  }

  private static DocumentHistogram histogram(TokenBlock block, int topics) {
    return DocumentHistogram.of(List.of(block), topics);
  }
}
