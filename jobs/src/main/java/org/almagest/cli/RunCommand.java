package org.almagest.cli;

import java.util.Map;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.config.Settings.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: the whole pipeline, or some of its stages. */
@Command(
    name = "run",
    sortOptions = false,
    description = "Reads papers, runs the stages and publishes a new version of the warehouse.",
    footer = {
      "",
      "Example:",
      "  almagest run --input 'papers/*.jsonl.gz' more/ --warehouse warehouse --topics 50"
    })
final class RunCommand implements Runnable {
  private final CommandContext context;

  @Mixin private RunOptions options;

  @Option(
      names = "--stages",
      paramLabel = "A,B,C",
      description =
          "Stages to run: ingest, terms, topics, coauthors, communities, citations, main-paths and"
              + " trending, which are all and the default. The tables of others stay as they are, unless they follow"
              + " from new ones.")
  private String stages;

  RunCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    Map<Setting, Value> fixed =
        stages == null ? Map.of() : Map.of(Setting.RUN_STAGES, new Value(stages, "--stages"));
    Settings settings = options.settings().resolve(fixed, context.environment());
    PublishedRun.start(context, options.request(settings));
  }
}
