package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.almagest.LauncherProcess.Outcome;
import org.almagest.LauncherProcess.Running;
import org.almagest.faults.FaultTable;
import org.almagest.warehouse.Snapshot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** A driver that is killed with {@code kill -9} at moments that nobody chose. */
@Tag(FaultTable.TAG)
class RandomKillIT {
  private static final int KILLS = 20;
  private static final long SEED = 20260101;
  private static final long LONGEST_LIFE_MILLIS = 12_000;

  @TempDir Path directory;

  @Test
  void readersSeeWholeVersionsAndTheRerunCompletes(TestReporter reporter) throws Exception {
    LauncherProcess launcher = new LauncherProcess(directory, Duration.ofMinutes(10));
    WarehouseFiles left = new WarehouseFiles(launcher.work().resolve("warehouse"));
    Outcome one = launcher.run(arguments("one", "openalex/corpus"));
    assertThat(one.exitCode()).as(one.err()).isZero();
    Random random = new Random(SEED);
    int published = 0;

    for (int kill = 0; kill < KILLS; kill++) {
      Snapshot before = left.current();
      String runId = "run" + kill;
      String corpus = kill % 2 == 0 ? "arxiv-json/corpus" : "openalex/corpus";
      Running run = launcher.begin(arguments(runId, corpus));
      // A killed process has no say in when, so this is no wait for anything.
      Thread.sleep(random.nextLong(LONGEST_LIFE_MILLIS));
      run.kill();
      Snapshot seen = left.current();
      assertThat(seen.version()).isBetween(before.version(), before.version() + 1);
      published += (int) (seen.version() - before.version());

      Outcome again = launcher.run(arguments(runId, corpus));

      assertThat(again.exitCode()).as(again.err()).isZero();
      Snapshot after = left.current();
      assertThat(after.version()).isEqualTo(before.version() + 1);
      assertThat(after.manifest().runId()).isEqualTo(runId);
      assertThat(left.files())
          .allMatch(
              file ->
                  file.matches(
                      "current|versions/\\d{8}\\.json|snapshots/run\\d+/.*|snapshots/one/.*"));
    }
    reporter.publishEntry(
        "driver killed at " + KILLS + " random moments",
        "always a whole version ("
            + published
            + " already published when killed); every rerun ended with 0, no strays");
  }

  private static String[] arguments(String runId, String corpus) {
    return Stream.concat(
            Stream.of(
                LauncherProcess.overSamples(
                    "run", "ingest,terms,citations", corpus, "warehouse", runId)),
            Stream.of("--no-reuse"))
        .toArray(String[]::new);
  }
}
