package org.almagest.stage;

import java.util.Optional;
import org.almagest.table.TableContract;
import org.almagest.warehouse.StagedSnapshot;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a stage works with.
 *
 * @param spark the session
 * @param snapshot the snapshot in the making
 * @param steps hears what the stage is about to do
 * @param seed seed of everything random
 */
public record StageContext(
    SparkSession spark, StagedSnapshot snapshot, StepListener steps, long seed) {
  /** Hears what a stage is about to do. */
  public interface StepListener {
    /** The next step, such as {@code reading files}. */
    void step(String description);

    /** Something that a person should know and that does not stop the run. */
    void warning(String message);
  }

  /** A table that an earlier stage wrote. */
  public Dataset<Row> read(TableContract contract) {
    return snapshot.read(contract);
  }

  /** A table that an earlier stage wrote, if the snapshot has it. */
  public Optional<Dataset<Row>> readWhereThere(TableContract contract) {
    return snapshot.has(contract) ? Optional.of(snapshot.read(contract)) : Optional.empty();
  }

  /** Writes a table of this stage. */
  public Dataset<Row> write(TableContract contract, Dataset<Row> rows) {
    steps.step("writing " + contract.name());
    return snapshot.write(contract, rows);
  }

  /** Names the next step, for progress and for Spark's own pages. */
  public void step(String description) {
    steps.step(description);
  }
}
