package org.almagest.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.almagest.config.Settings;
import org.almagest.run.RunRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code run} and the single stages have in common. */
final class RunOptions {
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
      description =
          "Name of the run; made from the time by default. A run that was killed goes on where it was"
              + " when it is started again under the same name, and one that was published does"
              + " nothing.")
  private String runId;

  @Mixin private AcceptOption accept;

  @Mixin private SettingOptions settings;

  SettingOptions settings() {
    return settings;
  }

  RunRequest request(Settings resolved) {
    return new RunRequest(inputs, warehouse, Optional.ofNullable(runId), resolved)
        .accepting(accept.checks());
  }
}
