package org.almagest.query;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.TableSnapshot;
import org.duckdb.DuckDBDriver;

/**
 * A DuckDB in memory with one view for each table of a snapshot. It reads the snapshot's files and
 * no others, loads no extensions and writes no file.
 */
public final class SnapshotDatabase implements AutoCloseable {
  private final Connection connection;

  /** What a person's query runs in, for as long as it does. */
  private volatile Optional<Statement> running = Optional.empty();

  private SnapshotDatabase(Connection connection) {
    this.connection = connection;
  }

  /** Opens a database over that snapshot. */
  public static SnapshotDatabase open(Snapshot snapshot) {
    Properties properties = new Properties();
    properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
    try {
      SnapshotDatabase database =
          new SnapshotDatabase(DriverManager.getConnection("jdbc:duckdb:", properties));
      database.prepare(snapshot);
      return database;
    } catch (SQLException e) {
      throw failure(e, ExitCode.INTERNAL, "The tables of " + snapshot.warehouse() + ": ");
    }
  }

  private void prepare(Snapshot snapshot) throws SQLException {
    Path spill =
        Path.of(
            System.getProperty("java.io.tmpdir"),
            "almagest-query-" + ProcessHandle.current().pid());
    List<String> statements = new ArrayList<>();
    statements.add("SET autoinstall_known_extensions = false");
    statements.add("SET autoload_known_extensions = false");
    statements.add("SET temp_directory = " + text(spill.toString()));
    List<String> allFiles = new ArrayList<>();
    for (TableSnapshot table : snapshot.tables()) {
      List<String> files = snapshot.files(table).stream().map(SnapshotDatabase::localPath).toList();
      allFiles.addAll(files);
      statements.add(
          "CREATE VIEW "
              + name(table.table())
              + " AS SELECT * FROM read_parquet("
              + list(files.stream())
              + ", hive_partitioning = false)");
    }
    statements.add("SET allowed_paths = " + list(allFiles.stream()));
    statements.add("SET enable_external_access = false");
    statements.add("SET lock_configuration = true");
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /**
   * Runs a query of ours and hands each row on as it comes, null where a value is missing.
   *
   * @param parameters what stands for the question marks of the query, in order
   */
  public void read(String sql, Consumer<Object[]> rows, Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet found = statement.executeQuery()) {
        int columns = found.getMetaData().getColumnCount();
        while (found.next()) {
          rows.accept(row(found, columns));
        }
      }
    } catch (SQLException e) {
      throw failure(e, ExitCode.INTERNAL, "A table could not be read: ");
    }
  }

  /** Number of rows of a table or view. */
  public long rowCount(String table) {
    AtomicLong count = new AtomicLong();
    read("SELECT count(*) FROM " + name(table), row -> count.set(((Number) row[0]).longValue()));
    return count.get();
  }

  /**
   * Keeps the rows of a query of ours under a name for later queries; in memory, as all that this
   * database holds.
   */
  public void keep(String table, String sql, Object... parameters) {
    try (PreparedStatement statement =
        connection.prepareStatement("CREATE TEMP TABLE " + name(table) + " AS " + sql)) {
      bind(statement, parameters);
      statement.execute();
    } catch (SQLException e) {
      throw failure(e, ExitCode.INTERNAL, "A table could not be read: ");
    }
  }

  /**
   * Runs a person's query and hands each row on as it comes.
   *
   * @param parameters what stands for the question marks of the query, in order
   * @return the number of rows
   * @throws AlmagestException (usage) if the query is wrong or does more than read
   */
  public long query(String sql, RowWriter writer, Object... parameters) throws IOException {
    try {
      requireReadOnly(sql);
      try (PreparedStatement statement = connection.prepareStatement(sql);
          ResultSet rows = begin(statement, parameters)) {
        ResultSetMetaData meta = rows.getMetaData();
        List<RowWriter.Column> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
          columns.add(
              new RowWriter.Column(
                  meta.getColumnName(i), CellText.isNumeric(meta.getColumnType(i))));
        }
        writer.begin(columns);
        long count = 0;
        while (rows.next()) {
          writer.row(row(rows, columns.size()));
          count++;
        }
        writer.end();
        return count;
      }
    } catch (SQLException e) {
      throw failure(e, ExitCode.USAGE, "The query failed: ");
    } finally {
      running = Optional.empty();
    }
  }

  private ResultSet begin(PreparedStatement statement, Object[] parameters) throws SQLException {
    bind(statement, parameters);
    running = Optional.of(statement);
    return statement.executeQuery();
  }

  /**
   * Ends a person's query that runs in another thread, where it fails; without one, does nothing.
   */
  public void cancel() {
    try {
      if (running.isPresent()) {
        running.get().cancel();
      }
    } catch (SQLException e) {
      throw failure(e, ExitCode.INTERNAL, "A query could not be ended: ");
    }
  }

  private static void bind(PreparedStatement statement, Object[] parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  private static Object[] row(ResultSet rows, int columns) throws SQLException {
    Object[] row = new Object[columns];
    for (int i = 0; i < columns; i++) {
      row[i] = rows.getObject(i + 1);
    }
    return row;
  }

  /** DuckDB's own parser tells what a text does; only reading statements have a JSON form. */
  private void requireReadOnly(String sql) throws SQLException {
    try (PreparedStatement parse =
        connection.prepareStatement(
            """
            SELECT p->>'error', p->>'error_type', json_array_length(p->'statements')
            FROM (SELECT json_serialize_sql(?::VARCHAR) AS p)
            """)) {
      parse.setString(1, sql);
      try (ResultSet row = parse.executeQuery()) {
        row.next();
        if ("not implemented".equals(row.getString(2))) {
          throw AlmagestException.usage(
              "query only reads: begin with SELECT, FROM, WITH, SHOW, DESCRIBE or SUMMARIZE.");
        }
        if ("false".equals(row.getString(1)) && row.getInt(3) != 1) {
          throw AlmagestException.usage("Give one query, such as \"SHOW TABLES\".");
        }
      }
    }
  }

  private static AlmagestException failure(SQLException e, ExitCode otherwise, String prefix) {
    String message = String.valueOf(e.getMessage());
    ExitCode exitCode = message.startsWith("Out of Memory") ? ExitCode.RESOURCES : otherwise;
    return new AlmagestException(exitCode, prefix + oneSentence(message), e);
  }

  /** DuckDB's message without the lines that point into the query. */
  private static String oneSentence(String message) {
    int pointer = message.indexOf("\nLINE ");
    String sentence =
        (pointer < 0 ? message : message.substring(0, pointer))
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining(" "));
    return sentence.matches(".*[.!?]") ? sentence : sentence + ".";
  }

  /** Hadoop writes a local path as {@code file:/a} or {@code file:///a}, with nothing escaped. */
  private static String localPath(String path) {
    return path.startsWith("file:")
        ? path.substring("file:".length()).replaceFirst("^/+", "/")
        : path;
  }

  private static String list(Stream<String> texts) {
    return texts.map(SnapshotDatabase::text).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** A name as SQL writes it. */
  public static String name(String value) {
    return '"' + value.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the query's database did not close", e);
    }
  }
}
