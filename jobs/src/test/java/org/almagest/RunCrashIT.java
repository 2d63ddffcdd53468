package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.almagest.LauncherProcess.Outcome;
import org.almagest.faults.FaultTable;
import org.almagest.warehouse.CrashPoint;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Processes that end at each step of a run as if by {@code kill -9}: readers see the version before
 * or the new one, whole; and the same command again ends well and leaves nothing else.
 */
class RunCrashIT {
  private static final List<String> STAGES = List.of("ingest", "citations");

  /** A warehouse with version 1, made by the run "one". */
  @TempDir static Path shared;

  @TempDir Path directory;
  private LauncherProcess launcher;
  private Path warehouse;
  private WarehouseFiles left;

  @BeforeAll
  static void publishAVersion() throws Exception {
    Outcome one =
        run(new LauncherProcess(shared, Duration.ofMinutes(10)), "one", "openalex/corpus");
    assertThat(one.exitCode()).as(one.err()).isZero();
  }

  @BeforeEach
  void copyTheWarehouse() throws IOException {
    launcher = new LauncherProcess(directory, Duration.ofMinutes(10));
    warehouse = launcher.work().resolve("warehouse");
    left = new WarehouseFiles(warehouse);
    FileTrees.copy(shared.resolve("a working directory/warehouse"), warehouse);
  }

  /** Every step, of each stage and of the publish. */
  static Stream<String> allPoints() {
    return Arrays.stream(CrashPoint.values())
        .flatMap(
            point ->
                switch (point) {
                  case BEFORE_STAGE_COMMIT, AFTER_STAGE -> STAGES.stream().map(point::label);
                  default -> Stream.of(point.label());
                });
  }

  static Stream<String> somePoints() {
    return Stream.of(CrashPoint.AFTER_STAGE.label("ingest"), CrashPoint.AFTER_VERSION_LINK.label());
  }

  @ParameterizedTest
  @MethodSource("somePoints")
  void aRunThatIsKilledGoesOnFromThere(String point) throws Exception {
    assertSurvived(point);
  }

  @Tag(FaultTable.TAG)
  @ParameterizedTest
  @MethodSource("allPoints")
  void aRunThatIsKilledAtAnyStepGoesOnFromThere(String point, TestReporter reporter)
      throws Exception {
    assertSurvived(point);
    reporter.publishEntry(
        "driver killed at " + point,
        "readers saw a whole version; the rerun ended with 0, no strays");
  }

  @Tag(FaultTable.TAG)
  @ParameterizedTest
  @MethodSource("allPoints")
  void aFirstRunThatIsKilledAtAnyStepIsCleanedUpAfter(String point, TestReporter reporter)
      throws Exception {
    warehouse = launcher.work().resolve("another");
    left = new WarehouseFiles(warehouse);
    crash(point, "two");
    Warehouse opened = Warehouse.at(warehouse.toString(), new Configuration());
    Optional<Snapshot> seen = opened.current();
    opened.remove(opened.garbage(1));
    if (seen.isPresent()) {
      assertThat(opened.damage(opened.current().orElseThrow())).isEmpty();
      assertThat(left.files())
          .allMatch(file -> file.matches("current|versions/.*|snapshots/two/.*"));
    } else {
      assertThat(left.files()).isEmpty();
    }
    reporter.publishEntry("first run killed at " + point, "gc left what is published, and no more");
  }

  @Test
  void whatTheKilledRunHadFinishedIsOnlyTakenOverForTheSameRequest() throws Exception {
    crash(CrashPoint.BEFORE_RENAME.label(), "two");
    Outcome plan = plan("two", "arxiv-json/corpus");
    assertThat(plan.out())
        .containsPattern("ingest +reused, since the run had finished it")
        .containsPattern("citations +reused, since the run had finished it");

    Outcome other = run(launcher, "two", "daily-papers/corpus");

    assertThat(other.exitCode()).as(other.err()).isZero();
    assertThat(other.err()).doesNotContain("ingest: reused");
    assertThat(left.strays(left.current())).isEmpty();
    assertThat(left.current().manifest().inputs())
        .allSatisfy(input -> assertThat(input.format()).isEqualTo("daily-papers"));
  }

  private Outcome plan(String runId, String corpus) throws Exception {
    return launcher.run(arguments("plan", warehouse, runId, corpus));
  }

  private static Outcome run(LauncherProcess launcher, String runId, String corpus)
      throws Exception {
    return launcher.run(arguments("run", launcher.work().resolve("warehouse"), runId, corpus));
  }

  private static String[] arguments(String command, Path warehouse, String runId, String corpus) {
    return LauncherProcess.overSamples(
        command, String.join(",", STAGES), corpus, warehouse.toString(), runId);
  }

  private void crash(String point, String runId) throws Exception {
    launcher.with("ALMAGEST_JAVA_OPTS", "-D" + CrashPoint.PROPERTY + "=" + point);
    Outcome outcome = launcher.run(arguments("run", warehouse, runId, "arxiv-json/corpus"));
    launcher.with("ALMAGEST_JAVA_OPTS", "");
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(CrashPoint.EXIT_CODE);
  }

  private void assertSurvived(String point) throws Exception {
    Snapshot before = left.current();
    crash(point, "two");
    Snapshot seen = left.current();
    assertThat(seen.version()).isBetween(1L, 2L);
    if (seen.version() == 1) {
      assertThat(seen).isEqualTo(before);
    }
    Outcome tables = launcher.run("tables", "--warehouse", warehouse.toString());
    assertThat(tables.exitCode()).as(tables.err()).isZero();

    Outcome again = run(launcher, "two", "arxiv-json/corpus");

    assertThat(again.exitCode()).as(again.err()).isZero();
    if (seen.version() == 2) {
      assertThat(again.out()).startsWith("There was nothing to do: version 2 of ");
    } else {
      assertThat(again.out()).startsWith("Published version 2 of ");
      // All but the stage in whose middle the process ended, and those after it.
      if (!point.equals(CrashPoint.BEFORE_STAGE_COMMIT.label("ingest"))) {
        assertThat(again.err()).contains("ingest: reused from run two");
      }
      assertThat(again.err().contains("citations: reused from run two"))
          .isEqualTo(!point.endsWith(":ingest") && !point.startsWith("before-stage-commit"));
    }
    Snapshot after = left.current();
    assertThat(after.version()).isEqualTo(2);
    assertThat(after.manifest().runId()).isEqualTo("two");
    assertThat(left.strays(before, after)).isEmpty();
    assertThat(Files.readString(warehouse.resolve("current"))).isEqualTo("00000002\n");
  }
}
