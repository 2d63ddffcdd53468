package org.almagest.run;

import java.util.List;
import java.util.Set;
import org.almagest.warehouse.Manifest.StageRecord;
import org.almagest.warehouse.Snapshot;

/**
 * What a run did.
 *
 * @param snapshot what was published
 * @param stages each stage that was asked for, in order, with its figures in the order in which to
 *     print them
 * @param reused names of those whose work had been done before
 * @param outcome whether there was anything to do
 */
public record RunSummary(
    Snapshot snapshot, List<StageRecord> stages, Set<String> reused, Outcome outcome) {
  /** How a run ended. */
  public enum Outcome {
    /** It published the snapshot. */
    PUBLISHED,
    /** An earlier run of the same name and request had published it; nothing was done. */
    PUBLISHED_BEFORE
  }

  public RunSummary {
    stages = List.copyOf(stages);
    reused = Set.copyOf(reused);
  }

  /** A run that did all its work itself. */
  public RunSummary(Snapshot snapshot, List<StageRecord> stages) {
    this(snapshot, stages, Set.of(), Outcome.PUBLISHED);
  }
}
