package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.almagest.LauncherProcess.Outcome;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's first command, and what a run over the samples must give. */
class DemoIT {
  private static final Path SAMPLES = LauncherProcess.HOME.resolve("data-samples");

  @TempDir Path directory;

  @Test
  void theDemoGivesWhatTheSamplesPromise() throws Exception {
    LauncherProcess launcher = new LauncherProcess(directory, Duration.ofMinutes(10));

    Outcome demo = launcher.run("demo");

    assertThat(demo.exitCode()).as(demo.err()).isZero();
    assertThat(demo.out()).startsWith("Published version 1 of ");
    Outcome tables = launcher.run("tables", "--warehouse", "warehouse");
    assertThat(withoutPaths(tables.out()))
        .containsAll(Files.readAllLines(SAMPLES.resolve("expected/tables.tsv")))
        .anyMatch(line -> line.startsWith("paper_topics\t"))
        .anyMatch(line -> line.startsWith("topic_trends\t"));
    for (JsonNode figure : figures()) {
      List<String> expected =
          StreamSupport.stream(figure.get("rows").spliterator(), false)
              .map(JsonNode::asText)
              .toList();
      assertThat(launcher.query("warehouse", figure.get("sql").asText()))
          .as(figure.get("what").asText())
          .isEqualTo(expected);
    }
    keep(launcher.work().resolve("warehouse"));
  }

  /** Tests of later modules read it; the demo takes too long to run it for each of them. */
  private static void keep(Path warehouse) throws IOException {
    File kept = new File("target/demo-warehouse");
    File copy = new File("target/demo-warehouse.new");
    FileUtils.deleteDirectory(copy);
    FileUtils.copyDirectory(warehouse.toFile(), copy, false);
    FileUtils.deleteDirectory(kept);
    Files.move(copy.toPath(), kept.toPath());
  }

  @Test
  void goesThroughSparkSubmitWhereAMasterIsNamed() throws Exception {
    LauncherProcess launcher = new LauncherProcess(directory, Duration.ofMinutes(10));

    Outcome run =
        launcher.run(
            "run",
            "--master",
            "local[2]",
            "--stages",
            "ingest,terms,coauthors",
            "--max-rejected",
            "0.05",
            "--input",
            SAMPLES.resolve("openalex/corpus").toString(),
            "--warehouse",
            "warehouse",
            "--run-id",
            "submitted");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("(run submitted)");
    assertThat(launcher.query("warehouse", "SELECT count(*) FROM papers")).containsExactly("200");
  }

  private static JsonNode figures() throws IOException {
    return new ObjectMapper().readTree(SAMPLES.resolve("expected/figures.json").toFile());
  }

  private static List<String> withoutPaths(String tables) {
    return tables.lines().map(line -> line.substring(0, line.lastIndexOf('\t'))).toList();
  }
}
