package org.almagest.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the arXiv archive dump: a header row that names the columns in any order, then a paper a
 * row, tab-separated with CSV quoting. Columns that no field is made of are not even decoded, so
 * faulty text in them costs nothing.
 *
 * <p>A row that is too long, has the wrong number of columns, or has text behind a closing quote or
 * no closing quote at all is rejected, and reading goes on at the line after the one it starts on:
 * the rows that an unbalanced quote swallowed are read after all.
 */
final class ArxivTsvReader implements CorpusReader {
  static final List<String> REQUIRED_COLUMNS =
      List.of("arxiv_id", "title", "abstract", "author_text", "categories", "created");

  private static final int ABSENT = -1;
  private static final int MAX_COLUMNS = 1024;

  private final DelimitedRowScanner rows;
  private final int id;
  private final int title;
  private final int abstractText;
  private final int authors;
  private final int categories;
  private final int created;
  private final int updated;
  private final int primaryCategory;
  private final int doi;

  /**
   * Reads the header row.
   *
   * @throws UnreadableFileException where it lacks a column
   */
  ArxivTsvReader(InputStream in, ReadOptions options) throws IOException {
    rows = new DelimitedRowScanner(in, '\t', options.maxRecordBytes());
    Map<String, Integer> header = header(rows);
    List<String> missing = REQUIRED_COLUMNS.stream().filter(c -> !header.containsKey(c)).toList();
    if (!missing.isEmpty()) {
      throw new UnreadableFileException(
          "The input",
          "has no header row with the arxiv-tsv columns " + String.join(", ", missing),
          "name its format with --format, or leave the file out");
    }
    id = header.get("arxiv_id");
    title = header.get("title");
    abstractText = header.get("abstract");
    authors = header.get("author_text");
    categories = header.get("categories");
    created = header.get("created");
    updated = header.getOrDefault("updated", ABSENT);
    primaryCategory = header.getOrDefault("primary_cat", ABSENT);
    doi = header.getOrDefault("doi", ABSENT);
  }

  /** Column number by name; empty where the first row cannot be a header. */
  static Map<String, Integer> header(DelimitedRowScanner rows) throws IOException {
    Map<String, Integer> columns = new HashMap<>();
    if (rows.next() != DelimitedRowScanner.Outcome.ROW || rows.columns() > MAX_COLUMNS) {
      return columns;
    }
    try {
      for (int i = 0; i < rows.columns(); i++) {
        columns.putIfAbsent(rows.text(i).strip(), i);
      }
    } catch (RecordFault e) {
      return Map.of();
    }
    rows.expectColumns(rows.columns());
    return columns;
  }

  @Override
  public Optional<ReadResult> next() throws IOException {
    DelimitedRowScanner.Outcome outcome = rows.next();
    if (outcome == DelimitedRowScanner.Outcome.END) {
      return Optional.empty();
    }
    try {
      if (outcome != DelimitedRowScanner.Outcome.ROW) {
        throw rows.fault();
      }
      return Optional.of(new ReadResult.Accepted(paper(), rows.line()));
    } catch (RecordFault e) {
      return Optional.of(e.at(rows.line(), rows.raw()));
    }
  }

  private PaperRecord paper() throws RecordFault {
    String arxivId =
        Identifiers.canonicalArxivId(rows.text(id))
            .orElseThrow(
                () -> new RecordFault(RejectReason.INVALID_ID, "The arxiv_id is no arXiv id."));
    String name = Utf8.oneLine(rows.text(title));
    if (name.isEmpty()) {
      throw new RecordFault(RejectReason.MISSING_TITLE, "The title is blank.");
    }
    LocalDate published = SourceDates.iso("created", rows.text(created));
    List<String> subjects = subjects(rows.text(categories));
    PaperRecordBuilder paper =
        new PaperRecordBuilder(PaperSource.ARXIV, arxivId, CorpusFormat.ARXIV_TSV, name)
            .abstractText(rows.text(abstractText))
            .authorsAsRead(authors(rows.text(authors)))
            .categories(subjects)
            .publishedDate(published)
            .version(published.toString());
    if (isGiven(primaryCategory)) {
      paper.primaryCategory(rows.text(primaryCategory));
    } else if (!subjects.isEmpty()) {
      paper.primaryCategory(subjects.get(0));
    }
    if (isGiven(updated)) {
      LocalDate date = SourceDates.iso("updated", rows.text(updated));
      paper.updatedDate(date).version(date.toString());
    }
    if (isGiven(doi)) {
      paper.doi(firstDoi(rows.text(doi)));
    }
    return paper.build();
  }

  private boolean isGiven(int column) {
    return column != ABSENT && !rows.isEmpty(column);
  }

  /**
   * The first of DOIs that are separated by white space. What does not look like one is kept as it
   * stands, so that a mistake of the source is seen and not lost.
   */
  static Optional<String> firstDoi(String text) {
    String stripped = text.strip();
    int blank = 0;
    while (blank < stripped.length() && !Character.isWhitespace(stripped.charAt(blank))) {
      blank++;
    }
    String first = stripped.substring(0, blank);
    return Identifiers.normaliseDoi(first)
        .or(() -> first.isEmpty() ? Optional.empty() : Optional.of(first));
  }

  private static List<String> subjects(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static List<AuthorName> authors(String text) {
    List<AuthorName> names = new ArrayList<>();
    for (String name : text.split(", ", -1)) {
      if (!name.isBlank()) {
        names.add(AuthorName.of(name));
      }
    }
    return names;
  }
}
