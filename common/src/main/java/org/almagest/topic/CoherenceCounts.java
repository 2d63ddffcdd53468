package org.almagest.topic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Counts in how many papers the top terms of each topic stand, alone and in pairs, and from that
 * each topic's coherence. Counts of disjoint parts of a corpus can be {@link #add added}.
 *
 * <p>Coherence is the mean over all pairs (v, w) of a topic's top terms of NPMI(v, w) = ln(p(v,w) /
 * (p(v) p(w))) / -ln p(v,w), where p is the share of papers that hold the term or both terms; -1
 * for a pair that never stands together, 1 for one that never stands apart (Bouma 2009; Röder et
 * al. 2015, with whole papers as the window).
 */
public final class CoherenceCounts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[][] topTerms;
  // Position of each watched term, or -1; a term may be a top term of several topics.
  private final int[] slotOfTerm;
  private final long[] single;
  private final long[][] pair;
  private long papers;

  /**
   * Nothing counted yet.
   *
   * @param topTerms distinct term ids of each topic
   * @param vocabularySize all term ids are below it
   */
  public CoherenceCounts(int[][] topTerms, int vocabularySize) {
    this.topTerms = topTerms;
    this.slotOfTerm = new int[vocabularySize];
    Arrays.fill(slotOfTerm, -1);
    int slots = 0;
    for (int[] terms : topTerms) {
      for (int term : terms) {
        if (slotOfTerm[term] < 0) {
          slotOfTerm[term] = slots++;
        }
      }
    }
    single = new long[slots];
    pair = new long[topTerms.length][];
    for (int topic = 0; topic < topTerms.length; topic++) {
      int n = topTerms[topic].length;
      pair[topic] = new long[n * (n - 1) / 2];
    }
  }

  /**
   * Counts one paper.
   *
   * @param present scratch of at least {@link #slots} flags, all false; left all false
   */
  public void count(int[] termIds, boolean[] present) {
    papers++;
    for (int term : termIds) {
      int slot = slotOfTerm[term];
      if (slot >= 0) {
        present[slot] = true;
        single[slot]++;
      }
    }
    for (int topic = 0; topic < topTerms.length; topic++) {
      countPairs(topTerms[topic], pair[topic], present);
    }
    for (int term : termIds) {
      int slot = slotOfTerm[term];
      if (slot >= 0) {
        present[slot] = false;
      }
    }
  }

  private void countPairs(int[] terms, long[] counts, boolean[] present) {
    for (int j = 1; j < terms.length; j++) {
      if (present[slotOfTerm[terms[j]]]) {
        for (int i = 0; i < j; i++) {
          if (present[slotOfTerm[terms[i]]]) {
            counts[j * (j - 1) / 2 + i]++;
          }
        }
      }
    }
  }

  /** Number of distinct terms watched. */
  public int slots() {
    return single.length;
  }

  /** Adds the counts of other papers for the same topics. */
  public CoherenceCounts add(CoherenceCounts other) {
    papers += other.papers;
    for (int slot = 0; slot < single.length; slot++) {
      single[slot] += other.single[slot];
    }
    for (int topic = 0; topic < pair.length; topic++) {
      for (int i = 0; i < pair[topic].length; i++) {
        pair[topic][i] += other.pair[topic][i];
      }
    }
    return this;
  }

  /** The coherence of a topic, from -1 to 1; empty for one with fewer than two top terms. */
  public OptionalDouble npmi(int topic) {
    int[] terms = topTerms[topic];
    if (terms.length < 2) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int j = 1; j < terms.length; j++) {
      for (int i = 0; i < j; i++) {
        sum +=
            npmi(
                pair[topic][j * (j - 1) / 2 + i],
                single[slotOfTerm[terms[i]]],
                single[slotOfTerm[terms[j]]]);
      }
    }
    return OptionalDouble.of(sum / pair[topic].length);
  }

  private double npmi(long both, long first, long second) {
    if (both == 0) {
      return -1;
    }
    if (both == papers) {
      return 1; // Both stand in every paper: the limit of the formula.
    }
    double p = (double) both / papers;
    return Math.log(p * papers / first * papers / second) / -Math.log(p);
  }
}
