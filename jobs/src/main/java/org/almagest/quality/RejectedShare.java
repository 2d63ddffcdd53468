package org.almagest.quality;

import java.util.Map;
import java.util.Optional;
import org.almagest.table.Papers;
import org.almagest.table.RejectedRecords;

/** Rejected records over these and the papers. */
record RejectedShare() implements Measure {
  @Override
  public Optional<Observed> observe(Candidate candidate, Map<String, Tally> tallies) {
    long rejected = candidate.rows(RejectedRecords.TABLE);
    long papers = candidate.rows(Papers.TABLE);
    return Optional.of(
        new Observed(
            rejected == 0 ? 0 : (double) rejected / (rejected + papers),
            Sentence.of("%,d records are rejected beside %,d papers", rejected, papers)));
  }
}
