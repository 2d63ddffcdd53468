package org.almagest.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.almagest.fault.AlmagestException;
import org.almagest.table.TableContract;
import org.almagest.warehouse.Manifest.StageRecord;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Tables that a run has written and no reader sees yet. {@link #publish} makes them a snapshot;
 * {@link #close} without it leaves nothing behind. Where the process is killed, {@link #finished}
 * tells the next run of that name which stages it need not do again.
 */
public final class StagedSnapshot implements WholeFiles, AutoCloseable {
  private final FileSystem files;
  private final Layout layout;
  private final Warehouse warehouse;
  private final String runId;
  private final Supplier<SparkSession> spark;
  private final FinishedStages finishedStages;
  private final Publication publication;
  private final StagingDirectory directory;
  // Above the base's where a later version is torn; its number stays taken.
  private final long newestVersion;
  private final Optional<Snapshot> base;
  private final Map<String, FinishedStage> finished;
  private final StagedTables tables;
  private final StagedDocuments documents;
  private List<Manifest.InputFile> inputs;
  private List<Manifest.InputFile> inputsOfStage = List.of();
  private boolean inspected;

  StagedSnapshot(
      Warehouse warehouse,
      FileSystem files,
      Layout layout,
      VersionLog versions,
      String runId,
      Supplier<SparkSession> spark)
      throws IOException {
    this.files = files;
    this.layout = layout;
    this.warehouse = warehouse;
    this.runId = runId;
    this.spark = spark;
    this.finishedStages = new FinishedStages(files, layout, runId);
    this.publication = new Publication(files, layout, versions, runId);
    this.tables = new StagedTables(layout, runId, spark);
    this.documents = new StagedDocuments(files, layout, runId);
    this.directory = new StagingDirectory(files, layout, runId);
    try {
      RunTraces traces = new RunTraces(files, layout, versions, runId, warehouse::history);
      traces.requireUnpublished();
      traces.takeBack();
      files.mkdirs(layout.staging(runId));
      // What a killed process of this run was in the middle of begins anew.
      files.delete(scratchRoot(), true);
      this.finished = finishedStages.all();
      // First the number: a version published before the next line then ends in a conflict.
      this.newestVersion = versions.numbers().stream().findFirst().orElse(0L);
      this.base = warehouse.current();
      this.inputs = base.map(snapshot -> snapshot.manifest().inputs()).orElse(List.of());
      if (base.isPresent()) {
        directory.keep(base.get().version());
      }
    } catch (IOException | RuntimeException e) {
      directory.lease().close();
      throw e;
    }
  }

  /** The snapshot on which this one builds: the newest when the run began. */
  public Optional<Snapshot> base() {
    return base;
  }

  /** The run's name. */
  public String runId() {
    return runId;
  }

  /** Takes over a table of the base snapshot as it is, without copying it. */
  public void keep(TableSnapshot table) {
    tables.keep(table);
  }

  /** Takes over a file of the base snapshot that is no table, without copying it. */
  public void keep(DocumentSnapshot document) {
    documents.keep(document);
  }

  /** Stages that an earlier, killed process of this run had finished, by name. */
  public Map<String, FinishedStage> finished() {
    return finished;
  }

  @Override
  public boolean isWhole(String path, long bytes) {
    return finishedStages.isWhole(path, bytes);
  }

  /** Takes over what an earlier process of this run had finished. */
  public void resume(FinishedStage stage) {
    stage.tables().forEach(this::keep);
    stage.documents().forEach(this::keep);
    if (!stage.inputs().isEmpty()) {
      inputs = stage.inputs();
    }
  }

  /** Removes what an earlier process of this run may have left of a stage that is to run anew. */
  public void discard(String stage, List<TableContract> writes, List<String> documentNames) {
    try {
      finishedStages.remove(stage);
      for (String document : documentNames) {
        documents.discard(document);
      }
      for (TableContract table : writes) {
        files.delete(new Path(layout.staging(runId), table.name()), true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Notes that a stage is finished: should this process be killed, the next one goes on from here.
   */
  public void finish(StageRecord stage, List<TableContract> writes, List<String> documentNames) {
    CrashPoint.BEFORE_STAGE_COMMIT.reached(stage.stage());
    try {
      finishedStages.add(
          new FinishedStage(
              stage,
              writes.stream().flatMap(t -> table(t).stream()).toList(),
              documentNames.stream().flatMap(name -> documents.named(name).stream()).toList(),
              inputsOfStage));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    inputsOfStage = List.of();
    CrashPoint.AFTER_STAGE.reached(stage.stage());
  }

  /** Notes the files that the papers come from; those of the base stand until then. */
  public void recordInputs(List<Manifest.InputFile> files) {
    inputs = List.copyOf(files);
    inputsOfStage = inputs;
  }

  /** The files that the papers come from. */
  public List<Manifest.InputFile> inputs() {
    return inputs;
  }

  /** Whether the snapshot will hold that table. */
  public boolean has(TableContract contract) {
    return tables.named(contract.name()).isPresent();
  }

  /** Whether this run wrote that table itself. */
  public boolean wrote(TableContract contract) {
    return table(contract).filter(tables::isOurs).isPresent();
  }

  /**
   * Writes a table, each file sorted by its key, and checks it against its contract. There are as
   * many files as the rows have partitions, which Spark makes few where rows are few.
   *
   * @return the table as written, read back
   * @throws AlmagestException (internal) if columns, types or nulls are not as declared
   */
  public Dataset<Row> write(TableContract contract, Dataset<Row> rows) {
    tables.write(contract, rows);
    return read(contract);
  }

  /**
   * Writes a file that is no table.
   *
   * @param name a directory of its own and a file in it, such as {@code report/index.html}
   */
  public DocumentSnapshot writeDocument(String name, byte[] bytes) {
    try {
      return documents.write(name, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the snapshot will hold that file, which is no table. */
  public boolean hasDocument(String name) {
    return documents.named(name).isPresent();
  }

  /** Its files that are no tables, by name. */
  public List<DocumentSnapshot> documents() {
    return documents.all();
  }

  /** Writes a table without rows. */
  public void writeEmpty(TableContract contract) {
    try {
      tables.writeEmpty(contract);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Lets tasks write several tables in one pass, and rows that only this run reads beside them.
   *
   * @param scratch unique name of those rows within the run
   */
  public TablePass pass(List<TableContract> contracts, String scratch, StructType scratchSchema) {
    try {
      return new TablePass(
          contracts, tables, new Path(scratchRoot(), scratch), scratchSchema, spark);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes rows that only this run reads, and that go with it.
   *
   * @param name unique within the run
   * @return the rows, read back
   */
  public Dataset<Row> writeScratch(String name, Dataset<Row> rows) {
    return tables.writeScratch(new Path(scratchRoot(), name), rows);
  }

  /**
   * States of a long computation, which outlive this run if it is killed.
   *
   * @param fingerprint names the computation: letters and digits
   */
  public Checkpoints checkpoints(String fingerprint) {
    return new Checkpoints(files, new Path(layout.checkpointsRoot(), fingerprint), spark.get());
  }

  /**
   * A table of the snapshot in the making.
   *
   * @throws AlmagestException (usage) if neither this run nor the base has it
   */
  public Dataset<Row> read(TableContract contract) {
    return tables.read(
        contract,
        table(contract)
            .orElseThrow(
                () ->
                    AlmagestException.usage(
                        "The warehouse "
                            + Warehouse.rootOf(layout)
                            + " has no table "
                            + contract.name()
                            + " yet; run the stage that writes it first, or name it in"
                            + " --stages.")));
  }

  /** A table as the base snapshot has it, also where this run writes it anew. */
  public Optional<Dataset<Row>> readBase(TableContract contract) {
    return base.flatMap(snapshot -> snapshot.table(contract.name()))
        .map(table -> tables.read(contract, table));
  }

  /** A table of the snapshot in the making, if it has it. */
  public Optional<TableSnapshot> table(TableContract contract) {
    return tables.named(contract.name());
  }

  /** Number of rows of a table of the snapshot in the making. */
  public long rows(TableContract contract) {
    return table(contract).orElseThrow().rows();
  }

  /** Its tables, by name. */
  public List<TableSnapshot> tables() {
    return tables.all();
  }

  /**
   * Makes the tables a snapshot that readers see.
   *
   * @param manifest what to record; its tables must be {@link #tables()}, and its documents {@link
   *     #documents()}
   * @throws AlmagestException (conflict) if another run published in the meantime, (commit unknown)
   *     if it cannot be told whether the snapshot is published
   */
  public Snapshot publish(Manifest manifest) {
    Set<String> written = new HashSet<>(tables.ownDirectories());
    written.addAll(documents.ownDirectories());
    try {
      tables.removeStrays(files);
      return publication.publish(
          manifest, written, newestVersion + 1, directory.lease(), warehouse::current);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Leaves the tables where they are, although they are not published, for a person to look at.
   * Garbage collection removes them, and a run of the same name goes on with them.
   *
   * @return where they lie
   */
  public String keepForInspection() {
    try {
      files.delete(scratchRoot(), true);
      tables.removeStrays(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    inspected = true;
    return Warehouse.placeOf(layout.staging(runId));
  }

  /**
   * Removes whatever was not published or kept for inspection, and the directories that were made
   * for it.
   */
  @Override
  public void close() {
    try {
      if (publication.isNamed()) {
        directory.closePublished();
      } else if (inspected) {
        directory.closeInspected();
      } else {
        directory.closeUnpublished();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path scratchRoot() {
    return new Path(layout.staging(runId), "_scratch");
  }
}
