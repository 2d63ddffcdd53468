package org.almagest.run;

import java.util.List;
import java.util.Optional;
import org.almagest.config.Settings;

/**
 * What a person asks for.
 *
 * @param inputs paths, directories or globs, as given; empty where no stage reads input
 * @param warehouse directory of the warehouse, local or any Hadoop file system
 * @param runId name of the run, or empty to have one made from the time
 * @param settings everything else
 */
public record RunRequest(
    List<String> inputs, String warehouse, Optional<String> runId, Settings settings) {
  public RunRequest {
    inputs = List.copyOf(inputs);
  }
}
