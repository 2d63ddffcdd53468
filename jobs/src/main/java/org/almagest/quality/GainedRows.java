package org.almagest.quality;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.almagest.table.TableContract;

/** The share by which a table has grown: now / before - 1, at least 0. */
record GainedRows(TableContract table) implements Measure {
  @Override
  public Optional<Observed> observe(Candidate candidate, Map<String, Tally> tallies) {
    OptionalLong before = candidate.rowsBefore(table);
    if (before.isEmpty() || before.getAsLong() == 0) {
      return Optional.empty();
    }
    double growth = (double) candidate.rows(table) / before.getAsLong() - 1;
    return Optional.of(
        new Observed(Math.max(0, growth), LostRows.detail(candidate, table, before)));
  }
}
