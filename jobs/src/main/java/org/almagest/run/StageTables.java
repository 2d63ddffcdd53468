package org.almagest.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.almagest.fault.AlmagestException;
import org.almagest.stage.Stage;
import org.almagest.table.QualityChecks;
import org.almagest.table.TableContract;
import org.almagest.warehouse.DocumentSnapshot;
import org.almagest.warehouse.Manifest.StageRecord;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.StagedSnapshot;
import org.almagest.warehouse.TableSnapshot;

/** Which tables a run makes, which it takes over from the snapshot before, and which it cannot. */
final class StageTables {
  private final RunRequest request;
  private final List<Stage> stages;
  private final List<Stage> all;
  private final Set<String> stale;

  StageTables(RunRequest request, List<Stage> stages) {
    this.request = request;
    this.stages = List.copyOf(stages);
    this.all = Pipeline.all(request.settings(), List.of());
    this.stale = Pipeline.tablesThatFollow(stages, request.settings());
  }

  /** Tables of the snapshot before that it may hand on: they follow from nothing that is new. */
  List<TableSnapshot> kept(Optional<Snapshot> base) {
    return tables(base).filter(table -> keeps(table.table())).toList();
  }

  /** Files of the snapshot before that are no tables and that it may hand on in the same way. */
  List<DocumentSnapshot> keptDocuments(Optional<Snapshot> base) {
    return documents(base).filter(document -> !stale.contains(document.document())).toList();
  }

  /**
   * Names of tables and other files of the snapshot before that a run may neither keep nor write
   * anew.
   */
  List<String> dropped(Optional<Snapshot> base) {
    return Stream.concat(
            tables(base).map(TableSnapshot::table).filter(t -> !keeps(t) && !writes(t)),
            documents(base)
                .map(DocumentSnapshot::document)
                .filter(d -> stale.contains(d) && !writesDocument(d)))
        .toList();
  }

  /**
   * Names of tables and other files of the snapshot before that the one in the making does not
   * have.
   */
  List<String> dropped(StagedSnapshot made) {
    return Stream.concat(
            without(
                tables(made.base()).map(TableSnapshot::table),
                made.tables().stream().map(TableSnapshot::table)),
            without(
                documents(made.base()).map(DocumentSnapshot::document),
                made.documents().stream().map(DocumentSnapshot::document)))
        .toList();
  }

  private static Stream<String> without(Stream<String> before, Stream<String> now) {
    Set<String> there = now.collect(Collectors.toSet());
    return before.filter(name -> !there.contains(name));
  }

  /**
   * Takes over the tables that a stage reads where they are there, of stages before it that do not
   * run and whose input came out as it was. They are there, although they might have become stale.
   */
  void keepWhatStillHoldsFor(Stage next, StagedSnapshot made) {
    if (next.readsWhereThere().isEmpty()) {
      return;
    }
    List<Stage> before =
        all.stream().takeWhile(stage -> !stage.name().equals(next.name())).toList();
    keepWhatStillHolds(before, made);
  }

  /**
   * Takes over the tables of stages that do not run and whose input came out as it was, once those
   * that do run have ended.
   *
   * @return what the snapshot before tells of all stages whose tables are taken over, in their
   *     order
   */
  List<StageRecord> keepWhatStillHolds(StagedSnapshot made) {
    return keepWhatStillHolds(all, made);
  }

  private List<StageRecord> keepWhatStillHolds(List<Stage> candidates, StagedSnapshot made) {
    if (made.base().isEmpty()) {
      return List.of();
    }
    Snapshot base = made.base().get();
    List<StageRecord> records = new ArrayList<>();
    for (Stage stage : candidates) {
      if (stages.stream().anyMatch(running -> running.name().equals(stage.name()))) {
        continue;
      }
      List<TableSnapshot> written =
          stage.writes().stream().flatMap(table -> base.table(table.name()).stream()).toList();
      List<DocumentSnapshot> documents =
          stage.documents().stream().flatMap(name -> base.document(name).stream()).toList();
      boolean holds =
          (stage.writes().stream().allMatch(made::has)
                  && stage.documents().stream().allMatch(made::hasDocument))
              || (stage.reads().stream().allMatch(table -> isAsBefore(table, made, base))
                  && stage.readsWhereThere().stream()
                      .allMatch(table -> isAsBeforeOrMissing(table, made, base)));
      if (holds
          && written.size() == stage.writes().size()
          && documents.size() == stage.documents().size()) {
        written.forEach(made::keep);
        documents.forEach(made::keep);
        EarlierWork.record(base, stage).ifPresent(records::add);
      }
    }
    return records;
  }

  private static boolean isAsBefore(TableContract table, StagedSnapshot made, Snapshot base) {
    return base.table(table.name()).isPresent() && isAsBeforeOrMissing(table, made, base);
  }

  private static boolean isAsBeforeOrMissing(
      TableContract table, StagedSnapshot made, Snapshot base) {
    return made.table(table)
        .map(TableSnapshot::digest)
        .equals(base.table(table.name()).map(TableSnapshot::digest));
  }

  private static Stream<DocumentSnapshot> documents(Optional<Snapshot> base) {
    return base.map(snapshot -> snapshot.manifest().documents()).orElse(List.of()).stream();
  }

  private boolean writesDocument(String name) {
    return stages.stream().anyMatch(stage -> stage.documents().contains(name));
  }

  private static Stream<TableSnapshot> tables(Optional<Snapshot> base) {
    return base.map(Snapshot::tables).orElse(List.of()).stream();
  }

  private boolean writes(String table) {
    return isOfEveryRun(table)
        || stages.stream()
            .flatMap(stage -> stage.writes().stream())
            .anyMatch(contract -> contract.name().equals(table));
  }

  private boolean keeps(String table) {
    return !stale.contains(table) && !isOfEveryRun(table);
  }

  /** Whether no stage but the run itself writes it, whatever stages there are. */
  private static boolean isOfEveryRun(String table) {
    return table.equals(QualityChecks.TABLE.name());
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
        "The stage %s reads the table %s, %s"
            .formatted(stage.name(), table.name(), whyNotKept(there, base)));
  }

  private String whyNotKept(boolean there, Optional<Snapshot> base) {
    if (there) {
      return "which follows from tables that this run replaces; name the stage that writes it in"
          + " --stages, too.";
    }
    return base.isEmpty()
        ? ("and nothing is published at %s yet; correct --warehouse, or run the stage that writes the"
                + " table first, or name it in --stages, too.")
            .formatted(request.warehouse())
        : ("which the warehouse %s does not have; run the stage that writes it first, or name it in"
                + " --stages, too.")
            .formatted(request.warehouse());
  }
}
