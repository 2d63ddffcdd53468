package org.almagest.stage;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  private static final int WRITERS = 2;

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

  /**
   * Writes tables of this stage that do not need one another, some at the same time: while Spark
   * plans one, the cores work at another.
   */
  public void writeAll(Map<TableContract, Dataset<Row>> tables) {
    List<TableContract> contracts =
        tables.keySet().stream().sorted(Comparator.comparing(TableContract::name)).toList();
    steps.step("writing " + contracts.stream().map(TableContract::name).collect(joining(", ")));
    List<Callable<Dataset<Row>>> writes =
        contracts.stream()
            .map(table -> (Callable<Dataset<Row>>) () -> snapshot.write(table, tables.get(table)))
            .toList();
    // The threads take over this one's job group, and end with this method.
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      for (Future<Dataset<Row>> write : writers.invokeAll(writes)) {
        write.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing tables", e);
    } finally {
      writers.shutdownNow();
    }
  }

  /** Names the next step, for progress and for Spark's own pages. */
  public void step(String description) {
    steps.step(description);
  }
}
