package org.almagest.text;

import java.io.Serializable;

/** The pairs of words that are phrases, by number. */
public final class PhrasePairs implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] keys;
  private final long[] occurrences;
  private final double[] npmi;
  private final LongIndex index;

  /**
   * @param keys {@link #key} of each pair
   * @param occurrences times that the two words of each stand side by side
   * @param npmi score of each
   */
  public PhrasePairs(long[] keys, long[] occurrences, double[] npmi) {
    this.keys = keys.clone();
    this.occurrences = occurrences.clone();
    this.npmi = npmi.clone();
    this.index = new LongIndex(keys);
  }

  /** Two words in one number. */
  public static long key(int first, int second) {
    return (long) first << 32 | second;
  }

  /** The first word of a pair. */
  public static int first(long key) {
    return (int) (key >>> 32);
  }

  /** The second word of a pair. */
  public static int second(long key) {
    return (int) key;
  }

  /** Counts each two neighbours of a sequence, phrases or not, by their {@link #key}. */
  public static void countNeighbours(WordSequence sequence, OccurrenceCounts counts) {
    for (int i = 0; i + 1 < sequence.length(); i++) {
      int first = sequence.get(i);
      int second = sequence.get(i + 1);
      if (first >= 0 && second >= 0) {
        counts.add(key(first, second));
      }
    }
  }

  /** Number of pairs. */
  public int size() {
    return keys.length;
  }

  /** The words of a pair. */
  public int[] words(int pair) {
    return new int[] {first(keys[pair]), second(keys[pair])};
  }

  /** Times that the words of a pair stand side by side. */
  public long occurrences(int pair) {
    return occurrences[pair];
  }

  /** The score of a pair. */
  public double npmi(int pair) {
    return npmi[pair];
  }

  /** The pair of two words, or -1 if they are none; gaps are none. */
  int find(int first, int second) {
    return first < 0 || second < 0 ? -1 : index.find(key(first, second));
  }
}
