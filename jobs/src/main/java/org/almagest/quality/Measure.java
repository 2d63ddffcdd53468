package org.almagest.quality;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the figure of a check is found. */
interface Measure {
  /**
   * What has to be counted in the rows of tables, by names that are unique within the measure; none
   * where the numbers of rows are enough.
   */
  default List<Probe> probes(Candidate candidate) {
    return List.of();
  }

  /**
   * The figure; empty where there is nothing to compare with.
   *
   * @param tallies what the probes counted, by their names
   */
  Optional<Observed> observe(Candidate candidate, Map<String, Tally> tallies);
}
