package org.almagest.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.almagest.run.ProgressListener;
import org.almagest.run.RunRequest;
import org.almagest.run.RunSummary;
import org.almagest.warehouse.Snapshot;

/**
 * What a command sees of the world; a test gives it another one.
 *
 * @param results the standard output, for results only
 * @param messages the standard error, for progress, warnings and errors
 * @param environment environment variables
 * @param home where Almagest lies, if the launcher said so
 * @param progress how progress is shown
 * @param runner runs a pipeline
 * @param snapshots finds what a warehouse holds
 */
record CommandContext(
    OutputStream results,
    PrintStream messages,
    Map<String, String> environment,
    Optional<Path> home,
    ProgressStyle progress,
    PipelineRunner runner,
    SnapshotFinder snapshots) {

  /** Runs stages and publishes. */
  @FunctionalInterface
  interface PipelineRunner {
    RunSummary run(RunRequest request, ProgressListener listener);
  }

  /** Finds the newest snapshot of the warehouse at a place. */
  @FunctionalInterface
  interface SnapshotFinder {
    Optional<Snapshot> current(String warehouse);
  }

  /** A printer of small results, which flushes each line. */
  PrintStream printer() {
    return new PrintStream(results, true, StandardCharsets.UTF_8);
  }
}
