package org.almagest.stage;

/**
 * About how large a corpus is, before it is read.
 *
 * @param papers papers, each record of an input counted as one
 * @param words words of titles and abstracts
 * @param authorships authors of all papers, each counted once a paper
 * @param authorPairs pairs of authors of the same paper, each counted once a paper or, where they
 *     are known, once; those of papers with too many authors for the co-author graph left out
 * @param references works cited, each counted once a paper
 */
public record CorpusEstimate(
    long papers, long words, long authorships, long authorPairs, long references) {
  /** Words of a title and an abstract, where nothing is known of them. */
  public static final int WORDS_PER_PAPER = 180;

  /** Pairs of authors an authorship, where nothing more is known: those of papers of five. */
  public static final int PAIRS_PER_AUTHORSHIP = 2;
}
