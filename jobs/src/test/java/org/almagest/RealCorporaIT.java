package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.almagest.LauncherProcess.Outcome;
import org.almagest.corpus.SharedData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs over real corpora, as a user would, against figures that independent programs counted.
 * Skipped, with a word, where the corpora are not beside the checkout.
 */
class RealCorporaIT {
  private static final String WAREHOUSE = "warehouse";

  private Path shared;
  private LauncherProcess launcher;

  @BeforeEach
  void findTheCorpora(@TempDir Path directory) throws IOException {
    shared = SharedData.require();
    launcher = new LauncherProcess(directory, Duration.ofMinutes(25));
  }

  private void run(String command, List<String> inputs, String warehouse, String... more)
      throws Exception {
    List<String> arguments = new ArrayList<>(List.of(command, "--warehouse", warehouse));
    for (String input : inputs) {
      arguments.add("--input");
      arguments.add(shared + "/" + input);
    }
    arguments.addAll(List.of(more));
    Outcome outcome = launcher.run(arguments.toArray(String[]::new));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
  }

  private JsonNode expected(String folder) throws IOException {
    return new ObjectMapper().readTree(shared.resolve(folder).resolve("expected.json").toFile());
  }

  private String value(String sql) throws Exception {
    List<String> rows = launcher.query(WAREHOUSE, sql);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  /** Compares the columns of one row with figures of expected.json, in that order. */
  private void assertFigures(JsonNode expected, List<String> figures, String sql) throws Exception {
    List<String> values = figures.stream().map(name -> expected.get(name).asText()).toList();
    assertThat(value(sql)).as("%s", figures).isEqualTo(String.join(",", values));
  }

  @Test
  void dailyPapersPages() throws Exception {
    JsonNode expected = expected("seeds");

    run("run", List.of("seeds/*.txt"), WAREHOUSE);

    assertFigures(
        expected.get("distinct_papers"),
        List.of(
            "records",
            "with_author_count",
            "author_count_sum",
            "with_organization",
            "with_date",
            "with_comment_count",
            "comment_count_sum",
            "min_date",
            "max_date"),
        "SELECT count(*), count(author_count), sum(author_count), count(organization),"
            + " count(published_date), count(comment_count), sum(comment_count),"
            + " min(published_date), max(published_date) FROM papers");
    List<String> years = new ArrayList<>();
    expected
        .get("distinct_by_year")
        .properties()
        .forEach(year -> years.add(year.getKey() + "," + year.getValue()));
    assertThat(
            launcher.query(
                WAREHOUSE,
                "SELECT year, count(*) FROM papers WHERE year IS NOT NULL GROUP BY year"))
        .containsExactlyInAnyOrderElementsOf(years);
    List<String> organizations = new ArrayList<>();
    expected.get("organizations").forEach(name -> organizations.add(name.asText()));
    assertThat(
            launcher.query(
                WAREHOUSE,
                "SELECT DISTINCT organization FROM papers WHERE organization IS NOT NULL"))
        .containsExactlyInAnyOrderElementsOf(organizations);
    assertThat(value("SELECT count(*), count(DISTINCT label) FROM topics")).isEqualTo("12,12");
  }

  /** A very small corpus, and yet each of these subjects has a topic of its own. */
  @Test
  void dailyPapersSeparateTheirSubjects() throws Exception {
    run(
        "run",
        List.of("seeds/*.txt"),
        WAREHOUSE,
        "--stages",
        "ingest,terms,topics",
        "--topics",
        "24");

    List<List<String>> subjects =
        List.of(
            List.of("search", "agents", "web"),
            List.of("reward models", "preference", "rlhf"),
            List.of("programming", "execution", "correctness"),
            List.of("object", "navigation", "visual"),
            List.of("sample complexity", "linear", "algorithm"),
            List.of("values", "alignment", "ai systems"));
    List<String> topics = new ArrayList<>();
    for (List<String> subject : subjects) {
      List<String> found =
          launcher.query(
              WAREHOUSE,
              "SELECT topic_id FROM topic_terms WHERE term IN ('"
                  + String.join("', '", subject)
                  + "') GROUP BY topic_id HAVING count(*) = 3");
      assertThat(found).as("%s", subject).hasSize(1);
      topics.addAll(found);
    }
    assertThat(topics).doesNotHaveDuplicates();
  }

  @Test
  void theArxivDumpOf2020() throws Exception {
    JsonNode expected = expected("data/arxiv").get("20200101");

    run(
        "run",
        List.of("data/arxiv/20200101/*.tsv.xz"),
        WAREHOUSE,
        "--topics",
        "50",
        "--set",
        "authors.identity=raw-name");

    assertArxivFigures(expected);
    assertThat(value("SELECT count(*) FROM rejected_records")).isEqualTo("0");
    assertThat(
            value(
                "SELECT count(*) FROM papers WHERE NOT regexp_matches(source_id,"
                    + " '^(0[0-9]|1[0-4])[0-9]{2}\\.[0-9]{4}$|^(1[5-9]|20)[0-9]{2}\\.[0-9]{5}$"
                    + "|^[a-z-]+/[0-9]{7}$')"))
        .as("ids that are not canonical")
        .isEqualTo("0");
    assertThat(value("SELECT count(*) FROM authors"))
        .isEqualTo(expected.get("distinct_author_strings").asText());
    // Counted by an independent program, over papers of at most 100 authors.
    assertThat(value("SELECT count(*) FROM coauthor_edges")).isEqualTo("607263");
    assertThat(
            value(
                "SELECT count(*), max(authors), arg_max(component_id, authors) FROM (SELECT"
                    + " component_id, count(*) AS authors FROM author_metrics GROUP BY"
                    + " component_id)"))
        .as("components, the size of the largest, its number")
        .isEqualTo("19352,114650,0");
    assertThat(value("SELECT count(*), count(DISTINCT label) FROM topics")).isEqualTo("50,50");
  }

  @Test
  void theArxivDumpOf2019AndItsRefreshTo2020() throws Exception {
    JsonNode expected = expected("data/arxiv");

    run("ingest", List.of("data/arxiv/20190101/*.tsv.xz"), WAREHOUSE);

    assertArxivFigures(expected.get("20190101"));
    assertThat(value("SELECT count(*), min(kind), max(kind) FROM changes"))
        .isEqualTo(expected.get("20190101").get("distinct_ids").asText() + ",added,added");

    run("ingest", List.of("data/arxiv/20200101/*.tsv.xz"), WAREHOUSE);

    assertArxivFigures(expected.get("20200101"));
    JsonNode refresh = expected.get("refresh_20190101_to_20200101");
    assertFigures(
        refresh,
        List.of("added", "gone", "changed_title", "changed_abstract"),
        "SELECT count(*) FILTER (kind = 'added'), count(*) FILTER (kind = 'gone'),"
            + " count(*) FILTER (list_contains(fields, 'title')),"
            + " count(*) FILTER (list_contains(fields, 'abstract')) FROM changes");
    // Of 14 papers only the comments differ, which no column has.
    assertThat(value("SELECT count(*) FROM changes WHERE kind = 'changed'"))
        .isEqualTo(String.valueOf(refresh.get("changed").asInt() - 14));
    assertThat(value("SELECT count(*) FROM quality_checks WHERE NOT passed")).isEqualTo("0");
  }

  private void assertArxivFigures(JsonNode expected) throws Exception {
    assertFigures(
        expected,
        List.of(
            "distinct_ids",
            "authorships",
            "max_authors",
            "single_author",
            "min_created",
            "max_created",
            "with_doi",
            "without_updated"),
        "SELECT count(*), sum(author_count), max(author_count), count(*) FILTER (author_count = 1),"
            + " min(published_date), max(published_date), count(doi),"
            + " count(*) FILTER (updated_date IS NULL) FROM papers");
    assertFigures(
        expected,
        List.of("authorships", "distinct_author_strings"),
        "SELECT count(*), count(DISTINCT raw_name) FROM authorships");
  }

  @Test
  void openAlexWorks() throws Exception {
    run(
        "run",
        List.of("data/openalex/works-0000.jsonl.gz"),
        WAREHOUSE,
        "--stages",
        "ingest,coauthors");

    JsonNode expected = expected("data/openalex");
    assertFigures(
        expected,
        List.of("distinct", "with_abstract", "with_doi", "min_year", "max_year"),
        "SELECT count(*), count(abstract), count(doi), min(year), max(year) FROM papers");
    assertFigures(
        expected,
        List.of("authorships", "distinct_author_ids"),
        "SELECT count(*), (SELECT count(*) FROM authors) FROM authorships");
    assertFigures(
        expected,
        List.of("references", "references_resolved"),
        "SELECT count(*), count(*) FILTER (resolved) FROM citations");
  }

  @Test
  void allKindsTogetherInAnyOrder() throws Exception {
    List<String> inputs =
        List.of(
            "seeds/*.txt",
            "data/arxiv/20200101/cs.DL.tsv.xz",
            "data/arxiv-jsonl",
            "data/openalex/works-0000.jsonl.gz");
    List<String> reversed = new ArrayList<>(inputs);
    Collections.reverse(reversed);

    run("ingest", inputs, WAREHOUSE);
    run("ingest", reversed, "other");

    assertThat(launcher.query(WAREHOUSE, "SELECT source, count(*) FROM papers GROUP BY source"))
        .containsExactlyInAnyOrder(
            "daily-papers,259", "arxiv-tsv,2986", "arxiv-json,100", "openalex,500");
    for (String table :
        List.of("papers", "authorships", "affiliations", "citations", "rejected_records")) {
      String digest = "SELECT count(*), bit_xor(hash(t)) FROM " + table + " t";
      assertThat(launcher.query("other", digest))
          .as(table)
          .isEqualTo(launcher.query(WAREHOUSE, digest));
    }
  }
}
