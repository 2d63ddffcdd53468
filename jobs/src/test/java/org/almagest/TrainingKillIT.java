package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.almagest.LauncherProcess.Outcome;
import org.almagest.LauncherProcess.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed with {@code kill -9} while it trains topics. */
class TrainingKillIT {
  /** Tables of a training, without the columns that measure time. */
  private static final List<String> TABLES =
      List.of(
          "topics",
          "topic_terms",
          "topic_words",
          "paper_topics",
          "topic_trends",
          "topic_pairs",
          "(SELECT * EXCLUDE (seconds) FROM topic_models)",
          "(SELECT * EXCLUDE (tokens_per_second) FROM topic_training)");

  /** More sweeps than there are: a training to its end has no use for checkpoints. */
  private static final int NEVER = 1000;

  @TempDir Path directory;

  @Test
  void goesOnFromItsCheckpointToTheTablesOfAnUninterruptedRun() throws Exception {
    LauncherProcess launcher = new LauncherProcess(directory, Duration.ofMinutes(10));
    Outcome uninterrupted = launcher.run(arguments("uninterrupted", NEVER));
    assertThat(uninterrupted.exitCode()).as(uninterrupted.err()).isZero();

    Running run = launcher.begin(arguments("killed", 10));
    Path warehouse = launcher.work().resolve("killed");
    while (run.isAlive() && checkpoint(warehouse).isEmpty()) {
      Thread.sleep(5);
    }
    run.kill();
    // Speeds are measured, and no training comes to the same ones again.
    JsonNode course = checkpoint(warehouse).orElseThrow().get("course");
    assertThat(course).isNotEmpty();
    assertThat(warehouse.resolve("current")).doesNotExist();

    Outcome again = launcher.run(arguments("killed", NEVER));

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.err()).contains("terms: reused from run night");
    for (JsonNode measure : course) {
      assertThat(
              launcher.query(
                  "killed",
                  "SELECT tokens_per_second FROM topic_training WHERE sweep = "
                      + measure.get("sweep").asInt()))
          .as("topic_training of sweep " + measure.get("sweep"))
          .extracting(Double::valueOf)
          .containsExactly(measure.get("tokensPerSecond").asDouble());
    }
    for (String table : TABLES) {
      String sql = "SELECT * FROM " + table + " ORDER BY ALL";
      assertThat(launcher.query("killed", sql))
          .as(table)
          .isNotEmpty()
          .isEqualTo(launcher.query("uninterrupted", sql));
    }
    assertThat(new WarehouseFiles(warehouse).files())
        .noneMatch(file -> file.startsWith("_checkpoints"));
  }

  /** Few papers at few sweeps: these start once, and have a checkpoint early. */
  private static String[] arguments(String warehouse, int checkpointSweeps) {
    return Stream.concat(
            Stream.of(
                LauncherProcess.overSamples(
                    "run", "ingest,terms,topics", "arxiv-json/corpus", warehouse, "night")),
            Stream.of(
                "--topics",
                "8",
                "--set",
                "topics.iterations=40",
                "--set",
                "topics.checkpoint-sweeps=" + checkpointSweeps))
        .toArray(String[]::new);
  }

  /** What the newest finished checkpoint of the only training notes. */
  private static Optional<JsonNode> checkpoint(Path warehouse) throws IOException {
    Path checkpoints = warehouse.resolve("_checkpoints");
    if (!Files.exists(checkpoints)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.find(checkpoints, 3, (file, is) -> isFinished(file))) {
      Optional<Path> newest = files.max(TrainingKillIT::bySweep);
      return newest.isEmpty()
          ? Optional.empty()
          : Optional.of(new ObjectMapper().readTree(Files.readAllBytes(newest.get())));
    } catch (NoSuchFileException | UncheckedIOException e) {
      return Optional.empty(); // One of them just went.
    }
  }

  private static boolean isFinished(Path file) {
    return file.endsWith("facts.json") && sweep(file).chars().allMatch(Character::isDigit);
  }

  private static int bySweep(Path file, Path other) {
    return Integer.compare(Integer.parseInt(sweep(file)), Integer.parseInt(sweep(other)));
  }

  private static String sweep(Path facts) {
    return facts.getParent().getFileName().toString();
  }
}
