package org.almagest.quality;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almagest.table.TableColumn;
import org.almagest.table.TableContract;

/**
 * How many groups of rows have amounts that do not sum to 1, to within 10^-9.
 *
 * @param group the columns that make a group; none for the whole table
 */
record UnevenSums(TableContract table, TableColumn amount, List<TableColumn> group)
    implements Measure {
  private static final String SUMS = "sums";

  UnevenSums {
    group = List.copyOf(group);
  }

  @Override
  public List<Probe> probes(Candidate candidate) {
    return List.of(Probe.sums(SUMS, table, group, amount));
  }

  @Override
  public Optional<Observed> observe(Candidate candidate, Map<String, Tally> tallies) {
    Tally tally = tallies.get(SUMS);
    return Optional.of(
        new Observed(
            tally.notOne(),
            Sentence.of(
                "%,d of %,d sums of %s.%s are not 1",
                tally.notOne(), tally.groups(), table.name(), amount.name())));
  }
}
