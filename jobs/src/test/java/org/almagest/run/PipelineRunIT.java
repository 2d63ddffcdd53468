package org.almagest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.almagest.FileTrees;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.warehouse.Manifest.InputFile;
import org.almagest.warehouse.Manifest.StageRecord;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.TableSnapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on a warehouse that a first run of all stages published, each test on its own copy. */
class PipelineRunIT {
  private static final int PAPERS = 30;
  private static final Settings SETTINGS =
      Settings.defaults()
          .with(Setting.TOPICS_COUNT, "3", "test")
          .with(Setting.TOPICS_ITERATIONS, "3", "test")
          .with(Setting.RUN_SEED, "7", "test");

  @TempDir static Path shared;
  private static Path input;
  private static RunSummary first;
  private static final RecordingListener FIRST_LISTENER = new RecordingListener();

  @TempDir Path directory;
  private Path warehouse;
  private final RecordingListener listener = new RecordingListener();

  @BeforeAll
  static void runAllStages() throws IOException {
    input = TestCorpus.arxivJsonFile(shared.resolve("in/papers.json"), PAPERS);
    first =
        Pipeline.run(
            new RunRequest(
                List.of(input.toString()),
                shared.resolve("not/yet/there").toString(),
                Optional.of("first"),
                SETTINGS),
            FIRST_LISTENER);
  }

  @BeforeEach
  void copyTheWarehouse() throws IOException {
    warehouse = directory.resolve("warehouse");
    FileTrees.copy(Path.of(first.snapshot().warehouse()), warehouse);
  }

  @AfterEach
  void sparkIsStoppedAndNothingIsStaged() {
    assertThat(SparkSession.getActiveSession().isEmpty()).isTrue();
    assertThat(warehouse.resolve("_staging")).doesNotExist();
    assertThat(Path.of("spark-warehouse")).doesNotExist();
    assertThat(Path.of("metastore_db")).doesNotExist();
  }

  private RunSummary run(String stages, String runId, String... inputs) {
    return Pipeline.run(request(warehouse, stages, runId, SETTINGS, inputs), listener);
  }

  private static RunRequest request(
      Path warehouse, String stages, String runId, Settings settings, String... inputs) {
    return new RunRequest(
        List.of(inputs),
        warehouse.toString(),
        Optional.of(runId),
        settings.with(Setting.RUN_STAGES, stages, "--stages"));
  }

  private Snapshot current() {
    return Warehouse.at(warehouse.toString(), new Configuration()).current().orElseThrow();
  }

  private static Map<String, TableSnapshot> tables(Snapshot snapshot) {
    return snapshot.tables().stream()
        .collect(Collectors.toMap(TableSnapshot::table, Function.identity()));
  }

  private List<Path> everything() throws IOException {
    try (Stream<Path> files = Files.walk(warehouse)) {
      return files.sorted().toList();
    }
  }

  @Test
  void theFirstRunPublishesVersionOneWithTheTablesOfAllStages() {
    assertThat(first.snapshot().version()).isEqualTo(1);
    assertThat(tables(first.snapshot()))
        .containsOnlyKeys(
            "papers",
            "authorships",
            "affiliations",
            "citations",
            "rejected_records",
            "changes",
            "quality_checks",
            "vocabulary",
            "paper_vectors",
            "paper_terms",
            "topics",
            "topic_terms",
            "paper_topics",
            "topic_trends",
            "topic_words",
            "topic_papers",
            "topic_facets",
            "topic_pairs",
            "topic_models",
            "topic_training",
            "topic_lineage",
            "authors",
            "author_years",
            "coauthor_edges",
            "coauthor_edge_years",
            "author_metrics",
            "community_lineage",
            "community_ids",
            "coauthor_periods",
            "institutions",
            "institution_edges",
            "countries",
            "country_edges",
            "communities",
            "community_topics",
            "community_periods",
            "paper_metrics",
            "paper_citation_years",
            "author_citation_metrics",
            "bibliographic_coupling",
            "cocitation",
            "topic_main_paths",
            "trending",
            "bursts");
    assertThat(tables(first.snapshot()).get("papers").rows()).isEqualTo(PAPERS);
    assertThat(FIRST_LISTENER.warnings()).isEmpty();
    assertThat(FIRST_LISTENER.stages())
        .containsExactly(
            "started ingest 1/9",
            "finished ingest",
            "started terms 2/9",
            "finished terms",
            "started topics 3/9",
            "finished topics",
            "started coauthors 4/9",
            "finished coauthors",
            "started communities 5/9",
            "finished communities",
            "started citations 6/9",
            "finished citations",
            "started main-paths 7/9",
            "finished main-paths",
            "started trending 8/9",
            "finished trending",
            "started report 9/9",
            "finished report");
  }

  @Test
  void theManifestTellsConfigurationInputsStagesAndVersions() throws IOException {
    JsonNode manifest =
        new ObjectMapper().readTree(warehouse.resolve("snapshots/first/manifest.json").toFile());
    assertThat(manifest.path("format_version").asInt()).isEqualTo(1);
    assertThat(manifest.path("run_id").asText()).isEqualTo("first");
    for (Setting setting : Setting.values()) {
      assertThat(manifest.path("configuration").path(setting.key()).asText(null))
          .isEqualTo(SETTINGS.text(setting));
    }
    assertThat(manifest.path("versions").path("spark").asText()).startsWith("4.1");
    assertThat(manifest.path("versions").path("java").asText()).startsWith("17");
    assertThat(manifest.path("versions").path("almagest").asText()).isNotEmpty();
    assertThat(first.snapshot().manifest().inputs())
        .containsExactly(new InputFile(input.toString(), Files.size(input), "arxiv-json"));
    assertThat(manifest.path("stages").findValuesAsText("stage")).isEqualTo(Pipeline.STAGES);
    assertThat(manifest.at("/stages/0/counts/papers").asLong()).isEqualTo(PAPERS);
    assertThat(first.stages()).extracting(StageRecord::stage).isEqualTo(Pipeline.STAGES);
  }

  @Test
  void aStageAloneTakesOverTheOtherTablesAsTheyAre() {
    RunSummary second =
        Pipeline.run(
            request(
                warehouse,
                "communities",
                "second",
                SETTINGS.with(Setting.RUN_REUSE, "false", "--no-reuse")),
            listener);
    assertThat(second.snapshot().version()).isEqualTo(2);
    Map<String, TableSnapshot> before = tables(first.snapshot());
    Map<String, TableSnapshot> after = tables(second.snapshot());
    assertThat(after.keySet()).isEqualTo(before.keySet());
    List<String> rewritten = List.of("communities", "community_topics", "community_periods");
    after.forEach(
        (name, table) -> {
          if (name.equals("quality_checks")) {
            assertThat(table.path()).isEqualTo("snapshots/second/" + name);
          } else if (rewritten.contains(name)) {
            assertThat(table.path()).isEqualTo("snapshots/second/" + name);
            assertThat(table.rows()).isEqualTo(before.get(name).rows());
          } else {
            assertThat(table).isEqualTo(before.get(name));
          }
        });
    assertThat(second.snapshot().manifest().inputs())
        .isEqualTo(first.snapshot().manifest().inputs());
    assertThat(listener.warnings()).isEmpty();
    assertThat(second.stages()).extracting(StageRecord::stage).containsExactly("communities");
    assertThat(second.snapshot().manifest().stages())
        .as("what made the tables that were taken over is still known")
        .hasSize(Pipeline.STAGES.size())
        .allSatisfy(
            stage ->
                assertThat(stage.runId())
                    .isEqualTo(stage.stage().equals("communities") ? "second" : "first"));
    assertThat(current().version()).isEqualTo(2);
    assertThat(rowsOfStages(current())).isEqualTo(rowsOfStages(first.snapshot()));
    assertThat(new PublishedTables(current()).query("SELECT \"check\" FROM quality_checks"))
        .as("only tables of this run are checked")
        .containsExactlyInAnyOrder("keys-broken", "tables-emptied");
  }

  private static Map<String, List<String>> rowsOfStages(Snapshot snapshot) {
    Map<String, List<String>> rows = new PublishedTables(snapshot).all();
    assertThat(rows.remove("quality_checks")).isNotEmpty();
    return rows;
  }

  @Test
  void ingestAloneDropsTheTablesThatFollowAndSaysSo() throws IOException {
    Path more = TestCorpus.arxivJsonFile(directory.resolve("in/more.json"), PAPERS + 1);
    RunSummary second = run("ingest", "second", more.toString());
    assertThat(tables(second.snapshot()))
        .containsOnlyKeys(
            "papers",
            "authorships",
            "affiliations",
            "citations",
            "rejected_records",
            "changes",
            "quality_checks");
    assertThat(listener.warnings())
        .singleElement()
        .asString()
        .contains("vocabulary", "topics", "authors", "run their stages");
    assertThat(tables(second.snapshot()).get("papers").rows()).isEqualTo(PAPERS + 1);
  }

  @Test
  void ingestAloneKeepsTheTablesThatFollowWhereItsOwnComeOutAsTheyWere() {
    RunSummary second =
        Pipeline.run(
            request(
                warehouse,
                "ingest",
                "second",
                SETTINGS.with(Setting.RUN_REUSE, "false", "--no-reuse"),
                input.toString()),
            listener);
    assertThat(second.reused()).isEmpty();
    assertThat(tables(second.snapshot()).keySet()).isEqualTo(tables(first.snapshot()).keySet());
    assertThat(tables(second.snapshot()).get("topics"))
        .isEqualTo(tables(first.snapshot()).get("topics"));
    assertThat(tables(second.snapshot()).get("citations").path())
        .isEqualTo("snapshots/second/citations");
    assertThat(listener.warnings()).isEmpty();
  }

  @Test
  void aStageThatWouldReadAStaleTableIsRefusedBeforeAnyWork() throws IOException {
    List<Path> before = everything();
    assertThatThrownBy(() -> run("ingest,topics", "second", input.toString()))
        .isInstanceOfSatisfying(
            AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("topics")
        .hasMessageContaining("vocabulary");
    assertThat(listener.stages()).isEmpty();
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aStageThatFailsLeavesTheWarehouseAsItWas() throws IOException {
    List<Path> before = everything();
    Settings tooStrict =
        SETTINGS
            .with(Setting.TERMS_MIN_DOCUMENT_FREQUENCY, "1000", "test")
            .with(Setting.RUN_REUSE, "false", "--no-reuse");
    assertThatThrownBy(
            () ->
                Pipeline.run(
                    request(warehouse, "ingest,terms", "second", tooStrict, input.toString()),
                    listener))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining("terms.min-document-frequency");
    assertThat(listener.stages()).contains("finished ingest", "started terms 2/2");
    assertThat(everything()).isEqualTo(before);
    assertThat(current().version()).isEqualTo(1);

    Path fresh = directory.resolve("not/there");
    assertThatThrownBy(
            () ->
                Pipeline.run(
                    request(fresh, "ingest,terms", "second", tooStrict, input.toString()),
                    listener))
        .isInstanceOf(AlmagestException.class);
    assertThat(directory.resolve("not")).doesNotExist();
  }

  @Test
  void aUsedRunIdIsRefused() throws IOException {
    List<Path> before = everything();
    assertThatThrownBy(() -> run("coauthors", "first"))
        .isInstanceOfSatisfying(
            AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("'first' was used before");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void progressNamesTheStepAndCountsItsTasks() {
    String writing = "reading and merging records";
    assertThat(FIRST_LISTENER.progress())
        .anySatisfy(p -> assertThat(p.doing()).isEqualTo(writing))
        .allSatisfy(p -> assertThat(p.done()).isBetween(0L, p.total()));
    assertThat(
            FIRST_LISTENER.progress().stream()
                .filter(p -> p.doing().equals(writing) && p.total() > 0)
                .toList())
        .anyMatch(p -> p.done() == p.total());
  }
}
