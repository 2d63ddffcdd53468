package org.almagest.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Optional;

/**
 * Reads a list of citations: a row for each, with the citing and the cited work, separated by a tab
 * or a comma, quoted as in RFC 4180 where an id holds a delimiter, a quote or a line break. Blanks
 * around an id do not count. A first row of column names is passed over; one that names {@code
 * citing} and {@code cited} among others tells which columns to read. Rows that start with a number
 * sign are comments.
 *
 * <p>Ids are those of {@link WorkIds}. A row that is too long, has another number of columns, or an
 * id that cannot be understood is rejected and costs no other row.
 */
final class CitationEdgesReader implements CorpusReader {
  private final EdgeLayout layout;
  private final DelimitedRowScanner rows;

  CitationEdgesReader(InputStream in, ReadOptions options) throws IOException {
    PushbackInputStream stream = Decompression.peekable(in);
    byte[] head = stream.readNBytes(FormatSniffer.HEAD_BYTES);
    stream.unread(head);
    layout = EdgeLayout.of(head);
    rows = layout.scanner(stream, options.maxRecordBytes());
    if (layout.header() != EdgeLayout.Header.NONE) {
      EdgeLayout.next(rows);
    }
    rows.expectColumns(layout.columns());
  }

  @Override
  public Optional<ReadResult> next() throws IOException {
    DelimitedRowScanner.Outcome outcome = EdgeLayout.next(rows);
    if (outcome == DelimitedRowScanner.Outcome.END) {
      return Optional.empty();
    }
    try {
      if (outcome != DelimitedRowScanner.Outcome.ROW) {
        throw rows.fault();
      }
      return Optional.of(
          new ReadResult.Reference(
              id("citing", layout.citing()), id("cited", layout.cited()), rows.line()));
    } catch (RecordFault e) {
      return Optional.of(e.at(rows.line(), rows.raw()));
    }
  }

  private String id(String role, int column) throws RecordFault {
    String written = rows.text(column);
    Optional<String> id = WorkIds.canonical(written);
    if (id.isEmpty()) {
      throw new RecordFault(
          RejectReason.INVALID_ID,
          written.isBlank()
              ? "The " + role + " id is blank."
              : "The "
                  + role
                  + " id is none that can be told; write arxiv:, doi:, openalex: or"
                  + " another scheme before it.");
    }
    return id.get();
  }
}
