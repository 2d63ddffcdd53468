package org.almagest.topic;

import java.util.Arrays;
import java.util.List;

/**
 * Topics by term: for each term the topics that hold it, rising, with the value there. What two
 * topics share is found by the terms they share, and never by comparing their rows.
 */
final class TermPostings {
  private final int[] start;
  private final int[] topic;
  private final double[] value;

  private TermPostings(int[] start, int[] topic, double[] value) {
    this.start = start;
    this.topic = topic;
    this.value = value;
  }

  static TermPostings of(List<SparseDistribution> topics) {
    int terms = 0;
    for (SparseDistribution distribution : topics) {
      if (distribution.size() > 0) {
        terms = Math.max(terms, distribution.index(distribution.size() - 1) + 1);
      }
    }
    int[] start = new int[terms + 1];
    for (SparseDistribution distribution : topics) {
      for (int i = 0; i < distribution.size(); i++) {
        start[distribution.index(i) + 1]++;
      }
    }
    for (int term = 0; term < terms; term++) {
      start[term + 1] = Math.addExact(start[term], start[term + 1]);
    }
    int[] next = Arrays.copyOf(start, terms);
    int[] topic = new int[start[terms]];
    double[] value = new double[start[terms]];
    for (int k = 0; k < topics.size(); k++) {
      SparseDistribution distribution = topics.get(k);
      for (int i = 0; i < distribution.size(); i++) {
        int at = next[distribution.index(i)]++;
        topic[at] = k;
        value[at] = distribution.value(i);
      }
    }
    return new TermPostings(start, topic, value);
  }

  /** First position of a term; its postings end before {@code end}. */
  int start(int term) {
    return term < start.length - 1 ? start[term] : 0;
  }

  /** Position after the last of a term. */
  int end(int term) {
    return term < start.length - 1 ? start[term + 1] : 0;
  }

  /** The topic at a position. */
  int topic(int position) {
    return topic[position];
  }

  /** The value at a position. */
  double value(int position) {
    return value[position];
  }
}
