package org.almagest.benchmark.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bags of words in memory. */
final class Documents {
  private final List<int[]> terms = new ArrayList<>();
  private final List<int[]> counts = new ArrayList<>();
  private long tokens;

  /**
   * Adds a document.
   *
   * @param termIds its distinct terms, rising
   * @param termCounts occurrences of each
   */
  void add(int[] termIds, int[] termCounts) {
    terms.add(termIds);
    counts.add(termCounts);
    tokens += Arrays.stream(termCounts).asLongStream().sum();
  }

  int size() {
    return terms.size();
  }

  /** Number of tokens of all documents. */
  long tokens() {
    return tokens;
  }

  /** Distinct terms of a document, rising. */
  int[] terms(int document) {
    return terms.get(document);
  }

  /** Occurrences of each of {@link #terms}. */
  int[] counts(int document) {
    return counts.get(document);
  }

  /** Every token of a document, ordered by term. */
  int[] sequence(int document) {
    int[] ids = terms.get(document);
    int[] times = counts.get(document);
    int[] sequence = new int[Arrays.stream(times).sum()];
    int at = 0;
    for (int i = 0; i < ids.length; i++) {
      Arrays.fill(sequence, at, at + times[i], ids[i]);
      at += times[i];
    }
    return sequence;
  }
}
