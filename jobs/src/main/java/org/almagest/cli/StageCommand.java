package org.almagest.cli;

import java.util.Map;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.config.Settings.Value;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One stage as a command of its own. */
@Command(sortOptions = false)
final class StageCommand implements Runnable {
  private final CommandContext context;
  private final String stage;

  @Mixin private RunOptions options;

  private StageCommand(CommandContext context, String stage) {
    this.context = context;
    this.stage = stage;
  }

  /** The command of that stage. */
  static CommandLine of(CommandContext context, String stage, String description) {
    CommandLine line = new CommandLine(new StageCommand(context, stage));
    String input = stage.equals("ingest") ? " --input 'papers/*.jsonl.gz'" : "";
    line.getCommandSpec()
        .name(stage)
        .usageMessage()
        .description(description)
        .footer("", "Example:", "  almagest " + stage + input + " --warehouse warehouse");
    return line;
  }

  @Override
  public void run() {
    Map<Setting, Value> fixed =
        Map.of(Setting.RUN_STAGES, new Value(stage, "the command " + stage));
    Settings settings = options.settings().resolve(fixed, context.environment());
    PublishedRun.start(context, options.request(settings));
  }
}
