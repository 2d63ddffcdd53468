package org.almagest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.warehouse.IcebergPublisher;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.TableSnapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishes to a catalog of real Iceberg tables in a directory, and reads them as others would. */
class IcebergPublisherIT {
  private static final String CATALOG = "spark.sql.catalog.lake";
  private static final String VERSIONS = "lake.papers." + IcebergPublisher.VERSIONS;

  @TempDir Path directory;
  private Path lake;
  private Path warehouse;

  @BeforeEach
  void tellSparkOfTheCatalog() {
    lake = directory.resolve("lake");
    warehouse = directory.resolve("warehouse");
    System.setProperty(CATALOG, "org.apache.iceberg.spark.SparkCatalog");
    System.setProperty(CATALOG + ".type", "hadoop");
    System.setProperty(CATALOG + ".warehouse", lake.toString());
    System.setProperty(CATALOG + ".cache-enabled", "false");
  }

  @AfterEach
  void forgetTheCatalog() {
    Stream.of("", ".type", ".warehouse", ".cache-enabled")
        .forEach(key -> System.clearProperty(CATALOG + key));
  }

  private RunSummary run(String runId, int papers, String namespace) throws IOException {
    Path input = directory.resolve(papers + ".json");
    if (!Files.exists(input)) {
      TestCorpus.arxivJsonFile(input, papers);
    }
    Settings settings =
        Settings.defaults()
            .with(Setting.RUN_STAGES, "ingest", "test")
            .with(Setting.PUBLISH_ICEBERG, namespace, "test");
    return Pipeline.run(
        new RunRequest(
            List.of(input.toString()), warehouse.toString(), Optional.of(runId), settings),
        new RecordingListener());
  }

  @Test
  void eachVersionCanBeReadFromTheCatalogAsFromTheWarehouse() throws IOException {
    Snapshot first = run("first", 12, "lake.papers").snapshot();
    Snapshot second = run("second", 15, "lake.papers").snapshot();
    try (SparkSession spark = SparkSessions.open("reader")) {
      for (Snapshot version : List.of(first, second)) {
        List<Row> tables =
            spark
                .sql("SELECT * FROM " + VERSIONS + " WHERE version = " + version.version())
                .collectAsList();
        assertThat(tables).hasSameSizeAs(version.tables());
        for (Row row : tables) {
          String table = row.getAs("table_name");
          Dataset<Row> copy =
              spark.sql(
                  "SELECT * FROM lake.papers."
                      + table
                      + " VERSION AS OF "
                      + row.<Long>getAs("snapshot_id"));
          TableSnapshot original = version.table(table).orElseThrow();
          assertThat(rows(copy)).as(table).isEqualTo(rows(read(spark, version, original)));
          assertThat(row.<Long>getAs("row_count")).isEqualTo(original.rows());
          assertThat(row.<String>getAs("run_id")).isEqualTo(version.manifest().runId());
        }
      }
      assertThat(spark.table("lake.papers.papers").count()).isEqualTo(15);
      assertThat(snapshotIds(spark, "papers")).hasSize(2);
      assertThat(snapshotIds(spark, "rejected_records")).as("not written again").hasSize(1);
    }
  }

  @Test
  void aRunThatDidNotGetToTheCatalogEndsThereWhenItIsStartedAgain() throws IOException {
    Files.writeString(lake, "in the way");
    assertThatThrownBy(() -> run("nightly", 12, "lake.papers"))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContainingAll("Version 1", "is published, but lake.papers", "--run-id nightly")
        .extracting(e -> ((AlmagestException) e).exitCode())
        .isEqualTo(ExitCode.INTERNAL);
    assertThat(current().orElseThrow().version()).isEqualTo(1);

    Files.delete(lake);
    assertThat(run("nightly", 12, "lake.papers").outcome())
        .isEqualTo(RunSummary.Outcome.PUBLISHED_BEFORE);
    assertThat(run("nightly", 12, "lake.papers").outcome())
        .isEqualTo(RunSummary.Outcome.PUBLISHED_BEFORE);
    try (SparkSession spark = SparkSessions.open("reader")) {
      assertThat(spark.table("lake.papers.papers").count()).isEqualTo(12);
      assertThat(snapshotIds(spark, "papers")).hasSize(1);
    }
  }

  @Test
  void whatCannotBePublishedToIsToldBeforeAnythingIsDone() {
    assertThatThrownBy(() -> run("x", 12, "papers"))
        .hasMessageContaining(
            "publish.iceberg is 'papers' (test), but it must be a catalog and a namespace");
    assertThatThrownBy(() -> run("x", 12, "pond.papers"))
        .hasMessageContainingAll("'pond'", "set spark.sql.catalog.pond with --conf");
    System.setProperty(CATALOG, "org.example.NoCatalog");
    assertThatThrownBy(() -> run("x", 12, "lake.papers"))
        .hasMessageContainingAll("org.example.NoCatalog", "spark.jars.packages");
    assertThat(warehouse).doesNotExist();
  }

  private Optional<Snapshot> current() {
    return Warehouse.at(warehouse.toString(), new Configuration()).current();
  }

  private static List<Row> snapshotIds(SparkSession spark, String table) {
    return spark
        .sql("SELECT DISTINCT snapshot_id FROM " + VERSIONS + " WHERE table_name = '" + table + "'")
        .collectAsList();
  }

  private static Dataset<Row> read(SparkSession spark, Snapshot version, TableSnapshot table) {
    return spark.read().parquet(version.files(table).toArray(String[]::new));
  }

  private static List<String> rows(Dataset<Row> rows) {
    List<String> sorted = new ArrayList<>(List.of(String.join(",", rows.columns())));
    rows.collectAsList().stream().map(Row::toString).sorted().forEach(sorted::add);
    return sorted;
  }
}
