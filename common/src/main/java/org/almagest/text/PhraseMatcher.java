package org.almagest.text;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Finds the phrases of a sequence of words, from left to right and the longest first, as
 * word2phrase does (Mikolov et al. 2013). No word is in two of them. Linear in the length of the
 * sequence.
 */
public final class PhraseMatcher implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int NONE = -1;
  private static final int LONGEST = 3;

  // Pairs that are a phrase or begin one; the phrase of each, or NONE.
  private final LongIndex pairs;
  private final int[] phraseOfPair;
  // (position of the first two words in pairs, third word); the phrase of each.
  private final LongIndex triples;
  private final int[] phraseOfTriple;

  /** Takes the parts of a sequence, which together are all of it, in order. */
  @FunctionalInterface
  public interface Sink {
    /**
     * One part.
     *
     * @param start its first position in the sequence
     * @param words its number of words: 2 or 3 for a phrase, 1 for a word alone or a gap
     * @param phrase the phrase, or -1
     */
    void accept(int start, int words, int phrase);
  }

  /**
   * @param phrases two or three words each, all distinct
   * @throws IllegalArgumentException for another number of words, or for a phrase twice
   */
  public PhraseMatcher(int[][] phrases) {
    long[] beginnings = new long[phrases.length];
    int tripleCount = 0;
    for (int phrase = 0; phrase < phrases.length; phrase++) {
      int[] words = phrases[phrase];
      if (words.length < 2 || words.length > LONGEST) {
        throw new IllegalArgumentException("not two or three words: " + Arrays.toString(words));
      }
      beginnings[phrase] = PhrasePairs.key(words[0], words[1]);
      tripleCount += words.length - 2;
    }
    beginnings = Arrays.stream(beginnings).distinct().toArray();
    pairs = new LongIndex(beginnings);
    phraseOfPair = new int[beginnings.length];
    Arrays.fill(phraseOfPair, NONE);
    long[] tripleKeys = new long[tripleCount];
    phraseOfTriple = new int[tripleCount];
    int triple = 0;
    for (int phrase = 0; phrase < phrases.length; phrase++) {
      int[] words = phrases[phrase];
      int pair = pairs.find(PhrasePairs.key(words[0], words[1]));
      if (words.length == 2) {
        if (phraseOfPair[pair] != NONE) {
          throw new IllegalArgumentException(Arrays.toString(words) + " is there twice");
        }
        phraseOfPair[pair] = phrase;
      } else {
        phraseOfTriple[triple] = phrase;
        tripleKeys[triple++] = PhrasePairs.key(pair, words[2]);
      }
    }
    triples = new LongIndex(tripleKeys);
  }

  /** Sends the parts of a sequence to the sink. */
  public void match(WordSequence sequence, Sink sink) {
    int i = 0;
    while (i < sequence.length()) {
      int words = 1;
      int phrase = NONE;
      if (sequence.get(i) >= 0 && sequence.get(i + 1) >= 0) {
        int pair = pairs.find(PhrasePairs.key(sequence.get(i), sequence.get(i + 1)));
        if (pair >= 0) {
          phrase = phraseOfTriple(pair, sequence.get(i + 2));
          words = LONGEST;
          if (phrase == NONE) {
            phrase = phraseOfPair[pair];
            words = phrase == NONE ? 1 : 2;
          }
        }
      }
      sink.accept(i, words, phrase);
      i += words;
    }
  }

  private int phraseOfTriple(int pair, int third) {
    int triple = third < 0 ? NONE : triples.find(PhrasePairs.key(pair, third));
    return triple < 0 ? NONE : phraseOfTriple[triple];
  }
}
