package org.almagest.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.almagest.config.Settings;

/**
 * What a person asks for.
 *
 * @param inputs paths, directories or globs, as given; empty where no stage reads input
 * @param warehouse directory of the warehouse, local or any Hadoop file system
 * @param runId name of the run, or empty to have one made from the time
 * @param settings everything else
 * @param acceptedChecks names of quality checks that may fail
 */
public record RunRequest(
    List<String> inputs,
    String warehouse,
    Optional<String> runId,
    Settings settings,
    Set<String> acceptedChecks) {
  public RunRequest {
    inputs = List.copyOf(inputs);
    acceptedChecks = Set.copyOf(acceptedChecks);
  }

  /** A run in which no check may fail. */
  public RunRequest(
      List<String> inputs, String warehouse, Optional<String> runId, Settings settings) {
    this(inputs, warehouse, runId, settings, Set.of());
  }

  /** The same, with checks that may fail. */
  public RunRequest accepting(Set<String> checks) {
    return new RunRequest(inputs, warehouse, runId, settings, checks);
  }
}
