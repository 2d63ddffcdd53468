package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.almagest.LauncherProcess.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Wrong input is told as a colleague would: an exit code, one or two plain sentences, and nothing
 * left behind.
 */
class WrongInputIT {
  private static final Path TSV_SAMPLE =
      LauncherProcess.HOME.resolve("data-samples/arxiv-tsv/corpus/cs.DB.tsv.xz");

  @TempDir Path directory;

  private LauncherProcess launcher;

  @BeforeEach
  void makeAWorkingDirectory() throws IOException {
    launcher = new LauncherProcess(directory, Duration.ofMinutes(3));
  }

  private void isTold(Outcome outcome, int exitCode, String... words) throws IOException {
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
    assertThat(outcome.out()).isEmpty();
    String told =
        outcome
            .err()
            .lines()
            .filter(l -> l.startsWith("almagest: "))
            .reduce((a, b) -> b)
            .orElse("");
    assertThat(told).contains(words).matches(".*[.?]");
    assertThat(outcome.err()).doesNotContain("\tat ").doesNotContain("Exception");
    try (Stream<Path> left = Files.list(launcher.work())) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .as("nothing is left behind")
          .doesNotContain("warehouse", "spark-warehouse", "metastore_db", "derby.log");
    }
  }

  @Test
  void aDirectoryWithoutFiles() throws Exception {
    Files.createDirectories(launcher.work().resolve("papers/deeper"));

    isTold(
        launcher.run("run", "--input", "papers", "--warehouse", "warehouse"),
        3,
        "papers",
        "no file");
  }

  @Test
  void anInputThatDoesNotExist() throws Exception {
    isTold(
        launcher.run("run", "--input", "nowhere/*.tsv", "--warehouse", "warehouse"),
        2,
        "nowhere/*.tsv",
        "no file");
  }

  @Test
  void aTruncatedXzFile() throws Exception {
    byte[] whole = Files.readAllBytes(TSV_SAMPLE);
    Files.write(launcher.work().resolve("cut.tsv.xz"), Arrays.copyOf(whole, whole.length * 2 / 3));

    isTold(
        launcher.run("run", "--input", "cut.tsv.xz", "--warehouse", "warehouse"),
        3,
        "cut.tsv.xz",
        "ends in the middle");
  }

  @Test
  void aBinaryFileNamedTsv() throws Exception {
    byte[] noise = new byte[100_000];
    new Random(7).nextBytes(noise);
    Files.write(launcher.work().resolve("noise.tsv"), noise);

    isTold(launcher.run("run", "--input", "noise.tsv", "--warehouse", "warehouse"), 3, "noise.tsv");
  }

  @Test
  void moreRejectedRecordsThanAllowed() throws Exception {
    isTold(
        launcher.run(
            "ingest", "--input", TSV_SAMPLE.getParent().toString(), "--warehouse", "warehouse"),
        3,
        "2 of 208 records",
        "line",
        "ingest.max-rejected");
  }

  @Test
  void anUnknownKeyInTheYaml() throws Exception {
    Files.writeString(launcher.work().resolve("conf.yaml"), "topics:\n  cuont: 40\n");

    isTold(
        launcher.run("run", "--config", "conf.yaml", "--input", "x", "--warehouse", "warehouse"),
        2,
        "topics.cuont",
        "topics.count");
  }

  @Test
  void anUnknownFlag() throws Exception {
    Outcome outcome =
        launcher.run("run", "--topic", "3", "--input", "x", "--warehouse", "warehouse");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("--topic", "--topics");
  }

  @Test
  void noTopics() throws Exception {
    isTold(
        launcher.run("run", "--topics", "0", "--input", "x", "--warehouse", "warehouse"),
        2,
        "topics.count",
        "'0'",
        "--topics",
        "from 2");
  }

  @Test
  void aWarehouseThatIsAFile() throws Exception {
    Files.writeString(launcher.work().resolve("taken"), "mine");

    Outcome outcome = launcher.run("run", "--input", TSV_SAMPLE.toString(), "--warehouse", "taken");

    isTold(outcome, 2, "taken", "is a file");
    assertThat(launcher.work().resolve("taken")).hasContent("mine");
  }
}
