package org.almagest.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.table.TableContract;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Tables that a run has written and no reader sees yet. {@link #publish} makes them a snapshot;
 * {@link #close} without it leaves nothing behind.
 */
public final class StagedSnapshot implements AutoCloseable {
  private final FileSystem files;
  private final Layout layout;
  private final VersionLog versions;
  private final String runId;
  private final SparkSession spark;
  private final Supplier<Optional<Snapshot>> current;
  // Above the base's where a later version is torn; its number stays taken.
  private final long newestVersion;
  private final Optional<Snapshot> base;
  // Several tables may be written at the same time.
  private final Map<String, TableSnapshot> tables = new ConcurrentSkipListMap<>();
  private final List<Path> createdDirectories = new ArrayList<>();
  private List<Manifest.InputFile> inputs;
  private final List<Leases.Lease> leases = new ArrayList<>();
  private boolean published;
  private boolean inspected;

  StagedSnapshot(
      FileSystem files,
      Layout layout,
      VersionLog versions,
      String runId,
      SparkSession spark,
      Supplier<Optional<Snapshot>> current)
      throws IOException {
    this.files = files;
    this.layout = layout;
    this.versions = versions;
    this.runId = runId;
    this.spark = spark;
    this.current = current;
    // First the number: a version published before the next line then ends in a conflict.
    this.newestVersion = versions.numbers().stream().findFirst().orElse(0L);
    this.base = current.get();
    this.inputs = base.map(snapshot -> snapshot.manifest().inputs()).orElse(List.of());
    for (Path missing = layout.staging(runId);
        missing != null && !files.exists(missing);
        missing = missing.getParent()) {
      createdDirectories.add(missing);
    }
    requireWritable();
    Leases held = new Leases(files, layout);
    leases.add(held.ofRun(runId));
    if (base.isPresent()) {
      leases.add(held.ofVersion(base.get().version()));
    }
  }

  private void requireWritable() {
    try {
      if (files.mkdirs(layout.staging(runId))) {
        return;
      }
    } catch (IOException e) {
      throw notWritable(e);
    }
    throw notWritable(null);
  }

  private AlmagestException notWritable(IOException cause) {
    return new AlmagestException(
        ExitCode.USAGE,
        "The warehouse "
            + Warehouse.rootOf(layout)
            + " cannot be written to; name a directory in which you may create files.",
        cause);
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
    tables.put(table.table(), table);
  }

  /** Notes the files that the papers come from; those of the base stand until then. */
  public void recordInputs(List<Manifest.InputFile> files) {
    inputs = List.copyOf(files);
  }

  /** The files that the papers come from. */
  public List<Manifest.InputFile> inputs() {
    return inputs;
  }

  /** Whether the snapshot will hold that table. */
  public boolean has(TableContract contract) {
    return tables.containsKey(contract.name());
  }

  /** Whether this run wrote that table itself. */
  public boolean wrote(TableContract contract) {
    TableSnapshot table = tables.get(contract.name());
    return table != null && table.path().equals(Layout.publishedTable(runId, contract.name()));
  }

  /**
   * Writes a table, each file sorted by its key, and checks it against its contract. There are as
   * many files as the rows have partitions, which Spark makes few where rows are few.
   *
   * @return the table as written, read back
   * @throws AlmagestException (internal) if columns, types or nulls are not as declared
   */
  public Dataset<Row> write(TableContract contract, Dataset<Row> rows) {
    SchemaCheck.requireColumns(contract, rows.schema());
    Path directory = new Path(layout.staging(runId), contract.name());
    TableFiles.write(
        rows.select(contract.allColumns()).sortWithinPartitions(contract.sortOrder()),
        directory.toString());
    TableSnapshot written =
        TableFiles.inspect(
            spark, directory.toString(), contract, Layout.publishedTable(runId, contract.name()));
    tables.put(contract.name(), written);
    return read(contract);
  }

  /**
   * Writes rows that only this run reads, and that go with it.
   *
   * @param name unique within the run
   * @return the rows, read back
   */
  public Dataset<Row> writeScratch(String name, Dataset<Row> rows) {
    StructType schema = rows.schema();
    String directory = scratch(name).toString();
    TableFiles.writeScratch(rows, directory);
    return spark.read().schema(schema).parquet(directory);
  }

  /**
   * States of a long computation, which outlive this run if it is killed.
   *
   * @param fingerprint names the computation: letters and digits
   */
  public Checkpoints checkpoints(String fingerprint) {
    return new Checkpoints(files, new Path(layout.checkpointsRoot(), fingerprint), spark);
  }

  /**
   * A table of the snapshot in the making.
   *
   * @throws AlmagestException (usage) if neither this run nor the base has it
   */
  public Dataset<Row> read(TableContract contract) {
    TableSnapshot table = tables.get(contract.name());
    if (table == null) {
      throw AlmagestException.usage(
          "The warehouse "
              + Warehouse.rootOf(layout)
              + " has no table "
              + contract.name()
              + " yet; run the stage that writes it first, or name it in --stages.");
    }
    boolean ours = wrote(contract);
    String[] paths =
        table.files().stream()
            .map(
                file ->
                    ours
                        ? new Path(
                                layout.staging(runId),
                                contract.name() + "/" + new Path(file.path()).getName())
                            .toString()
                        : new Path(layout.root(), file.path()).toString())
            .toArray(String[]::new);
    return spark.read().schema(contract.schema()).parquet(paths);
  }

  /** A table as the base snapshot has it, also where this run writes it anew. */
  public Optional<Dataset<Row>> readBase(TableContract contract) {
    return base.flatMap(snapshot -> snapshot.table(contract.name()))
        .map(
            table ->
                spark
                    .read()
                    .schema(contract.schema())
                    .parquet(
                        table.files().stream()
                            .map(file -> new Path(layout.root(), file.path()).toString())
                            .toArray(String[]::new)));
  }

  /** Number of rows of a table of the snapshot in the making. */
  public long rows(TableContract contract) {
    return tables.get(contract.name()).rows();
  }

  /** Its tables, by name. */
  public List<TableSnapshot> tables() {
    return tables.values().stream().sorted(Comparator.comparing(TableSnapshot::table)).toList();
  }

  /**
   * Makes the tables a snapshot that readers see.
   *
   * @param manifest what to record; its tables must be {@link #tables()}
   * @throws AlmagestException (conflict) if another run published in the meantime, (commit unknown)
   *     if it cannot be told whether the snapshot is published
   */
  public Snapshot publish(Manifest manifest) {
    try {
      files.delete(scratchRoot(), true);
      byte[] bytes = Warehouse.JSON.writeValueAsBytes(manifest);
      DurableFiles.write(files, new Path(layout.staging(runId), "manifest.json"), bytes);
      DurableFiles.syncTree(files, layout.staging(runId));
      files.mkdirs(layout.snapshots());
      FileContext.getFileContext(files.getUri(), files.getConf())
          .rename(layout.staging(runId), layout.snapshot(runId), Options.Rename.NONE);
      DurableFiles.syncNames(files, layout.snapshots());
      DurableFiles.syncNames(files, layout.root());
      long number = newestVersion + 1;
      commit(new VersionLog.Entry(number, runId, Digests.sha256(bytes)));
      Snapshot snapshot =
          current
              .get()
              .filter(s -> s.version() >= number)
              .orElseThrow(
                  () ->
                      new AlmagestException(
                          ExitCode.COMMIT_UNKNOWN,
                          "Version "
                              + number
                              + " was written to "
                              + Warehouse.rootOf(layout)
                              + " but cannot be read back. Nothing was deleted; look at its"
                              + " versions directory before the next run."));
      hint(snapshot.version());
      return snapshot;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void commit(VersionLog.Entry entry) throws IOException {
    try {
      versions.commit(entry);
      published = true;
    } catch (AlmagestException e) {
      published = e.exitCode() == ExitCode.COMMIT_UNKNOWN; // Then it must not be deleted.
      throw e;
    }
  }

  private void hint(long version) {
    try {
      versions.hint(version);
    } catch (IOException e) {
      // The snapshot is published all the same, and no reader depends on the hint.
    }
  }

  /**
   * Leaves the tables where they are, although they are not published, for a person to look at.
   * Garbage collection removes them.
   *
   * @return where they lie
   */
  public String keepForInspection() {
    try {
      files.delete(scratchRoot(), true);
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
      for (Leases.Lease lease : leases) {
        lease.close();
      }
      if (published) {
        tidy();
        return;
      }
      if (inspected) {
        return;
      }
      files.delete(layout.staging(runId), true);
      files.delete(layout.snapshot(runId), true);
      deleteIfEmpty(layout.snapshots());
      deleteIfEmpty(layout.versions());
      deleteIfEmpty(layout.stagingRoot());
      for (Path directory : createdDirectories) {
        deleteIfEmpty(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tidy() {
    try {
      deleteIfEmpty(layout.stagingRoot());
    } catch (IOException e) {
      // The snapshot is published all the same; another run may be using the directory.
    }
  }

  private Path scratchRoot() {
    return new Path(layout.staging(runId), "_scratch");
  }

  private Path scratch(String name) {
    return new Path(scratchRoot(), name);
  }

  private void deleteIfEmpty(Path directory) throws IOException {
    if (files.exists(directory) && files.listStatus(directory).length == 0) {
      files.delete(directory, false);
    }
  }
}
