package org.almagest.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.almagest.corpus.Reading.outline;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnthologyReaderTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static String paper(String id, String author, String title) {
    return "id = {%s}\nauthor = {%s}\ntitle = {%s}\nvenue = {ACL}\nyear = {2002}\n"
        .formatted(id, author, title);
  }

  private static List<ReadResult> read(String text) throws IOException {
    return Reading.all(CorpusFormat.AAN, text);
  }

  private static List<String> names(String author) throws IOException {
    return Reading.onlyPaper(read(paper("P02-1040", author, "T"))).authors().stream()
        .map(AuthorName::rawName)
        .toList();
  }

  @Test
  void readsAPaperWithAllItsFields() throws IOException {
    PaperRecord paper =
        Reading.onlyPaper(
            read(
                """
                id = {P02-1040}
                author = {Papineni, Kishore; Roukos, Salim }
                title = {Bleu:  a {Method} &amp; more }
                venue = {Annual Meeting Of  The ACL }
                year = {2002}
                """));
    assertThat(paper.paperId()).isEqualTo("acl:P02-1040");
    assertThat(paper.format()).isEqualTo(CorpusFormat.AAN);
    assertThat(paper.title()).isEqualTo("Bleu: a {Method} & more");
    assertThat(paper.venue()).hasValue("Annual Meeting Of The ACL");
    assertThat(paper.year()).hasValue(2002);
    assertThat(paper.authorCount()).hasValue(2);
    assertThat(paper.authors())
        .containsExactly(AuthorName.of("Kishore Papineni"), AuthorName.of("Salim Roukos"));
    assertThat(paper.publishedDate()).isEmpty();
    assertThat(paper.references()).isEmpty();
  }

  @Test
  void authorsAndYearMayBeMissing() throws IOException {
    for (String text :
        List.of(
            "id = {W10-4238}\nauthor = {}\ntitle = {Author Index}\nyear = {}\n",
            "title = {Author Index}\nid = {W10-4238}")) {
      PaperRecord paper = Reading.onlyPaper(read(text));
      assertThat(paper.authors()).isEmpty();
      assertThat(paper.authorCount()).isEmpty();
      assertThat(paper.year()).isEqualTo(OptionalInt.empty());
      assertThat(paper.venue()).isEmpty();
    }
  }

  @Test
  void theSemicolonOfACharacterReferenceDoesNotPartAuthors() throws IOException {
    assertThat(
            names("Daum&eacute; III, Hal; &Ouml;zlem;  Gir&#x10D;, A; Strau&slig;, P; AT&T; X, Y"))
        .containsExactly(
            "Hal Daum\u00E9 III", "\u00D6zlem", "A Gir\u010D", "P Strau&slig;", "AT&T", "Y X");
  }

  @Test
  void namesStandInNaturalOrderWhereTheirPartsAreClear() throws IOException {
    assertThat(names("Taylor, II, Charles T.; Callan, James, P.; Mausam; Smith,; van den Berg, J"))
        .containsExactly(
            "Charles T. Taylor II", "Callan, James, P.", "Mausam", "Smith,", "J van den Berg");
  }

  @Test
  void readsWindowsBytesAndPartsInUtf8() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        "id = {A00-0001}\ntitle = {ELRA\u2019s \u0160koda na\u00EFve ".getBytes(WINDOWS));
    bytes.writeBytes("it\u2019s \u00E0 \uD835\uDC00".getBytes(UTF_8));
    bytes.writeBytes("}\n".getBytes(WINDOWS));
    PaperRecord paper =
        Reading.onlyPaper(
            Reading.all(CorpusFormat.AAN, bytes.toByteArray(), ReadOptions.defaults()));
    assertThat(paper.title())
        .isEqualTo("ELRA\u2019s \u0160koda na\u00EFve it\u2019s \u00E0 \uD835\uDC00");
  }

  @Test
  void aByteOfNeitherEncodingCostsOnlyItsRecord() throws IOException {
    byte[] bytes =
        (paper("A00-0001", "X, Y", "a?b") + "\n" + paper("A00-0002", "X, Y", "Two"))
            .getBytes(UTF_8);
    int at =
        IntStream.range(0, bytes.length).filter(i -> bytes[i] == '?').findFirst().orElseThrow();
    bytes[at] = (byte) 0x81;
    assertThat(outline(Reading.all(CorpusFormat.AAN, bytes, ReadOptions.defaults())))
        .containsExactly("1:INVALID_TEXT", "7:Two");
  }

  @Test
  void aBadRecordCostsOnlyItself() throws IOException {
    String text =
        String.join(
            "\n",
            paper("A00-0001", "", "One"),
            "",
            paper("no id", "", "T"),
            "title = {T}\n",
            paper("A00-0002", "", " &#32; "),
            paper("A00-0003", "", "T").replace("2002", "02"),
            "id = {A00-0004}\nrubbish\n",
            "id = {A00-0005\ntitle = {T}\n",
            paper("A00-0006", "", "T") + paper("A00-0007", "", "T"),
            paper("A00-0008", "", "Last").stripTrailing());
    assertThat(outline(read(text.replace("\n", "\r\n"))))
        .containsExactly(
            "1:One",
            "8:INVALID_ID",
            "14:INVALID_ID",
            "16:MISSING_TITLE",
            "22:INVALID_VALUE",
            "28:MALFORMED_RECORD",
            "31:MALFORMED_RECORD",
            "34:MALFORMED_RECORD",
            "45:Last");
  }

  @Test
  void aRecordBeyondTheLimitIsRejectedWithItsStart() throws IOException {
    String text = paper("A00-0001", "", "x".repeat(5000)) + "\n" + paper("A00-0002", "", "Two");
    List<ReadResult> results =
        Reading.all(CorpusFormat.AAN, text.getBytes(UTF_8), Reading.upTo(200));
    assertThat(outline(results)).containsExactly("1:RECORD_TOO_LONG", "7:Two");
    assertThat(new String(((ReadResult.Rejected) results.get(0)).raw(), UTF_8))
        .startsWith("id = {A00-0001}\nauthor");
  }

  @Test
  void theFileOfCitationsIsReadAsOne() throws IOException {
    assertThat(outline(read("C08-3004 , A00-1002\nJ79-1009a , J79-1009a\nX1 , A00-1002\n")))
        .containsExactly(
            "1:acl:C08-3004>acl:A00-1002", "2:acl:J79-1009a>acl:J79-1009a", "3:INVALID_ID");
  }

  @Test
  void nothingIsInAnEmptyFile() throws IOException {
    assertThat(read("")).isEmpty();
    assertThat(read("\n \n")).isEmpty();
  }
}
