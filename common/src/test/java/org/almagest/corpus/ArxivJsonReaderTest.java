package org.almagest.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.almagest.corpus.Reading.outline;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArxivJsonReaderTest {
  private static List<ReadResult> read(String lines) throws IOException {
    return Reading.all(CorpusFormat.ARXIV_JSON, lines);
  }

  private static String line(String id, String title) {
    return "{\"id\":\"%s\",\"title\":\"%s\",\"categories\":\"cs.DL\"}\n".formatted(id, title);
  }

  @Test
  void readsEveryField() throws IOException {
    PaperRecord paper =
        Reading.onlyPaper(
            read(
                "{\"id\":\"0704.0009\",\"submitter\":null,\"title\":\"On\\n  counting\","
                    + "\"abstract\":\"  We\\ncount.\\n\\nTwice.\\n\",\"journal-ref\":\"J. Count 1\","
                    + "\"doi\":\"10.1000/X\",\"categories\":\"cs.DL math.CO\",\"authors\":\"ignored\","
                    + "\"authors_parsed\":[[\"Ex\\u00e9mple\",\"Ada\",\"Jr.\",\"Here\",\"There\"],[\"Sample\",\"\",\"\"]],"
                    + "\"versions\":[{\"version\":\"v1\",\"created\":\"Mon, 2 Apr 2007 19:18:42 GMT\"},"
                    + "{\"version\":\"v2\",\"created\":\"Tue, 24 Jul 2007 20:10:27 GMT\"}],"
                    + "\"update_date\":\"2008-11-26\"}"));
    assertThat(paper.paperId()).isEqualTo("arxiv:0704.0009");
    assertThat(paper.title()).isEqualTo("On counting");
    assertThat(paper.abstractText()).hasValue("We count.\n\nTwice.");
    assertThat(paper.authors().get(0).rawName()).isEqualTo("Ada Exémple Jr.");
    assertThat(paper.authors().get(0).affiliation()).hasValue("Here; There");
    assertThat(paper.authors().get(1)).isEqualTo(AuthorName.of("Sample"));
    assertThat(paper.categories()).containsExactly("cs.DL", "math.CO");
    assertThat(paper.primaryCategory()).hasValue("cs.DL");
    assertThat(paper.publishedDate()).hasValue(LocalDate.of(2007, 4, 2));
    assertThat(paper.updatedDate()).hasValue(LocalDate.of(2007, 7, 24));
    assertThat(paper.version()).isEqualTo("2008-11-26");
    assertThat(paper.venue()).hasValue("J. Count 1");
    assertThat(paper.doi()).hasValue("10.1000/x");
  }

  @Test
  void fallsBackToTheAuthorsLine() throws IOException {
    PaperRecord paper =
        Reading.onlyPaper(
            read(
                "{\"id\":\"0704.0009\",\"title\":\"T\",\"authors\":\"A. Ex,\\n B. Sam and C. Ple\"}"));
    assertThat(paper.authors())
        .extracting(AuthorName::rawName)
        .containsExactly("A. Ex", "B. Sam", "C. Ple");
  }

  @Test
  void oneBadLineCostsNoOther() throws IOException {
    String lines =
        line("0704.0001", "One")
            + "{\"id\":\"0704.0002\",\"title\":\"cut o\n"
            + "\n"
            + "[1]\n"
            + line("0704.0003", "lone \\ud800 half")
            + line("0704.0004", "pair \\ud83d\\ude00")
            + line("0704.0005", "nul \\u0000x")
            + line("none", "No id")
            + "{\"id\":\"0704.0006\",\"title\":null}\n"
            + "{\"id\":\"0704.0007\",\"title\":\"T\",\"update_date\":\"9999-12-31\"}\n"
            + line("0704.0008", "Behind").strip()
            + " x\n"
            + line("0704.0009", "Last").strip();
    assertThat(outline(read(lines)))
        .containsExactly(
            "1:One",
            "2:MALFORMED_RECORD",
            "4:MALFORMED_RECORD",
            "5:INVALID_TEXT",
            "6:pair 😀",
            "7:nul x",
            "8:INVALID_ID",
            "9:MISSING_TITLE",
            "10:INVALID_VALUE",
            "11:MALFORMED_RECORD",
            "12:Last");
  }

  @Test
  void rejectsInvalidUtf8AndLinesBeyondTheLimit() throws IOException {
    String lines =
        line("0704.0001", "caf\u00E9")
            + line("0704.0002", "x".repeat(9000))
            + line("0704.0003", "Three");
    assertThat(
            outline(
                Reading.all(
                    CorpusFormat.ARXIV_JSON, lines.getBytes(ISO_8859_1), Reading.upTo(300))))
        .containsExactly("1:INVALID_TEXT", "2:RECORD_TOO_LONG", "3:Three");
  }

  @Test
  void rejectsDatesOfVersionsThatAreNone() throws IOException {
    String line = "{\"id\":\"0704.0001\",\"title\":\"T\",\"versions\":[{\"created\":\"%s\"}]}";
    assertThat(outline(read(line.formatted("Mon, 32 Apr 2007 19:18:42 GMT"))))
        .containsExactly("1:INVALID_VALUE");
    assertThat(outline(read(line.formatted("Mon, 02 Apr 0007 19:18:42 GMT"))))
        .containsExactly("1:INVALID_VALUE");
    assertThat(outline(read(line.formatted("soon")))).containsExactly("1:INVALID_VALUE");
    assertThat(outline(read(line.formatted("Mon, 02 Apr 2007")))).containsExactly("1:T");
  }
}
