package org.almagest.corpus;

import java.io.IOException;
import java.io.InputStream;
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
  OPENALEX("openalex"),
  /** The ACL Anthology Network: its file of papers, or its file of citations. */
  AAN("aan"),
  /** A list of citations, two ids a line, separated by a tab or a comma. */
  CITATION_EDGES("citation-edges");

  private final String label;

  CorpusFormat(String label) {
    this.label = label;
  }

  /** The name on the command line and in the {@code source} column. */
  public String label() {
    return label;
  }

  /**
   * Whether files of the format may hold {@linkplain ReadResult.Reference references on their own}.
   */
  public boolean listsReferences() {
    return this == AAN || this == CITATION_EDGES;
  }

  /** The format of that name. */
  public static Optional<CorpusFormat> named(String label) {
    return Arrays.stream(values()).filter(f -> f.label.equals(label)).findFirst();
  }

  /**
   * A reader of decompressed content in this format. The stream stays the caller's to close.
   *
   * @throws UnreadableFileException where the content cannot be of this format
   */
  public CorpusReader open(InputStream in, ReadOptions options) throws IOException {
    return switch (this) {
      case DAILY_PAPERS -> new DailyPapersReader(in, options);
      case ARXIV_TSV -> new ArxivTsvReader(in, options);
      case ARXIV_JSON -> new ArxivJsonReader(in, options);
      case OPENALEX -> new OpenAlexReader(in, options);
      case AAN -> AnthologyReader.ofEitherFile(in, options);
      case CITATION_EDGES -> new CitationEdgesReader(in, options);
    };
  }
}
