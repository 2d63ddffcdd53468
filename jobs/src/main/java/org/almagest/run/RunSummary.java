package org.almagest.run;

import java.util.List;
import org.almagest.warehouse.Manifest.StageRecord;
import org.almagest.warehouse.Snapshot;

/**
 * What a run did.
 *
 * @param snapshot what was published
 * @param stages each stage that ran, in order, with its figures in the order in which to print them
 */
public record RunSummary(Snapshot snapshot, List<StageRecord> stages) {
  public RunSummary {
    stages = List.copyOf(stages);
  }
}
