package org.almagest.text;

import java.io.Serializable;

/**
 * Three words that may be a phrase because the first two or the last two are one, and whether they
 * say more than that pair does ({@link #isPhrase}).
 */
public final class PhraseTriples implements Serializable {
  private static final long serialVersionUID = 1L;

  // The sign of a key tells which two words are the pair.
  private static final long PAIR_IS_LAST = Long.MIN_VALUE;
  private static final int NONE = -1;

  private final PhraseScore score;
  private final long[] wordOccurrences;
  private final PhrasePairs pairs;

  /**
   * @param tokens tokens of the corpus
   * @param wordOccurrences occurrences of each word
   * @param pairs the pairs that are phrases
   */
  public PhraseTriples(long tokens, long[] wordOccurrences, PhrasePairs pairs) {
    this.score = new PhraseScore(tokens);
    this.wordOccurrences = wordOccurrences.clone();
    this.pairs = pairs;
  }

  /**
   * Counts each three neighbours of a sequence that hold a phrase of two, unless they cut a firmer
   * one in two: a pair of their first word and the word before, or of their last word and the word
   * after, that scores more than the lower one of their own two pairs. In {@code markov chain monte
   * carlo}, neither {@code markov chain monte} nor {@code chain monte carlo} counts if both {@code
   * markov chain} and {@code monte carlo} score more than {@code chain monte}.
   */
  public void count(WordSequence sequence, OccurrenceCounts counts) {
    int before = NONE;
    int left = pairs.find(sequence.get(0), sequence.get(1));
    int right = pairs.find(sequence.get(1), sequence.get(2));
    for (int i = 0; i + 2 < sequence.length(); i++) {
      int after = pairs.find(sequence.get(i + 2), sequence.get(i + 3));
      boolean cutsAPair =
          Math.max(firmness(before), firmness(after)) > Math.min(firmness(left), firmness(right));
      if (left >= 0 && sequence.get(i + 2) >= 0 && !cutsAPair) {
        counts.add((long) left << 32 | sequence.get(i + 2));
      } else if (right >= 0 && sequence.get(i) >= 0 && !cutsAPair) {
        counts.add((long) right << 32 | sequence.get(i) | PAIR_IS_LAST);
      }
      before = left;
      left = right;
      right = after;
    }
  }

  private double firmness(int pair) {
    return pair < 0 ? Double.NEGATIVE_INFINITY : pairs.npmi(pair);
  }

  /** The words of a key that was counted. */
  public int[] words(long key) {
    int[] pair = pairs.words(pair(key));
    int other = (int) key;
    return key < 0 ? new int[] {other, pair[0], pair[1]} : new int[] {pair[0], pair[1], other};
  }

  private static int pair(long key) {
    return (int) ((key & ~PAIR_IS_LAST) >>> 32);
  }

  /** The score of the three words: NPMI(a, b, c) of {@link PhraseScore}. */
  public double npmi(long key, long occurrences) {
    int[] words = words(key);
    return score.ofTriple(
        occurrences,
        wordOccurrences[words[0]],
        wordOccurrences[words[1]],
        wordOccurrences[words[2]]);
  }

  /**
   * Whether the triple is a phrase: its score is at least {@code minNpmi}, and that of its two
   * parts, NPMI(ab, c) or NPMI(a, bc), at least half as much, so that the third word is no
   * accidental neighbour of a firm pair. The pair is the one of its pairs with the greater score,
   * the first on a tie; it counts as one word.
   */
  public boolean isPhrase(long key, long occurrences, double minNpmi) {
    // Where scores below 0 are let in, half of the limit would be more than the limit.
    return npmi(key, occurrences) >= minNpmi
        && npmiOfParts(key, occurrences) >= Math.min(minNpmi, minNpmi / 2);
  }

  private double npmiOfParts(long key, long occurrences) {
    int[] words = words(key);
    int left = pairs.find(words[0], words[1]);
    int right = pairs.find(words[1], words[2]);
    return firmness(left) >= firmness(right)
        ? score.ofPair(occurrences, pairs.occurrences(left), wordOccurrences[words[2]])
        : score.ofPair(occurrences, wordOccurrences[words[0]], pairs.occurrences(right));
  }
}
