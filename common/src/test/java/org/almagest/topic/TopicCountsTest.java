package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** How many tokens of each word are in each topic. */
class TopicCountsTest {
  private static final Offset<Double> TOLERANCE = within(1e-12);

  @Test
  void countsTheTokensOfSomeBlocks() {
    TokenBlock one =
        new TokenBlock.Builder(3)
            .add(1, new int[] {0, 2}, new int[] {2, 1})
            .build()
            .withTopics(new char[] {1, 1, 0});
    TokenBlock other =
        new TokenBlock.Builder(3)
            .add(2, new int[] {2, 3}, new int[] {2, 1})
            .build()
            .withTopics(new char[] {0, 2, 2});
    // Word 1 is in no document, and neither is word 4.
    TopicCounts counts = new TopicCounts(5, 3, TopicCounts.pack(List.of(one, other), 5, 3));
    assertThat(DenseCounts.of(counts))
        .isDeepEqualTo(new int[][] {{0, 2, 0}, {0, 0, 0}, {2, 0, 1}, {0, 0, 1}, {0, 0, 0}});
    assertThat(counts.topicTotal(0)).isEqualTo(2);
    assertThat(counts.topicTotal(1)).isEqualTo(2);
    assertThat(counts.topicTotal(2)).isEqualTo(2);
    assertThat(counts.vocabularySize()).isEqualTo(5);
    assertThat(counts.topicCount()).isEqualTo(3);
  }

  @Test
  void tellsTheTopWordsOfEachTopic() {
    TopicCounts counts =
        DenseCounts.packed(new int[][] {{5, 0, 0}, {7, 1, 0}, {5, 0, 0}, {9, 2, 0}, {1, 0, 0}});
    assertThat(counts.topWords(3)).isDeepEqualTo(new int[][] {{3, 1, 0}, {3, 1}, {}});
    assertThat(counts.topWords(10)[0]).containsExactly(3, 1, 0, 2, 4);
  }

  @Test
  void visitsByWordAndByTopicWithinAcrossRanges() {
    int[][] table = new int[600][4];
    table[0][3] = 1;
    table[255][2] = 2;
    table[256][0] = 3;
    table[256][1] = 4;
    table[599][3] = 5;
    List<List<Integer>> visited = new ArrayList<>();
    DenseCounts.packed(table)
        .forEach((word, topic, count) -> visited.add(List.of(word, topic, count)));
    assertThat(visited)
        .containsExactly(
            List.of(0, 3, 1),
            List.of(255, 2, 2),
            List.of(256, 0, 3),
            List.of(256, 1, 4),
            List.of(599, 3, 5));
  }

  @Test
  void sharesATopicOutAmongItsWords() {
    // Topic 0 has 4 tokens: 3 of word 0 and 1 of word 2. Topic 1 has 5: 1 of word 0, 4 of word 1.
    List<SparseDistribution> topics =
        DenseCounts.packed(new int[][] {{3, 1}, {0, 4}, {1, 0}}).termDistributions();
    assertThat(topics).hasSize(2);
    assertThat(topics.get(0).size()).isEqualTo(2);
    assertThat(topics.get(0).index(1)).isEqualTo(2);
    assertThat(topics.get(0).value(0)).isCloseTo(3 / 4.0, TOLERANCE);
    assertThat(topics.get(0).value(1)).isCloseTo(1 / 4.0, TOLERANCE);
    assertThat(topics.get(1).value(0)).isCloseTo(1 / 5.0, TOLERANCE);
    assertThat(topics.get(1).value(1)).isCloseTo(4 / 5.0, TOLERANCE);
  }

  @Test
  void refusesToShareOutATopicWithoutTokens() {
    TopicCounts counts = DenseCounts.packed(new int[][] {{1, 0, 2}});
    assertThatThrownBy(counts::termDistributions).isInstanceOf(IllegalArgumentException.class);
    assertThat(counts.topicsWithTokens()).containsExactly(0, 2);
    assertThat(counts.onlyTopics(counts.topicsWithTokens()).termDistributions()).hasSize(2);
  }

  @Test
  void keepsSomeTopicsInTheOrderGiven() {
    TopicCounts kept =
        DenseCounts.packed(new int[][] {{1, 2, 3}, {4, 0, 0}, {0, 5, 6}})
            .onlyTopics(new int[] {2, 0});
    assertThat(DenseCounts.of(kept)).isDeepEqualTo(new int[][] {{3, 1}, {0, 4}, {6, 0}});
    assertThat(kept.topicTotal(0)).isEqualTo(9);
  }

  @Test
  void overrelaxedCountsGoOnWhereTheyChangedByMoreThanChance() {
    // 100 after 64: 36 more, of which chance, the root of 164, may be 12.8.
    TopicCounts before = DenseCounts.packed(new int[][] {{64, 9, 100}, {0, 3, 40}});
    TopicCounts now = DenseCounts.packed(new int[][] {{100, 10, 64}, {25, 0, 4}});
    assertThat(DenseCounts.of(now.overrelaxed(before, 2, 1)))
        .as("100 + 2 · 23.2, 10, 64 - 2 · 23.2; 25 + 2 · 20, 0, 4 - 2 · 29.4, which is below 1")
        .isDeepEqualTo(new int[][] {{146, 10, 18}, {65, 0, 1}});
    assertThat(DenseCounts.of(now.overrelaxed(before, 0, 1))).isDeepEqualTo(DenseCounts.of(now));
    assertThat(DenseCounts.of(now.overrelaxed(now, 2, 0))).isDeepEqualTo(DenseCounts.of(now));
  }

  @Test
  void overrelaxedCountsStayWithinAnInt() {
    TopicCounts before = DenseCounts.packed(new int[][] {{1}});
    TopicCounts now = DenseCounts.packed(new int[][] {{Integer.MAX_VALUE}});
    assertThat(DenseCounts.of(now.overrelaxed(before, 2, 0)))
        .isDeepEqualTo(new int[][] {{Integer.MAX_VALUE}});
  }

  @Test
  void addsTotalsThatDoNotFitAnInt() {
    TopicCounts counts =
        DenseCounts.packed(new int[][] {{Integer.MAX_VALUE, 0}, {Integer.MAX_VALUE, 1}});
    assertThat(counts.topicTotal(0)).isEqualTo(2L * Integer.MAX_VALUE);
    assertThat(counts.termDistributions().get(0).value(1)).isCloseTo(0.5, TOLERANCE);
  }

  @Test
  void countsNothingOfBlocksWithoutTokens() {
    TokenBlock empty = new TokenBlock.Builder(2).add(1, new int[0], new int[0]).build();
    TopicCounts counts = new TopicCounts(300, 2, TopicCounts.pack(List.of(empty), 300, 2));
    assertThat(counts.topicsWithTokens()).isEmpty();
    assertThat(DenseCounts.rowSums(DenseCounts.of(counts))).containsOnly(0);
    assertThat(DenseCounts.of(new TopicCounts(300, 2, TopicCounts.pack(List.of(), 300, 2))))
        .isDeepEqualTo(DenseCounts.of(counts));
  }

  @Test
  void refusesRangesThatAreNotThoseOfTheVocabulary() {
    assertThatThrownBy(() -> new TopicCounts(257, 2, new byte[1][]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 100)
  void countsPartsThatAddUpToTheWhole(
      @ForAll @IntRange(min = 1, max = 30) int documents,
      @ForAll @IntRange(max = 30) int cut,
      @ForAll @IntRange(min = 1, max = 600) int words,
      @ForAll @IntRange(min = 1, max = 12) int topics,
      @ForAll long seed) {
    RandomDocuments drawn = RandomDocuments.of(documents, words, 25, seed);
    int middle = Math.min(cut, documents);
    TokenBlock front = drawn.block(0, middle, topics).start(seed, topics);
    TokenBlock back = drawn.block(middle, documents, topics).start(seed, topics);
    TopicCounts whole = counted(List.of(drawn.block(topics).start(seed, topics)), words, topics);
    TopicCounts oneByOne =
        counted(List.of(front), words, topics).add(counted(List.of(back), words, topics));
    TopicCounts together = counted(List.of(back, front), words, topics);

    assertThat(DenseCounts.of(oneByOne)).isDeepEqualTo(DenseCounts.of(whole));
    assertThat(DenseCounts.of(together)).isDeepEqualTo(DenseCounts.of(whole));
    assertThat(DenseCounts.rowSums(DenseCounts.of(whole))).isEqualTo(drawn.frequencies());
    for (int topic = 0; topic < topics; topic++) {
      assertThat(oneByOne.topicTotal(topic)).isEqualTo(whole.topicTotal(topic));
    }
    for (int range = 0; range < CountRows.ranges(words); range++) {
      byte[] sum =
          TopicCounts.sum(
              Arrays.asList(
                  TopicCounts.pack(List.of(front), words, topics)[range],
                  TopicCounts.pack(List.of(back), words, topics)[range]),
              range,
              words,
              topics);
      assertThat(sum).isEqualTo(whole.packed().get(range));
    }
  }

  private static TopicCounts counted(List<TokenBlock> blocks, int words, int topics) {
    return new TopicCounts(words, topics, TopicCounts.pack(blocks, words, topics));
  }
}
