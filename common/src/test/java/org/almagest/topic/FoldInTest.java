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

/** Topics of documents by a model that stays as it is. */
class FoldInTest {
  private static final int BURN_IN = 10;
  private static final int SAMPLES = 20;

  /** Logarithms of floats of 24 bits. */
  private static final Offset<Double> TOLERANCE = within(1e-6);

  /**
   * With beta = 0.5, the denominators are 2 + 3 · 0.5 = 3.5, and in sevenths phi is (3, 1) for word
   * 0, (3, 3) for word 1 and (1, 3) for word 2.
   */
  private static final FrozenTopics TWO_TOPICS =
      new FrozenTopics(
          DenseCounts.packed(new int[][] {{1, 0}, {1, 1}, {0, 1}}), new double[] {0.5, 1}, 0.5);

  @Test
  void drawsFromThePosteriorOfADocument() {
    int documents = 16_000;
    TokenBlock.Builder builder = new TokenBlock.Builder(2);
    for (int key = 0; key < documents; key++) {
      builder.add(key, new int[] {0, 2}, new int[] {1, 1});
    }
    long[] inFirstTopic = new long[3];
    for (DocumentTopics document :
        new FoldIn(TWO_TOPICS, BURN_IN, 1).estimate(builder.build(), 42)) {
      boolean none = document.topic(0) != 0;
      inFirstTopic[none ? 0 : (int) document.count(0)]++;
    }
    // P(z) ~ phi of word 0 · phi of word 2 · the rising factorials of alpha = (0.5, 1).
    // Both in topic 0: 3 · 1 · 0.5 · 1.5 = 2.25. Both in topic 1: 1 · 3 · 1 · 2 = 6.
    // One in each: 3 · 3 · 0.5 · 1 = 4.5 and 1 · 1 · 0.5 · 1 = 0.5. Together 13.25.
    Frequencies.assertShares(inFirstTopic, 6 / 13.25, 5 / 13.25, 2.25 / 13.25);
  }

  @Test
  void meansItsSamples() {
    TokenBlock block = new TokenBlock.Builder(2).add(1, new int[] {0, 2}, new int[] {3, 4}).build();
    FoldIn longer = new FoldIn(TWO_TOPICS, 2, 3);
    DocumentTopics mean = longer.estimate(block, 8)[0];
    // The third, fourth and fifth sweep, each as the only sample of an estimate that ends there.
    double first = 0;
    for (int sweep = 2; sweep < 5; sweep++) {
      first += countOf(new FoldIn(TWO_TOPICS, sweep, 1).estimate(block, 8)[0], 0);
    }
    assertThat(countOf(mean, 0)).isCloseTo(first / 3, within(1e-12));
    assertThat(first).isBetween(1.0, 20.0);
  }

  @Test
  void scoresWordsByTheFormula() {
    DocumentTopics document = new DocumentTopics(new int[] {0}, new double[] {2}, 2);
    FoldIn foldIn = new FoldIn(TWO_TOPICS, BURN_IN, SAMPLES);
    // theta = (2 + 0.5, 0 + 1) / (2 + 1.5), and in sevenths of 3.5 parts
    // word 0 has 2.5 · 3 + 1 · 1 = 8.5, word 1 has 2.5 · 3 + 1 · 3 = 10.5 and word 2 has
    // 2.5 · 1 + 1 · 3 = 5.5, which are 24.5 together.
    assertThat(foldIn.logLikelihood(document, new int[] {0}))
        .isCloseTo(Math.log(8.5 / 24.5), TOLERANCE);
    assertThat(foldIn.logLikelihood(document, new int[] {1}))
        .isCloseTo(Math.log(10.5 / 24.5), TOLERANCE);
    assertThat(foldIn.logLikelihood(document, new int[] {2, 2, 0}))
        .isCloseTo(Math.log(5.5 / 24.5 * 5.5 / 24.5 * 8.5 / 24.5), TOLERANCE);
    assertThat(foldIn.logLikelihood(document, new int[0])).isZero();
  }

  @Test
  void givesAnEmptyDocumentTheSharesOfThePrior() {
    FoldIn foldIn = new FoldIn(TWO_TOPICS, BURN_IN, SAMPLES);
    TokenBlock block =
        new TokenBlock.Builder(2)
            .add(1, new int[0], new int[0])
            .add(2, new int[] {0}, new int[] {5})
            .build();
    DocumentTopics empty = foldIn.estimate(block, 3)[0];
    assertThat(empty.tokens()).isZero();
    assertThat(empty.size()).isZero();
    assertThat(weights(empty, TWO_TOPICS.alpha())).containsExactly(0.5 / 1.5, 1 / 1.5);
    // theta = (1/3, 2/3): word 0 has 1/3 · 3/7 + 2/3 · 1/7 = 5/21.
    assertThat(foldIn.logLikelihood(empty, new int[] {0})).isCloseTo(Math.log(5 / 21.0), TOLERANCE);
  }

  @Test
  void scoresAWordThatNoTopicHasByTheBase() {
    FrozenTopics model =
        new FrozenTopics(
            DenseCounts.packed(new int[][] {{3, 1}, {0, 0}}), new double[] {1, 1}, 0.5);
    FoldIn foldIn = new FoldIn(model, BURN_IN, SAMPLES);
    // Denominators 4 and 2: phi of word 1 is 0.5/4 and 0.5/2, of which the prior takes the mean.
    TokenBlock empty = new TokenBlock.Builder(2).add(1, new int[0], new int[0]).build();
    assertThat(foldIn.logLikelihood(foldIn.estimate(empty, 1)[0], new int[] {1}))
        .isCloseTo(Math.log((0.125 + 0.25) / 2), TOLERANCE);
    TokenBlock unknown = new TokenBlock.Builder(2).add(1, new int[] {1}, new int[] {9}).build();
    DocumentTopics estimate = foldIn.estimate(unknown, 1)[0];
    assertThat(sum(estimate)).isCloseTo(9, within(1e-12));
  }

  @Test
  void findsTheTopicWhoseWordsADocumentHas() {
    // Each of four topics has three words of its own, of 50 tokens each.
    int[][] counts = new int[12][4];
    for (int word = 0; word < 12; word++) {
      counts[word][word / 3] = 50;
    }
    FrozenTopics model =
        new FrozenTopics(DenseCounts.packed(counts), new double[] {1, 0.1, 0.2, 0.3}, 0.01);
    TokenBlock.Builder builder = new TokenBlock.Builder(4);
    for (int topic = 0; topic < 4; topic++) {
      builder.add(topic, new int[] {3 * topic, 3 * topic + 2}, new int[] {4, 5});
    }
    DocumentTopics[] documents = new FoldIn(model, BURN_IN, SAMPLES).estimate(builder.build(), 17);
    for (int topic = 0; topic < 4; topic++) {
      assertThat(heaviest(documents[topic])).isEqualTo(topic);
      assertThat(countOf(documents[topic], topic)).isGreaterThan(8.5);
    }
  }

  @Test
  void findsTopicsWhoseNumbersReachIntoTheSign() {
    int topics = TokenBlock.MAX_TOPICS;
    int[][] counts = new int[2][topics];
    counts[0][topics - 1] = 500;
    counts[1][40_000] = 500;
    double[] alpha = new double[topics];
    // A topic without tokens has half of each word: it must not be likely by the prior, too.
    Arrays.fill(alpha, 1e-9);
    alpha[topics - 1] = 1;
    alpha[40_000] = 1;
    FrozenTopics model = new FrozenTopics(DenseCounts.packed(counts), alpha, 0.001);
    TokenBlock block =
        new TokenBlock.Builder(topics).add(1, new int[] {0, 1}, new int[] {40, 20}).build();
    DocumentTopics document = new FoldIn(model, BURN_IN, SAMPLES).estimate(block, 1)[0];
    assertThat(heaviest(document)).isEqualTo(topics - 1);
    assertThat(countOf(document, topics - 1)).isBetween(30.0, 40.0);
    assertThat(countOf(document, 40_000)).isBetween(10.0, 20.0);
    assertThat(sum(document)).isCloseTo(60, within(1e-9));
  }

  @Property(tries = 100)
  void givesWeightsThatSumToOne(
      @ForAll @IntRange(min = 1, max = 20) int documents,
      @ForAll @IntRange(min = 1, max = 300) int words,
      @ForAll @IntRange(min = 1, max = 20) int topics,
      @ForAll long seed) {
    FrozenTopics model = model(words, topics, seed);
    RandomDocuments drawn = RandomDocuments.of(documents, words, 30, seed + 1);
    DocumentTopics[] estimates = new FoldIn(model, 2, 7).estimate(drawn.block(topics), seed);
    assertThat(estimates).hasSize(documents);
    for (int document = 0; document < documents; document++) {
      DocumentTopics estimate = estimates[document];
      assertThat(estimate.tokens()).isEqualTo(drawn.lengths()[document]);
      for (int i = 0; i < estimate.size(); i++) {
        assertThat(estimate.count(i)).isPositive().isLessThanOrEqualTo(estimate.tokens());
        assertThat(estimate.topic(i)).isBetween(i == 0 ? 0 : estimate.topic(i - 1) + 1, topics - 1);
      }
      assertThat(sum(estimate)).isCloseTo(estimate.tokens(), within(1e-12 * 30));
      assertThat(Arrays.stream(weights(estimate, model.alpha())).sum()).isCloseTo(1, within(1e-12));
    }
  }

  @Property(tries = 50)
  void givesADocumentTheSameWhateverElseIsInTheBatch(
      @ForAll @IntRange(max = 20) int cut, @ForAll long seed) {
    FrozenTopics model = model(60, 8, seed);
    RandomDocuments drawn = RandomDocuments.of(20, 60, 30, seed + 1);
    DocumentTopics[] whole = new FoldIn(model, 3, 4).estimate(drawn.block(8), seed);
    FoldIn foldIn = new FoldIn(model, 3, 4);
    DocumentTopics[] back = foldIn.estimate(drawn.block(cut, 20, 8), seed);
    DocumentTopics[] front = foldIn.estimate(drawn.block(0, cut, 8), seed);
    for (int document = 0; document < 20; document++) {
      assertSame(document < cut ? front[document] : back[document - cut], whole[document]);
    }
  }

  @Test
  void doesNotHeedTheTopicsThatTokensHave() {
    FrozenTopics model = model(60, 8, 1);
    TokenBlock block = RandomDocuments.of(20, 60, 30, 2).block(8);
    DocumentTopics[] some = new FoldIn(model, 3, 4).estimate(block, 5);
    DocumentTopics[] others = new FoldIn(model, 3, 4).estimate(block.start(9, 8), 5);
    for (int document = 0; document < 20; document++) {
      assertSame(others[document], some[document]);
    }
  }

  @Test
  void drawsAnewForAnotherSeed() {
    TokenBlock block = new TokenBlock.Builder(2).add(1, new int[] {1}, new int[] {90}).build();
    FoldIn foldIn = new FoldIn(TWO_TOPICS, BURN_IN, SAMPLES);
    assertThat(foldIn.estimate(block, 1)[0].count(0))
        .isNotEqualTo(foldIn.estimate(block, 2)[0].count(0));
  }

  private static FrozenTopics model(int words, int topics, long seed) {
    TokenBlock block = RandomDocuments.of(40, words, 50, seed).block(topics).start(seed, topics);
    double[] alpha = new double[topics];
    Arrays.setAll(alpha, topic -> 0.1 + topic * 0.05);
    return new FrozenTopics(
        new TopicCounts(words, topics, TopicCounts.pack(List.of(block), words, topics)),
        alpha,
        0.01);
  }

  /** theta_k = (n_dk + alpha_k) / (N_d + sum of alpha). */
  private static double[] weights(DocumentTopics document, double[] alpha) {
    double[] weights = alpha.clone();
    for (int i = 0; i < document.size(); i++) {
      weights[document.topic(i)] += document.count(i);
    }
    double all = document.tokens() + Arrays.stream(alpha).sum();
    return Arrays.stream(weights).map(weight -> weight / all).toArray();
  }

  private static double countOf(DocumentTopics document, int topic) {
    for (int i = 0; i < document.size(); i++) {
      if (document.topic(i) == topic) {
        return document.count(i);
      }
    }
    return 0;
  }

  private static int heaviest(DocumentTopics document) {
    int best = 0;
    for (int i = 1; i < document.size(); i++) {
      best = document.count(i) > document.count(best) ? i : best;
    }
    return document.topic(best);
  }

  private static double sum(DocumentTopics document) {
    double sum = 0;
    for (int i = 0; i < document.size(); i++) {
      sum += document.count(i);
    }
    return sum;
  }

  private static void assertSame(DocumentTopics document, DocumentTopics expected) {
    assertThat(document.tokens()).isEqualTo(expected.tokens());
    assertThat(document.size()).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(document.topic(i)).isEqualTo(expected.topic(i));
      assertThat(document.count(i)).isEqualTo(expected.count(i));
    }
  }
}
