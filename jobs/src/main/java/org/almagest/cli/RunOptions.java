package org.almagest.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.run.RunRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code run} and the single stages have in common. */
final class RunOptions {
  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  @Option(
      names = "--input",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Files, directories or quoted globs to read; several may follow, and the option may be"
              + " repeated.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "DIR",
      description = "Directory of the warehouse, local or any that Hadoop reaches.")
  private String warehouse;

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      description = "Name of the run; made from the time by default.")
  private String runId;

  @Mixin private SettingOptions settings;

  SettingOptions settings() {
    return settings;
  }

  List<String> inputs() {
    return inputs;
  }

  RunRequest request(Settings resolved) {
    return new RunRequest(inputs, warehouse, checked(runId), resolved);
  }

  /** A run's name becomes a directory's. */
  static Optional<String> checked(String runId) {
    if (runId != null && !RUN_ID.matcher(runId).matches()) {
      throw AlmagestException.usage(
          "--run-id is '"
              + runId
              + "', but it must be 1 to 100 letters, digits, dots, underscores and hyphens, and"
              + " begin with a letter or digit.");
    }
    return Optional.ofNullable(runId);
  }
}
