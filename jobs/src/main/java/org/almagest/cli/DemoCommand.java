package org.almagest.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.config.Settings.Value;
import org.almagest.fault.AlmagestException;
import org.almagest.run.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: the whole pipeline over the samples that come with Almagest. */
@Command(
    name = "demo",
    sortOptions = false,
    description = {
      "Runs the whole pipeline over data-samples, which come with Almagest, and publishes the"
          + " tables in ./warehouse.",
      "The samples hold a few bad records on purpose, so this command accepts 5 %% of them."
    },
    footer = {
      "",
      "Example:",
      "  almagest demo && almagest query --warehouse warehouse \"SELECT * FROM topics\""
    })
final class DemoCommand implements Runnable {
  private static final List<String> CORPORA =
      List.of("daily-papers", "arxiv-tsv", "arxiv-json", "openalex");

  private final CommandContext context;

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      defaultValue = "warehouse",
      description = "Directory of the warehouse; ./warehouse by default.")
  private String warehouse;

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      description = "Name of the run; made from the time by default.")
  private String runId;

  @Mixin private AcceptOption accept;

  @Mixin private SettingOptions options;

  DemoCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    Settings settings =
        options.resolve(
            Map.of(),
            Map.of(Setting.INGEST_MAX_REJECTED, new Value("0.05", "demo")),
            context.environment());
    List<String> corpora = corpora();
    PublishedRun.start(
        context,
        new RunRequest(corpora, warehouse, Optional.ofNullable(runId), settings)
            .accepting(accept.checks()));
    context
        .messages()
        .println(
            "Look at it: submit/almagest query --warehouse "
                + warehouse
                + " \"SELECT * FROM topics\"");
  }

  private List<String> corpora() {
    Path samples =
        context
            .home()
            .orElseThrow(
                () ->
                    AlmagestException.usage(
                        "demo does not know where Almagest lies. Start it as submit/almagest demo,"
                            + " or set ALMAGEST_HOME."))
            .resolve("data-samples");
    List<Path> corpora =
        CORPORA.stream().map(format -> samples.resolve(format).resolve("corpus")).toList();
    for (Path corpus : corpora) {
      if (!Files.isDirectory(corpus)) {
        throw AlmagestException.usage(
            "The samples are not complete: "
                + corpus
                + " does not exist. Run demo from a full clone of Almagest.");
      }
    }
    return corpora.stream().map(Path::toString).toList();
  }
}
