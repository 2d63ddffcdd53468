package org.almagest.citations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.corpus.SharedData;
import org.almagest.run.Pipeline;
import org.almagest.run.PublishedTables;
import org.almagest.run.RecordingListener;
import org.almagest.run.RunRequest;
import org.almagest.run.RunSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ACL Anthology Network from its files to the metrics of its papers, against figures that an
 * independent program made. Skipped, with a word, where the corpus is not beside the checkout.
 */
class AnthologyNetworkIT {
  private static final String PAPER = "substr(paper_id, 5)";

  @TempDir Path directory;

  @Test
  void aRunFindsTheFiguresOfTheIndependentProgram() throws IOException {
    Path folder = SharedData.require().resolve("data/aan");
    JsonNode expected = new ObjectMapper().readTree(folder.resolve("expected.json").toFile());

    Settings settings = Settings.defaults().with(Setting.AUTHORS_IDENTITY, "raw-name", "test");
    RunSummary run =
        run(
            List.of(
                folder.resolve("acl.txt").toString(),
                folder.resolve("acl-metadata.txt").toString()),
            "run",
            settings.with(Setting.RUN_STAGES, "ingest,coauthors,citations", "test"));

    long papers = expected.get("papers").asLong();
    long lines = expected.get("citation_lines").asLong();
    assertThat(run.snapshot().manifest().inputs())
        .hasSize(2)
        .allSatisfy(file -> assertThat(file.format()).isEqualTo("aan"));
    assertThat(run.stages().get(0).counts())
        .containsEntry("records", papers + lines)
        .containsEntry("rejected", 0L)
        .containsEntry("papers", papers)
        .containsEntry("references", lines)
        .containsEntry("references by works outside the corpus, kept", linesOfOthers(folder));
    assertThat(run.stages().get(2).counts())
        .containsEntry("citations", expected.get("resolved_without_self_loops").asLong())
        .containsEntry(
            "references to or by works outside the corpus, kept",
            expected.get("unresolved").asLong())
        .containsEntry(
            "papers that cite themselves, not counted", expected.get("self_loops").asLong());
    PublishedTables tables = new PublishedTables(run.snapshot());
    assertThat(
            tables.query(
                "SELECT count(*), count(*) FILTER (resolved), count(*) FILTER (citing_id ="
                    + " cited_id), count(*) FILTER (NOT resolved AND self_citation IS NOT NULL)"
                    + " FROM citations"))
        .containsExactly(
            lines
                + "|"
                + expected.get("resolved").asText()
                + "|"
                + expected.get("self_loops").asText()
                + "|0");
    assertThat(
            tables.query(
                "SELECT count(*), min(year), max(year), count(*) FILTER (author_count IS NULL),"
                    + " count(DISTINCT source) FROM papers"))
        .containsExactly(
            papers
                + "|"
                + expected.get("min_year").asText()
                + "|"
                + expected.get("max_year").asText()
                + "|1|1");
    assertThat(Double.parseDouble(tables.query("SELECT sum(pagerank) FROM paper_metrics").get(0)))
        .isCloseTo(1, within(1e-9));
    assertCoauthors(tables);
    assertCoupling(tables);
    assertTopTen(tables, PAPER, "citations", "paper_metrics", expected.get("most_cited"), 0);
    assertTopTen(tables, PAPER, "pagerank", "paper_metrics", expected.get("pagerank_top10"), 1e-6);
    assertTopTen(
        tables,
        "raw_name",
        "h_index",
        "author_citation_metrics JOIN (SELECT DISTINCT author_id, raw_name FROM authorships)"
            + " USING (author_id)",
        naturalNames(expected.get("h_index_top10")),
        0);
    assertSameInBlocks(run, settings);
  }

  /**
   * Figures of a program of thirty lines of Python, with igraph, over the same file. It reads
   * entities before it cuts the line of authors at semicolons, and does not cut at one that ends an
   * entity that nobody knows, such as "slig". The figures of expected.json are those of a program
   * that cut first, and so found 47,749 authors of papers in place of 45,433.
   */
  private static void assertCoauthors(PublishedTables tables) {
    assertThat(tables.query("SELECT count(*), count(DISTINCT raw_name) FROM authorships"))
        .containsExactly("45433|13936");
    assertThat(tables.query("SELECT count(*) FROM coauthor_edges")).containsExactly("39324");
    assertThat(
            tables.query(
                "SELECT count(DISTINCT component_id), count(*) FILTER (in_giant_component),"
                    + " max(core_number) FROM author_metrics"))
        .containsExactly("1638|10678|18");
  }

  /**
   * Figures of a program of thirty lines of Python over the same two files: it compares sets of
   * references, and of citing papers, sorts each paper's pairs by cosine, shared number and id, and
   * keeps ten that share two or more. No work is cited by more than 1,000 papers.
   */
  private static void assertCoupling(PublishedTables tables) {
    assertThat(tables.query("SELECT count(*), sum(shared_references) FROM bibliographic_coupling"))
        .containsExactly("80001|249799");
    assertThat(first(tables, "bibliographic_coupling", "J93-2003"))
        .startsWith("acl:J93-2003|1|acl:C92-2079|4|0.63245553203");
    assertThat(first(tables, "bibliographic_coupling", "P05-1033"))
        .startsWith("acl:P05-1033|1|acl:P06-1077|10|0.6537204504606");
    assertThat(tables.query("SELECT count(*), sum(shared_citations) FROM cocitation"))
        .containsExactly("39389|161808");
    assertThat(first(tables, "cocitation", "P02-1040"))
        .startsWith("acl:P02-1040|1|acl:P03-1021|252|0.4798833622553")
        .contains("|12.65579001954");
  }

  private static String first(PublishedTables tables, String table, String paper) {
    return tables
        .query("SELECT * FROM " + table + " WHERE rank = 1 AND paper_id = 'acl:" + paper + "'")
        .get(0);
  }

  /** Computed in blocks, the same graph has the same rows, and ranks as near as they are told. */
  private void assertSameInBlocks(RunSummary local, Settings settings) {
    RunSummary blocks =
        run(
            List.of(),
            "blocks",
            settings
                .with(Setting.RUN_STAGES, "citations", "test")
                .with(Setting.GRAPH_MAX_LOCAL_EDGES, "1000", "test"));
    assertThat(blocks.stages().get(0).counts()).isEqualTo(local.stages().get(2).counts());
    PublishedTables expected = new PublishedTables(local.snapshot());
    PublishedTables found = new PublishedTables(blocks.snapshot());
    for (String rows :
        List.of(
            "SELECT * EXCLUDE (pagerank, attrank) FROM paper_metrics",
            "SELECT * FROM paper_citation_years",
            "SELECT * FROM author_citation_metrics",
            "SELECT * FROM bibliographic_coupling",
            "SELECT * FROM cocitation")) {
      assertThat(found.query(rows + " ORDER BY ALL"))
          .as(rows)
          .isEqualTo(expected.query(rows + " ORDER BY ALL"));
    }
    String ranks = "SELECT pagerank, attrank FROM paper_metrics ORDER BY paper_id";
    List<String> expectedRanks = expected.query(ranks);
    List<String> foundRanks = found.query(ranks);
    assertThat(foundRanks).hasSameSizeAs(expectedRanks);
    for (int paper = 0; paper < foundRanks.size(); paper++) {
      String[] its = foundRanks.get(paper).split("\\|", 2);
      String[] those = expectedRanks.get(paper).split("\\|", 2);
      for (int rank = 0; rank < those.length; rank++) {
        assertThat(Double.parseDouble(its[rank]))
            .isCloseTo(Double.parseDouble(those[rank]), within(1e-12));
      }
    }
  }

  private RunSummary run(List<String> inputs, String id, Settings settings) {
    return Pipeline.run(
        new RunRequest(
            inputs, directory.resolve("warehouse").toString(), Optional.of(id), settings),
        new RecordingListener());
  }

  /** Lines whose citing paper has no metadata. */
  private static long linesOfOthers(Path folder) throws IOException {
    Set<String> papers;
    try (var lines = Files.lines(folder.resolve("acl-metadata.txt"), StandardCharsets.ISO_8859_1)) {
      papers =
          lines
              .filter(line -> line.startsWith("id = {"))
              .map(line -> line.substring("id = {".length(), line.length() - 1))
              .collect(Collectors.toSet());
    }
    try (var lines = Files.lines(folder.resolve("acl.txt"))) {
      return lines.filter(line -> !papers.contains(line.substring(0, line.indexOf(' ')))).count();
    }
  }

  /** {@code First Last} for {@code Last, First}, as papers have the names. */
  private static JsonNode naturalNames(JsonNode expected) {
    ObjectMapper json = new ObjectMapper();
    List<List<Object>> natural = new ArrayList<>();
    for (JsonNode each : expected) {
      String[] parts = each.get(0).asText().split(", ", -1);
      natural.add(List.of(parts[1] + " " + parts[0], each.get(1).asInt()));
    }
    return json.valueToTree(natural);
  }

  /** Each name has its figure, and nobody else a greater one than the last. */
  private static void assertTopTen(
      PublishedTables tables,
      String name,
      String figure,
      String from,
      JsonNode expected,
      double tolerance) {
    Map<String, Double> found =
        tables.query("SELECT " + figure + ", " + name + " FROM " + from).stream()
            .map(row -> row.split("\\|", 2))
            .collect(Collectors.toMap(row -> row[1], row -> Double.valueOf(row[0])));
    List<Double> figures = new ArrayList<>();
    for (JsonNode each : expected) {
      double value = each.get(1).asDouble();
      figures.add(value);
      assertThat(found.get(each.get(0).asText()))
          .as(each.get(0).asText())
          .isCloseTo(value, within(tolerance));
    }
    List<Double> greatest =
        found.values().stream().sorted((a, b) -> Double.compare(b, a)).limit(10).toList();
    assertThat(greatest).hasSameSizeAs(figures);
    for (int i = 0; i < greatest.size(); i++) {
      assertThat(greatest.get(i)).isCloseTo(figures.get(i), within(tolerance));
    }
  }
}
