package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.almagest.topic.BlockSweep.Documents;
import org.junit.jupiter.api.Test;

/** Sweeps over a block, whose draws are compared with probabilities worked out by hand. */
class BlockSweepTest {
  private static final int SWEEPS = 40_000;

  /**
   * The counts of the two documents of {@link #twoDocuments}: topic 0 has a token of word 0 and one
   * of word 1, topic 1 has one of word 1 and one of word 2. With beta = 0.5, the denominators are 2
   * + 3 · 0.5 = 3.5, and in sevenths phi is (3, 1) for word 0, (3, 3) for word 1, (1, 3) for word
   * 2; a token adds 1 / 3.5, which is two sevenths.
   */
  private static final FrozenTopics TWO_TOPICS =
      new FrozenTopics(
          DenseCounts.packed(new int[][] {{1, 0}, {1, 1}, {0, 1}}), new double[] {0.5, 1}, 0.5);

  /** Words 0 and 1 in topics 0 and 1; words 1 and 2 in topics 0 and 1. */
  private static TokenBlock twoDocuments() {
    return new TokenBlock.Builder(2)
        .add(10, new int[] {0, 1}, new int[] {1, 1})
        .add(20, new int[] {1, 2}, new int[] {1, 1})
        .build()
        .withTopics(new char[] {0, 1, 0, 1});
  }

  @Test
  void drawsATopicByTheWordAndTheRestOfTheDocument() {
    BlockSweep sampler = new BlockSweep(TWO_TOPICS, Documents.COUNTED);
    TokenBlock block = twoDocuments();
    long[] first = new long[4];
    long[] second = new long[4];
    for (int seed = 0; seed < SWEEPS; seed++) {
      char[] topics = sampler.sweep(block, seed, 1).topics();
      first[2 * topics[0] + topics[1]]++;
      second[2 * topics[2] + topics[3]]++;
    }
    // P(k) ~ (n_dk + alpha_k) phi_wk, with n_dk and phi_wk without the token, in sevenths.
    // First document, word 0: (0 + 0.5) · (3 - 2) to (1 + 1) · 1, which is 0.5 to 2: 1/5, 4/5.
    // Word 1 after topic 0: (1 + 0.5) · 3 to (0 + 1) · (3 - 2), which is 4.5 to 1: 9/11, 2/11.
    // Word 1 after topic 1: (0 + 0.5) · 3 to (1 + 1) · (3 - 2), which is 1.5 to 2: 3/7, 4/7.
    Frequencies.assertShares(
        first, 1 / 5.0 * 9 / 11, 1 / 5.0 * 2 / 11, 4 / 5.0 * 3 / 7, 4 / 5.0 * 4 / 7);
    // Second document, word 1: (0 + 0.5) · (3 - 2) to (1 + 1) · 3, which is 0.5 to 6: 1/13, 12/13.
    // Word 2 after topic 0: (1 + 0.5) · 1 to (0 + 1) · (3 - 2), which is 1.5 to 1: 3/5, 2/5.
    // Word 2 after topic 1: (0 + 0.5) · 1 to (1 + 1) · (3 - 2), which is 0.5 to 2: 1/5, 4/5.
    Frequencies.assertShares(
        second, 1 / 13.0 * 3 / 5, 1 / 13.0 * 2 / 5, 12 / 13.0 * 1 / 5, 12 / 13.0 * 4 / 5);
  }

  @Test
  void leavesPhiAsItIsForDocumentsThatAreNotCounted() {
    BlockSweep sampler = new BlockSweep(TWO_TOPICS, Documents.UNSEEN);
    TokenBlock block =
        new TokenBlock.Builder(2)
            .add(30, new int[] {0, 2}, new int[] {1, 1})
            .build()
            .withTopics(new char[] {1, 1});
    long[] outcomes = new long[4];
    for (int seed = 0; seed < SWEEPS; seed++) {
      char[] topics = sampler.sweep(block, seed, 1).topics();
      outcomes[2 * topics[0] + topics[1]]++;
    }
    // Word 0: (0 + 0.5) · 3 to (1 + 1) · 1, which is 1.5 to 2: 3/7, 4/7.
    // Word 2 after topic 0: (1 + 0.5) · 1 to (0 + 1) · 3, which is 1.5 to 3: 1/3, 2/3.
    // Word 2 after topic 1: (0 + 0.5) · 1 to (1 + 1) · 3, which is 0.5 to 6: 1/13, 12/13.
    Frequencies.assertShares(
        outcomes, 3 / 7.0 * 1 / 3, 3 / 7.0 * 2 / 3, 4 / 7.0 * 1 / 13, 4 / 7.0 * 12 / 13);
  }

  @Test
  void startsATokenByItsWordAlone() {
    BlockSweep sampler = new BlockSweep(TWO_TOPICS, Documents.UNSEEN);
    TokenBlock block =
        new TokenBlock.Builder(2).add(30, new int[] {0, 1, 2}, new int[] {1, 1, 1}).build();
    long[] outcomes = new long[8];
    for (int seed = 0; seed < SWEEPS; seed++) {
      char[] topics = sampler.start(block, seed).topics();
      outcomes[4 * topics[0] + 2 * topics[1] + topics[2]]++;
    }
    // P(k) ~ alpha_k phi_wk: 0.5 · 3 to 1 for word 0, 0.5 · 3 to 3 for word 1, 0.5 to 3 for word 2.
    double[] word0 = {3 / 5.0, 2 / 5.0};
    double[] word1 = {1 / 3.0, 2 / 3.0};
    double[] word2 = {1 / 7.0, 6 / 7.0};
    double[] expected = new double[8];
    Arrays.setAll(expected, i -> word0[i / 4] * word1[i / 2 % 2] * word2[i % 2]);
    Frequencies.assertShares(outcomes, expected);
  }

  @Test
  void drawsEachSweepIndependentlyOfTheStartAndOfTheOneBefore() {
    // A token that is alone in its document has 3/5 and 2/5, as above, whatever it had before.
    BlockSweep sampler = new BlockSweep(TWO_TOPICS, Documents.UNSEEN);
    TokenBlock block = new TokenBlock.Builder(2).add(30, new int[] {0}, new int[] {1}).build();
    long[] outcomes = new long[8];
    for (int seed = 0; seed < SWEEPS; seed++) {
      TokenBlock start = sampler.start(block, seed);
      TokenBlock first = sampler.sweep(start, seed, 0);
      TokenBlock second = sampler.sweep(first, seed, 1);
      outcomes[4 * start.topics()[0] + 2 * first.topics()[0] + second.topics()[0]]++;
    }
    double[] word0 = {3 / 5.0, 2 / 5.0};
    double[] expected = new double[8];
    Arrays.setAll(expected, i -> word0[i / 4] * word0[i / 2 % 2] * word0[i % 2]);
    Frequencies.assertShares(outcomes, expected);
  }

  /** Nine topics: one or two of a word make a sparse row, three or more a dense one. */
  private static final int[][] NINE_TOPICS = {
    {0, 0, 3, 0, 0, 0, 0, 0, 0},
    {1, 0, 0, 0, 0, 0, 0, 2, 0},
    {2, 0, 1, 1, 0, 4, 0, 0, 0},
    {0, 0, 0, 0, 0, 0, 0, 0, 0}
  };

  private static final double[] NINE_ALPHA = {0.3, 0.2, 0.1, 0.4, 0.5, 0.1, 0.2, 0.6, 0.2};
  private static final double BETA = 0.1;

  @Test
  void followsTheFormulaInSparseAndDenseRows() {
    assertFollowsTheFormula(Documents.COUNTED, new int[] {0, 2}, 2, 5);
    assertFollowsTheFormula(Documents.COUNTED, new int[] {1, 2}, 7, 0);
    assertFollowsTheFormula(Documents.COUNTED, new int[] {0, 1}, 2, 0);
    assertFollowsTheFormula(Documents.UNSEEN, new int[] {0, 2}, 4, 4);
  }

  @Test
  void followsTheFormulaForAWordThatADocumentHasTwice() {
    assertFollowsTheFormula(Documents.COUNTED, new int[] {1, 1}, 7, 7);
    assertFollowsTheFormula(Documents.COUNTED, new int[] {2, 2}, 5, 2);
  }

  @Test
  void followsTheFormulaForAWordThatNoTopicHas() {
    assertFollowsTheFormula(Documents.UNSEEN, new int[] {0, 3}, 8, 1);
  }

  /** Compares a document of two tokens with all 81 probabilities of its topics after a sweep. */
  private static void assertFollowsTheFormula(
      Documents documents, int[] words, int oldFirst, int oldSecond) {
    TokenBlock.Builder builder = new TokenBlock.Builder(9);
    if (words[0] == words[1]) {
      builder.add(5, new int[] {words[0]}, new int[] {2});
    } else {
      builder.add(5, words, new int[] {1, 1});
    }
    TokenBlock block = builder.build().withTopics(new char[] {(char) oldFirst, (char) oldSecond});
    BlockSweep sampler =
        new BlockSweep(
            new FrozenTopics(DenseCounts.packed(NINE_TOPICS), NINE_ALPHA, BETA), documents);
    long[] outcomes = new long[81];
    for (int seed = 0; seed < SWEEPS; seed++) {
      char[] topics = sampler.sweep(block, seed, 3).topics();
      outcomes[9 * topics[0] + topics[1]]++;
    }
    double[] expected = new double[81];
    double[] first = conditional(documents, words[0], oldFirst, oldSecond);
    for (int i = 0; i < 81; i++) {
      expected[i] = first[i / 9] * conditional(documents, words[1], oldSecond, i / 9)[i % 9];
    }
    Frequencies.assertShares(outcomes, expected);
  }

  /** P(k) of a token, written down from the formula, where another token has a topic. */
  private static double[] conditional(Documents documents, int word, int old, int other) {
    double[] probability = new double[9];
    for (int topic = 0; topic < 9; topic++) {
      int total = 0;
      for (int[] ofWord : NINE_TOPICS) {
        total += ofWord[topic];
      }
      int own = documents == Documents.COUNTED && topic == old ? 1 : 0;
      double phi = (NINE_TOPICS[word][topic] - own + BETA) / (total + NINE_TOPICS.length * BETA);
      probability[topic] = ((topic == other ? 1 : 0) + NINE_ALPHA[topic]) * phi;
    }
    double sum = Arrays.stream(probability).sum();
    return Arrays.stream(probability).map(p -> p / sum).toArray();
  }

  @Property(tries = 200)
  void keepsEveryTokenAndCountsItOnce(
      @ForAll @IntRange(min = 1, max = 30) int documents,
      @ForAll @IntRange(min = 1, max = 300) int words,
      @ForAll @IntRange(min = 1, max = 20) int topics,
      @ForAll long seed) {
    RandomDocuments drawn = RandomDocuments.of(documents, words, 25, seed);
    TokenBlock block = drawn.block(topics).start(seed, topics);
    for (int sweep = 1; sweep <= 4; sweep++) {
      TopicCounts counts = counted(List.of(block), words, topics);
      block = new BlockSweep(frozen(counts), Documents.COUNTED).sweep(block, seed, sweep);
      assertThat(DenseCounts.ofSlots(block, topics))
          .isDeepEqualTo(DenseCounts.ofDocuments(block, topics));
      assertThat(DenseCounts.rowSums(DenseCounts.ofSlots(block, topics)))
          .isEqualTo(drawn.lengths());
      int[][] after = DenseCounts.of(counted(List.of(block), words, topics));
      assertThat(DenseCounts.rowSums(after)).isEqualTo(drawn.frequencies());
      assertThat(Arrays.stream(DenseCounts.rowSums(after)).sum()).isEqualTo(block.tokenCount());
    }
  }

  @Test
  void leavesTheBlockItSweepsAsItWas() {
    TokenBlock block = RandomDocuments.of(30, 40, 30, 1).block(6).start(1, 6);
    char[] topics = block.topics();
    int[] slots = block.slots.clone();
    new BlockSweep(frozen(counted(List.of(block), 40, 6)), Documents.COUNTED).sweep(block, 1, 1);
    assertThat(block.topics()).isEqualTo(topics);
    assertThat(block.slots).isEqualTo(slots);
  }

  @Test
  void givesTheSameTopicsOnEveryCallInAnyOrder() {
    RandomDocuments documents = RandomDocuments.of(60, 400, 40, 2);
    TokenBlock one = documents.block(0, 30, 7).start(3, 7);
    TokenBlock other = documents.block(30, 60, 7).start(3, 7);
    FrozenTopics topics = frozen(counted(List.of(one, other), 400, 7));
    char[] first = new BlockSweep(topics, Documents.COUNTED).sweep(one, 5, 1).topics();
    BlockSweep sampler = new BlockSweep(topics, Documents.COUNTED);
    sampler.sweep(other, 5, 1);
    assertThat(sampler.sweep(one, 5, 1).topics()).isEqualTo(first);
    assertThat(sampler.sweep(one, 5, 1).topics()).isEqualTo(first);
    assertThat(sampler.sweep(one, 6, 1).topics()).as("another seed").isNotEqualTo(first);
    assertThat(sampler.sweep(one, 5, 2).topics()).as("another sweep").isNotEqualTo(first);
  }

  @Property(tries = 50)
  void givesADocumentTheSameTopicsWhateverElseIsInItsBlock(
      @ForAll @IntRange(max = 30) int cut, @ForAll long seed) {
    RandomDocuments documents = RandomDocuments.of(30, 50, 40, seed);
    TokenBlock whole = documents.block(6).start(seed, 6);
    TokenBlock front = documents.block(0, cut, 6).start(seed, 6);
    TokenBlock back = documents.block(cut, 30, 6).start(seed, 6);
    for (int sweep = 1; sweep <= 3; sweep++) {
      BlockSweep sampler =
          new BlockSweep(frozen(counted(List.of(whole), 50, 6)), Documents.COUNTED);
      whole = sampler.sweep(whole, seed, sweep);
      front = sampler.sweep(front, seed, sweep);
      back = sampler.sweep(back, seed, sweep);
      int[][] together = DenseCounts.ofSlots(whole, 6);
      assertThat(DenseCounts.ofSlots(front, 6)).isDeepEqualTo(Arrays.copyOf(together, cut));
      assertThat(DenseCounts.ofSlots(back, 6)).isDeepEqualTo(Arrays.copyOfRange(together, cut, 30));
    }
  }

  @Test
  void givesTheSameTopicsByManyThreadsAsByOne() throws InterruptedException, ExecutionException {
    int threads = 6;
    int words = 10_000;
    RandomDocuments documents = RandomDocuments.of(20 * threads, words, 200, 9);
    List<TokenBlock> blocks = new ArrayList<>();
    for (int block = 0; block < threads; block++) {
      blocks.add(documents.block(20 * block, 20 * block + 20, 15).start(9, 15));
    }
    TopicCounts counts = counted(blocks, words, 15);
    BlockSweep alone = new BlockSweep(frozen(counts), Documents.COUNTED);
    List<char[]> expected =
        blocks.stream().map(block -> alone.sweep(block, 9, 1).topics()).toList();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < 5; round++) {
        // Its tables are not there yet: the threads make them together.
        FrozenTopics shared = frozen(counts);
        CyclicBarrier atOnce = new CyclicBarrier(threads);
        List<Future<char[]>> results = new ArrayList<>();
        for (TokenBlock block : blocks) {
          results.add(
              pool.submit(
                  () -> {
                    atOnce.await();
                    BlockSweep sampler = new BlockSweep(shared, Documents.COUNTED);
                    return sampler.sweep(block, 9, 1).topics();
                  }));
        }
        for (int block = 0; block < threads; block++) {
          assertThat(results.get(block).get()).isEqualTo(expected.get(block));
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void sweepsDocumentsWithoutTokens() {
    TokenBlock block =
        new TokenBlock.Builder(2)
            .add(1, new int[0], new int[0])
            .add(2, new int[] {1}, new int[] {1})
            .add(3, new int[0], new int[0])
            .build();
    TokenBlock swept =
        new BlockSweep(frozen(counted(List.of(block), 3, 2)), Documents.COUNTED).sweep(block, 1, 1);
    assertThat(DenseCounts.rowSums(DenseCounts.ofSlots(swept, 2))).containsExactly(0, 1, 0);
  }

  @Test
  void keepsAllTokensInTheOnlyTopic() {
    TokenBlock block =
        new TokenBlock.Builder(1)
            .add(1, new int[] {0}, new int[] {1})
            .add(2, new int[] {0, 1}, new int[] {3, 2})
            .build();
    TokenBlock swept =
        new BlockSweep(frozen(counted(List.of(block), 2, 1)), Documents.COUNTED).sweep(block, 1, 1);
    assertThat(swept.topics()).containsOnly('\0');
    assertThat(DenseCounts.ofSlots(swept, 1)).isDeepEqualTo(new int[][] {{1}, {5}});
  }

  @Test
  void drawsByThePriorAloneForAVocabularyOfOneWordAndADocumentOfOneToken() {
    // phi is 1 in every topic, so P(k) = alpha_k / sum of alpha.
    TokenBlock block = new TokenBlock.Builder(3).add(1, new int[] {0}, new int[] {1}).build();
    FrozenTopics topics =
        new FrozenTopics(
            DenseCounts.packed(new int[][] {{9, 4, 0}}), new double[] {0.1, 0.3, 0.6}, 0.01);
    BlockSweep sampler = new BlockSweep(topics, Documents.UNSEEN);
    long[] outcomes = new long[3];
    for (int seed = 0; seed < SWEEPS; seed++) {
      outcomes[sampler.sweep(block, seed, 1).topics()[0]]++;
    }
    Frequencies.assertShares(outcomes, 0.1, 0.3, 0.6);
  }

  @Test
  void leavesATopicThatHasEveryToken() {
    // With all in topic 0, only the prior says that there are others; some tokens must move.
    TokenBlock block = RandomDocuments.of(200, 20, 40, 6).block(4);
    TokenBlock swept =
        new BlockSweep(frozen(counted(List.of(block), 20, 4)), Documents.COUNTED)
            .sweep(block, 1, 1);
    int[][] documents = DenseCounts.ofSlots(swept, 4);
    for (int topic = 0; topic < 4; topic++) {
      int column = topic;
      assertThat(Arrays.stream(documents).mapToInt(row -> row[column]).sum()).isPositive();
    }
  }

  @Test
  void sweepsTheLongestDocumentOfOneWord() {
    int tokens = TokenBlock.MAX_DOCUMENT_TOKENS;
    TokenBlock block =
        new TokenBlock.Builder(2)
            .add(1, new int[] {0}, new int[] {tokens})
            .add(2, new int[] {0}, new int[] {tokens})
            .build();
    for (int sweep = 1; sweep <= 2; sweep++) {
      TopicCounts counts = counted(List.of(block), 1, 2);
      assertThat(counts.topicTotal(0) + counts.topicTotal(1)).isEqualTo(2L * tokens);
      block = new BlockSweep(frozen(counts), Documents.COUNTED).sweep(block, 4, sweep);
      assertThat(DenseCounts.rowSums(DenseCounts.ofSlots(block, 2)))
          .containsExactly(tokens, tokens);
    }
  }

  @Test
  void sweepsWithFarMoreTopicsThanDocuments() {
    int topics = TokenBlock.MAX_TOPICS;
    TokenBlock block = RandomDocuments.of(3, 20, 40, 6).block(topics).start(8, topics);
    TokenBlock swept =
        new BlockSweep(frozen(counted(List.of(block), 20, topics)), Documents.COUNTED)
            .sweep(block, 1, 1);
    TokenBlock recounted = swept.withTopics(swept.topics());
    for (int document = 0; document < 3; document++) {
      assertThat(slots(swept, document)).containsExactlyInAnyOrder(slots(recounted, document));
    }
    assertThat(DenseCounts.ofWords(swept, 20)).isEqualTo(DenseCounts.ofWords(block, 20));
  }

  private static int[] slots(TokenBlock block, int document) {
    int from = block.slotStart[document];
    return Arrays.copyOfRange(block.slots, from, from + block.slotCounts[document]);
  }

  private static TopicCounts counted(List<TokenBlock> blocks, int words, int topics) {
    return new TopicCounts(words, topics, TopicCounts.pack(blocks, words, topics));
  }

  private static FrozenTopics frozen(TopicCounts counts) {
    double[] alpha = new double[counts.topicCount()];
    Arrays.fill(alpha, 5.0 / alpha.length);
    return new FrozenTopics(counts, alpha, 0.01);
  }
}
