package org.almagest.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.almagest.stage.SparkSuite;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.TableSnapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Readers see one whole version or the one before it, whatever is being published. */
@SuppressWarnings("serial") // see SparkSuite
class ReadersDuringPublishIT extends SparkSuite {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path directory;

  /** Counts the rows of each run in some files. */
  private interface Engine {
    Map<String, Long> rowsByRun(List<String> files) throws SQLException;
  }

  @Test
  void seeOnlyWholeVersions() throws Exception {
    assertThat(read(4, 10)).isPositive();
  }

  @Tag(FaultTable.TAG)
  @Test
  void twentyReadersDuringFiftyPublishes(TestReporter reporter) throws Exception {
    long reads = read(20, 50);
    reporter.publishEntry(
        "20 readers (Spark, DuckDB) during 50 publishes", reads + " reads, all of one version");
  }

  /** Reads while versions are published, and returns how often. */
  private long read(int readers, int versions) throws Exception {
    String location = directory.resolve("warehouse").toUri().toString();
    ExecutorService threads = Executors.newFixedThreadPool(readers);
    try (JavaProcess publisher =
        JavaProcess.start(directory, Publisher.class, location, "p", String.valueOf(versions))) {
      List<Future<Long>> running = new ArrayList<>();
      for (int i = 0; i < readers; i++) {
        Engine engine = i % 2 == 0 ? ReadersDuringPublishIT::byDuckDb : this::bySpark;
        running.add(threads.submit(reader(location, engine, publisher)));
      }
      publisher.output(PATIENCE);
      long reads = 0;
      for (Future<Long> reader : running) {
        reads += reader.get();
      }
      assertThat(Warehouse.at(location, new Configuration()).current().orElseThrow().version())
          .isEqualTo(versions);
      return reads;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Long> reader(String location, Engine engine, JavaProcess publisher) {
    return () -> {
      Warehouse warehouse = Warehouse.at(location, new Configuration());
      long reads = 0;
      boolean last = false;
      while (!last) {
        last = !publisher.isAlive(); // Then once more.
        Optional<Snapshot> snapshot = warehouse.current();
        if (snapshot.isPresent()) {
          assertWhole(snapshot.get(), engine);
          reads++;
        }
      }
      return reads;
    };
  }

  private static void assertWhole(Snapshot snapshot, Engine engine) throws SQLException {
    assertThat(snapshot.tables())
        .extracting(TableSnapshot::table)
        .containsExactlyElementsOf(Publisher.TABLES);
    List<String> files =
        snapshot.tables().stream().flatMap(table -> snapshot.files(table).stream()).toList();
    assertThat(engine.rowsByRun(files))
        .isEqualTo(
            Map.of(snapshot.manifest().runId(), (long) Publisher.ROWS * Publisher.TABLES.size()));
  }

  private static Map<String, Long> byDuckDb(List<String> files) throws SQLException {
    String list =
        files.stream()
            .map(file -> "'" + file.replace("'", "''") + "'")
            .collect(Collectors.joining(", ", "[", "]"));
    Map<String, Long> rows = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT run_id, count(*) FROM read_parquet(" + list + ") GROUP BY run_id")) {
      while (found.next()) {
        rows.put(found.getString(1), found.getLong(2));
      }
    }
    return rows;
  }

  private Map<String, Long> bySpark(List<String> files) {
    return spark()
        .read()
        .parquet(files.toArray(String[]::new))
        .groupBy("run_id")
        .count()
        .collectAsList()
        .stream()
        .collect(Collectors.toMap((Row row) -> row.getString(0), row -> row.getLong(1)));
  }
}
