package org.almagest.stage;

/**
 * About how large a corpus is, before it is read.
 *
 * @param papers papers, each record of an input counted as one
 * @param words words of titles and abstracts
 * @param authorships authors of all papers, each counted once a paper
 * @param authorPairs pairs of authors of the same paper, of papers with at most {@value
 *     #PAIRED_AUTHORS} authors
 * @param references works cited, each counted once a paper
 */
public record CorpusEstimate(
    long papers, long words, long authorships, long authorPairs, long references) {
  /** Papers with more authors are not counted in {@link #authorPairs}. */
  public static final int PAIRED_AUTHORS = 100;

  /** Words of a title and an abstract, where nothing is known of them. */
  public static final int WORDS_PER_PAPER = 180;

  /** Pairs of authors an authorship, where nothing more is known: those of papers of five. */
  public static final int PAIRS_PER_AUTHORSHIP = 2;
}
