package org.almagest.warehouse;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.almagest.table.TableContract;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The tables of a run while it is staged. */
final class StagedTables {
  private final Layout layout;
  private final String runId;
  private final Supplier<SparkSession> spark;
  private final Map<String, TableSnapshot> tables = new TreeMap<>();

  StagedTables(Layout layout, String runId, Supplier<SparkSession> spark) {
    this.layout = layout;
    this.runId = runId;
    this.spark = spark;
  }

  /** Writes a table as {@link StagedSnapshot#write} says. */
  void write(TableContract contract, Dataset<Row> rows) {
    SchemaCheck.requireColumns(contract, rows.schema());
    String place = place(contract).toString();
    TableFiles.write(
        contract,
        rows.select(contract.allColumns()).sortWithinPartitions(contract.sortOrder()),
        place);
    keep(
        TableFiles.inspect(
            spark.get(), place, contract, Layout.publishedTable(runId, contract.name())));
  }

  /** Writes a table without rows: one file that has its schema. */
  void writeEmpty(TableContract contract) throws IOException {
    TaskTables.Target target = TaskTables.Target.of(contract, place(contract));
    try (TaskWriter writer = TaskTables.of(List.of(target), spark.get()).open(0)) {
      keep(contract, List.of(writer.finish().byTable().get(contract.name())));
    }
  }

  /** The directory of a table that this run writes. */
  Path place(TableContract contract) {
    return new Path(layout.staging(runId), contract.name());
  }

  /** Takes in files that tasks have written to the table's {@link #place}. */
  void keep(TableContract contract, List<TableFiles.Facts> files) {
    keep(TableFiles.snapshot(contract, Layout.publishedTable(runId, contract.name()), files));
  }

  /** Writes rows that are no table to that place, and reads them back. */
  Dataset<Row> writeScratch(Path place, Dataset<Row> rows) {
    StructType schema = rows.schema();
    TableFiles.writeScratch(rows, place.toString());
    return spark.get().read().schema(schema).parquet(place.toString());
  }

  void keep(TableSnapshot table) {
    tables.put(table.table(), table);
  }

  Optional<TableSnapshot> named(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** By name. */
  List<TableSnapshot> all() {
    return List.copyOf(tables.values());
  }

  /** A table of this run or a published one. */
  Dataset<Row> read(TableContract contract, TableSnapshot table) {
    return spark
        .get()
        .read()
        .schema(contract.schema())
        .parquet(
            table.files().stream()
                .map(file -> layout.during(runId, file.path()).toString())
                .toArray(String[]::new));
  }

  /** Whether this run wrote it itself. */
  boolean isOurs(TableSnapshot table) {
    return table.path().equals(Layout.publishedTable(runId, table.table()));
  }

  /** Directories of the tables that this run wrote itself, below its own. */
  List<String> ownDirectories() {
    return tables.values().stream().filter(this::isOurs).map(TableSnapshot::table).toList();
  }

  /** Removes what is in these directories and of no table, as of tasks that were given up. */
  void removeStrays(FileSystem files) throws IOException {
    for (String table : ownDirectories()) {
      Set<String> kept =
          tables.get(table).files().stream()
              .map(file -> new Path(file.path()).getName())
              .collect(Collectors.toSet());
      for (FileStatus file : files.listStatus(new Path(layout.staging(runId), table))) {
        if (!kept.contains(file.getPath().getName())) {
          files.delete(file.getPath(), true);
        }
      }
    }
  }
}
