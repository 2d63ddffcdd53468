package org.almagest.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Publishes a snapshot as a version of its warehouse, and then as tables of an Iceberg catalog, for
 * readers who have only that.
 *
 * <p>The catalog's tables are copies, so that expiring Iceberg's snapshots and collecting the
 * warehouse's garbage know nothing of each other. A table whose files are those of the version
 * before is not written again. Iceberg replaces one table at a time: which of its snapshots belong
 * together is told by the table {@value #VERSIONS}, which is written last and in one step.
 */
public final class IcebergPublisher implements Publisher {
  /** Lists, for each version, its tables and their Iceberg snapshots. */
  public static final String VERSIONS = "almagest_versions";

  private static final String CONTENT = "almagest-content";
  private static final Pattern NAMESPACE = Pattern.compile("\\w+(\\.\\w+)+");
  private static final StructType VERSIONS_SCHEMA =
      StructType.fromDDL(
          "version BIGINT COMMENT 'the warehouse''s version',"
              + " run_id STRING COMMENT 'the run that wrote it',"
              + " table_name STRING COMMENT 'one of its tables',"
              + " row_count BIGINT COMMENT 'rows of the table',"
              + " snapshot_id BIGINT COMMENT 'the Iceberg snapshot that is the table in this"
              + " version'");

  private final Publisher versions;
  private final String namespace;
  private final Supplier<SparkSession> spark;

  /**
   * @param versions publishes the version
   * @param namespace a catalog that Spark knows and a namespace in it, which need not exist, such
   *     as {@code lake.almagest}
   */
  public IcebergPublisher(Publisher versions, String namespace, Supplier<SparkSession> spark) {
    this.versions = versions;
    this.namespace = namespace;
    this.spark = spark;
  }

  /** Whether that is the name of a catalog and of a namespace in it. */
  public static boolean isNamespace(String text) {
    return NAMESPACE.matcher(text).matches();
  }

  /**
   * Requires that Spark is told of the catalog and has its classes.
   *
   * @throws AlmagestException (usage) if not
   */
  public static void requireCatalog(String namespace, SparkConf conf) {
    String catalog = namespace.substring(0, namespace.indexOf('.'));
    String key = "spark.sql.catalog." + catalog;
    if (!conf.contains(key)) {
      throw AlmagestException.usage(
          "publish.iceberg names the catalog '"
              + catalog
              + "', which Spark does not know: set "
              + key
              + " with --conf, as Iceberg's documentation describes.");
    }
    try {
      Class.forName(conf.get(key), false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw AlmagestException.usage(
          key
              + " is "
              + conf.get(key)
              + ", a class that is not there: add Iceberg's runtime for Spark, such as --conf"
              + " spark.jars.packages=org.apache.iceberg:iceberg-spark-runtime-4.1_2.13:1.12.0.");
    }
  }

  @Override
  public Snapshot publish(StagedSnapshot staged, Manifest manifest) {
    Snapshot published = versions.publish(staged, manifest);
    complete(published);
    return published;
  }

  @Override
  public void complete(Snapshot published) {
    versions.complete(published);
    try {
      copy(published);
    } catch (RuntimeException e) {
      throw new AlmagestException(
          ExitCode.INTERNAL,
          "Version "
              + published.version()
              + " of "
              + published.warehouse()
              + " is published, but "
              + namespace
              + " has not got all of it: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
              + ". Mend the cause and start the same command again with --run-id "
              + published.manifest().runId()
              + ", which writes what is missing.",
          e);
    }
  }

  private void copy(Snapshot snapshot) {
    spark.get().sql("CREATE NAMESPACE IF NOT EXISTS " + quoted(namespace));
    if (isThere(VERSIONS) && newestVersion() >= snapshot.version()) {
      return;
    }
    List<Row> written = new ArrayList<>();
    for (TableSnapshot table : snapshot.tables()) {
      String content = table.digest();
      Optional<Long> before = isThere(table.table()) ? of(table, content) : Optional.empty();
      if (before.isEmpty()) {
        write(snapshot, table, content);
      }
      long id = before.or(() -> of(table, content)).orElseThrow(() -> overtaken(table));
      written.add(
          RowFactory.create(
              snapshot.version(), snapshot.manifest().runId(), table.table(), table.rows(), id));
    }
    note(written);
  }

  private void write(Snapshot snapshot, TableSnapshot table, String content) {
    StructType schema = StructType.fromDDL(table.schema());
    Dataset<Row> rows =
        spark.get().read().schema(schema).parquet(snapshot.files(table).toArray(String[]::new));
    rows.writeTo(quoted(namespace + "." + table.table()))
        .using("iceberg")
        .tableProperty("format-version", "2")
        .tableProperty("write.parquet.compression-codec", "zstd")
        .option("snapshot-property." + CONTENT, content)
        .createOrReplace();
  }

  private void note(List<Row> tables) {
    Dataset<Row> rows = spark.get().createDataFrame(tables, VERSIONS_SCHEMA).coalesce(1);
    String name = quoted(namespace + "." + VERSIONS);
    try {
      if (isThere(VERSIONS)) {
        rows.writeTo(name).append();
      } else {
        rows.writeTo(name).using("iceberg").tableProperty("format-version", "2").create();
      }
    } catch (AnalysisException e) {
      throw new IllegalStateException(
          VERSIONS + " was created or dropped by another program at the same time", e);
    }
  }

  private long newestVersion() {
    return spark
        .get()
        .sql("SELECT coalesce(max(version), 0) FROM " + quoted(namespace + "." + VERSIONS))
        .first()
        .getLong(0);
  }

  /** The Iceberg snapshot that the table is in now, if that holds the files of ours. */
  private Optional<Long> of(TableSnapshot table, String content) {
    String name = namespace + "." + table.table();
    return spark
        .get()
        .sql(
            "SELECT s.snapshot_id FROM "
                + quoted(name + ".snapshots")
                + " s JOIN "
                + quoted(name + ".refs")
                + " r ON r.snapshot_id = s.snapshot_id WHERE r.name = 'main' AND s.summary['"
                + CONTENT
                + "'] = '"
                + content
                + "'")
        .collectAsList()
        .stream()
        .map(row -> row.getLong(0))
        .findFirst();
  }

  private IllegalStateException overtaken(TableSnapshot table) {
    return new IllegalStateException(
        table.table() + " was replaced by another program while it was being written");
  }

  private boolean isThere(String table) {
    return spark.get().catalog().tableExists(quoted(namespace + "." + table));
  }

  /** Each part of a name in the quotes of Spark SQL; no part has any of its own. */
  private static String quoted(String name) {
    return Stream.of(name.split("\\.", -1))
        .map(part -> "`" + part + "`")
        .collect(Collectors.joining("."));
  }
}
