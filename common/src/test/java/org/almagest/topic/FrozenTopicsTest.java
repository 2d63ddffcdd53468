package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

  private static final int ARRAY_HEAD_BYTES = 16;

  private static final Map<Class<?>, Integer> PRIMITIVE_BYTES =
      Map.of(
          char.class, Character.BYTES,
          int.class, Integer.BYTES,
          float.class, Float.BYTES,
          double.class, Double.BYTES);

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

    TopicRange range = tables.ranges[0];
    assertThat(range.start).containsExactly(0, 1, 3, 3);
    assertThat(range.topics).isEqualTo(new char[] {0, 0, 1});
    assertFloats(range.excess, 4 / 6.5, 1 / 6.5, 2 / 3.5);
    // Each row sums up on its own.
    assertFloats(range.sums, 0.2 * 4 / 6.5, 0.2 / 6.5, 0.2 / 6.5 + 3 * 2 / 3.5);
    // One topic of five is less than a quarter, two are more; a word without topics has no row.
    assertThat(range.denseStart).containsExactly(-1, 0, -1);
    assertFloats(range.dense, 1.5 / 6.5, 2.5 / 3.5, 1 / 3.0, 1 / 3.0, 1 / 3.0);
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
      TopicRange range = topics.tables().ranges[word / CountRows.RANGE_WORDS];
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

  @Property(tries = 100)
  void takesNoMoreMemoryThanItSays(
      @ForAll @IntRange(min = 1, max = 900) int words,
      @ForAll @IntRange(min = 1, max = 300) int topicCount,
      @ForAll @IntRange(min = 1, max = 200) int longest,
      @ForAll long seed)
      throws IllegalAccessException {
    TopicCounts counts = drawn(words, topicCount, longest, seed);
    assertThat(arrayBytes(frozen(counts).tables()))
        .isLessThanOrEqualTo(FrozenTopics.mostBytes(words, topicCount, tokens(counts)));
  }

  @Test
  void saysLittleMoreThanFullTablesTake() throws IllegalAccessException {
    int[][] full = new int[5000][100];
    // A count of 25 topics is as few as make a row dense.
    int[][] justDense = new int[5000][100];
    for (int word = 0; word < full.length; word++) {
      Arrays.fill(full[word], 1);
      Arrays.fill(justDense[word], 0, 25, 1);
    }
    for (int[][] table : List.of(full, justDense)) {
      TopicCounts counts = DenseCounts.packed(table);
      long most = FrozenTopics.mostBytes(table.length, 100, tokens(counts));
      assertThat(arrayBytes(frozen(counts).tables())).isBetween(most * 99 / 100, most);
    }
  }

  private static long tokens(TopicCounts counts) {
    long tokens = 0;
    for (int topic = 0; topic < counts.topicCount(); topic++) {
      tokens += counts.topicTotal(topic);
    }
    return tokens;
  }

  /** Bytes of all arrays of tables and of their ranges, whatever fields there are. */
  private static long arrayBytes(FrozenTopics.Tables tables) throws IllegalAccessException {
    long bytes = arrayBytesOf(tables);
    for (TopicRange range : tables.ranges) {
      bytes += arrayBytesOf(range);
    }
    return bytes;
  }

  private static long arrayBytesOf(Object object) throws IllegalAccessException {
    long bytes = 0;
    for (Field field : object.getClass().getDeclaredFields()) {
      field.setAccessible(true);
      if (field.getType().isArray()) {
        Class<?> component = field.getType().getComponentType();
        int each = component.isPrimitive() ? PRIMITIVE_BYTES.get(component) : Long.BYTES;
        bytes += ARRAY_HEAD_BYTES + (long) each * Array.getLength(field.get(object));
      }
    }
    return bytes;
  }

  @Test
  void keepsItsTablesUntilThoseOfAnotherAreMade() {
    FrozenTopics sweep = frozen(drawn(700, 9, 200, 4));
    FrozenTopics next = frozen(drawn(700, 9, 200, 5));
    assertThat(sweep.keepsTables()).isFalse();
    FrozenTopics.Tables tables = sweep.tables();
    assertThat(sweep.keepsTables()).isTrue();
    assertThat(sweep.tables()).isSameAs(tables);

    next.tables();

    assertThat(sweep.keepsTables()).isFalse();
    assertThat(next.keepsTables()).isTrue();
    // Who is still at work with them shares them with those who come late.
    assertThat(sweep.tables()).isSameAs(tables);
    assertThat(sweep.keepsTables()).isFalse();
    assertThat(next.keepsTables()).isTrue();
  }

  @Test
  void tablesThatNobodyUsesAnyMoreAreGivenUpAndMadeAgain() throws InterruptedException {
    TopicCounts counts = drawn(700, 9, 200, 4);
    FrozenTopics sweep = frozen(counts);
    FrozenTopics next = frozen(drawn(700, 9, 200, 5));
    WeakReference<FrozenTopics.Tables> first = new WeakReference<>(sweep.tables());
    WeakReference<FrozenTopics.Tables> kept = new WeakReference<>(next.tables());
    for (int patience = 0; patience < 1000 && first.get() != null; patience++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(first.get()).isNull();
    assertThat(kept.get()).isSameAs(next.tables());

    assertSame(sweep.tables(), frozen(counts).tables());
  }

  @Test
  void isSampledAlikeByThreadsThatTakeTurnsWithOthers()
      throws InterruptedException, ExecutionException {
    int sweeps = 6;
    List<FrozenTopics> chain = new ArrayList<>();
    for (int sweep = 0; sweep < sweeps; sweep++) {
      chain.add(frozen(drawn(700, 9, 200, sweep)));
    }
    TokenBlock block = RandomDocuments.of(60, 700, 200, 9).block(9).start(9, 9);
    List<char[]> expected = chain.stream().map(topics -> swept(topics, block)).toList();
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<char[]>>> results = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        // As where lost blocks of several sweeps are made again at the same time.
        int first = thread % sweeps;
        results.add(
            pool.submit(
                () -> {
                  char[][] topics = new char[sweeps][];
                  for (int i = 0; i < 20 * sweeps; i++) {
                    int sweep = (first + i) % sweeps;
                    topics[sweep] = swept(chain.get(sweep), block);
                  }
                  return List.of(topics);
                }));
      }
      for (Future<List<char[]>> result : results) {
        for (int sweep = 0; sweep < sweeps; sweep++) {
          assertThat(result.get().get(sweep)).isEqualTo(expected.get(sweep));
        }
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(chain.stream().filter(FrozenTopics::keepsTables).count()).isLessThanOrEqualTo(1);
  }

  private static char[] swept(FrozenTopics topics, TokenBlock block) {
    return new BlockSweep(topics, BlockSweep.Documents.UNSEEN).sweep(block, 3, 1).topics();
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
