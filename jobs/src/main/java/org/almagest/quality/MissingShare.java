package org.almagest.quality;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almagest.table.Papers;
import org.almagest.table.TableColumn;

/** The share of papers without a value in a column. */
record MissingShare(TableColumn column) implements Measure {
  private static final String NOW = "now";

  @Override
  public List<Probe> probes(Candidate candidate) {
    return List.of(Probe.share(NOW, Papers.TABLE, Probe.State.NOW, column.col().isNull()));
  }

  @Override
  public Optional<Observed> observe(Candidate candidate, Map<String, Tally> tallies) {
    Tally now = tallies.get(NOW);
    return Optional.of(
        new Observed(
            now.markedShare(),
            Sentence.of("%,d of %,d papers have no %s", now.marks(), now.rows(), column.name())));
  }
}
