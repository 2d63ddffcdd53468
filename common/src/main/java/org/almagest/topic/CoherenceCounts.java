package org.almagest.topic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalDouble;

/**
 * Counts in how many papers the top terms of each topic stand, alone and in pairs, and from that
 * two measures of each topic's coherence. Counts of disjoint parts of a corpus can be {@link #add
 * added}.
 *
 * <p>Both rest on NPMI(v, w) = ln(p(v,w) / (p(v) p(w))) / -ln p(v,w), where p is the share of
 * papers that hold the term or both terms (Bouma 2009). The window is a whole paper.
 */
public final class CoherenceCounts implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Top terms of a topic over which coherence is taken, as is usual. */
  public static final int TERMS = 10;

  /** p(v,w) of terms that never stand together, for C_V. */
  private static final double EPSILON = 1e-12;

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
      pair[topic] = new long[pairIndex(0, n)];
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
            counts[pairIndex(i, j)]++;
          }
        }
      }
    }
  }

  /** Counts the papers of a block. Memory: a bit for each paper and watched term. */
  public void count(TokenBlock block) {
    papers += block.documentCount();
    BitSet[] holders = new BitSet[single.length];
    Arrays.setAll(holders, slot -> new BitSet(block.documentCount()));
    for (int word = 0; word < block.words.length; word++) {
      int slot = slotOfTerm[block.words[word]];
      if (slot >= 0) {
        for (int token = block.wordStart[word]; token < block.wordStart[word + 1]; token++) {
          holders[slot].set(block.documents[token]);
        }
        single[slot] += holders[slot].cardinality();
      }
    }
    for (int topic = 0; topic < topTerms.length; topic++) {
      countPairs(topTerms[topic], pair[topic], holders);
    }
  }

  private void countPairs(int[] terms, long[] counts, BitSet[] holders) {
    for (int j = 1; j < terms.length; j++) {
      for (int i = 0; i < j; i++) {
        BitSet both = (BitSet) holders[slotOfTerm[terms[j]]].clone();
        both.and(holders[slotOfTerm[terms[i]]]);
        counts[pairIndex(i, j)] += both.cardinality();
      }
    }
  }

  /** Where the count of the i-th and the j-th top term stands; i < j. */
  private static int pairIndex(int i, int j) {
    return j * (j - 1) / 2 + i;
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

  /**
   * Mean NPMI over all pairs of a topic's top terms, from -1 to 1: -1 for a pair that never stands
   * together, 1 for one that never stands apart. Empty for a topic with fewer than two top terms.
   */
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
                pair[topic][pairIndex(i, j)],
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

  /**
   * C_V of a topic (Röder, Both and Hinneburg 2015), from -1 and in practice from about 0 to 1;
   * empty for a topic with fewer than two top terms.
   *
   * <p>Each of the n top terms w has a context vector of its NPMI with every top term, itself
   * included, for which it is 1. C_V is the mean over w of the cosine between the vector of w and
   * the sum of all n vectors: one-set segmentation, indirect confirmation, γ = 1.
   *
   * <p>Two things differ from the paper and one is worth knowing. The window is the whole paper
   * instead of 110 successive tokens; abstracts are mostly shorter than that. A term in no paper
   * has an NPMI of 0 with all terms, and a cosine of 0. For a pair that never stands together
   * p(v,w) is taken as ε = 10⁻¹², as in the authors' Palmetto and in gensim, which gives -1 -
   * ln(p(v) p(w)) / 27.6: -1 for two very common terms, -0.5 for two that are each in one of a
   * thousand papers. The limit would be -1 for all of them.
   */
  public OptionalDouble cv(int topic) {
    int n = topTerms[topic].length;
    if (n < 2) {
      return OptionalDouble.empty();
    }
    double[][] context = contextVectors(topic);
    double[] sum = new double[n];
    for (double[] vector : context) {
      for (int i = 0; i < n; i++) {
        sum[i] += vector[i];
      }
    }
    double cosines = 0;
    for (double[] vector : context) {
      double norms = Math.sqrt(dot(vector, vector) * dot(sum, sum));
      cosines += norms == 0 ? 0 : dot(vector, sum) / norms;
    }
    return OptionalDouble.of(cosines / n);
  }

  private double[][] contextVectors(int topic) {
    int[] terms = topTerms[topic];
    double[][] context = new double[terms.length][terms.length];
    for (int j = 0; j < terms.length; j++) {
      long second = single[slotOfTerm[terms[j]]];
      context[j][j] = second == 0 ? 0 : 1;
      for (int i = 0; i < j; i++) {
        long first = single[slotOfTerm[terms[i]]];
        long both = pair[topic][pairIndex(i, j)];
        if (both > 0) {
          context[j][i] = npmi(both, first, second);
        } else if (first > 0 && second > 0) {
          double independent = (double) first / papers * second / papers;
          context[j][i] = Math.log(EPSILON / independent) / -Math.log(EPSILON);
        }
        context[i][j] = context[j][i];
      }
    }
    return context;
  }

  private static double dot(double[] first, double[] second) {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += first[i] * second[i];
    }
    return sum;
  }
}
