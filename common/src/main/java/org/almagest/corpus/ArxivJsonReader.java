package org.almagest.corpus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the arXiv metadata snapshot: one JSON object a line. The paper's date is that of its first
 * version; {@code update_date}, the last change of its metadata, only orders records.
 */
final class ArxivJsonReader implements CorpusReader {
  private static final Set<String> WANTED =
      Set.of(
          "id",
          "title",
          "abstract",
          "authors",
          "authors_parsed",
          "categories",
          "versions",
          "update_date",
          "journal-ref",
          "doi");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern BETWEEN_AUTHORS = Pattern.compile(",? and |, ");
  private static final Pattern SINGLE_LINE_FEED =
      Pattern.compile("(?<!\n)[ \t]*\r?\n[ \t]*(?![\r\n \t])");

  private final JsonLines lines;

  ArxivJsonReader(InputStream in, ReadOptions options) {
    lines = new JsonLines(in, options);
  }

  @Override
  public Optional<ReadResult> next() throws IOException {
    return lines.next(ArxivJsonReader::paper);
  }

  private static PaperRecord paper(JsonParser json) throws IOException, RecordFault {
    JsonFields fields = JsonFields.read(json, WANTED);
    String id =
        Identifiers.canonicalArxivId(fields.text("id"))
            .orElseThrow(() -> new RecordFault(RejectReason.INVALID_ID, "The id is no arXiv id."));
    String title = Utf8.oneLine(fields.text("title"));
    if (title.isEmpty()) {
      throw new RecordFault(RejectReason.MISSING_TITLE, "The title is missing or blank.");
    }
    List<String> categories =
        BLANKS.splitAsStream(fields.text("categories")).filter(c -> !c.isEmpty()).toList();
    PaperRecordBuilder paper =
        new PaperRecordBuilder(PaperSource.ARXIV, id, CorpusFormat.ARXIV_JSON, title)
            .abstractText(joinedLines(fields.text("abstract")))
            .authorsAsRead(authors(fields))
            .categories(categories)
            .primaryCategory(categories.isEmpty() ? "" : categories.get(0))
            .venue(Utf8.oneLine(fields.text("journal-ref")))
            .doi(ArxivTsvReader.firstDoi(fields.text("doi")));
    versions(fields.node("versions"), paper);
    String updateDate = fields.text("update_date").strip();
    if (!updateDate.isEmpty()) {
      paper.version(SourceDates.iso("update_date", updateDate).toString());
    }
    return paper.build();
  }

  /** Without the line breaks of a filled paragraph; blank lines between paragraphs stay. */
  private static String joinedLines(String text) {
    return SINGLE_LINE_FEED.matcher(text.strip()).replaceAll(" ");
  }

  private static void versions(JsonNode versions, PaperRecordBuilder paper) throws RecordFault {
    if (!versions.isArray() || versions.isEmpty()) {
      return;
    }
    Optional<LocalDate> first = created(versions.get(0));
    first.ifPresent(paper::publishedDate);
    if (versions.size() > 1) {
      created(versions.get(versions.size() - 1)).ifPresent(paper::updatedDate);
    }
  }

  private static Optional<LocalDate> created(JsonNode version) throws RecordFault {
    String text = JsonFields.text(version.path("created")).strip();
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(SourceDates.internet("version's date", text));
  }

  private static List<AuthorName> authors(JsonFields fields) throws RecordFault {
    List<AuthorName> authors = new ArrayList<>();
    for (JsonNode parsed : fields.node("authors_parsed")) {
      String name = Utf8.oneLine(part(parsed, 1) + " " + part(parsed, 0) + " " + part(parsed, 2));
      if (!name.isEmpty()) {
        authors.add(new AuthorName(name, Optional.empty(), affiliation(parsed)));
      }
    }
    if (authors.isEmpty()) {
      BETWEEN_AUTHORS
          .splitAsStream(Utf8.oneLine(fields.text("authors")))
          .filter(name -> !name.isBlank())
          .forEach(name -> authors.add(AuthorName.of(name.strip())));
    }
    return authors;
  }

  private static String part(JsonNode parsed, int index) throws RecordFault {
    return JsonFields.text(parsed.path(index));
  }

  private static Optional<String> affiliation(JsonNode parsed) throws RecordFault {
    List<String> parts = new ArrayList<>();
    for (int i = 3; i < parsed.size(); i++) {
      String part = Utf8.oneLine(part(parsed, i));
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
  }
}
