package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.almagest.LauncherProcess.Outcome;
import org.almagest.faults.FaultTable;
import org.almagest.warehouse.Snapshot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** A machine whose clock is two days behind, or ahead, of the one that published before. */
@Tag(FaultTable.TAG)
class WrongClockIT {
  private static final Path FAKETIME = Path.of("/usr/bin/faketime");

  @TempDir Path directory;

  @Test
  void versionsAreOrderedByNumber(TestReporter reporter) throws Exception {
    assumeTrue(Files.isExecutable(FAKETIME), "needs Debian's faketime");
    LauncherProcess launcher = new LauncherProcess(directory, Duration.ofMinutes(5));
    WarehouseFiles left = new WarehouseFiles(launcher.work().resolve("warehouse"));
    publish(launcher, "+2 days", "one", "openalex/corpus");
    Snapshot first = left.current();
    publish(launcher, "-2 days", "two", "arxiv-json/corpus");
    Snapshot second = left.current();
    publish(launcher, "+0 days", "three", "openalex/corpus");
    Snapshot third = left.current();

    assertThat(first.version()).isEqualTo(1);
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.manifest().runId()).isEqualTo("two");
    assertThat(Instant.parse(second.manifest().createdAt()))
        .as("the clock is really off")
        .isBefore(Instant.parse(first.manifest().createdAt()));
    assertThat(third.version()).isEqualTo(3);
    assertThat(third.manifest().runId()).isEqualTo("three");
    assertThat(left.strays(first, second, third)).isEmpty();
    reporter.publishEntry("clock two days ahead, then behind", "order is by version number");
  }

  private static void publish(LauncherProcess launcher, String clock, String runId, String corpus)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("-f", clock, LauncherProcess.HOME.resolve("submit/almagest").toString()));
    command.addAll(
        List.of(LauncherProcess.overSamples("run", "ingest", corpus, "warehouse", runId)));
    Outcome outcome = launcher.start(FAKETIME, command.toArray(String[]::new));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
  }
}
