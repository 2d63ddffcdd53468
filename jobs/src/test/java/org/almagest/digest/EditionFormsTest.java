package org.almagest.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.almagest.stats.CalendarPeriod;
import org.junit.jupiter.api.Test;

/** The HTML and text forms of an edition, and what hostile text becomes in them. */
class EditionFormsTest {
  private static final String PAYLOAD =
      "<script>alert(1)</script>\"><img src=x onerror=alert(2)>'&\u202e\u0000\r\nBcc: a@b";

  private static Edition edition(DigestPaper... papers) {
    EditionKey key = EditionKey.of("test", CalendarPeriod.WEEK, Papers.DAY);
    EditionBuilder builder =
        new EditionBuilder(
            key, Papers.profile(List.of(), List.of(), List.of(), List.of()), Set.of());
    for (DigestPaper paper : papers) {
      builder.offer(paper);
    }
    return builder.build(List.of("graph database", "<b>burst"));
  }

  private static DigestPaper hostile() {
    return new DigestPaper(
        "arxiv:javascript:alert(1)\"><script>",
        PAYLOAD,
        PAYLOAD,
        Papers.DAY,
        List.of(PAYLOAD),
        Optional.of("javascript:alert(3)"),
        List.of(PAYLOAD),
        List.of(PAYLOAD),
        Optional.of(new DigestPaper.Topic(1, PAYLOAD)),
        0,
        Optional.of(new DigestPaper.Trend(1, 1, 1, 0, 0)));
  }

  @Test
  void noTextBecomesMarkup() {
    String html = EditionHtml.of(edition(hostile()));
    assertThat(html)
        .doesNotContain("<script", "<img", "<b>", "\u202e", "\u0000", "javascript:")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&gt;&lt;img")
        .contains("href=\"https://arxiv.org/abs/javascript%3Aalert%281%29%22%3E%3Cscript%3E\"")
        .contains("default-src 'none'");
    assertThat(html.split("<article>", -1)).hasSize(2);
  }

  @Test
  void noTextBreaksALine() {
    String text = EditionText.of(edition(hostile()));
    assertThat(text.lines()).noneMatch(line -> line.startsWith("Bcc:"));
    assertThat(text).doesNotContain("\r", "\u0000", "\u202e");
  }

  @Test
  void bothFormsSayTheSameOfAPaper() {
    Edition edition =
        edition(
            Papers.trending("arxiv:2512.00001", "On graphs", 1), Papers.paper("title:1", "New"));
    for (String form : List.of(EditionText.of(edition), EditionHtml.of(edition))) {
      assertThat(form.replaceAll("\\s+", " "))
          .contains("A digest, week of 1 December 2025")
          .contains("Rising terms: graph database")
          .contains("Trending", "graph database, query planner", "On graphs")
          .contains("https://arxiv.org/abs/2512.00001")
          .contains("Ada Lovelace · 2025-12-03 · cs.DB")
          .contains("trending at place 1, score 3.50 (attention 3.00, citations 0.25, topics 0.25)")
          .contains("About On graphs.")
          .contains("New");
    }
  }

  @Test
  void textLinesAreShortWhereWordsAllow() {
    DigestPaper longOne = Papers.paper("a", "many words ".repeat(40));
    assertThat(EditionText.of(edition(longOne)).lines()).allMatch(line -> line.length() <= 78);
  }

  @Test
  void anEditionOfNothingSaysSo() {
    assertThat(EditionText.of(edition())).contains(PaperLines.NOTHING);
    assertThat(EditionHtml.of(edition())).contains(PaperLines.NOTHING);
  }

  @Test
  void linksComeFromIdsAlone() {
    assertThat(Papers.paper("doi:10.1000/a b", "t").link())
        .contains("https://doi.org/10.1000/a%20b");
    assertThat(Papers.paper("openalex:W1", "t").link()).contains("https://openalex.org/W1");
    assertThat(Papers.paper("title:1", "t").link()).isEmpty();
  }

  @Test
  void textIsCutBetweenWordsAndNeverWithinACharacter() {
    assertThat(DisplayText.cut("one two three", 9)).isEqualTo("one two…");
    assertThat(DisplayText.cut("😀".repeat(10), 5)).isEqualTo("😀😀…");
    assertThat(DisplayText.cut("short", 9)).isEqualTo("short");
  }
}
