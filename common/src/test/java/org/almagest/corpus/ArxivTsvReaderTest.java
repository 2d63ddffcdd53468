package org.almagest.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.almagest.corpus.Reading.outline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ArxivTsvReaderTest {
  private static final String HEADER =
      "\tabstract\tarxiv_id\tauthor_text\tcategories\tcomments\tcreated\tdoi\tprimary_cat\ttitle\tupdated\n";

  private static String row(String id, String title) {
    return "7\tWe count.\t"
        + id
        + "\tAda Example, Bo Sample\tcs.DL,cs.IR\t\t2019-03-04\t\tcs.IR\t"
        + title
        + "\t\n";
  }

  private static List<ReadResult> read(String rows) throws IOException {
    return Reading.all(CorpusFormat.ARXIV_TSV, HEADER + rows);
  }

  @Test
  void readsEveryField() throws IOException {
    PaperRecord paper =
        Reading.onlyPaper(
            read(
                "1\t\" We \"\"count\"\",\n  twice. \"\t1903.012\tAda Example, Bo Sample, Jr., \tcs.DL,cs.IR\tx"
                    + "\t2019-03-04\t10.1000/A 10.1000/b\tcs.IR\t\"On\n  counting\"\t2019-05-06\n"));
    assertThat(paper.paperId()).isEqualTo("arxiv:1903.01200");
    assertThat(paper.title()).isEqualTo("On counting");
    assertThat(paper.abstractText()).hasValue("We \"count\",\n  twice.");
    assertThat(paper.authors())
        .extracting(AuthorName::rawName)
        .containsExactly("Ada Example", "Bo Sample", "Jr.");
    assertThat(paper.authorCount()).hasValue(3);
    assertThat(paper.categories()).containsExactly("cs.DL", "cs.IR");
    assertThat(paper.primaryCategory()).hasValue("cs.IR");
    assertThat(paper.publishedDate()).hasValue(LocalDate.of(2019, 3, 4));
    assertThat(paper.updatedDate()).hasValue(LocalDate.of(2019, 5, 6));
    assertThat(paper.version()).isEqualTo("2019-05-06");
    assertThat(paper.doi()).hasValue("10.1000/a");
  }

  @Test
  void countsLinesAcrossQuotedLineFeedsAndBlankLines() throws IOException {
    assertThat(
            outline(
                read(row("1903.00001", "\"One\nand\nmore\"") + "\n" + row("1903.00002", "Two"))))
        .containsExactly("2:One and more", "6:Two");
  }

  @Test
  void acceptsByteOrderMarkAndCarriageReturns() throws IOException {
    String text = "\uFEFF" + HEADER + row("1903.00001", "\"One\"") + row("1903.00002", "Two");
    assertThat(outline(Reading.all(CorpusFormat.ARXIV_TSV, text.replace("\n", "\r\n"))))
        .containsExactly("2:One", "3:Two");
  }

  @Test
  void columnsMayComeInAnyOrder() throws IOException {
    String text =
        "title\tcreated\tcategories\tauthor_text\tarxiv_id\tabstract\nT\t2019-01-02\tcs.DL\t\tmath/0309136\t";
    PaperRecord paper = Reading.onlyPaper(Reading.all(CorpusFormat.ARXIV_TSV, text));
    assertThat(paper.paperId()).isEqualTo("arxiv:math/0309136");
    assertThat(paper.primaryCategory()).hasValue("cs.DL");
    assertThat(paper.authorCount()).isEmpty();
  }

  @Test
  void refusesAHeaderWithoutTheColumns() {
    assertThatThrownBy(() -> Reading.all(CorpusFormat.ARXIV_TSV, "title\tabstract\nx\ty\n"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("arxiv_id");
  }

  @Test
  void oneBadRowCostsNoOther() throws IOException {
    String rows =
        row("nonsense", "A")
            + row("1903.00001", " ")
            + row("1903.00002", "B").replace("2019-03-04", "9999-01-01")
            + row("1903.00003", "C").replace("2019-03-04", "0000-00-00")
            + "too\tfew\n"
            + row("1903.00004", "D").replace("\n", "\ttoo many\n")
            + row("1903.00005", "E\0F");
    assertThat(outline(read(rows)))
        .containsExactly(
            "2:INVALID_ID",
            "3:MISSING_TITLE",
            "4:INVALID_VALUE",
            "5:INVALID_VALUE",
            "6:MALFORMED_RECORD",
            "7:MALFORMED_RECORD",
            "8:EF");
  }

  @Test
  void invalidUtf8CostsOnlyItsRowAndNothingInAColumnThatIsNotUsed() throws IOException {
    String rows =
        row("1903.00001", "caf\u00E9")
            + row("1903.00002", "Two")
            + row("1903.00003", "Three").replace("cs.IR\t\t", "cs.IR\tcaf\u00E9\t");
    List<ReadResult> results =
        Reading.all(
            CorpusFormat.ARXIV_TSV, (HEADER + rows).getBytes(ISO_8859_1), ReadOptions.defaults());
    assertThat(outline(results)).containsExactly("2:INVALID_TEXT", "3:Two", "4:Three");
    assertThat(((ReadResult.Rejected) results.get(0)).raw())
        .isEqualTo(row("1903.00001", "caf\u00E9").replace("\n", "").getBytes(ISO_8859_1));
  }

  @Test
  void keepsAReplacementCharacterThatStandsInTheSource() throws IOException {
    assertThat(outline(read(row("1903.00001", "a\uFFFDb")))).containsExactly("2:a\uFFFDb");
  }

  @Test
  void anUnbalancedQuoteCostsOnlyItsRow() throws IOException {
    String rows =
        row("1903.00001", "\"never closed")
            + row("1903.00002", "Two")
            + row("1903.00003", "\"quoted\"")
            + row("1903.00004", "Four");
    assertThat(outline(read(rows)))
        .containsExactly("2:MALFORMED_RECORD", "3:Two", "4:quoted", "5:Four");
    assertThat(outline(read(row("1903.00001", "\"never closed") + row("1903.00002", "Two"))))
        .containsExactly("2:MALFORMED_RECORD", "3:Two");
  }

  @Test
  void aRowOfManyLinesWithAWrongColumnCountIsReportedOnce() throws IOException {
    String rows = row("1903.00001", "\"a\nb\nc\"\textra") + row("1903.00002", "Two");
    assertThat(outline(read(rows))).containsExactly("2:MALFORMED_RECORD", "5:Two");
  }

  @Test
  void rowsBeyondTheLimitArePassedOver() throws IOException {
    String rows =
        row("1903.00001", "x".repeat(400_000))
            + row("1903.00002", "Two")
            + row("1903.00003", "\"" + "y\t".repeat(500))
            + row("1903.00004", "Four");
    List<ReadResult> results =
        Reading.all(CorpusFormat.ARXIV_TSV, (HEADER + rows).getBytes(UTF_8), Reading.upTo(200));
    assertThat(outline(results))
        .containsExactly("2:RECORD_TOO_LONG", "3:Two", "4:RECORD_TOO_LONG", "5:Four");
    assertThat(((ReadResult.Rejected) results.get(0)).raw().length)
        .isLessThanOrEqualTo(ReadResult.MAX_KEPT_BYTES);
  }

  @Test
  void aHugeLineNeedsLittleMemory() throws IOException {
    long huge = 200L << 20;
    InputStream in =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    new ByteArrayInputStream(HEADER.getBytes(UTF_8)),
                    new RepeatedByte('z', huge),
                    new ByteArrayInputStream(("\n" + row("1903.00002", "Two")).getBytes(UTF_8)))));
    assertThat(outline(Reading.all(CorpusFormat.ARXIV_TSV.open(in, Reading.upTo(1 << 20)))))
        .containsExactly("2:RECORD_TOO_LONG", "3:Two");
  }

  @Property(tries = 200)
  void anyFieldSurvivesQuoting(@ForAll @Size(min = 1, max = 20) List<String> texts)
      throws IOException {
    List<String> clean =
        texts.stream()
            .map(t -> t.codePoints().filter(c -> c != 0 && !(c >= 0xD800 && c <= 0xDFFF)))
            .map(
                c ->
                    c.collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append))
            .map(StringBuilder::toString)
            .toList();
    String rows =
        clean.stream()
            .map(
                t ->
                    row("1903.00001", "T")
                        .replace("We count.", "\"" + t.replace("\"", "\"\"") + "\""))
            .collect(Collectors.joining());
    assertThat(Reading.papers(read(rows)).stream().map(p -> p.abstractText().orElse("")))
        .containsExactlyElementsOf(clean.stream().map(String::strip).toList());
  }
}
