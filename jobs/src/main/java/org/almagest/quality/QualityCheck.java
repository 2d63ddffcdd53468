package org.almagest.quality;

import java.util.List;
import org.almagest.table.TableContract;

/**
 * A check: the figure that a measure observes must not be above the threshold.
 *
 * @param name lower case, with hyphens
 * @param severity what follows if it fails
 * @param meaning what is observed, as the documentation has it
 * @param threshold the largest figure that passes
 * @param tables the tables that it needs: it is made where the candidate has them all, and the run
 *     wrote one of them; of none, wherever the run wrote any table
 * @param measure how the figure is found
 */
record QualityCheck(
    String name,
    Severity severity,
    String meaning,
    Threshold threshold,
    List<TableContract> tables,
    Measure measure) {
  QualityCheck {
    tables = List.copyOf(tables);
  }

  boolean concerns(Candidate candidate) {
    return tables.isEmpty()
        || (tables.stream().allMatch(candidate::has)
            && tables.stream().anyMatch(candidate.written()::contains));
  }
}
