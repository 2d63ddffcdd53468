package org.almagest.run;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.almagest.fault.AlmagestException;
import org.almagest.stage.Stage;
import org.almagest.table.TableContract;
import org.almagest.warehouse.Snapshot;

/** Which tables a run makes, which it takes over from the snapshot before, and which it cannot. */
final class StageTables {
  private final RunRequest request;
  private final List<Stage> stages;
  private final Set<String> stale;

  StageTables(RunRequest request, List<Stage> stages) {
    this.request = request;
    this.stages = List.copyOf(stages);
    this.stale = Pipeline.tablesThatFollow(stages, request.settings());
  }

  /** Whether a stage of the run writes that table. */
  boolean writes(String table) {
    return stages.stream()
        .flatMap(stage -> stage.writes().stream())
        .anyMatch(contract -> contract.name().equals(table));
  }

  /** Whether the snapshot before may hand that table on: it follows from nothing that is new. */
  boolean keeps(String table) {
    return !stale.contains(table);
  }

  /**
   * Fails where a stage's input is neither made on the way nor in the warehouse, or is there but
   * follows from tables that this run replaces.
   */
  void requireInputs(Optional<Snapshot> base) {
    Set<String> made = new HashSet<>();
    for (Stage stage : stages) {
      for (TableContract table : stage.reads()) {
        if (!made.contains(table.name())) {
          requireKept(stage, table, base);
        }
      }
      stage.writes().forEach(table -> made.add(table.name()));
    }
  }

  private void requireKept(Stage stage, TableContract table, Optional<Snapshot> base) {
    boolean there = base.flatMap(snapshot -> snapshot.table(table.name())).isPresent();
    if (there && keeps(table.name())) {
      return;
    }
    throw AlmagestException.usage(
        "The stage "
            + stage.name()
            + " reads the table "
            + table.name()
            + ", which "
            + (there
                ? "follows from tables that this run replaces; name the stage that writes it in"
                    + " --stages, too."
                : "the warehouse "
                    + request.warehouse()
                    + " does not have; run the stage that writes it first, or name it in --stages,"
                    + " too."));
  }
}
