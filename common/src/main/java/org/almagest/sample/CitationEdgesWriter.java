package org.almagest.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.almagest.corpus.PaperSource;
import org.almagest.corpus.RejectReason;
import org.almagest.corpus.WorkIds;

/**
 * A list of citations in one CSV file: a row for each reference of each paper, by the ids that the
 * two arXiv formats give the papers of the same numbers. Works outside are known by their DOIs, of
 * which some must be quoted. A paper that comes twice has all its rows twice.
 */
final class CitationEdgesWriter implements CorpusWriter {
  private static final String NAME = "citations.csv";
  private static final String ARXIV = PaperSource.ARXIV.prefix() + ":";

  private final PublicationCalendar calendar;
  private final OutputStream out;

  CitationEdgesWriter(GeneratorConfig config, CorpusSink sink) throws IOException {
    calendar = new PublicationCalendar(config.seed());
    out = config.packing().wrap(sink.open("corpus/" + NAME + config.packing().suffix()), NAME);
    out.write(bytes("citing,cited\n"));
  }

  @Override
  public void paper(SyntheticPaper paper) throws IOException {
    for (SyntheticPaper.Reference reference : paper.references()) {
      out.write(bytes(ARXIV + paper.arxivId() + "," + quoted(written(reference)) + "\n"));
    }
  }

  @Override
  public void copy(SyntheticPaper paper) throws IOException {
    paper(paper);
  }

  @Override
  public void broken(SyntheticPaper like, RejectReason reason) throws IOException {
    String id = ARXIV + like.arxivId();
    byte[] row = bytes(id + ",10.5555/" + like.coinedName() + "\n");
    out.write(
        switch (reason) {
          case MALFORMED_RECORD -> bytes(id + "\n");
          case INVALID_TEXT -> RecordBytes.withInvalidText(row, like.coinedName());
          case INVALID_ID -> bytes("no id," + id + "\n");
          default -> throw new IllegalArgumentException(reason.label());
        });
  }

  @Override
  public VisibleFacts visible(SyntheticPaper paper) {
    return new VisibleFacts(
        ARXIV + paper.arxivId(),
        false,
        false,
        false,
        paper.references().stream()
            .map(cited -> (cited.inCorpus() ? ARXIV : WorkIds.DOI_PREFIX) + written(cited))
            .toList(),
        paper.references().size());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Without a scheme: both kinds of ids can be told apart. */
  private String written(SyntheticPaper.Reference reference) {
    if (reference.inCorpus()) {
      return calendar.arxivId(reference.number());
    }
    // 10.5555 is the prefix for tests: no such DOI resolves.
    return switch ((int) (reference.number() % 3)) {
      case 0 -> "10.5555/outside,almagest." + reference.number();
      case 1 -> "10.5555/\"outside\"." + reference.number();
      default -> "10.5555/outside.almagest." + reference.number();
    };
  }

  private static String quoted(String id) {
    return id.contains(",") || id.contains("\"") ? "\"" + id.replace("\"", "\"\"") + "\"" : id;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
