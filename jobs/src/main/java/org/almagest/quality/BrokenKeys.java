package org.almagest.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almagest.table.TableContract;

/** How many rows of the tables that the run wrote have a key that is null in part, or another's. */
record BrokenKeys() implements Measure {
  @Override
  public List<Probe> probes(Candidate candidate) {
    return candidate.written().stream().map(table -> Probe.keys(table.name(), table)).toList();
  }

  @Override
  public Optional<Observed> observe(Candidate candidate, Map<String, Tally> tallies) {
    long all = 0;
    long nulls = 0;
    long repeats = 0;
    List<String> where = new ArrayList<>();
    for (TableContract table : candidate.written()) {
      Tally tally = tallies.get(table.name());
      all += tally.rows();
      nulls += tally.marks();
      repeats += tally.repeats();
      if (tally.marks() + tally.repeats() > 0) {
        where.add(table.name());
      }
    }
    return Optional.of(
        new Observed(
            nulls + repeats,
            Sentence.of(
                "Of %,d rows %,d are null in a column of the key, and %,d have the key of another"
                    + " row%s",
                all, nulls, repeats, where.isEmpty() ? "" : ", in " + String.join(", ", where))));
  }
}
