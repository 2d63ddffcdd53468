package org.almagest.cli;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.almagest.report.ReportJob;
import org.almagest.run.Pipeline;
import org.almagest.run.RunRequest;
import org.almagest.run.RunSummary;
import org.almagest.run.RunSummary.Outcome;
import org.almagest.text.PlainText;
import org.almagest.warehouse.Manifest.StageRecord;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.TableSnapshot;

/** Starts a run, shows how it is getting on, and prints what it did. */
final class PublishedRun {
  private PublishedRun() {}

  /**
   * Checks, runs, prints the summary to the standard output, and says where the report is, if there
   * is one.
   */
  static void start(CommandContext context, RunRequest request) {
    Snapshot snapshot = publish(context, request).snapshot();
    snapshot
        .document(ReportJob.PAGE)
        .map(snapshot::place)
        .ifPresent(
            place ->
                context
                    .messages()
                    .println("Open the report in a browser: " + PlainText.oneLine(place)));
  }

  /** Checks, runs, and prints the summary to the standard output. */
  static RunSummary publish(CommandContext context, RunRequest request) {
    Pipeline.check(request);
    RunSummary summary;
    try (ConsoleProgress progress = new ConsoleProgress(context.messages(), context.progress())) {
      summary = context.runner().run(request, progress);
    }
    print(summary, context.printer());
    return summary;
  }

  private static void print(RunSummary summary, PrintStream out) {
    Snapshot snapshot = summary.snapshot();
    String version = snapshot.version() + " of " + PlainText.oneLine(snapshot.warehouse());
    String run = "run " + snapshot.manifest().runId();
    if (summary.outcome() == Outcome.PUBLISHED_BEFORE) {
      out.println("There was nothing to do: version " + version + " is of the same " + run + ".");
      return;
    }
    out.println("Published version " + version + " (" + run + ").");
    out.println();
    for (StageRecord stage : summary.stages()) {
      out.printf(
          "%-12s %10s  %s%n",
          stage.stage(),
          summary.reused().contains(stage.stage())
              ? "reused"
              : PlainText.duration(stage.milliseconds()),
          figures(stage));
    }
    out.println();
    int width = snapshot.tables().stream().mapToInt(t -> t.table().length()).max().orElse(1);
    for (TableSnapshot table : snapshot.tables()) {
      out.printf("%-" + width + "s %14s rows%n", table.table(), PlainText.count(table.rows()));
    }
  }

  /** The figures of a stage, such as {@code records 277; papers 259}. */
  static String figures(StageRecord stage) {
    return stage.counts().entrySet().stream()
        .map(figure -> figure.getKey() + " " + PlainText.count(figure.getValue()))
        .collect(Collectors.joining("; "));
  }
}
