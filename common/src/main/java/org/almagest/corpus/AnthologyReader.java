package org.almagest.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the papers of the ACL Anthology Network (Radev, Muthukrishnan, Qazvinian and Abu-Jbara
 * 2013): blocks of lines {@code key = {value}} with the keys {@code id}, {@code author}, {@code
 * title}, {@code venue} and {@code year}, and a blank line between two of them. The text is that of
 * {@link WindowsText} with {@link HtmlCharacters}; authors are {@code Last, First} with semicolons
 * between them, and may be missing.
 *
 * <p>The network's citations stand in a file of their own, {@code A , B} a line, which is a {@link
 * CitationEdgesReader list of citations} with blanks around its commas.
 */
final class AnthologyReader implements CorpusReader {
  private static final Pattern FIELD = Pattern.compile("(\\w+)\\s*=\\s*\\{(.*)\\}");
  private static final int LINES_LOOKED_AT = 100;
  private static final Set<String> SUFFIXES = Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv");

  /** What a file of the network holds. */
  enum Content {
    PAPERS,
    CITATIONS,
    NEITHER
  }

  private final TextBlocks blocks;

  AnthologyReader(InputStream in, ReadOptions options) {
    blocks = new TextBlocks(in, options.maxRecordBytes());
  }

  /** A reader of the network's papers or of its citations, as the content is. */
  static CorpusReader ofEitherFile(InputStream in, ReadOptions options) throws IOException {
    PushbackInputStream stream = Decompression.peekable(in);
    byte[] head = stream.readNBytes(FormatSniffer.HEAD_BYTES);
    stream.unread(head);
    return holds(head) == Content.CITATIONS
        ? new CitationEdgesReader(stream, options)
        : new AnthologyReader(stream, options);
  }

  /** What the first line tells that shows an id of the Anthology in one of the two ways. */
  static Content holds(byte[] head) throws IOException {
    LineReader lines = new LineReader(new ByteArrayInputStream(head), FormatSniffer.HEAD_BYTES);
    for (int i = 0; i < LINES_LOOKED_AT && lines.next(); i++) {
      String line =
          new String(
                  lines.bytes(),
                  lines.start(),
                  lines.end() - lines.start(),
                  StandardCharsets.ISO_8859_1)
              .strip();
      Matcher field = FIELD.matcher(line);
      if (field.matches()
          && field.group(1).equals("id")
          && Identifiers.anthologyId(field.group(2)).isPresent()) {
        return Content.PAPERS;
      }
      String[] ends = line.split(" , ", -1);
      if (ends.length == 2
          && Arrays.stream(ends).allMatch(id -> Identifiers.anthologyId(id).isPresent())) {
        return Content.CITATIONS;
      }
    }
    return Content.NEITHER;
  }

  @Override
  public Optional<ReadResult> next() throws IOException {
    Optional<TextBlock> block = blocks.next();
    if (block.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ReadResult.Accepted(paper(block.get()), block.get().line()));
    } catch (RecordFault e) {
      return Optional.of(e.at(block.get().line(), block.get().raw()));
    }
  }

  private static PaperRecord paper(TextBlock block) throws RecordFault {
    Map<String, String> fields = fields(block);
    String id =
        Identifiers.anthologyId(fields.getOrDefault("id", ""))
            .orElseThrow(
                () -> new RecordFault(RejectReason.INVALID_ID, "The id is no ACL Anthology id."));
    String title = line(fields, "title");
    if (title.isEmpty()) {
      throw new RecordFault(RejectReason.MISSING_TITLE, "The title is missing or blank.");
    }
    PaperRecordBuilder paper =
        new PaperRecordBuilder(PaperSource.ACL, id, CorpusFormat.AAN, title)
            .authorsAsRead(authors(fields.getOrDefault("author", "")))
            .venue(line(fields, "venue"));
    String year = line(fields, "year");
    if (!year.isEmpty()) {
      paper.year(year(year));
    }
    return paper.build();
  }

  private static Map<String, String> fields(TextBlock block) throws RecordFault {
    if (block.isTooLong()) {
      throw new RecordFault(
          RejectReason.RECORD_TOO_LONG, "The paper is longer than the longest record allowed.");
    }
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < block.lineCount(); i++) {
      Matcher field = FIELD.matcher(WindowsText.decode(block.bytes(i)).strip());
      if (!field.matches()) {
        throw new RecordFault(
            RejectReason.MALFORMED_RECORD,
            "Line " + (i + 1) + " of the record is not of the form key = {value}.");
      }
      if (fields.put(field.group(1), field.group(2)) != null) {
        throw new RecordFault(
            RejectReason.MALFORMED_RECORD,
            "The key on line " + (i + 1) + " of the record stands there already.");
      }
    }
    return fields;
  }

  private static String line(Map<String, String> fields, String key) {
    return Utf8.oneLine(HtmlCharacters.decode(fields.getOrDefault(key, "")));
  }

  private static int year(String text) throws RecordFault {
    boolean digits = text.length() == 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || !SourceDates.isYear(Integer.parseInt(text))) {
      throw new RecordFault(
          RejectReason.INVALID_VALUE, "The year does not lie between 1000 and 2999.");
    }
    return Integer.parseInt(text);
  }

  private static List<AuthorName> authors(String text) {
    List<AuthorName> authors = new ArrayList<>();
    for (String part : HtmlCharacters.splitAtSemicolons(text)) {
      String name = Utf8.oneLine(HtmlCharacters.decode(part));
      if (!name.isEmpty()) {
        authors.add(AuthorName.of(inNaturalOrder(name)));
      }
    }
    return authors;
  }

  /**
   * {@code First Last}, as other sources write names; with {@code Last, II, First} the suffix comes
   * last. A name that has other commas, or none, stays as it is.
   */
  private static String inNaturalOrder(String name) {
    String[] parts = name.split("\\s*,\\s*", -1);
    if (Arrays.stream(parts).anyMatch(String::isEmpty)) {
      return name;
    }
    if (parts.length == 2) {
      return parts[1] + " " + parts[0];
    }
    return parts.length == 3 && SUFFIXES.contains(parts[1].toLowerCase(Locale.ROOT))
        ? parts[2] + " " + parts[0] + " " + parts[1]
        : name;
  }
}
