package org.almagest.warehouse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.almagest.fault.AlmagestException;
import org.almagest.table.TableContract;
import org.almagest.warehouse.TableFiles.Facts;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Several tables that tasks write in one pass over their input, where a {@link Dataset} for each
 * would read it as often. What the tasks write counts once the driver {@linkplain #keep keeps} it.
 */
public final class TablePass {
  private final List<TableContract> contracts;
  private final StagedTables tables;
  private final Path scratch;
  private final StructType scratchSchema;
  private final Supplier<SparkSession> spark;
  private final TaskTables tasks;

  TablePass(
      List<TableContract> contracts,
      StagedTables tables,
      Path scratch,
      StructType scratchSchema,
      Supplier<SparkSession> spark)
      throws IOException {
    this.contracts = List.copyOf(contracts);
    this.tables = tables;
    this.scratch = scratch;
    this.scratchSchema = scratchSchema;
    this.spark = spark;
    List<TaskTables.Target> targets =
        new ArrayList<>(
            contracts.stream()
                .map(table -> TaskTables.Target.of(table, tables.place(table)))
                .toList());
    targets.add(TaskTables.Target.ofScratch(scratch, scratchSchema));
    this.tasks = TaskTables.of(targets, spark.get());
  }

  /** What the tasks need. */
  public TaskTables tasks() {
    return tasks;
  }

  /**
   * Takes what the tasks wrote for the tables of the snapshot, and checks it against the contracts.
   *
   * @param written what each task returned
   * @throws AlmagestException (internal) if a required column holds a null
   */
  public void keep(List<WrittenFiles> written) {
    for (TableContract table : contracts) {
      tables.keep(table, of(table.name(), written));
    }
  }

  /** The rows of the pass that belong to no table. */
  public Dataset<Row> scratch(List<WrittenFiles> written) {
    return spark
        .get()
        .read()
        .schema(scratchSchema)
        .parquet(of(scratch.getName(), written).stream().map(Facts::path).toArray(String[]::new));
  }

  private static List<Facts> of(String name, List<WrittenFiles> written) {
    return written.stream()
        .flatMap(task -> Optional.ofNullable(task.byTable().get(name)).stream())
        .toList();
  }
}
