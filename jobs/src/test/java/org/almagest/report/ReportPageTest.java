package org.almagest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.almagest.report.ReportData.Corpus;
import org.almagest.report.ReportData.Counted;
import org.junit.jupiter.api.Test;

/** The page as a file: what it lets run, what it asks for, how large it may become. */
class ReportPageTest {
  private static final String HOSTILE =
      "</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)>";

  private static Corpus corpus(String text, int years, int lines) {
    return new Corpus(
        "1.0",
        "run",
        1_000_000,
        9,
        9,
        9,
        IntStream.range(2_000 - years, 2_000).boxed().toList(),
        Collections.nCopies(8, "arxiv-json"),
        Collections.nCopies(8, Collections.nCopies(years, 123_456L)),
        1,
        1,
        Collections.nCopies(lines, new Counted(text, 123_456)),
        Collections.nCopies(lines, new Counted(text, 123_456)),
        List.of(),
        0,
        List.of(),
        List.of());
  }

  private static ReportData small(String text) {
    return new ReportData(
        corpus(text, 2, 1),
        null,
        null,
        null,
        new ReportData.Papers(1, List.of("recent"), null, List.of()),
        null);
  }

  private static String page(ReportData data) {
    return new String(new ReportPage(PageResources.load()).bytes(data), StandardCharsets.UTF_8);
  }

  private static List<String> all(String pattern, String page) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void everyScriptAndStyleHasItsDigestInThePolicy() throws Exception {
    String page = page(small("text"));
    String policy = all("Content-Security-Policy\" content=\"([^\"]*)\"", page).get(0);
    List<String> bodies = new ArrayList<>(all("<script>(.*?)</script>", page));
    bodies.addAll(all("<script type=\"text/plain\"[^>]*>(.*?)</script>", page));
    bodies.addAll(all("<style>(.*?)</style>", page));
    assertThat(bodies).hasSize(5);
    for (String body : bodies) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }
    assertThat(policy)
        .startsWith("default-src 'none';")
        .contains("base-uri 'none'", "form-action 'none'")
        .doesNotContain("unsafe", "http:", "https:", "*");
  }

  @Test
  void asksForNothingFromAnywhere() {
    String page = page(small("text"));
    // Scripts speak of elements; what they may load, the policy says.
    String markup = page.replaceAll("(?s)(<script[^>]*>).*?</script>", "$1</script>");
    assertThat(all("<(?:script|img|iframe|object|embed|audio|video)[^>]* src=(\\S+)", markup))
        .isEmpty();
    assertThat(all("<link[^>]* href=\"([^\"]*)\"", page)).containsExactly("data:,");
    assertThat(page)
        .doesNotContain("//# sourceMappingURL=", "@import", "{{policy}}", "{{scripts}}");
  }

  @Test
  void dataCannotEndItsElement() throws Exception {
    String page = page(small(HOSTILE));
    String json =
        all("<script type=\"application/json\" id=\"report-data\">(.*?)</script>", page).get(0);
    assertThat(json).doesNotContain("<", ">", "&");
    JsonNode data = new ObjectMapper().readTree(json);
    assertThat(data.at("/corpus/categories/0/name").asText()).isEqualTo(HOSTILE);
    assertThat(all("(<script>alert)", page)).isEmpty();
  }

  @Test
  void dataIsNoTemplate() {
    assertThat(page(small("{{style}} {{scripts}} $1"))).contains("{{style}} {{scripts}} $1");
  }

  @Test
  void viewsWithoutTablesAreAbsent() throws Exception {
    String json = PageJson.of(small("text"));
    JsonNode data = new ObjectMapper().readTree(json);
    assertThat(data.fieldNames()).toIterable().containsExactlyInAnyOrder("corpus", "papers");
  }

  @Test
  void carriesTheLicencesOfWhatIsNotOurs() {
    assertThat(page(small("text")))
        .contains(
            "Apache License", "The Apache Software Foundation", "Permission is hereby granted");
  }

  /** The longest lists of the longest texts, each in the most bytes that it may take. */
  @Test
  void staysBelowFiveMegabytesWhateverTheCorpus() {
    String long60 = "é".repeat(30);
    String long48 = "é".repeat(24);
    String long100 = "é".repeat(50);
    String long160 = "é".repeat(80);
    int topics = TopicFacts.MOST_TOPICS;
    double figure = -1.234e-5;
    ReportData.Topic topic =
        new ReportData.Topic(
            499,
            long100,
            figure,
            123_456,
            figure,
            "background",
            499,
            -0.1234,
            -0.1234,
            figure,
            figure,
            Collections.nCopies(30, new ReportData.Word(long48, -12.345, -12.345)),
            Collections.nCopies(5, new ReportData.Weighted(long60, 12_340)),
            Collections.nCopies(5, new ReportData.Facet(long60, 123_456, 0.1234, 12.34)),
            Collections.nCopies(4, new ReportData.Example(long60, long160, 2_020, 0.123)));
    List<Double> shares = Collections.nCopies(40, 0.001234);
    ReportData.Network network =
        new ReportData.Network(
            Collections.nCopies(2_000, long60),
            Collections.nCopies(2_000, -1234.5),
            Collections.nCopies(2_000, -1234.5),
            Collections.nCopies(2_000, 123_456),
            Collections.nCopies(2_000, 12_345L),
            Collections.nCopies(2_000, 12_345),
            Collections.nCopies(2_000, 123),
            Collections.nCopies(2 * NetworkChoice.MOST_EDGES, 1_999),
            Collections.nCopies(NetworkChoice.MOST_EDGES, 123L));
    ReportData.Community community =
        new ReportData.Community(
            123_456,
            long100,
            123_456,
            123_456,
            1_990,
            2_020,
            0.001234,
            Collections.nCopies(5, long60),
            Collections.nCopies(3, new ReportData.TopicPart(499, 0.1234)));
    ReportData.Paper paper =
        new ReportData.Paper(
            "é".repeat(40),
            "é".repeat(120),
            long160,
            2_020,
            "é".repeat(20),
            499,
            123_456,
            1_234.0,
            99.9,
            12.34,
            12_345,
            List.of(0, 1, 2, 3));
    ReportData.TermGroup group =
        new ReportData.TermGroup(
            long60,
            123_456,
            Collections.nCopies(20, new ReportData.GroupTerm(long48, 12_345, 123.4)));
    ReportData.Burst burst =
        new ReportData.Burst(
            "month", "2020-01-01", "topic", long60, 12_345, 12_345, 12.34, 12.34, 12.34, 1.234e-12);
    ReportData data =
        new ReportData(
            corpus("é".repeat(40), 60, 20),
            new ReportData.Topics(1_000, Collections.nCopies(topics, topic)),
            new ReportData.Trends(
                "month",
                Collections.nCopies(40, "2020-01"),
                Collections.nCopies(40, 12_345L),
                Collections.nCopies(topics, new ReportData.Series(499, shares, shares, shares))),
            new ReportData.People(
                1_000_000,
                10_000_000,
                100_000,
                Collections.nCopies(NetworkChoice.MOST_COMMUNITIES, community),
                network),
            new ReportData.Papers(
                1_000_000,
                List.of("trending", "cited", "ranked", "voted"),
                "2020-01",
                Collections.nCopies(ReportConfig.MOST_PAPERS, paper)),
            new ReportData.Terms(
                Collections.nCopies(400, burst),
                Collections.nCopies(24, group),
                Collections.nCopies(40, group)));

    int bytes = new ReportPage(PageResources.load()).bytes(data).length;

    assertThat(bytes).isBetween(3_000_000, ReportPage.MOST_BYTES);
  }
}
