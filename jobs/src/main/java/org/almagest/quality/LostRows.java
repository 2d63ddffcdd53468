package org.almagest.quality;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.almagest.table.TableContract;

/** The share of a table's rows that the snapshot before had more: 1 - now / before, at least 0. */
record LostRows(TableContract table) implements Measure {
  @Override
  public Optional<Observed> observe(Candidate candidate, Map<String, Tally> tallies) {
    OptionalLong before = candidate.rowsBefore(table);
    if (before.isEmpty() || before.getAsLong() == 0) {
      return Optional.empty();
    }
    double kept = (double) candidate.rows(table) / before.getAsLong();
    return Optional.of(new Observed(Math.max(0, 1 - kept), detail(candidate, table, before)));
  }

  static String detail(Candidate candidate, TableContract table, OptionalLong before) {
    return Sentence.of(
        "%s has %,d rows, and had %,d in %s",
        table.name(), candidate.rows(table), before.orElse(0), candidate.before());
  }
}
