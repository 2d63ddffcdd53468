package org.almagest.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.TableSnapshot;

/** Reads what a run published without Spark, as another program would. */
public final class PublishedTables {
  private final Snapshot snapshot;

  public PublishedTables(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** All rows of each table, sorted, with columns separated by bars. */
  public Map<String, List<String>> all() {
    Map<String, List<String>> tables = new TreeMap<>();
    for (TableSnapshot table : snapshot.tables()) {
      tables.put(table.table(), query("SELECT * FROM " + table.table()).stream().sorted().toList());
    }
    return tables;
  }

  /** The rows of a query in which tables have their names. */
  public List<String> query(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (TableSnapshot table : snapshot.tables()) {
        String files =
            snapshot.files(table).stream()
                .map(path -> "'" + path.replace("'", "''") + "'")
                .collect(Collectors.joining(",", "[", "]"));
        statement.execute(
            "CREATE VIEW " + table.table() + " AS SELECT * FROM read_parquet(" + files + ")");
      }
      try (ResultSet results = statement.executeQuery(sql)) {
        return rows(results);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static List<String> rows(ResultSet results) throws SQLException {
    List<String> rows = new ArrayList<>();
    while (results.next()) {
      List<String> values = new ArrayList<>();
      for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
        values.add(results.getString(column));
      }
      rows.add(String.join("|", values));
    }
    return rows;
  }
}
