package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.almagest.LauncherProcess.Outcome;
import org.almagest.LauncherProcess.Running;
import org.almagest.faults.FaultTable;
import org.almagest.run.Pipeline;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cluster of two workers, one of which is killed with its executor in each stage of a run, while
 * another takes its place.
 */
@Tag(FaultTable.TAG)
class WorkerLossIT {
  private static final List<String> TABLES =
      List.of(
          "papers",
          "authorships",
          "citations",
          "vocabulary",
          "paper_terms",
          "paper_topics",
          "topic_terms",
          "coauthor_edges",
          "author_metrics",
          "communities",
          "paper_metrics",
          "bibliographic_coupling",
          "topic_main_paths",
          "trending",
          "bursts");

  @TempDir Path directory;

  @Test
  void givesTheRowsOfAnUndisturbedRun(TestReporter reporter) throws Exception {
    LauncherProcess launcher = new LauncherProcess(directory, Duration.ofMinutes(30));
    Outcome undisturbed = launcher.run(arguments("expected", List.of()));
    assertThat(undisturbed.exitCode()).as(undisturbed.err()).isZero();

    try (StandaloneCluster cluster = StandaloneCluster.start(directory.resolve("cluster"), 2)) {
      Deque<Integer> workers = new ArrayDeque<>(List.of(0, 1));
      Running run = launcher.begin(arguments("disturbed", cluster.launcherOptions()));
      int started = 2;
      List<String> killedIn = new ArrayList<>();
      for (String stage : Pipeline.STAGES) {
        while (run.isAlive() && !run.err().contains("/" + Pipeline.STAGES.size() + "] " + stage)) {
          Thread.sleep(50);
        }
        assertThat(run.isAlive()).as(run.err()).isTrue();
        cluster.killWorker(workers.remove());
        killedIn.add(stage);
        cluster.startWorker();
        workers.add(started++);
      }
      Outcome disturbed = run.await();
      assertThat(disturbed.exitCode()).as(disturbed.err()).isZero();
      assertThat(killedIn).isEqualTo(Pipeline.STAGES);
    }

    for (String table : TABLES) {
      String sql = "SELECT * FROM " + table + " ORDER BY ALL";
      assertThat(launcher.query("disturbed", sql))
          .as(table)
          .isEqualTo(launcher.query("expected", sql));
    }
    reporter.publishEntry(
        "a worker of two killed in each of " + Pipeline.STAGES.size() + " stages",
        "exit 0, the rows of an undisturbed run in " + TABLES.size() + " tables");
  }

  private static String[] arguments(String warehouse, List<String> more) {
    List<String> arguments =
        new ArrayList<>(
            Arrays.asList(
                "run",
                "--input",
                LauncherProcess.HOME.resolve("data-samples/*/corpus").toString(),
                "--max-rejected",
                "0.05",
                "--warehouse",
                warehouse));
    arguments.addAll(more);
    return arguments.toArray(String[]::new);
  }
}
