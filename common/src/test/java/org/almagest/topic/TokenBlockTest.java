package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Documents and the topics of their tokens. */
class TokenBlockTest {
  @Test
  void ordersTokensByWordAndThenByDocument() {
    TokenBlock block =
        new TokenBlock.Builder(4)
            .add(70, new int[] {9, 2}, new int[] {1, 2})
            .add(50, new int[] {2}, new int[] {1})
            .build();
    assertThat(block.words).containsExactly(2, 9);
    assertThat(block.wordStart).containsExactly(0, 3, 4);
    assertThat(block.documents).isEqualTo(new char[] {0, 0, 1, 0});
    assertThat(block.documentKeys).containsExactly(70, 50);
    assertThat(block.topics()).isEqualTo(new char[] {0, 0, 0, 0});
    assertThat(block.documentCount()).isEqualTo(2);
    assertThat(block.tokenCount()).isEqualTo(4);
  }

  @Test
  void countsTheTopicsOfEachDocumentLargestFirst() {
    TokenBlock block =
        new TokenBlock.Builder(4)
            .add(1, new int[] {0}, new int[] {3})
            .add(2, new int[] {0}, new int[] {1})
            .build()
            .withTopics(new char[] {1, 3, 3, 2});
    assertThat(block.slotStart).containsExactly(0, 3, 4);
    assertThat(block.slotCounts).isEqualTo(new char[] {2, 1});
    assertThat(block.slots).containsExactly(3 << 16 | 2, 1 << 16 | 1, 0, 2 << 16 | 1);
  }

  @Test
  void keepsNoMoreSlotsThanThereAreTopics() {
    TokenBlock block = new TokenBlock.Builder(2).add(1, new int[] {0}, new int[] {9}).build();
    assertThat(block.slots).hasSize(2);
  }

  @Test
  void takesDocumentsWithoutTokens() {
    TokenBlock block =
        new TokenBlock.Builder(3)
            .add(1, new int[0], new int[0])
            .add(2, new int[] {4}, new int[] {1})
            .add(3, new int[] {4}, new int[] {0})
            .build();
    assertThat(block.documentCount()).isEqualTo(3);
    assertThat(block.documents).isEqualTo(new char[] {1});
    assertThat(block.slotCounts).isEqualTo(new char[] {0, 1, 0});
  }

  @Test
  void mayHoldNoDocumentAtAll() {
    TokenBlock block = new TokenBlock.Builder(3).build();
    assertThat(block.documentCount()).isZero();
    assertThat(block.start(1, 3).tokenCount()).isZero();
  }

  @Test
  void growsBeyondItsFirstBuffers() {
    RandomDocuments documents = RandomDocuments.of(300, 40, 100, 5);
    TokenBlock block = documents.block(3);
    assertThat(DenseCounts.ofWords(block, 40)).isEqualTo(documents.frequencies());
    assertThat(block.documentCount()).isEqualTo(300);
    assertThat(block.documentKeys[299]).isEqualTo(299);
  }

  @Test
  void takesLongDocumentsDownInProportion() {
    TokenBlock block =
        new TokenBlock.Builder(3)
            .add(1, new int[] {0, 1, 2}, new int[] {131_070, 65_535, 1})
            .add(2, new int[] {1}, new int[] {TokenBlock.MAX_DOCUMENT_TOKENS})
            .build();
    // 65535 · 131070 / 196606 = 43689.8, half of that, and nothing of the word with one token.
    assertThat(DenseCounts.ofWords(block, 3)).containsExactly(43_689, 21_844 + 65_535, 0);
    assertThat(DenseCounts.ofSlots(block, 3)[1]).containsExactly(65_535, 0, 0);
  }

  @Test
  void keepsTopicsWhoseNumbersReachIntoTheSign() {
    TokenBlock block =
        new TokenBlock.Builder(TokenBlock.MAX_TOPICS)
            .add(1, new int[] {0}, new int[] {3})
            .build()
            .withTopics(new char[] {65_534, 40_000, 65_534});
    assertThat(block.slots[0]).isEqualTo(65_534 << 16 | 2);
    assertThat(block.slots[1]).isEqualTo(40_000 << 16 | 1);
  }

  @Test
  void refusesMoreDocumentsThanItHolds() {
    TokenBlock.Builder builder = new TokenBlock.Builder(1);
    for (int document = 0; document < TokenBlock.MAX_DOCUMENTS; document++) {
      builder.add(document, new int[] {0}, new int[] {1});
    }
    assertThat(builder.documentCount()).isEqualTo(TokenBlock.MAX_DOCUMENTS);
    assertThat(builder.tokenCount()).isEqualTo(TokenBlock.MAX_DOCUMENTS);
    assertThatThrownBy(() -> builder.add(0, new int[0], new int[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesNumbersOfTopicsThatDoNotFit() {
    assertThatThrownBy(() -> new TokenBlock.Builder(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TokenBlock.Builder(TokenBlock.MAX_TOPICS + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesTopicsOfOtherTokens() {
    TokenBlock block = new TokenBlock.Builder(2).add(1, new int[] {0}, new int[] {2}).build();
    assertThatThrownBy(() -> block.withTopics(new char[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isNotChangedByWhatIsMadeOfIt() {
    TokenBlock block = RandomDocuments.of(20, 10, 20, 3).block(7);
    block.topics()[0] = 5;
    char[] topics = block.topics();
    TokenBlock other = block.withTopics(topics);
    topics[0] = 5;
    block.start(4, 7);
    assertThat(block.topics()).containsOnly('\0');
    assertThat(other.topics()).containsOnly('\0');
    assertThat(DenseCounts.ofSlots(block, 7)).isDeepEqualTo(DenseCounts.ofDocuments(block, 7));
  }

  @Test
  void startsADocumentWithAtMostThreeTopicsAndTheDocumentsWithAll() {
    int topics = 50;
    TokenBlock start = RandomDocuments.of(500, 30, 60, 8).block(topics).start(11, topics);
    boolean[] seen = new boolean[topics];
    for (char topic : start.topics()) {
      seen[topic] = true;
    }
    assertThat(seen).containsOnly(true);
    for (char used : start.slotCounts) {
      assertThat((int) used).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void startsADocumentTheSameWhateverElseIsInItsBlock() {
    RandomDocuments documents = RandomDocuments.of(40, 30, 60, 8);
    int[][] whole = DenseCounts.ofDocuments(documents.block(9).start(11, 9), 9);
    int[][] half = DenseCounts.ofDocuments(documents.block(20, 40, 9).start(11, 9), 9);
    assertThat(half).isDeepEqualTo(Arrays.copyOfRange(whole, 20, 40));
    assertThat(documents.block(9).start(12, 9).topics())
        .as("another seed")
        .isNotEqualTo(documents.block(9).start(11, 9).topics());
  }

  @Test
  void isTheSameAfterSerialization() throws IOException, ClassNotFoundException {
    TokenBlock block = RandomDocuments.of(20, 10, 20, 3).block(7).start(1, 7);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(block);
    }
    TokenBlock read;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      read = (TokenBlock) in.readObject();
    }
    assertThat(read.topics()).isEqualTo(block.topics());
    assertThat(read.start(5, 7).topics()).isEqualTo(block.start(5, 7).topics());
  }

  @Property(tries = 200)
  void keepsEveryTokenAndCountsItOnce(
      @ForAll @IntRange(max = 30) int documents,
      @ForAll @IntRange(min = 1, max = 20) int words,
      @ForAll @IntRange(min = 1, max = 12) int topics,
      @ForAll long seed) {
    RandomDocuments drawn = RandomDocuments.of(documents, words, 25, seed);
    TokenBlock block = drawn.block(topics).start(seed, topics);
    assertThat(DenseCounts.ofWords(block, words)).isEqualTo(drawn.frequencies());
    assertThat(DenseCounts.ofSlots(block, topics))
        .isDeepEqualTo(DenseCounts.ofDocuments(block, topics));
    assertThat(DenseCounts.rowSums(DenseCounts.ofSlots(block, topics))).isEqualTo(drawn.lengths());
    for (int document = 0; document < documents; document++) {
      int from = block.slotStart[document];
      for (int slot = from + 1; slot < from + block.slotCounts[document]; slot++) {
        assertThat(block.slots[slot] & 0xFFFF).isBetween(1, block.slots[slot - 1] & 0xFFFF);
      }
    }
  }
}
