package org.almagest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.almagest.FileTrees;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.run.RunPlan.Outlook;
import org.almagest.run.RunPlan.PlannedStage;
import org.almagest.run.RunSummary.Outcome;
import org.almagest.warehouse.Manifest.StageRecord;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.TableSnapshot;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs after a first one: what they do again, and what they take over. */
class RunResumeIT {
  private static final Settings SETTINGS =
      Settings.defaults()
          .with(Setting.TOPICS_COUNT, "3", "test")
          .with(Setting.TOPICS_ITERATIONS, "3", "test")
          .with(Setting.RUN_SEED, "7", "test");

  @TempDir static Path shared;
  private static RunSummary first;

  @TempDir Path directory;
  private final RecordingListener listener = new RecordingListener();
  private Path input;
  private Path warehouse;

  @BeforeAll
  static void runAllStages() throws IOException {
    Path input = TestCorpus.arxivJsonFile(shared.resolve("papers.json"), 30);
    first =
        Pipeline.run(
            new RunRequest(
                List.of(input.toString()),
                shared.resolve("warehouse").toString(),
                Optional.of("first"),
                SETTINGS),
            new RecordingListener());
    assertThat(first.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(first.reused()).isEmpty();
  }

  @BeforeEach
  void copyTheWarehouse() throws IOException {
    input = shared.resolve("papers.json");
    warehouse = directory.resolve("warehouse");
    FileTrees.copy(Path.of(first.snapshot().warehouse()), warehouse);
  }

  private RunRequest request(String runId, Settings settings) {
    return new RunRequest(
        settings.text(Setting.RUN_STAGES).contains("ingest")
            ? List.of(input.toString())
            : List.of(),
        warehouse.toString(),
        Optional.of(runId),
        settings);
  }

  private RunSummary run(String runId, Settings settings) {
    return Pipeline.run(request(runId, settings), listener);
  }

  private Map<String, Outlook> plan(String runId, Settings settings) {
    return Pipeline.plan(request(runId, settings)).stages().stream()
        .collect(Collectors.toMap(PlannedStage::name, PlannedStage::outlook));
  }

  private static Settings with(Setting setting, String value) {
    return SETTINGS.with(setting, value, "test");
  }

  /** A new version of the input, with the same name, so that tables may come out the same. */
  private void replaceInput(int papers) throws IOException {
    input = TestCorpus.arxivJsonFile(directory.resolve("in/papers.json"), papers);
  }

  private Map<String, FileTime> everything() throws IOException {
    Map<String, FileTime> tree = new TreeMap<>();
    try (Stream<Path> files = Files.walk(warehouse)) {
      for (Path file : files.toList()) {
        tree.put(warehouse.relativize(file).toString(), Files.getLastModifiedTime(file));
      }
    }
    return tree;
  }

  private static Map<String, String> digests(Snapshot snapshot) {
    return snapshot.tables().stream()
        .collect(
            Collectors.toMap(
                TableSnapshot::table, TableSnapshot::digest, (a, b) -> a, TreeMap::new));
  }

  private static void assertNoSparkWasStarted(RecordingListener listener) {
    assertThat(SparkSession.getDefaultSession().isEmpty()).isTrue();
    assertThat(listener.progress()).isEmpty();
  }

  @Test
  void aRunOfTheSameNameAndRequestDoesNothingAtAll() throws IOException {
    Map<String, FileTime> before = everything();

    RunSummary again = run("first", SETTINGS);

    assertThat(again.outcome()).isEqualTo(Outcome.PUBLISHED_BEFORE);
    assertThat(again.snapshot().version()).isEqualTo(1);
    assertThat(everything()).isEqualTo(before);
    assertThat(listener.stages()).isEmpty();
    assertThat(listener.warnings()).isEmpty();
    assertNoSparkWasStarted(listener);
    assertThat(Pipeline.plan(request("first", SETTINGS)).published()).contains(1L);
  }

  @Test
  void aPlanWithoutInputCountsPairsOfAuthorsAsTheWarehouseHasThem() {
    long edges = first.snapshot().table("coauthor_edges").orElseThrow().rows();

    assertThat(
            Pipeline.plan(request("other", with(Setting.RUN_STAGES, "coauthors")))
                .corpus()
                .authorPairs())
        .isPositive()
        .isEqualTo(edges);
  }

  @Test
  void aSettingThatChangesNoTableMakesNoOtherRequest() {
    assertThat(run("first", with(Setting.TOPICS_CHECKPOINT_SWEEPS, "7")).outcome())
        .isEqualTo(Outcome.PUBLISHED_BEFORE);
    assertThat(run("first", with(Setting.RUN_REUSE, "false")).outcome())
        .isEqualTo(Outcome.PUBLISHED_BEFORE);
  }

  @Test
  void aRunOfTheSameNameThatAsksForSomethingElseIsRefused() throws IOException {
    Map<String, FileTime> before = everything();
    assertRefused(with(Setting.TOPICS_COUNT, "4"), "topics.count 3, and not 4");
    assertRefused(with(Setting.RUN_SEED, "8"), "run.seed 7, and not 8");
    assertRefused(with(Setting.RUN_STAGES, "communities"), "other stages");
    replaceInput(31);
    assertRefused(SETTINGS, "other input");
    assertThat(everything()).isEqualTo(before);
    assertNoSparkWasStarted(listener);
  }

  private void assertRefused(Settings settings, String difference) {
    assertThatThrownBy(() -> run("first", settings))
        .isInstanceOfSatisfying(
            AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("'first' was used before: version 1")
        .hasMessageContaining(difference);
  }

  @Test
  void aRefreshWithNothingNewPublishesTheSameTablesAndTellsOfNoChange() {
    assertThat(plan("second", SETTINGS).values()).containsOnly(Outlook.REUSE_OF_BASE);

    RunSummary second = run("second", SETTINGS);

    assertThat(second.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(second.reused()).containsExactlyInAnyOrderElementsOf(Pipeline.STAGES);
    assertThat(second.snapshot().version()).isEqualTo(2);
    Set<String> ofChange = Set.of("changes", "topic_lineage", "community_lineage");
    assertThat(second.snapshot().tables())
        .allSatisfy(
            table -> {
              if (ofChange.contains(table.table())) {
                assertThat(table.rows()).isZero();
              } else if (!table.table().equals("quality_checks")) {
                assertThat(table).isEqualTo(first.snapshot().table(table.table()).orElseThrow());
              }
            })
        .hasSameSizeAs(first.snapshot().tables());
    assertThat(first.snapshot().table("changes").orElseThrow().rows()).isEqualTo(30);
    assertThat(second.snapshot().manifest().stages())
        .extracting(StageRecord::runId)
        .containsOnly("first");
    assertThat(second.snapshot().manifest().inputs())
        .isEqualTo(first.snapshot().manifest().inputs());
    assertThat(listener.stages()).startsWith("reused ingest 1/9").hasSize(9);
    assertThat(warehouse.resolve("snapshots/second")).isDirectoryContaining("glob:**/*.json");

    // And the run after that goes by what the first one did.
    assertThat(run("third", SETTINGS).reused()).hasSize(9);
  }

  @Test
  void aSettingRunsOnlyTheStagesThatItConcerns() {
    Settings settings = with(Setting.TOPICS_TERMS_PER_TOPIC, "2");
    assertThat(plan("second", settings))
        .containsEntry("ingest", Outlook.REUSE_OF_BASE)
        .containsEntry("terms", Outlook.REUSE_OF_BASE)
        .containsEntry("topics", Outlook.RUN)
        .containsEntry("coauthors", Outlook.REUSE_OF_BASE)
        .containsEntry("communities", Outlook.RUN_UNLESS_INPUT_IS_AS_BEFORE)
        .containsEntry("main-paths", Outlook.RUN_UNLESS_INPUT_IS_AS_BEFORE)
        .containsEntry("trending", Outlook.RUN_UNLESS_INPUT_IS_AS_BEFORE);

    RunSummary second = run("second", settings);

    // Papers have the same topics, so those that only read these have nothing to do.
    assertThat(second.reused())
        .containsExactlyInAnyOrder(
            "ingest",
            "terms",
            "coauthors",
            "communities",
            "citations",
            "main-paths",
            "trending",
            "report");
    assertThat(digests(second.snapshot()))
        .containsEntry("paper_topics", digests(first.snapshot()).get("paper_topics"));
    assertThat(second.snapshot().table("topic_terms").orElseThrow().rows()).isEqualTo(6);
  }

  @Test
  void aStageFindsTheTablesThatItCouldDoWithoutWhereTheyStillHold() {
    Settings settings = with(Setting.RUN_STAGES, "ingest,trending");
    assertThat(plan("second", settings)).containsEntry("trending", Outlook.REUSE_OF_BASE);

    RunSummary second = run("second", settings);

    assertThat(second.reused()).containsExactlyInAnyOrder("ingest", "trending");
    assertThat(digests(second.snapshot()))
        .containsEntry("topics", digests(first.snapshot()).get("topics"))
        .containsEntry("trending", digests(first.snapshot()).get("trending"));
  }

  @Test
  void newPapersRunAllThatFollowsFromThem() throws IOException {
    replaceInput(31);
    assertThat(plan("second", SETTINGS)).containsEntry("ingest", Outlook.RUN);

    RunSummary second = run("second", SETTINGS);

    assertThat(second.reused()).isEmpty();
    assertThat(second.snapshot().table("papers").orElseThrow().rows()).isEqualTo(31);
  }

  @Test
  void anInputFileThatIsWrittenAgainWithTheSamePapersRunsIngestAlone() throws IOException {
    Path copy = directory.resolve("in/papers.json");
    Files.createDirectories(copy.getParent());
    Files.copy(input, copy);
    input = copy;
    run("second", SETTINGS);
    Files.setLastModifiedTime(copy, FileTime.fromMillis(1_000_000));

    RunSummary third = run("third", SETTINGS);

    assertThat(third.reused())
        .containsExactlyInAnyOrder(
            "terms",
            "topics",
            "coauthors",
            "communities",
            "citations",
            "main-paths",
            "trending",
            "report");
    assertThat(third.snapshot().table("papers").orElseThrow().path())
        .isEqualTo("snapshots/third/papers");
  }

  @Test
  void withoutReuseAllIsDoneAgainAndComesOutByteForByte() {
    Settings again = with(Setting.RUN_REUSE, "false");
    assertThat(plan("second", again).get("ingest")).isEqualTo(Outlook.RUN);

    RunSummary second = run("second", again);

    assertThat(second.reused()).isEmpty();
    assertThat(second.snapshot().tables())
        .allSatisfy(table -> assertThat(table.path()).startsWith("snapshots/second/"));
    Map<String, String> before = digests(first.snapshot());
    Map<String, String> after = digests(second.snapshot());
    // The first four tell of the snapshot before, the fifth how long training took. The last has
    // the same rows, but its way through the matching of communities makes its columns
    // nullable.
    for (String other :
        List.of(
            "changes",
            "quality_checks",
            "topic_lineage",
            "community_lineage",
            "topic_models",
            "author_metrics")) {
      before.remove(other);
      after.remove(other);
    }
    assertThat(after).isEqualTo(before);
    assertThat(new PublishedTables(second.snapshot()).all().get("author_metrics"))
        .isEqualTo(new PublishedTables(first.snapshot()).all().get("author_metrics"));
  }
}
