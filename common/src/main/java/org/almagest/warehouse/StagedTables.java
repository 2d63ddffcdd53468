package org.almagest.warehouse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.almagest.table.TableContract;
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
  // Several may be written at the same time.
  private final Map<String, TableSnapshot> tables = new ConcurrentSkipListMap<>();

  StagedTables(Layout layout, String runId, Supplier<SparkSession> spark) {
    this.layout = layout;
    this.runId = runId;
    this.spark = spark;
  }

  /** Writes a table as {@link StagedSnapshot#write} says. */
  void write(TableContract contract, Dataset<Row> rows) {
    SchemaCheck.requireColumns(contract, rows.schema());
    String place = new Path(layout.staging(runId), contract.name()).toString();
    TableFiles.write(
        rows.select(contract.allColumns()).sortWithinPartitions(contract.sortOrder()), place);
    keep(
        TableFiles.inspect(
            spark.get(), place, contract, Layout.publishedTable(runId, contract.name())));
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
}
