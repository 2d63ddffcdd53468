package org.almagest.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almagest.table.Papers;
import org.almagest.table.TableColumn;

/** By how much the share of papers without a value in a column has risen, at least 0. */
record MissingRise(TableColumn column) implements Measure {
  private static final String NOW = "now";
  private static final String BEFORE = "before";
  private static final double PERCENT = 100;

  @Override
  public List<Probe> probes(Candidate candidate) {
    List<Probe> probes = new ArrayList<>();
    if (candidate.rowsBefore(Papers.TABLE).orElse(0) > 0) {
      probes.add(Probe.share(NOW, Papers.TABLE, Probe.State.NOW, column.col().isNull()));
      probes.add(Probe.share(BEFORE, Papers.TABLE, Probe.State.BEFORE, column.col().isNull()));
    }
    return probes;
  }

  @Override
  public Optional<Observed> observe(Candidate candidate, Map<String, Tally> tallies) {
    if (!tallies.containsKey(BEFORE)) {
      return Optional.empty();
    }
    double now = tallies.get(NOW).markedShare();
    double before = tallies.get(BEFORE).markedShare();
    return Optional.of(
        new Observed(
            Math.max(0, now - before),
            Sentence.of(
                "%.1f %% of papers have no %s, and %.1f %% had none in %s",
                PERCENT * now, column.name(), PERCENT * before, candidate.before())));
  }
}
