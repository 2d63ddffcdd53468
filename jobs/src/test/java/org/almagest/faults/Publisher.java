package org.almagest.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.warehouse.Manifest;
import org.almagest.warehouse.StagedSnapshot;
import org.almagest.warehouse.TableSnapshot;
import org.almagest.warehouse.TableSnapshot.DataFile;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;

/**
 * A process that publishes versions of a warehouse as fast as it can, in a race with others: {@code
 * WAREHOUSE NAME VERSIONS}. A version has two tables of {@value #ROWS} rows, with the run's id in
 * each. Prints {@code won lost} at its end.
 */
final class Publisher implements AutoCloseable {
  /** Tables of each version. */
  static final List<String> TABLES = List.of("left_half", "right_half");

  static final int ROWS = 1000;

  private final String location;
  private final Configuration hadoop = new Configuration();
  private final Warehouse warehouse;
  private final FileSystem files;
  private final Connection database;

  private Publisher(String location) throws IOException, SQLException {
    this.location = location;
    this.warehouse = Warehouse.at(location, hadoop);
    FileSystem found = new org.apache.hadoop.fs.Path(location).getFileSystem(hadoop);
    found.setWriteChecksum(false);
    this.files = found;
    this.database = DriverManager.getConnection("jdbc:duckdb:");
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    int versions = Integer.parseInt(arguments[2]);
    int lost = 0;
    try (Publisher publisher = new Publisher(arguments[0])) {
      for (int won = 0; won < versions; ) {
        if (publisher.isFirst(arguments[1] + "-" + (won + lost))) {
          won++;
        } else {
          lost++;
        }
      }
    }
    System.out.println(versions + " " + lost);
  }

  /** Prepares a version and tries to publish it. */
  private boolean isFirst(String runId) throws IOException, SQLException {
    try (StagedSnapshot staged = warehouse.stage(runId, Publisher::noSpark)) {
      for (String table : TABLES) {
        staged.keep(write(runId, table));
      }
      staged.publish(
          new Manifest(1, runId, "", Map.of(), Map.of(), List.of(), List.of(), staged.tables()));
      return true;
    } catch (AlmagestException e) {
      if (e.exitCode() == ExitCode.CONFLICT) {
        return false;
      }
      throw e;
    }
  }

  private static SparkSession noSpark() {
    throw new IllegalStateException("publishing needs no Spark");
  }

  private TableSnapshot write(String runId, String table) throws IOException, SQLException {
    Path local = Files.createTempFile("publisher", ".parquet");
    byte[] content;
    try (Statement statement = database.createStatement()) {
      statement.execute(
          "COPY (SELECT '%s' AS run_id FROM range(%d)) TO '%s' (FORMAT parquet)"
              .formatted(runId, ROWS, local));
      content = Files.readAllBytes(local);
    } finally {
      Files.delete(local);
    }
    String name = table + "/part-0.parquet";
    try (var out =
        files.create(
            new org.apache.hadoop.fs.Path(location, "_staging/" + runId + "/" + name), false)) {
      out.write(content);
    }
    return new TableSnapshot(
        table,
        "snapshots/" + runId + "/" + table,
        ROWS,
        content.length,
        "",
        List.of(
            new DataFile(
                "snapshots/" + runId + "/" + name, ROWS, content.length, digest(content))));
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
