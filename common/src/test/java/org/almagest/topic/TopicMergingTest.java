package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which topics become one. */
class TopicMergingTest {
  /** Topics 0 and 2 share words 0 and 1, and topics 1 and 3 words 2 and 3. */
  private static final TopicCounts TWO_PAIRS =
      DenseCounts.packed(
          new int[][] {{50, 0, 40, 0}, {50, 0, 60, 0}, {0, 30, 0, 3}, {0, 70, 0, 7}});

  private static DocumentSavings nothing(int topics) {
    return DocumentSavings.of(List.of(), topics);
  }

  @Test
  void mergesTheTwoThatCostLeastFirst() {
    // Words of topics 1 and 3 are in the same proportion: to merge them costs nothing.
    assertThat(TopicMerging.numbers(TWO_PAIRS, nothing(4), 3)).containsExactly(0, 1, 2, 1);
    assertThat(TopicMerging.numbers(TWO_PAIRS, nothing(4), 2)).containsExactly(0, 1, 0, 1);
    assertThat(TopicMerging.numbers(TWO_PAIRS, nothing(4), 1)).containsOnly(0);
    assertThat(TopicMerging.numbers(TWO_PAIRS, nothing(4), 4)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void goesByWhatDocumentsSaveToo() {
    // Merging topics 0 and 1 costs 200 ln 200 - 2 · 100 ln 100 = 138.6 nats, and saves 1.4 in each
    // of 200 documents that have a token of both.
    TokenBlock.Builder builder = new TokenBlock.Builder(4);
    char[] topics = new char[400];
    for (int document = 0; document < 200; document++) {
      builder.add(document, new int[] {0, 2}, new int[] {1, 1});
      topics[200 + document] = 1;
    }
    TokenBlock block = builder.build().withTopics(topics);

    assertThat(TopicMerging.numbers(TWO_PAIRS, DocumentSavings.of(List.of(block), 4), 3))
        .containsExactly(0, 0, 1, 2);
  }

  @Test
  void mergesWhatIsDissolvedIntoTheNearestThatStays() {
    assertThat(without(0)).containsExactly(1, 0, 1, 2);
    assertThat(without(3)).containsExactly(0, 1, 2, 1);
    assertThat(without(0, 1)).containsExactly(0, 1, 0, 1);
    assertThat(without(0, 1, 2)).as("whatever it costs").containsOnly(0);
    assertThat(without()).containsExactly(0, 1, 2, 3);
  }

  private static int[] without(int... topics) {
    BitSet dissolved = new BitSet();
    for (int topic : topics) {
      dissolved.set(topic);
    }
    return TopicMerging.numbersWithout(dissolved, TWO_PAIRS, nothing(4));
  }

  @Test
  void aTopicWithoutTokensGoesAnywhere() {
    TopicCounts counts = DenseCounts.packed(new int[][] {{3, 0, 1}, {0, 0, 2}});
    BitSet dissolved = new BitSet();
    dissolved.set(1);

    assertThat(TopicMerging.numbersWithout(dissolved, counts, nothing(3))).containsExactly(0, 0, 1);
  }
}
