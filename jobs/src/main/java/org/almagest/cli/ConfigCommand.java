package org.almagest.cli;

import java.io.PrintStream;
import java.util.Map;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.config.Settings.Value;
import org.almagest.text.PlainText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code config}: what the settings are. */
@Command(
    name = "config",
    synopsisSubcommandLabel = "COMMAND",
    description = "Shows the settings.",
    footer = {"", "Example:", "  almagest config print --origin"})
final class ConfigCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do, as in 'almagest config print'");
  }

  /** {@code config print}: every setting and its value. */
  @Command(
      name = "print",
      sortOptions = false,
      description =
          "Prints every setting and its value, separated by tabs, under a header. A flag wins over"
              + " the environment, that over the YAML file, that over the default.",
      footer = {"", "Example:", "  almagest config print --origin --config almagest.yaml"})
  static final class Print implements Runnable {
    private final CommandContext context;

    @Option(
        names = "--origin",
        description =
            "Also where each value comes from: a flag, a variable, a file or the default.")
    private boolean originWanted;

    @Mixin private SettingOptions options;

    Print(CommandContext context) {
      this.context = context;
    }

    @Override
    public void run() {
      Settings settings = options.resolve(Map.of(), context.environment());
      PrintStream out = context.printer();
      out.print(originWanted ? "key\tvalue\torigin\n" : "key\tvalue\n");
      for (Setting setting : Setting.values()) {
        Value value = settings.value(setting);
        out.print(setting.key() + "\t" + PlainText.oneLine(value.text()));
        out.print(originWanted ? "\t" + PlainText.oneLine(value.origin()) + "\n" : "\n");
      }
    }
  }
}
