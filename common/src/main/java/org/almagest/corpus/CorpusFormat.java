package org.almagest.corpus;

import java.util.Arrays;
import java.util.Optional;

/** The source formats, told apart by content. */
public enum CorpusFormat {
  /** A Hugging Face Daily Papers page saved as text. */
  DAILY_PAPERS("daily-papers"),
  /** The arXiv archive dump: tab-separated with CSV quoting. */
  ARXIV_TSV("arxiv-tsv"),
  /** The arXiv metadata snapshot: JSON lines. */
  ARXIV_JSON("arxiv-json"),
  /** OpenAlex works: JSON lines. */
  OPENALEX("openalex");

  private final String label;

  CorpusFormat(String label) {
    this.label = label;
  }

  /** The name on the command line and in the {@code source} column. */
  public String label() {
    return label;
  }

  /** The format of that name. */
  public static Optional<CorpusFormat> named(String label) {
    return Arrays.stream(values()).filter(f -> f.label.equals(label)).findFirst();
  }
}
