package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Topic–word probabilities of a sweep. */
class FrozenTopicsTest {
  /** Probabilities are floats, of 24 bits. */
  private static final Offset<Double> TOLERANCE = within(1e-6);

  @Test
  void followsTheFormula() {
    // n_k = 5 and 2, V = 3, beta = 0.5: denominators 5 + 1.5 = 6.5 and 2 + 1.5 = 3.5.
    FrozenTopics topics =
        new FrozenTopics(
            DenseCounts.packed(new int[][] {{4, 0}, {1, 2}, {0, 0}}), new double[] {0.2, 3}, 0.5);
    assertThat(topics.probability(0, 0)).isCloseTo(4.5 / 6.5, TOLERANCE);
    assertThat(topics.probability(1, 0)).isCloseTo(1.5 / 6.5, TOLERANCE);
    assertThat(topics.probability(2, 0)).isCloseTo(0.5 / 6.5, TOLERANCE);
    assertThat(topics.probability(0, 1)).isCloseTo(0.5 / 3.5, TOLERANCE);
    assertThat(topics.probability(1, 1)).isCloseTo(2.5 / 3.5, TOLERANCE);
    assertThat(topics.probability(2, 1)).isCloseTo(0.5 / 3.5, TOLERANCE);
    assertThat(topics.topicCount()).isEqualTo(2);
    assertThat(topics.alpha()).containsExactly(0.2, 3);
  }

  @Test
  void tabulatesBasesExcessesAndTheirRunningSums() {
    // The same counts with three empty topics, so that a word with one topic has a sparse row.
    // Denominators 6.5, 3.5, 1.5, 1.5, 1.5; alpha 0.2, 3, 1, 1, 2.
    FrozenTopics topics =
        new FrozenTopics(
            DenseCounts.packed(new int[][] {{4, 0, 0, 0, 0}, {1, 2, 0, 0, 0}, {0, 0, 0, 0, 0}}),
            new double[] {0.2, 3, 1, 1, 2},
            0.5);
    FrozenTopics.Tables tables = topics.tables();
    double[] base = {0.5 / 6.5, 0.5 / 3.5, 1 / 3.0, 1 / 3.0, 1 / 3.0};
    assertFloats(tables.base, base);
    assertFloats(
        tables.baseSums,
        0.2 * base[0],
        0.2 * base[0] + 3 * base[1],
        0.2 * base[0] + 3 * base[1] + 1 / 3.0,
        0.2 * base[0] + 3 * base[1] + 2 / 3.0,
        0.2 * base[0] + 3 * base[1] + 4 / 3.0);
    assertFloats(tables.tokenShare, 1 / 6.5, 1 / 3.5, 1 / 1.5, 1 / 1.5, 1 / 1.5);

    FrozenTopics.Range range = tables.ranges[0];
    assertThat(range.start).containsExactly(0, 1, 3, 3);
    assertThat(Arrays.copyOf(range.topics, 3)).isEqualTo(new char[] {0, 0, 1});
    assertFloats(Arrays.copyOf(range.excess, 3), 4 / 6.5, 1 / 6.5, 2 / 3.5);
    // Each row sums up on its own.
    assertFloats(Arrays.copyOf(range.sums, 3), 0.2 * 4 / 6.5, 0.2 / 6.5, 0.2 / 6.5 + 3 * 2 / 3.5);
    // One topic of five is less than a quarter, two are more; a word without topics has no row.
    assertThat(range.denseStart).containsExactly(-1, 0, -1);
    assertFloats(Arrays.copyOf(range.dense, 5), 1.5 / 6.5, 2.5 / 3.5, 1 / 3.0, 1 / 3.0, 1 / 3.0);
  }

  @Test
  void givesEqualSharesWithoutCounts() {
    FrozenTopics topics =
        new FrozenTopics(DenseCounts.packed(new int[4][2]), new double[] {1, 1}, 0.01);
    assertThat(topics.probability(3, 1)).isCloseTo(0.25, TOLERANCE);
  }

  @Test
  void givesTheOnlyWordOfAVocabularyAllOfEachTopic() {
    FrozenTopics topics =
        new FrozenTopics(DenseCounts.packed(new int[][] {{7, 0, 1}}), new double[] {1, 1, 1}, 0.01);
    for (int topic = 0; topic < 3; topic++) {
      assertThat(topics.probability(0, topic)).isCloseTo(1, TOLERANCE);
    }
  }

  @Test
  void takesCountsAsLargeAsAnInt() {
    FrozenTopics topics =
        new FrozenTopics(
            DenseCounts.packed(new int[][] {{Integer.MAX_VALUE, 0}, {Integer.MAX_VALUE, 1}}),
            new double[] {1, 1},
            0.01);
    assertThat(topics.probability(0, 0)).isCloseTo(0.5, TOLERANCE);
    assertThat(topics.probability(1, 1)).isCloseTo(1.01 / 1.02, TOLERANCE);
  }

  @Test
  void refusesAPriorOfOtherTopics() {
    TopicCounts counts = DenseCounts.packed(new int[][] {{1, 1}});
    assertThatThrownBy(() -> new FrozenTopics(counts, new double[] {1}, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isNotChangedThroughItsPrior() {
    double[] alpha = {1, 2};
    FrozenTopics topics = new FrozenTopics(DenseCounts.packed(new int[][] {{1, 1}}), alpha, 1);
    alpha[0] = 9;
    topics.alpha()[1] = 9;
    assertThat(topics.alpha()).containsExactly(1, 2);
  }

  @Property(tries = 100)
  void givesEachTopicWordsThatSumToOne(
      @ForAll @IntRange(min = 1, max = 600) int words,
      @ForAll @IntRange(min = 1, max = 12) int topicCount,
      @ForAll long seed) {
    TopicCounts counts = drawn(words, topicCount, 200, seed);
    FrozenTopics topics = frozen(counts);
    int[][] table = DenseCounts.of(counts);
    for (int topic = 0; topic < topicCount; topic++) {
      double sum = 0;
      for (int word = 0; word < words; word++) {
        double phi = (table[word][topic] + 0.05) / (counts.topicTotal(topic) + words * 0.05);
        assertThat(topics.probability(word, topic)).isCloseTo(phi, TOLERANCE).isPositive();
        sum += topics.probability(word, topic);
      }
      assertThat(sum).isCloseTo(1, within(1e-5));
    }
  }

  @Property(tries = 50)
  void unpacksDenseRowsToWhatSparseOnesSay(
      @ForAll @IntRange(min = 1, max = 600) int words,
      @ForAll @IntRange(min = 1, max = 40) int topicCount,
      @ForAll long seed) {
    FrozenTopics topics = frozen(drawn(words, topicCount, 20, seed));
    for (int word = 0; word < words; word++) {
      FrozenTopics.Range range = topics.tables().ranges[word / CountRows.RANGE_WORDS];
      int row = word % CountRows.RANGE_WORDS;
      int size = range.start[row + 1] - range.start[row];
      assertThat(range.denseStart[row] >= 0).isEqualTo(4 * size >= topicCount);
      for (int topic = 0; range.denseStart[row] >= 0 && topic < topicCount; topic++) {
        assertThat((double) range.dense[range.denseStart[row] + topic])
            .isEqualTo(topics.probability(word, topic));
      }
    }
  }

  @Test
  void makesTheSameTablesByManyThreadsAsByOne() throws InterruptedException, ExecutionException {
    // Full rows take long enough to make for threads to be at work on ranges at the same time.
    int[][] table = new int[5000][100];
    for (int word = 0; word < table.length; word++) {
      int ofWord = word;
      Arrays.setAll(table[word], topic -> 1 + ofWord * topic % 997);
    }
    TopicCounts counts = DenseCounts.packed(table);
    FrozenTopics.Tables alone = frozen(counts).tables();
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < 10; round++) {
        FrozenTopics shared = frozen(counts);
        CyclicBarrier atOnce = new CyclicBarrier(threads);
        Callable<FrozenTopics.Tables> use =
            () -> {
              atOnce.await();
              FrozenTopics.Tables tables = shared.tables();
              // At once, and from the range that is made last.
              for (int range = tables.ranges.length - 1; range >= 0; range--) {
                Objects.requireNonNull(tables.ranges[range], "a range that is not ready");
              }
              return tables;
            };
        List<Future<FrozenTopics.Tables>> results = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
          results.add(pool.submit(use));
        }
        for (Future<FrozenTopics.Tables> result : results) {
          assertThat(result.get()).isSameAs(shared.tables());
        }
        assertSame(shared.tables(), alone);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void makesTheSameTablesAfterSerialization() throws IOException, ClassNotFoundException {
    FrozenTopics topics = frozen(drawn(700, 9, 200, 4));
    FrozenTopics.Tables before = topics.tables();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(topics);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertSame(((FrozenTopics) in.readObject()).tables(), before);
    }
  }

  private static void assertSame(FrozenTopics.Tables tables, FrozenTopics.Tables expected) {
    assertThat(tables.base).isEqualTo(expected.base);
    assertThat(tables.baseSums).isEqualTo(expected.baseSums);
    assertThat(tables.ranges).hasSameSizeAs(expected.ranges);
    for (int range = 0; range < expected.ranges.length; range++) {
      assertThat(tables.ranges[range].start).isEqualTo(expected.ranges[range].start);
      assertThat(tables.ranges[range].topics).isEqualTo(expected.ranges[range].topics);
      assertThat(tables.ranges[range].sums).isEqualTo(expected.ranges[range].sums);
      assertThat(tables.ranges[range].dense).isEqualTo(expected.ranges[range].dense);
    }
  }

  private static void assertFloats(float[] floats, double... expected) {
    assertThat(floats).hasSameSizeAs(expected);
    for (int i = 0; i < floats.length; i++) {
      assertThat((double) floats[i]).as("entry " + i).isCloseTo(expected[i], TOLERANCE);
    }
  }

  private static TopicCounts drawn(int words, int topics, int longest, long seed) {
    RandomDocuments documents = RandomDocuments.of(60, words, longest, seed);
    TokenBlock block = documents.block(topics).start(seed, topics);
    return new TopicCounts(words, topics, TopicCounts.pack(List.of(block), words, topics));
  }

  private static FrozenTopics frozen(TopicCounts counts) {
    double[] alpha = new double[counts.topicCount()];
    Arrays.setAll(alpha, topic -> 0.1 * (topic + 1));
    return new FrozenTopics(counts, alpha, 0.05);
  }
}
