package org.almagest.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almagest.run.ProgressListener;
import org.almagest.run.RunRequest;
import org.almagest.run.RunSummary;
import org.almagest.warehouse.DocumentSnapshot;
import org.almagest.warehouse.Manifest;
import org.almagest.warehouse.Manifest.StageRecord;
import org.almagest.warehouse.Snapshot;
import picocli.CommandLine;

/** Runs command lines in this process, with a pipeline that only remembers what it was asked. */
final class CommandLineHarness {
  /** How a command ended. */
  record Outcome(int exitCode, String out, String err) {}

  final List<RunRequest> requests = new ArrayList<>();
  Map<String, String> environment = Map.of();
  Optional<Path> home = Optional.empty();
  Optional<Snapshot> snapshot = Optional.empty();
  Optional<RuntimeException> failure = Optional.empty();
  Optional<DocumentSnapshot> document = Optional.empty();
  String warehouse = "/data/w";

  Outcome run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = new Main(context(out, err)).run(arguments);
    return new Outcome(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The command line, to look at. */
  CommandLine commandLine() {
    return new Main(context(new ByteArrayOutputStream(), new ByteArrayOutputStream()))
        .commandLine();
  }

  private CommandContext context(ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new CommandContext(
        out,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        environment,
        home,
        ProgressStyle.PLAIN,
        this::pretend,
        warehouse -> snapshot);
  }

  private RunSummary pretend(RunRequest request, ProgressListener listener) {
    if (failure.isPresent()) {
      throw failure.get();
    }
    requests.add(request);
    StageRecord stage = new StageRecord("ingest", 1_234, Map.of("papers", 1_000L));
    listener.stageStarted("ingest", 1, 1);
    listener.warning("an odd\ntitle");
    listener.stageFinished(stage);
    Manifest manifest =
        new Manifest(
            1,
            "r1",
            "2026-01-01T00:00:00Z",
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            document.stream().toList());
    return new RunSummary(new Snapshot(7, warehouse, manifest), List.of(stage));
  }
}
