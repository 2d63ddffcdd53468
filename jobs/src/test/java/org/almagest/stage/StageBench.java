package org.almagest.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.almagest.table.TableContract;
import org.almagest.warehouse.Manifest;
import org.almagest.warehouse.StagedSnapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * An unpublished snapshot in which a test lays out tables, runs stages, and looks at the result.
 */
public final class StageBench implements AutoCloseable {
  private static final long SEED = 20260101;

  private final SparkSession spark;
  private final StagedSnapshot snapshot;
  private final List<String> warnings = new ArrayList<>();

  public StageBench(Path warehouse, SparkSession spark) {
    this(warehouse, spark, "test");
  }

  /** A bench that builds on what a bench of another run published. */
  public StageBench(Path warehouse, SparkSession spark, String runId) {
    this.spark = spark;
    this.snapshot = Warehouse.at(warehouse.toString(), new Configuration()).stage(runId, spark);
  }

  public StageBench with(TableContract contract, Dataset<Row> rows) {
    snapshot.write(contract, rows);
    return this;
  }

  /** Runs a stage and returns its figures. */
  public Map<String, Long> run(Stage stage) {
    StageContext.StepListener steps =
        new StageContext.StepListener() {
          @Override
          public void step(String description) {}

          @Override
          public void warning(String message) {
            warnings.add(message);
          }
        };
    return stage.run(new StageContext(spark, snapshot, steps, SEED));
  }

  public Dataset<Row> table(TableContract contract) {
    return snapshot.read(contract);
  }

  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Makes the tables the snapshot on which the next bench builds. */
  public void publish() {
    snapshot.publish(
        new Manifest(
            1, snapshot.runId(), "", Map.of(), Map.of(), List.of(), List.of(), snapshot.tables()));
  }

  @Override
  public void close() {
    snapshot.close();
  }
}
