package org.almagest.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.almagest.warehouse.Manifest;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.TableSnapshot;
import org.almagest.warehouse.TableSnapshot.DataFile;

/** A published version with tables that DuckDB wrote from queries. */
final class SmallWarehouse {
  private final Path directory;
  private final List<TableSnapshot> tables = new ArrayList<>();

  SmallWarehouse(Path directory) {
    this.directory = directory;
  }

  /** Adds a table of five rows, or as many as the query has. */
  SmallWarehouse with(String table, String sql) throws Exception {
    String path = "snapshots/r1/" + table + "/part-0.parquet";
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (" + sql + ") TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
    }
    tables.add(
        new TableSnapshot(
            table, "snapshots/r1/" + table, 5, 1, "", List.of(new DataFile(path, 5, 1, ""))));
    return this;
  }

  Snapshot snapshot() {
    return new Snapshot(
        1,
        "file://" + directory,
        new Manifest(
            1, "r1", "2026-01-01T00:00:00Z", Map.of(), Map.of(), List.of(), List.of(), tables));
  }
}
