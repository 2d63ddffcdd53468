package org.almagest.topic;

import java.util.Arrays;
import java.util.Random;

/** Documents drawn at random, for properties: from none to {@code longest} words each. */
final class RandomDocuments {
  private final int vocabularySize;
  private final int[][] termCounts;

  private RandomDocuments(int vocabularySize, int[][] termCounts) {
    this.vocabularySize = vocabularySize;
    this.termCounts = termCounts;
  }

  static RandomDocuments of(int documents, int vocabularySize, int longest, long seed) {
    Random random = new Random(seed);
    int[][] drawn = new int[documents][vocabularySize];
    for (int[] document : drawn) {
      for (int left = random.nextInt(longest + 1); left > 0; left--) {
        document[random.nextInt(vocabularySize)]++;
      }
    }
    return new RandomDocuments(vocabularySize, drawn);
  }

  int count() {
    return termCounts.length;
  }

  /** Tokens of each document. */
  int[] lengths() {
    return DenseCounts.rowSums(termCounts);
  }

  /** Occurrences of each word in all documents. */
  int[] frequencies() {
    int[] frequencies = new int[vocabularySize];
    for (int[] document : termCounts) {
      Arrays.setAll(frequencies, word -> frequencies[word] + document[word]);
    }
    return frequencies;
  }

  /**
   * A block of the documents from {@code from} to below {@code to}, whose keys are their places.
   */
  TokenBlock block(int from, int to, int topicCount) {
    TokenBlock.Builder builder = new TokenBlock.Builder(topicCount);
    for (int document = from; document < to; document++) {
      addTo(builder, document);
    }
    return builder.build();
  }

  /** A block of all documents. */
  TokenBlock block(int topicCount) {
    return block(0, count(), topicCount);
  }

  private void addTo(TokenBlock.Builder builder, int document) {
    int[] counts = termCounts[document];
    int[] terms = new int[vocabularySize];
    int size = 0;
    for (int word = 0; word < vocabularySize; word++) {
      if (counts[word] > 0) {
        terms[size++] = word;
      }
    }
    int[] distinct = Arrays.copyOf(terms, size);
    builder.add(document, distinct, Arrays.stream(distinct).map(word -> counts[word]).toArray());
  }
}
