package org.almagest.terms;

import java.util.List;
import java.util.OptionalInt;
import org.almagest.config.Setting;
import org.almagest.config.Settings;

/**
 * What makes a phrase.
 *
 * @param longest the longest phrases to look for
 * @param minDocumentFrequency fewest papers a phrase must stand in, or empty to choose by the size
 *     of the corpus
 * @param minNpmi smallest score, up to 1
 */
record PhrasesConfig(Longest longest, OptionalInt minDocumentFrequency, double minNpmi) {
  private static final String AUTO = "auto";
  private static final long PAPERS_FOR_EACH = 10_000;

  /** How long phrases may be. */
  enum Longest {
    /** No phrases. */
    NONE("none"),
    /** Two words. */
    PAIRS("pairs"),
    /** Two or three words. */
    TRIPLES("triples");

    private final String label;

    Longest(String label) {
      this.label = label;
    }
  }

  static PhrasesConfig from(Settings settings) {
    Setting papers = Setting.TERMS_PHRASE_MIN_DOCUMENT_FREQUENCY;
    return new PhrasesConfig(
        settings.choice(Setting.TERMS_PHRASES, List.of(Longest.values()), l -> l.label),
        settings.text(papers).equals(AUTO)
            ? OptionalInt.empty()
            : OptionalInt.of(settings.integer(papers, 1, Integer.MAX_VALUE)),
        settings.number(Setting.TERMS_PHRASE_MIN_NPMI, -1, 1));
  }

  /**
   * Fewest papers a phrase must stand in. In a large corpus chance neighbours, too, meet in a few
   * papers.
   *
   * @param paperCount papers of the corpus
   * @param minOfTerms fewest papers any term must stand in
   */
  long minPapers(long paperCount, int minOfTerms) {
    long auto = Math.max(minOfTerms, (paperCount + PAPERS_FOR_EACH - 1) / PAPERS_FOR_EACH);
    return minDocumentFrequency.isPresent() ? minDocumentFrequency.getAsInt() : auto;
  }
}
