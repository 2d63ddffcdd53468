package org.almagest.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.stage.Stage;
import org.almagest.table.TableContract;
import org.almagest.warehouse.DocumentSnapshot;
import org.almagest.warehouse.FinishedStage;
import org.almagest.warehouse.Manifest.StageRecord;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.StageFingerprint;
import org.almagest.warehouse.TableSnapshot;
import org.almagest.warehouse.WholeFiles;

/**
 * The work of stages that is done already: by an earlier process of this run that was killed, or
 * for the snapshot on which the run builds.
 *
 * <p>The former counts only where also the tables of the snapshot before are those that the stage
 * looked at. For the latter they make no difference: its tables are already what the input and
 * settings give, and their names for things are its own.
 */
final class EarlierWork {
  private final Map<String, FinishedStage> ofThisRun;
  private final Optional<Snapshot> base;
  private final WholeFiles whole;
  private final boolean reuse;

  /** Where a stage's tables come from. */
  enum Origin {
    THIS_RUN,
    BASE
  }

  /**
   * Work that need not be done again.
   *
   * @param work what the stage did, its tables, and the input files that it noted
   */
  record Done(FinishedStage work, Origin origin) {}

  /**
   * @param ofThisRun stages that an earlier process of this run finished, by name
   * @param base the snapshot on which the run builds
   * @param whole whether files are there
   */
  EarlierWork(
      Map<String, FinishedStage> ofThisRun,
      Optional<Snapshot> base,
      WholeFiles whole,
      Settings settings) {
    this.ofThisRun = Map.copyOf(ofThisRun);
    this.base = base;
    this.whole = whole;
    this.reuse =
        settings.choice(
            Setting.RUN_REUSE, List.of(true, false), choice -> choice ? "true" : "false");
  }

  /** The work of that stage, if it is done and its tables are there. */
  Optional<Done> of(Stage stage, StageFingerprint wanted) {
    return ofThisRun(stage, wanted).or(() -> reuse ? ofBase(stage, wanted) : Optional.empty());
  }

  private Optional<Done> ofThisRun(Stage stage, StageFingerprint wanted) {
    return Optional.ofNullable(ofThisRun.get(stage.name()))
        .filter(done -> done.stage().fingerprint().isWorkOf(wanted))
        .filter(done -> done.stage().fingerprint().previous().equals(wanted.previous()))
        .filter(done -> hasAll(stage, done.tables(), done.documents()))
        .map(done -> new Done(done, Origin.THIS_RUN));
  }

  private Optional<Done> ofBase(Stage stage, StageFingerprint wanted) {
    if (base.isEmpty()) {
      return Optional.empty();
    }
    List<TableSnapshot> tables =
        stage.writes().stream()
            .flatMap(contract -> base.get().table(contract.name()).stream())
            .toList();
    List<DocumentSnapshot> documents =
        stage.documents().stream().flatMap(name -> base.get().document(name).stream()).toList();
    return record(base.get(), stage)
        .filter(record -> record.fingerprint().isWorkOf(wanted))
        .filter(record -> hasAll(stage, tables, documents))
        .map(
            record ->
                new Done(new FinishedStage(record, tables, documents, List.of()), Origin.BASE));
  }

  /** Whether the work of a stage may prove to be done, if what it reads comes out as it was. */
  boolean maySpare(Stage stage, String request) {
    StageFingerprint wanted = new StageFingerprint(request, "", "");
    return Optional.ofNullable(ofThisRun.get(stage.name()))
        .map(FinishedStage::stage)
        .or(() -> reuse ? base.flatMap(snapshot -> record(snapshot, stage)) : Optional.empty())
        .filter(record -> record.fingerprint().isRequestOf(wanted))
        .isPresent();
  }

  private boolean hasAll(
      Stage stage, List<TableSnapshot> tables, List<DocumentSnapshot> documents) {
    List<String> names = tables.stream().map(TableSnapshot::table).sorted().toList();
    return names.equals(stage.writes().stream().map(TableContract::name).sorted().toList())
        && documents.stream().map(DocumentSnapshot::document).toList().equals(stage.documents())
        && tables.stream().allMatch(whole::isWhole)
        && documents.stream().allMatch(whole::isWhole);
  }

  /** What a snapshot tells of a stage whose tables it has. */
  static Optional<StageRecord> record(Snapshot snapshot, Stage stage) {
    return snapshot.manifest().stages().stream()
        .filter(record -> record.stage().equals(stage.name()))
        .findFirst();
  }
}
