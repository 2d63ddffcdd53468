package org.almagest.text;

import java.io.Serializable;

/**
 * How much more often words stand side by side than chance would have it: normalised pointwise
 * mutual information, 1 for words that never stand apart, 0 for independent ones, less than 0 for
 * words that shun each other.
 *
 * <ul>
 *   <li>two words: NPMI(a, b) = ln(p(ab) / (p(a) p(b))) / -ln p(ab) (Bouma 2009)
 *   <li>three: NPMI(a, b, c) = ln(p(abc) / (p(a) p(b) p(c))) / (-2 ln p(abc)), from the specific
 *       correlation of Van de Cruys (2011); the 2 makes 1 its greatest value
 * </ul>
 *
 * <p>p is a count over the number of the corpus' tokens, stop words not among them: occurrences of
 * a word, or places where the words stand side by side. Logarithms are those of {@link StrictMath},
 * so that a phrase on the limit is one on every machine.
 *
 * @param tokens tokens of the corpus; every count is below it
 */
public record PhraseScore(long tokens) implements Serializable {
  /**
   * The score of two words, or of a pair taken for one word and a third word.
   *
   * @param together times that they stand side by side, at least 1
   * @param first occurrences of the first
   * @param second occurrences of the second
   */
  public double ofPair(long together, long first, long second) {
    return (information(first) + information(second) - information(together))
        / information(together);
  }

  /**
   * The score of three words.
   *
   * @param together times that they stand side by side, at least 1
   * @param first occurrences of the first
   * @param second occurrences of the second
   * @param third occurrences of the third
   */
  public double ofTriple(long together, long first, long second, long third) {
    double apart = information(first) + information(second) + information(third);
    return (apart - information(together)) / (2 * information(together));
  }

  /** -ln p. */
  private double information(long count) {
    return StrictMath.log((double) tokens / count);
  }
}
