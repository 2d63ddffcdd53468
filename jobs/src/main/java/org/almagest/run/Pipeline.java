package org.almagest.run;

import java.util.List;

/** The stages in their order, and a run over them. */
@SuppressWarnings({"DoNotCallSuggester", "unused"}) // until merged
public final class Pipeline {
  /** Names of the stages in the order in which they run. */
  public static final List<String> STAGES = List.of("ingest", "terms", "topics", "coauthors");

  private Pipeline() {}

  /**
   * Runs the requested stages and publishes one snapshot.
   *
   * @throws org.almagest.fault.AlmagestException for everything that a person can mend; then
   *     nothing is published and nothing is left behind
   */
  public static RunSummary run(RunRequest request, ProgressListener listener) {
    throw new UnsupportedOperationException("to be merged from main");
  }
}
