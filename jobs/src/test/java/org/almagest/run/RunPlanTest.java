package org.almagest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.run.RunPlan.PlannedStage;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPlanTest {
  @TempDir Path directory;

  @AfterEach
  void sparkWasNotStartedAndNothingWritten() {
    assertThat(SparkSession.getDefaultSession().isEmpty()).isTrue();
    assertThat(directory.resolve("warehouse")).doesNotExist();
  }

  private RunPlan plan(Settings settings, Path... inputs) {
    return Pipeline.plan(
        new RunRequest(
            List.of(inputs).stream().map(Path::toString).toList(),
            directory.resolve("warehouse").toString(),
            Optional.empty(),
            settings));
  }

  private List<String> memoryOf(RunPlan plan, String stage) {
    return plan.stages().stream()
        .filter(planned -> planned.name().equals(stage))
        .map(PlannedStage::memory)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void filesThatAreReadWholeAreCountedExactly() throws IOException {
    Path one = TestCorpus.arxivJsonFile(directory.resolve("in/one.jsonl"), 30);
    Path two = TestCorpus.arxivJsonFile(directory.resolve("in/two.jsonl"), 5);

    RunPlan plan = plan(Settings.defaults(), one, two);

    // Titles have 7 words and abstracts 12; each paper has two authors.
    assertThat(plan.corpus().papers()).isEqualTo(35);
    assertThat(plan.corpus().authorships()).isEqualTo(70);
    assertThat(plan.corpus().authorPairs()).isEqualTo(35);
    assertThat(plan.corpus().words()).isEqualTo(35 * (7 + 12));
    assertThat(plan.input().orElseThrow().bytes()).isEqualTo(Files.size(one) + Files.size(two));
    assertThat(plan.input().orElseThrow().formats()).containsOnlyKeys("arxiv-json");
    assertThat(plan.base()).isEmpty();
    assertThat(plan.stages()).extracting(PlannedStage::name).isEqualTo(Pipeline.STAGES);
  }

  @Test
  void theBeginningOfALongFileStandsForItsRest() throws IOException {
    Path file = TestCorpus.arxivJsonFile(directory.resolve("in/long.jsonl"), 20_000);

    RunPlan plan = plan(Settings.defaults(), file);

    assertThat(plan.corpus().papers()).isBetween(19_000L, 21_000L);
  }

  @Test
  void theMemoryOfTopicsGrowsWithTopicsAndWords() throws IOException {
    Path file = TestCorpus.arxivJsonFile(directory.resolve("in/one.jsonl"), 3_000);
    Settings few = Settings.defaults().with(Setting.TOPICS_COUNT, "10", "a test");
    Settings many = Settings.defaults().with(Setting.TOPICS_COUNT, "10,20", "a test");
    Settings narrow = few.with(Setting.TERMS_VOCABULARY_SIZE, "100", "a test");

    // One block of 3,000 papers of 19 words: 26 bytes a word, 32 a paper, 8 a term. A small corpus
    // starts with twice the topics, too; its model is the sum of ten samples of 57,000 words, at
    // 16 bytes a term and topic.
    assertThat(memoryOf(plan(few, file), "topics"))
        .containsExactly(
            "a task holds papers of at most 1.7 MB, all executors together 1.7 MB",
            "an executor holds one table of 20,000 terms and up to 20 topics, of at most 3.4 MB");
    assertThat(memoryOf(plan(many, file), "topics"))
        .anySatisfy(need -> assertThat(need).contains("up to 40 topics"));
    assertThat(memoryOf(plan(narrow, file), "topics"))
        .anySatisfy(
            need -> assertThat(need).contains("100 terms and up to 20 topics, of at most 34.1 kB"));
  }

  @Test
  void theMemoryOfCitationsIsOneTasksUpToTheLimit() throws IOException {
    StringBuilder lines = new StringBuilder("citing,cited\n");
    for (int line = 0; line < 50; line++) {
      lines.append("10.1000/a").append(line).append(",10.1000/b\n");
    }
    Path references = directory.resolve("in/citations.csv");
    Files.createDirectories(references.getParent());
    Files.writeString(references, lines);
    Path papers = TestCorpus.arxivJsonFile(directory.resolve("in/one.jsonl"), 30);

    // 16 bytes a reference and 68 a paper.
    assertThat(memoryOf(plan(Settings.defaults(), papers, references), "citations"))
        .containsExactly(
            "one task holds the graph, of about 30 papers and 50 citations, in 2.8 kB or less");
    Settings small = Settings.defaults().with(Setting.GRAPH_MAX_LOCAL_EDGES, "40", "a test");
    assertThat(memoryOf(plan(small, papers, references), "citations"))
        .singleElement()
        .asString()
        .endsWith(
            "are more than graph.max-local-edges = 40: the citation graph is computed in blocks over all executors");
    assertThat(memoryOf(plan(small, papers, references), "main-paths"))
        .singleElement()
        .asString()
        .startsWith("a task holds the papers of one topic");
  }

  @Test
  void coauthorsTellWhatIsComputedInBlocksAndWhatInOneTask() throws IOException {
    Path papers = TestCorpus.arxivJsonFile(directory.resolve("in/one.jsonl"), 30);
    Settings small =
        Settings.defaults()
            .with(Setting.GRAPH_MAX_LOCAL_EDGES, "0", "a test")
            .with(Setting.GRAPH_MAX_COMMUNITY_EDGES, "5", "a test");

    assertThat(memoryOf(plan(small, papers), "coauthors"))
        .singleElement()
        .asString()
        .contains(
            "if more than graph.max-local-edges = 0 of them are distinct, the graph is computed in"
                + " blocks over all executors, communities and periods of up to"
                + " graph.max-community-edges = 5 pairs in one task of 544 B; else in one task of 244 B");
    assertThat(
            memoryOf(
                plan(small.with(Setting.GRAPH_MAX_COMMUNITY_EDGES, "0", "a test"), papers),
                "coauthors"))
        .singleElement()
        .asString()
        .contains("over all executors, without communities and periods; else in one task of ");
  }

  @Test
  void pairsOfAuthorsAreThoseThatTheSettingLetsBe() throws IOException {
    Path papers = TestCorpus.arxivJsonFile(directory.resolve("in/one.jsonl"), 30);

    assertThat(plan(Settings.defaults(), papers).corpus().authorPairs()).isEqualTo(30);
    assertThat(
            plan(
                    Settings.defaults()
                        .with(Setting.COAUTHORS_MAX_AUTHORS_PER_PAPER, "1", "a test"),
                    papers)
                .corpus()
                .authorPairs())
        .isZero();
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    Path file =
        Files.writeString(directory.resolve("notes.bin"), "\u0001\u0002\u0003 nothing known");

    assertThat(plan(Settings.defaults(), file).input().orElseThrow().faults())
        .singleElement()
        .asString()
        .contains("notes.bin");
  }

  @Test
  void aStageWithoutItsTablesIsRefusedAsItWouldBeInARun() {
    Settings settings = Settings.defaults().with(Setting.RUN_STAGES, "terms", "--stages");

    assertThatThrownBy(() -> plan(settings))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining("reads the table papers");
  }
}
