package org.almagest.quality;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.almagest.table.Changes;
import org.almagest.table.CommunityLineage;
import org.almagest.table.RejectedRecords;
import org.almagest.table.TableContract;
import org.almagest.table.TopicLineage;
import org.almagest.table.TopicTraining;

/** How many tables are empty that had rows in the snapshot before. */
record EmptiedTables() implements Measure {
  /** They tell of one run, and where there was nothing to tell it is good news. */
  private static final Set<TableContract> OF_ONE_RUN =
      Set.of(
          Changes.TABLE,
          RejectedRecords.TABLE,
          TopicLineage.TABLE,
          TopicTraining.TABLE,
          CommunityLineage.TABLE);

  @Override
  public Optional<Observed> observe(Candidate candidate, Map<String, Tally> tallies) {
    List<TableContract> filled =
        candidate.written().stream()
            .filter(table -> !OF_ONE_RUN.contains(table))
            .filter(table -> candidate.rowsBefore(table).orElse(0) > 0)
            .toList();
    if (filled.isEmpty()) {
      return Optional.empty();
    }
    List<String> empty =
        filled.stream()
            .filter(table -> candidate.rows(table) == 0)
            .map(TableContract::name)
            .sorted()
            .toList();
    return Optional.of(
        new Observed(
            empty.size(),
            Sentence.of(
                "Of %,d tables with rows in %s %s",
                filled.size(),
                candidate.before(),
                empty.isEmpty()
                    ? "none is empty"
                    : "these are empty: " + String.join(", ", empty))));
  }
}
