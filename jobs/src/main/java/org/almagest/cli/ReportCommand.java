package org.almagest.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.config.Settings.Value;
import org.almagest.export.ExportTarget;
import org.almagest.export.ExportTarget.Existing;
import org.almagest.report.ReportJob;
import org.almagest.text.PlainText;
import org.almagest.warehouse.DocumentSnapshot;
import org.almagest.warehouse.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}: the stage of that name as a command, and a copy of its page. */
@Command(
    name = ReportJob.NAME,
    sortOptions = false,
    description = {
      "Makes the report of the newest version: one page with its topics, trends, people, papers and"
          + " terms, which any browser opens without a network.",
      "Shows what the tables hold; what was not computed it says so."
    },
    footer = {"", "Example:", "  almagest report --warehouse warehouse --out report.html"})
final class ReportCommand implements Runnable {
  private static final String COPY = "report.html";

  private final CommandContext context;

  @Mixin private RunOptions options;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Where to put a copy of the page; without it, the page is in the warehouse only.")
  private Path out;

  @Option(names = "--overwrite", description = "Replace what --out names, if it is there.")
  private boolean overwriteWanted;

  ReportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    Map<Setting, Value> fixed =
        Map.of(Setting.RUN_STAGES, new Value(ReportJob.NAME, "the command " + ReportJob.NAME));
    Settings settings = options.settings().resolve(fixed, context.environment());
    Optional<ExportTarget> copy =
        Optional.ofNullable(out)
            .map(
                file ->
                    new ExportTarget(
                        file,
                        ReportJob.NAME,
                        List.of(COPY),
                        overwriteWanted ? Existing.REPLACE : Existing.KEEP));
    Snapshot snapshot = PublishedRun.publish(context, options.request(settings)).snapshot();
    DocumentSnapshot page = snapshot.document(ReportJob.PAGE).orElseThrow();
    String place = copy.map(c -> write(c, snapshot, page)).orElse(snapshot.place(page));
    context.printer().println();
    context.printer().println("Report: " + PlainText.oneLine(place));
  }

  private static String write(ExportTarget copy, Snapshot snapshot, DocumentSnapshot page) {
    try {
      byte[] bytes = snapshot.read(page);
      copy.write(Map.of(COPY, stream -> stream.write(bytes)));
      return copy.path().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
