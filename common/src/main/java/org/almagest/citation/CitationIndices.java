package org.almagest.citation;

import java.util.Arrays;

/**
 * What the citations of an author's papers come to. With the papers sorted by falling citations
 * c(1) ≥ c(2) ≥ …:
 *
 * @param papers number of papers
 * @param citations sum of their citations
 * @param h the largest h with c(h) ≥ h (Hirsch 2005)
 * @param g the largest g ≤ papers with c(1) + … + c(g) ≥ g² (Egghe 2006)
 * @param i10 number of papers with at least 10 citations
 * @param fractionalH the h-index with the citations of each paper divided by the number of its
 *     authors (Egghe 2008; h-frac of Koltun and Hafner 2021)
 */
public record CitationIndices(int papers, long citations, int h, int g, int i10, int fractionalH) {
  private static final int TEN = 10;

  /**
   * The indices of one author, in O(p log p) for p papers.
   *
   * @param citations of each paper, from 0
   * @param authors number of authors of each paper, from 1
   * @throws IllegalArgumentException for lengths that differ, negative citations, or a paper
   *     without authors
   */
  public static CitationIndices of(int[] citations, int[] authors) {
    if (citations.length != authors.length) {
      throw new IllegalArgumentException(
          citations.length + " papers do not have " + authors.length + " numbers of authors");
    }
    int papers = citations.length;
    int[] perAuthor = new int[papers];
    for (int i = 0; i < papers; i++) {
      if (citations[i] < 0 || authors[i] < 1) {
        throw new IllegalArgumentException(
            "paper " + i + " has " + citations[i] + " citations and " + authors[i] + " authors");
      }
      // Ranks are whole, so that nothing is lost by rounding down.
      perAuthor[i] = citations[i] / authors[i];
    }
    Arrays.sort(perAuthor);
    int[] rising = citations.clone();
    Arrays.sort(rising);
    long sum = 0;
    int g = 0;
    int cited10 = 0;
    for (int rank = 1; rank <= papers; rank++) {
      int its = rising[papers - rank];
      sum += its;
      if (sum >= (long) rank * rank) {
        g = rank;
      }
      cited10 += its >= TEN ? 1 : 0;
    }
    return new CitationIndices(papers, sum, h(rising), g, cited10, h(perAuthor));
  }

  private static int h(int[] rising) {
    int h = 0;
    while (h < rising.length && rising[rising.length - 1 - h] > h) {
      h++;
    }
    return h;
  }

  /**
   * The m-quotient (Hirsch 2005): h a year of the career, whose first and last year both count.
   *
   * @throws IllegalArgumentException for a career that ends before it starts
   */
  public double mQuotient(int firstYear, int lastYear) {
    if (lastYear < firstYear) {
      throw new IllegalArgumentException("no career from " + firstYear + " to " + lastYear);
    }
    return (double) h / (lastYear - firstYear + 1);
  }
}
