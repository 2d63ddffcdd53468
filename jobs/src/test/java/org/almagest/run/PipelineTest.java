package org.almagest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.stage.Stage;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run refuses before it starts Spark. */
class PipelineTest {
  @TempDir Path directory;

  @AfterEach
  void sparkWasNotStartedAndNothingWritten() {
    assertThat(SparkSession.getDefaultSession().isEmpty()).isTrue();
    assertThat(directory.resolve("warehouse")).doesNotExist();
  }

  private RunRequest request(Settings settings, String... inputs) {
    return new RunRequest(
        List.of(inputs), directory.resolve("warehouse").toString(), Optional.empty(), settings);
  }

  private static Settings stages(String names) {
    return Settings.defaults().with(Setting.RUN_STAGES, names, "--stages");
  }

  private List<String> requested(String names) {
    return Pipeline.requested(request(stages(names), "in")).stream().map(Stage::name).toList();
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertUsage(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE));
  }

  @Test
  void allStagesRunInTheirOrderUnlessToldOtherwise() {
    assertThat(
            Pipeline.requested(request(Settings.defaults(), "in")).stream()
                .map(Stage::name)
                .toList())
        .isEqualTo(Pipeline.STAGES)
        .containsExactly(
            "ingest",
            "terms",
            "topics",
            "coauthors",
            "communities",
            "citations",
            "main-paths",
            "trending",
            "report");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"topics,ingest,terms", "terms,topics,ingest", " ingest , terms,topics,,terms"})
  void stagesRunInPipelineOrderInWhateverOrderTheyAreNamed(String names) {
    assertThat(requested(names)).containsExactly("ingest", "terms", "topics");
  }

  @ParameterizedTest
  @CsvSource({"'ingest,term', 'term', 'terms'", "Ingest, Ingest, ingest"})
  void anUnknownStageIsAUsageErrorThatNamesTheNearest(String names, String wrong, String nearest) {
    assertUsage(() -> requested(names))
        .hasMessageContaining("run.stages")
        .hasMessageContaining("'" + wrong + "' (--stages)")
        .hasMessageContaining(
            "ingest, terms, topics, coauthors, communities, citations, main-paths, trending, report")
        .hasMessageContaining("Did you mean '" + nearest + "'?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ","})
  void noStageIsAUsageErrorThatNamesTheKnownOnes(String names) {
    assertUsage(() -> requested(names))
        .hasMessageContaining("run.stages is '" + names + "' (--stages)")
        .hasMessageContaining(
            "ingest, terms, topics, coauthors, communities, citations, main-paths, trending, report");
  }

  @Test
  void ingestWithoutInputIsAUsageErrorAndOtherStagesNeedNone() {
    assertUsage(() -> Pipeline.requested(request(stages("terms,ingest"))))
        .hasMessageContaining("--input");
    assertThat(Pipeline.requested(request(stages("terms")))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "INGEST_FORMAT, csv",
    "INGEST_PAGE_YEAR, soon",
    "INGEST_MAX_REJECTED, 1.5",
    "INGEST_MAX_REJECTED, NaN",
    "INGEST_MAX_UNREADABLE_FILES, -1",
    "INGEST_MAX_RECORD_BYTES, 10",
    "AUTHORS_IDENTITY, orcid",
    "TERMS_MIN_DOCUMENT_FREQUENCY, 0",
    "TERMS_MAX_DOCUMENT_FREQUENCY, 40%",
    "TERMS_VOCABULARY_SIZE, 1e4",
    "TERMS_TERMS_PER_PAPER, 0",
    "TERMS_STOP_WORDS, /no/such/file",
    "TOPICS_COUNT, 0",
    "TOPICS_COUNT, 1",
    "TOPICS_ALGORITHM, magic",
    "TOPICS_ITERATIONS, 0",
    "TOPICS_TERMS_PER_TOPIC, many",
    "TOPICS_MIN_WEIGHT, -0.1",
    "COAUTHORS_MAX_AUTHORS_PER_PAPER, 0",
    "COAUTHORS_PAGERANK_TOLERANCE, 0",
    "QUALITY_MAX_SHRINK, 10%",
    "QUALITY_MAX_GROWTH, -1",
    "QUALITY_MAX_TOPIC_DRIFT, 2",
    "RUN_SEED, dice",
  })
  void aWrongValueIsAUsageErrorThatNamesSettingValueAndOrigin(Setting setting, String value) {
    Settings settings = Settings.defaults().with(setting, value, "almagest.yaml:3");
    assertUsage(() -> Pipeline.run(request(settings, "in"), new RecordingListener()))
        .hasMessageContaining(setting.key())
        .hasMessageContaining(value)
        .hasMessageContaining("almagest.yaml:3");
  }

  @Test
  void acceptingACheckThatIsNoneIsAUsageErrorThatNamesTheNearest() {
    RunRequest request = request(stages("ingest"), "in").accepting(Set.of("paper-lost"));
    assertUsage(() -> Pipeline.check(request))
        .hasMessageContaining("--accept")
        .hasMessageContaining("'paper-lost'")
        .hasMessageContaining("Did you mean 'papers-lost'?");
  }

  @Test
  void settingsOfStagesThatDoNotRunAreCheckedToo() {
    Settings settings = stages("ingest").with(Setting.TOPICS_COUNT, "0", "--topics");
    assertUsage(() -> Pipeline.requested(request(settings, "in")))
        .hasMessageContaining("topics.count is '0' (--topics)");
  }

  @Test
  void aStageWhoseInputIsMissingIsAUsageErrorThatNamesStageAndTable() {
    assertUsage(() -> Pipeline.run(request(stages("coauthors,terms")), new RecordingListener()))
        .hasMessageContaining("terms")
        .hasMessageContaining("papers")
        .hasMessageContaining("--stages");
    assertUsage(() -> Pipeline.run(request(stages("ingest,topics"), "in"), new RecordingListener()))
        .hasMessageContaining("topics")
        .hasMessageContaining("vocabulary");
  }

  @Test
  void aRunIdThatIsNoNameIsAUsageError() throws IOException {
    Path warehouse = directory.resolve("used");
    Files.createDirectories(warehouse.resolve("snapshots/monday"));
    for (String runId : List.of("../monday", "a b", "")) {
      RunRequest request =
          new RunRequest(
              List.of("in"), warehouse.toString(), Optional.of(runId), Settings.defaults());
      assertUsage(() -> Pipeline.run(request, new RecordingListener()))
          .hasMessageContaining("run id '" + runId + "'");
    }
    try (var files = Files.list(warehouse)) {
      assertThat(files).containsExactly(warehouse.resolve("snapshots"));
    }
  }

  @Test
  void aStoreThatMayLoseAVersionIsAUsageErrorBeforeItsClientIsAsked() {
    RunRequest request =
        new RunRequest(
            List.of("in"), "s3a://bucket/warehouse", Optional.empty(), Settings.defaults());
    assertUsage(() -> Pipeline.run(request, new RecordingListener()))
        .hasMessageContaining("s3a://bucket/warehouse")
        .hasMessageContaining("HDFS");
    assertUsage(() -> Pipeline.plan(request)).hasMessageContaining("s3a://bucket/warehouse");
  }

  @Test
  void aWarehouseThatIsAFileIsAUsageError() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "x");
    for (Path place : List.of(file, file.resolve("below"))) {
      RunRequest request =
          new RunRequest(List.of("in"), place.toString(), Optional.empty(), Settings.defaults());
      assertUsage(() -> Pipeline.run(request, new RecordingListener()))
          .hasMessageContaining(place.toString())
          .hasMessageContaining("is a file");
    }
    assertThat(file).hasContent("x");
  }

  @Test
  void tablesFollowFromThoseTheirStagesRead() {
    Settings settings = Settings.defaults();
    assertThat(following("ingest", settings))
        .contains("papers", "vocabulary", "paper_terms", "topics", "coauthor_edges");
    assertThat(following("terms", settings))
        .contains("vocabulary", "paper_vectors", "topics", "topic_trends", "topic_main_paths")
        .as("what it may do without, it follows from too")
        .contains("trending", "bursts")
        .doesNotContain("papers", "authors");
    assertThat(following("coauthors", settings))
        .containsExactlyInAnyOrder(
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
            "report/index.html");
    assertThat(following("citations", settings))
        .containsExactlyInAnyOrder(
            "paper_metrics",
            "paper_citation_years",
            "author_citation_metrics",
            "bibliographic_coupling",
            "cocitation",
            "report/index.html");
    assertThat(following("main-paths", settings)).containsExactly("topic_main_paths");
    assertThat(following("trending", settings))
        .containsExactly("trending", "bursts", "report/index.html");
    assertThat(following("report", settings)).containsExactly("report/index.html");
  }

  private Set<String> following(String stage, Settings settings) {
    RunRequest request =
        stage.equals("ingest") ? request(stages(stage), "in") : request(stages(stage));
    return Pipeline.tablesThatFollow(Pipeline.requested(request), settings);
  }
}
