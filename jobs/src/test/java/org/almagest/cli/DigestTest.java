package org.almagest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.almagest.cli.CommandLineHarness.Outcome;
import org.almagest.warehouse.Manifest;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.TableSnapshot;
import org.almagest.warehouse.TableSnapshot.DataFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Digests of five papers of two weeks in December 2025. */
class DigestTest {
  private static final String PAPERS =
      "SELECT * FROM (VALUES ('arxiv:2512.00001', 'Graph databases at rest', 'On query planning.',"
          + " DATE '2025-12-02', ['cs.DB', 'cs.DS'], 'cs.DB', NULL, 4, NULL), ('arxiv:2512.00002',"
          + " '<b>Coral</b> reefs', NULL, DATE '2025-12-03', ['q-bio.PE'], NULL, NULL, NULL, NULL),"
          + " ('openalex:W3', 'Reefs of lithium', 'Batteries.', DATE '2025-12-09', [], NULL,"
          + " '10.1/x', NULL, 2), ('arxiv:0901.0001', 'An old paper', '', DATE '2009-01-01',"
          + " ['cs.DB'], 'cs.DB', NULL, NULL, NULL), ('title:5', 'Undated', '', NULL, [], NULL,"
          + " NULL, NULL, NULL)) p(paper_id, title, abstract, published_date, categories,"
          + " primary_category, doi, comment_count, upvotes)";

  private static final Map<String, String> OTHERS =
      Map.of(
          "authorships",
          "SELECT * FROM (VALUES ('arxiv:2512.00001', 2, 'name:bo', 'Bo'), ('arxiv:2512.00001', 1,"
              + " 'name:ada lovelace', 'Ada Lovelace')) a(paper_id, position, author_id, raw_name)",
          "topics",
          "SELECT * FROM (VALUES (0, 'graph database, query planner'), (1, 'reef, coral')) t(topic_id,"
              + " label)",
          "paper_topics",
          "SELECT * FROM (VALUES ('arxiv:2512.00001', 0, 0.9::DOUBLE), ('arxiv:2512.00001', 1, 0.1),"
              + " ('arxiv:2512.00002', 1, 0.5), ('arxiv:2512.00002', 0, 0.5), ('arxiv:0901.0001', 0,"
              + " 1.0)) w(paper_id, topic_id, weight)",
          "trending",
          "SELECT * FROM (VALUES ('week', DATE '2025-12-01', 1, 'arxiv:0901.0001', 1.5::DOUBLE,"
              + " 0.0::DOUBLE, 1.5::DOUBLE, 0.0::DOUBLE), ('week', DATE '2025-12-08', 1,"
              + " 'arxiv:0901.0001', 2.5, 0.0, 2.5, 0.0), ('day', DATE '2025-12-09', 1,"
              + " 'openalex:W3', 1.0, 1.0, 0.0, 0.0)) t(period, period_start, rank, paper_id, score,"
              + " attention_part, citation_part, topic_part)",
          "bursts",
          "SELECT * FROM (VALUES ('week', DATE '2025-12-01', 'term', 1, 'lithium'), ('week', DATE"
              + " '2025-12-01', 'topic', 1, 'no term')) b(period, period_start, kind, rank, label)");

  @TempDir Path directory;

  private final CommandLineHarness almagest = new CommandLineHarness();

  @BeforeEach
  void publishAll() throws Exception {
    Map<String, String> tables = new LinkedHashMap<>(OTHERS);
    tables.put("papers", PAPERS);
    publish(tables);
  }

  private void publish(Map<String, String> tables) throws Exception {
    List<TableSnapshot> published = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> table : tables.entrySet()) {
        String path = "snapshots/r1/" + table.getKey() + "/part-0.parquet";
        Path file = directory.resolve("warehouse").resolve(path);
        Files.createDirectories(file.getParent());
        statement.execute("COPY (" + table.getValue() + ") TO '" + file + "' (FORMAT parquet)");
        published.add(
            new TableSnapshot(
                table.getKey(),
                "snapshots/r1/" + table.getKey(),
                5,
                1,
                "",
                List.of(new DataFile(path, 5, 1, ""))));
      }
    }
    almagest.snapshot =
        Optional.of(
            new Snapshot(
                1,
                "file://" + directory.resolve("warehouse"),
                new Manifest(
                    1,
                    "r1",
                    "2026-01-01T00:00:00Z",
                    Map.of(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    published)));
  }

  private Outcome digest(String period, String date, String... more) {
    List<String> arguments = new ArrayList<>(List.of("digest", "--warehouse", "w"));
    arguments.addAll(List.of("--period", period, "--out", directory.resolve("out").toString()));
    if (!date.isEmpty()) {
      arguments.addAll(List.of("--date", date));
    }
    arguments.addAll(List.of(more));
    return almagest.run(arguments.toArray(String[]::new));
  }

  private String text(String edition) throws IOException {
    return Files.readString(directory.resolve("out/" + edition + ".txt"));
  }

  private String profile(String text) throws IOException {
    return Files.writeString(directory.resolve("profile.yaml"), text).toString();
  }

  @Test
  void anEditionHasTheTrendingAndNewPapersOfItsPeriodByTopic() throws Exception {
    Outcome outcome = digest("week", "2025-12-07");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).startsWith("Wrote 3 papers (week of 1 December 2025) to ");
    assertThat(text("all-week-2025-12-01"))
        .containsSubsequence(
            "Rising terms: lithium.",
            "Trending",
            "[graph database, query planner]",
            "* An old paper",
            "New",
            "[graph database, query planner]",
            "* Graph databases at rest",
            "Ada Lovelace, Bo · 2025-12-02 · cs.DB",
            "On query planning.",
            "https://arxiv.org/abs/2512.00001",
            "* <b>Coral</b> reefs")
        .doesNotContain("no term", "Undated", "lithium\n");
    assertThat(Files.readString(directory.resolve("out/all-week-2025-12-01.html")))
        .contains("&lt;b&gt;Coral&lt;/b&gt; reefs")
        .doesNotContain("<b>");
    try (InputStream eml = Files.newInputStream(directory.resolve("out/all-week-2025-12-01.eml"))) {
      MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), eml);
      assertThat(message.getSubject())
          .isEqualTo("Almagest digest, week of 1 December 2025: An old paper and 2 more");
      assertThat(message.isMimeType("multipart/alternative")).isTrue();
    }
  }

  @Test
  void theNextEditionHasNoneOfTheSamePapersAndTheSameOneIsAsItWas() throws Exception {
    digest("week", "2025-12-01");
    String first = text("all-week-2025-12-01");
    assertThat(digest("week", "2025-12-08").out()).startsWith("Wrote 1 paper ");
    assertThat(text("all-week-2025-12-08"))
        .contains("Reefs of lithium")
        .as("though it trends again")
        .doesNotContain("An old paper");
    assertThat(digest("month", "2025-12-08").out()).startsWith("Wrote 0 papers ");
    digest("week", "2025-12-01");
    assertThat(text("all-week-2025-12-01")).isEqualTo(first);
  }

  @Test
  void withoutADateTheLatestPeriodWithPapersIsTaken() throws Exception {
    assertThat(digest("day", "").out()).contains("(9 December 2025) to ");
    assertThat(text("all-day-2025-12-09"))
        .containsSubsequence("Trending", "Reefs of lithium", "https://openalex.org/W3");
  }

  @Test
  void aProfileChoosesAndSaysWhy() throws Exception {
    String profile =
        profile("name: reefs\ntitle: Reefs\nqueries: coral\nauthors: [ADA LOVELACE]\n");
    assertThat(digest("week", "2025-12-01", "--profile", profile).out())
        .startsWith("Wrote 2 papers ");
    assertThat(text("reefs-week-2025-12-01"))
        .contains("Reefs, week of 1 December 2025", "matches coral", "matches Ada Lovelace")
        .doesNotContain("An old paper");
  }

  @Test
  void papersAloneAreEnough() throws Exception {
    publish(Map.of("papers", PAPERS));
    Outcome outcome = digest("week", "2025-12-01");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(text("all-week-2025-12-01"))
        .contains("[Without a topic]", "* Graph databases at rest")
        .doesNotContain("Trending\n", "Rising terms");
  }

  @Test
  void sendsToEachReaderOnceAndTellsWhoDidNotGetIt() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      String profile =
          profile(
              "name: mine\nmail:\n  host: 127.0.0.1\n  port: "
                  + server.getSmtp().getPort()
                  + "\n  security: none\n  from: d@example.org\n  to: [a@example.org]\n");
      Outcome first = digest("week", "2025-12-01", "--profile", profile, "--send");
      assertThat(first.exitCode()).as(first.err()).isZero();
      assertThat(first.out()).contains("sent to a@example.org");
      // By now the tables are others: who has the edition and who gets it later read the same.
      publish(Map.of("papers", PAPERS));
      Files.writeString(
          directory.resolve("profile.yaml"),
          Files.readString(directory.resolve("profile.yaml"))
              .replace("[a@example.org]", "[a@example.org, b@example.org]"));
      Outcome second = digest("week", "2025-12-01", "--profile", profile, "--send");
      assertThat(second.out()).contains("sent before to a@example.org", "sent to b@example.org");
      assertThat(server.getReceivedMessages()).hasSize(2);
      assertThat(server.getReceivedMessages()[1].getSubject())
          .isEqualTo(server.getReceivedMessages()[0].getSubject());

      Outcome nothing = digest("day", "2024-01-01", "--profile", profile, "--send");
      assertThat(nothing.out()).contains("nothing is sent");
      assertThat(server.getReceivedMessages()).hasSize(2);
    } finally {
      server.stop();
    }
    String gone = profile(Files.readString(Path.of(profile())).replace("name: mine", "name: late"));
    Outcome failed = digest("week", "2025-12-01", "--profile", gone, "--send");
    assertThat(failed.exitCode()).isEqualTo(2);
    assertThat(failed.out()).contains("not sent to a@example.org: ");
    assertThat(failed.err()).contains("2 messages could not be sent").hasLineCount(1);
  }

  private String profile() {
    return directory.resolve("profile.yaml").toString();
  }
}
