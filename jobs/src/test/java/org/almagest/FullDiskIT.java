package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.almagest.LauncherProcess.Outcome;
import org.almagest.faults.FaultTable;
import org.almagest.warehouse.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full at one moment or another of a run; small ones in memory, which take root. */
@Tag(FaultTable.TAG)
class FullDiskIT {
  private static final int PAGE = 4096;

  @TempDir Path directory;
  private final List<Path> mounted = new ArrayList<>();
  private LauncherProcess launcher;
  private Path warehouse;
  private WarehouseFiles left;

  @BeforeEach
  void makeAWorkingDirectory() throws IOException {
    launcher = new LauncherProcess(directory, Duration.ofMinutes(5));
    warehouse = Files.createDirectories(launcher.work().resolve("warehouse"));
    left = new WarehouseFiles(warehouse);
  }

  @AfterEach
  void unmountAll() throws Exception {
    for (Path path : mounted) {
      assertThat(command("umount", path.toString())).isZero();
    }
  }

  private static int command(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private void mount(Path path, long bytes) throws Exception {
    assumeTrue(
        command("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", path.toString()) == 0,
        "needs to mount a small disk, which only root may");
    mounted.add(path);
  }

  private static void resize(Path path, long bytes) throws Exception {
    assertThat(command("mount", "-o", "remount,size=" + bytes, path.toString())).isZero();
  }

  private Outcome run(String runId, String corpus) throws Exception {
    return launcher.run(
        LauncherProcess.overSamples("run", "ingest,terms", corpus, "warehouse", runId));
  }

  private Snapshot publish(String runId, String corpus) throws Exception {
    Outcome outcome = run(runId, corpus);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return left.current();
  }

  private void assertRefused(Snapshot before, Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(6);
    assertThat(outcome.err()).contains("almagest: ").doesNotContain("\tat ");
    assertThat(left.current()).isEqualTo(before);
  }

  private void assertRecovered(Snapshot first) throws Exception {
    Snapshot second = publish("two", "arxiv-json/corpus");
    assertThat(left.strays(first, second)).isEmpty();
  }

  @Test
  void whileTablesAreWritten(TestReporter reporter) throws Exception {
    mount(warehouse, 64 << 20);
    Snapshot first = publish("one", "openalex/corpus");
    FileStore disk = Files.getFileStore(warehouse);
    resize(warehouse, disk.getTotalSpace() - disk.getUsableSpace() + 20L * PAGE);

    assertRefused(first, run("two", "arxiv-json/corpus"));

    resize(warehouse, 64 << 20);
    assertRecovered(first);
    reporter.publishEntry(
        "disk full while tables are written", "exit 6, old version whole, rerun ended with 0");
  }

  @Test
  void whileSparkShuffles(TestReporter reporter) throws Exception {
    Snapshot first = publish("one", "openalex/corpus");
    Path sparkLocal = Files.createDirectories(directory.resolve("spark-local"));
    mount(sparkLocal, 10L * PAGE);
    launcher.with("ALMAGEST_JAVA_OPTS", "-Dspark.local.dir=" + sparkLocal);

    assertRefused(first, run("two", "arxiv-json/corpus"));

    resize(sparkLocal, 64 << 20);
    assertRecovered(first);
    reporter.publishEntry(
        "scratch disk full while shuffling", "exit 6, old version whole, rerun ended with 0");
  }

  @Test
  void whileSparkSpills(TestReporter reporter) throws Exception {
    Snapshot first = publish("one", "openalex/corpus");
    Path sparkLocal = Files.createDirectories(directory.resolve("spark-local"));
    mount(sparkLocal, 10L * PAGE);
    // Few partitions would be written straight to files, without a sort that could spill.
    launcher.with(
        "ALMAGEST_JAVA_OPTS",
        "-Dspark.shuffle.spill.numElementsForceSpillThreshold=20"
            + " -Dspark.shuffle.sort.bypassMergeThreshold=0 -Dspark.local.dir="
            + sparkLocal);

    List<String> arguments =
        new ArrayList<>(
            List.of(
                LauncherProcess.overSamples(
                    "run", "ingest,terms", "arxiv-json/corpus", "warehouse", "two")));
    arguments.add("--debug");
    Outcome outcome = launcher.run(arguments.toArray(String[]::new));
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(6);
    assertThat(outcome.err()).as("it was a spill that failed").containsIgnoringCase("spill(");
    assertThat(left.current()).isEqualTo(first);

    resize(sparkLocal, 64 << 20);
    assertRecovered(first);
    reporter.publishEntry(
        "scratch disk full while spilling", "exit 6, old version whole, rerun ended with 0");
  }

  @Test
  void whileTheVersionFileIsWritten(TestReporter reporter) throws Exception {
    Snapshot first = publish("one", "openalex/corpus");
    Path versions = warehouse.resolve("versions");
    byte[] version = Files.readAllBytes(versions.resolve("00000001.json"));
    mount(versions, 2L * PAGE);
    Files.write(versions.resolve("00000001.json"), version);
    byte[] page = new byte[PAGE];
    Arrays.fill(page, (byte) 1);
    Path filler = Files.write(versions.resolve("filler"), page);

    assertRefused(first, run("two", "arxiv-json/corpus"));

    assertThat(versions).isDirectoryContaining("glob:**/00000001.json");
    Files.delete(filler);
    assertRecovered(first);
    reporter.publishEntry(
        "disk full while the version file is written",
        "exit 6, old version whole, rerun ended with 0");
  }
}
