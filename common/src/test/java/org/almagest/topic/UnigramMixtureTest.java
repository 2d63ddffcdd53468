package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnigramMixtureTest {
  private static final int[] ONCE = {1, 1, 1, 1};

  /** With this the first two documents are one of each group. */
  private static final long SEED_OF_BOTH_GROUPS = 2;

  @Test
  void documentsOfTheSameWordsGoToTheSameTopic() {
    // 30 of 100 words of the document's group, and ten words that all documents have.
    Random random = new Random(6);
    TokenBlock.Builder builder = new TokenBlock.Builder(2);
    for (int document = 0; document < 40; document++) {
      int group = 100 * (document % 2);
      IntStream own = random.ints(0, 100).distinct().limit(30).map(word -> group + word);
      int[] words = IntStream.concat(own, IntStream.range(200, 210)).sorted().toArray();
      builder.add(document, words, IntStream.generate(() -> 1).limit(words.length).toArray());
    }

    int[] topics = topicsOfDocuments(UnigramMixture.fit(builder.build(), 2, SEED_OF_BOTH_GROUPS));

    for (int document = 0; document < 40; document++) {
      assertThat(topics[document]).isEqualTo(topics[document % 2]);
    }
    assertThat(topics[0]).isNotEqualTo(topics[1]);
  }

  @Test
  void theFirstTopicsAreDocumentsThatDifferByTheSeed() {
    TokenBlock block = RandomDocuments.of(60, 30, 12, 3).block(5);
    char[] topics = UnigramMixture.fit(block, 5, 8).topics();
    assertThat(UnigramMixture.fit(block, 5, 8).topics()).isEqualTo(topics);
    assertThat(UnigramMixture.fit(block, 5, 9).topics()).isNotEqualTo(topics);
  }

  @Test
  void eachDocumentIsOfOneTopicWhateverItsLength() {
    TokenBlock block = RandomDocuments.of(200, 50, 20, 4).block(7);
    TokenBlock fitted = UnigramMixture.fit(block, 7, 1);
    int[] topics = topicsOfDocuments(fitted);
    for (int token = 0; token < fitted.tokenCount(); token++) {
      assertThat((int) fitted.topics[token]).isEqualTo(topics[fitted.documents[token]]);
      assertThat(topics[fitted.documents[token]]).isBetween(0, 6);
    }
    for (int document = 0; document < fitted.documentCount(); document++) {
      assertThat((int) fitted.slotCounts[document]).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void moreTopicsThanDocumentsLeaveSomeEmpty() {
    TokenBlock.Builder builder = new TokenBlock.Builder(10);
    for (int document = 0; document < 3; document++) {
      builder.add(document, IntStream.range(4 * document, 4 * document + 4).toArray(), ONCE);
    }
    Set<Integer> topics = new HashSet<>();
    for (int topic : topicsOfDocuments(UnigramMixture.fit(builder.build(), 10, 5))) {
      topics.add(topic);
    }
    // Nothing is alike in these documents, so each stays in the topic that it was drawn for.
    assertThat(topics).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void aBlockWithoutDocumentsAndOneWithoutTokensStayAsTheyAre() {
    TokenBlock none = new TokenBlock.Builder(3).build();
    assertThat(UnigramMixture.fit(none, 3, 1).documentCount()).isZero();
    TokenBlock empty = new TokenBlock.Builder(3).add(1, new int[0], new int[0]).build();
    assertThat(UnigramMixture.fit(empty, 3, 1).tokenCount()).isZero();
  }

  private static int[] topicsOfDocuments(TokenBlock block) {
    int[] topics = new int[block.documentCount()];
    for (int token = 0; token < block.tokenCount(); token++) {
      topics[block.documents[token]] = block.topics[token];
    }
    return topics;
  }
}
