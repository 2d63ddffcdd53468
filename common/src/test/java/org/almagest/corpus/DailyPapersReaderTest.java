package org.almagest.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.almagest.corpus.Reading.outline;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DailyPapersReaderTest {
  private static final String HEADER =
      "new\n\nGet papers!\n\nSubscribe\n\nDaily Papers\n\nbyX and the research community\n\nDec 9\n\n";
  private static final String PAIR = "Title\n\nAbstract.\n\n";

  private static List<ReadResult> read(String page) throws IOException {
    return read(page, OptionalInt.of(2025));
  }

  private static List<ReadResult> read(String page, OptionalInt pageYear) throws IOException {
    return Reading.all(
        CorpusFormat.DAILY_PAPERS,
        page.getBytes(UTF_8),
        new ReadOptions(ReadOptions.DEFAULT_MAX_RECORD_BYTES, pageYear));
  }

  private static String meta(String badge, String date) {
    return badge + "\n·\n" + date + "\n\n";
  }

  @Test
  void readsRecordsWithAndWithoutMeta() throws IOException {
    List<ReadResult> results =
        read(
            HEADER
                + "One\n\nAbout one.\n\n"
                + meta("  • 8 authors", "Jul 1 9")
                + "Two\n\nAbout two.\n\nThree\n\nAbout three.\n\n"
                + meta("lab The Lab", "Dec 18, 2024")
                + "Four\n\nAbout four.");
    assertThat(outline(results)).containsExactly("13:One", "21:Two", "25:Three", "33:Four");
    List<PaperRecord> papers = Reading.papers(results);
    assertThat(papers.get(0).authorCount()).hasValue(8);
    assertThat(papers.get(0).commentCount()).hasValue(9);
    assertThat(papers.get(0).publishedDate()).hasValue(LocalDate.of(2025, 7, 1));
    assertThat(papers.get(0).abstractText()).hasValue("About one.");
    assertThat(papers.get(0).version()).isEqualTo("2025-12-09");
    assertThat(papers.get(0).paperId()).isEqualTo("title:" + Identifiers.titleId("One"));
    assertThat(papers.get(1).publishedDate()).isEmpty();
    assertThat(papers.get(2).organization()).hasValue("lab The Lab");
    assertThat(papers.get(2).authorCount()).isEmpty();
    assertThat(papers.get(2).publishedDate()).hasValue(LocalDate.of(2024, 12, 18));
    assertThat(papers.get(2).commentCount()).isEmpty();
  }

  @Test
  void toleratesCarriageReturnsByteOrderMarkAndAMissingHeader() throws IOException {
    String page = "\uFEFF" + PAIR + meta("• 1 author", "Jan 2, 2024 3");
    PaperRecord paper = Reading.onlyPaper(read(page.replace("\n", "\r\n"), OptionalInt.empty()));
    assertThat(paper.title()).isEqualTo("Title");
    assertThat(paper.authorCount()).hasValue(1);
    assertThat(paper.commentCount()).hasValue(3);
    assertThat(paper.version()).isEmpty();
  }

  @Test
  void anOddRunIsRejectedAsAWholeAndCostsNoOther() throws IOException {
    String page =
        HEADER
            + PAIR
            + meta("• 2 authors", "Jan 2")
            + "Lost\n\nTitle\n\nAbstract.\n\n"
            + meta("• 2 authors", "Jan 2")
            + PAIR
            + meta("• 2 authors", "Jan 2")
            + meta("• 2 authors", "Jan 2")
            + "Trailing";
    assertThat(outline(read(page)))
        .containsExactly(
            "13:Title",
            "21:UNPAIRED_BLOCKS",
            "31:Title",
            "39:UNPAIRED_BLOCKS",
            "43:UNPAIRED_BLOCKS");
  }

  @Test
  void datesMustBePossibleAndNotAfterTheEdition() throws IOException {
    assertThat(outline(read(HEADER + PAIR + meta("• 2 authors", "Dec 10"))))
        .containsExactly("13:DATE_AFTER_EDITION");
    assertThat(outline(read(HEADER + PAIR + meta("• 2 authors", "Dec 9"))))
        .containsExactly("13:Title");
    assertThat(outline(read(HEADER + PAIR + meta("• 2 authors", "Feb 30"))))
        .containsExactly("13:INVALID_VALUE");
    assertThat(outline(read(HEADER + PAIR + meta("• 2 authors", "Feb 3, 0999"))))
        .containsExactly("13:INVALID_VALUE");
    assertThat(outline(read(HEADER + PAIR + meta("• 2 authors", "some day"))))
        .containsExactly("13:INVALID_VALUE");
    assertThat(outline(read(HEADER + PAIR + meta("• 2 authors", "Dec 9\nmore"))))
        .containsExactly("13:MALFORMED_RECORD");
  }

  @Test
  void aDateWithoutYearNeedsThePagesYear() throws IOException {
    String page =
        HEADER
            + PAIR
            + PAIR
            + meta("• 2 authors", "Jan 2")
            + PAIR
            + meta("• 1 authors", "Jan 2, 2024");
    assertThat(outline(read(page, OptionalInt.empty())))
        .containsExactly("13:Title", "17:INVALID_VALUE", "25:Title");
  }

  @Test
  void badTextAndLongTextCostOnlyTheirRecord() throws IOException {
    String page =
        "One\n\nAn abstract.\n\nT\u00E9o\n\nAn abstract.\n\nThree\n\n"
            + "x".repeat(9000)
            + "\n\nFo\0ur\n\nAn abstract.\n";
    assertThat(
            outline(
                Reading.all(
                    CorpusFormat.DAILY_PAPERS, page.getBytes(ISO_8859_1), Reading.upTo(100))))
        .containsExactly("1:One", "5:INVALID_TEXT", "9:RECORD_TOO_LONG", "13:Four");
  }
}
