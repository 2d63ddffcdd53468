package org.almagest.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tells the formats apart by the first bytes of a file's content, after decompression. */
final class FormatSniffer {
  /** How much of a file is looked at. */
  static final int HEAD_BYTES = 1 << 16;

  private static final int CONTROLS_ALLOWED = 2;
  private static final int CONTROL_SHARE = 50; // one in so many bytes, beyond those allowed
  private static final Set<String> OPENALEX_FIELDS =
      Set.of(
          "abstract_inverted_index",
          "authorships",
          "referenced_works",
          "primary_location",
          "host_venue",
          "publication_year");
  private static final Set<String> ARXIV_FIELDS =
      Set.of("authors_parsed", "versions", "update_date", "journal-ref", "submitter");

  private final byte[] head;

  FormatSniffer(byte[] head) {
    this.head = head;
  }

  /** The format, if the content shows that it is one. */
  Optional<CorpusFormat> format() throws IOException {
    if (isBinary()) {
      return Optional.empty();
    }
    if (hasTsvHeader()) {
      return Optional.of(CorpusFormat.ARXIV_TSV);
    }
    Optional<CorpusFormat> json = jsonFormat();
    if (json.isPresent()) {
      return json;
    }
    if (AnthologyReader.holds(head) != AnthologyReader.Content.NEITHER) {
      return Optional.of(CorpusFormat.AAN);
    }
    if (EdgeLayout.of(head).fits(head)) {
      return Optional.of(CorpusFormat.CITATION_EDGES);
    }
    return isDailyPapers() ? Optional.of(CorpusFormat.DAILY_PAPERS) : Optional.empty();
  }

  /** Why the content cannot be of this format; empty where it can. */
  Optional<String> contradiction(CorpusFormat forced) throws IOException {
    if (isBinary()) {
      return Optional.of("is not text");
    }
    Optional<CorpusFormat> found = format();
    if (forced == CorpusFormat.CITATION_EDGES
        && AnthologyReader.holds(head) == AnthologyReader.Content.CITATIONS) {
      return Optional.empty(); // a list of citations, too
    }
    if (found.isPresent()) {
      return found.filter(f -> f != forced).map(f -> "is " + f.label());
    }
    return switch (forced) {
      case ARXIV_TSV ->
          Optional.of(
              "has no header row with the columns "
                  + String.join(", ", ArxivTsvReader.REQUIRED_COLUMNS));
      case ARXIV_JSON, OPENALEX ->
          hasObjectLine() ? Optional.empty() : Optional.of("has no JSON object on any line");
      case AAN -> Optional.of("has neither papers nor citations of the ACL Anthology");
      case DAILY_PAPERS, CITATION_EDGES -> Optional.empty();
    };
  }

  /** Whether there is nothing, apart from a byte order mark. */
  boolean isEmpty() {
    return head.length == 0 || (head.length == 3 && head[0] == (byte) 0xEF);
  }

  /** Whether it is text in a Unicode encoding other than UTF-8, by its byte order mark. */
  boolean isUtf16() {
    return head.length >= 2
        && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
            || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
  }

  private boolean isBinary() {
    int controls = 0;
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        controls++;
      }
    }
    return isUtf16() || controls > CONTROLS_ALLOWED + head.length / CONTROL_SHARE;
  }

  private boolean hasTsvHeader() throws IOException {
    DelimitedRowScanner rows =
        new DelimitedRowScanner(new ByteArrayInputStream(head), '\t', HEAD_BYTES);
    return ArxivTsvReader.header(rows).keySet().containsAll(ArxivTsvReader.REQUIRED_COLUMNS);
  }

  /** The format of the first line that shows one; the head may cut its last line off. */
  private Optional<CorpusFormat> jsonFormat() throws IOException {
    LineReader lines = new LineReader(new ByteArrayInputStream(head), HEAD_BYTES);
    while (lines.next()) {
      if (startsObject(lines)) {
        Optional<CorpusFormat> format = jsonFormat(lines);
        if (format.isPresent()) {
          return format;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<CorpusFormat> jsonFormat(LineReader line) throws IOException {
    Set<String> names = new HashSet<>();
    String id = "";
    try (JsonParser json =
        JsonLines.parser(
            new String(line.bytes(), line.start(), line.end() - line.start(), UTF_8))) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        names.add(name);
        if (json.nextToken() == JsonToken.VALUE_STRING && name.equals("id")) {
          id = json.getText();
        }
        json.skipChildren();
      }
    } catch (JsonProcessingException e) {
      // Cut off or broken: the fields before that tell, or another line does.
    }
    if (id.contains("openalex.org/W") || OPENALEX_FIELDS.stream().anyMatch(names::contains)) {
      return Optional.of(CorpusFormat.OPENALEX);
    }
    boolean arxiv = names.contains("id") && ARXIV_FIELDS.stream().anyMatch(names::contains);
    return arxiv ? Optional.of(CorpusFormat.ARXIV_JSON) : Optional.empty();
  }

  private boolean hasObjectLine() throws IOException {
    LineReader lines = new LineReader(new ByteArrayInputStream(head), HEAD_BYTES);
    while (lines.next()) {
      if (startsObject(lines)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsObject(LineReader line) {
    int at = line.start();
    while (at < line.end() && (line.bytes()[at] == ' ' || line.bytes()[at] == '\t')) {
      at++;
    }
    return at < line.end() && line.bytes()[at] == '{';
  }

  /** The heading, or a date below a middle dot for a page whose header was left off. */
  private boolean isDailyPapers() throws IOException {
    LineReader lines = new LineReader(new ByteArrayInputStream(head), HEAD_BYTES);
    PageDateLines dates = new PageDateLines(lines);
    while (dates.next()) {
      String line = new String(lines.bytes(), lines.start(), lines.end() - lines.start(), UTF_8);
      if (dates.date().isPresent() || line.strip().equals(PageBlocks.HEADING)) {
        return true;
      }
    }
    return false;
  }
}
