package org.almagest.topic;

import java.util.Arrays;

/** How many tokens of each word a topic has. */
final class WordCounts {
  /** Ids of the words that it has, rising. */
  final int[] words;

  /** Tokens of each of these, above 0. */
  final int[] counts;

  /**
   * @param size number of words, all still to be set
   */
  WordCounts(int size) {
    this(new int[size], new int[size]);
  }

  private WordCounts(int[] words, int[] counts) {
    this.words = words;
    this.counts = counts;
  }

  /** The sum of both. */
  WordCounts add(WordCounts other) {
    int[] sumWords = new int[words.length + other.words.length];
    int[] sumCounts = new int[sumWords.length];
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < words.length || j < other.words.length) {
      int a = i < words.length ? words[i] : Integer.MAX_VALUE;
      int b = j < other.words.length ? other.words[j] : Integer.MAX_VALUE;
      sumWords[n] = Math.min(a, b);
      if (a <= b) {
        sumCounts[n] += counts[i++];
      }
      if (b <= a) {
        sumCounts[n] += other.counts[j++];
      }
      n++;
    }
    return new WordCounts(Arrays.copyOf(sumWords, n), Arrays.copyOf(sumCounts, n));
  }

  /** The words with most tokens, most first; of equal ones the smaller first. */
  int[] topWords(int most) {
    int[] top = LargestTerms.positions(words.length, at -> counts[at], most);
    return Arrays.stream(top).map(at -> words[at]).toArray();
  }

  /**
   * The share of each word.
   *
   * @throws IllegalArgumentException if there is no token
   */
  SparseDistribution distribution() {
    return SparseDistribution.ofWeights(words, Arrays.stream(counts).asDoubleStream().toArray());
  }
}
