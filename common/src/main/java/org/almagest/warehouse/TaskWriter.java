package org.almagest.warehouse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.parquet.ParquetOutputWriter;
import org.apache.spark.sql.execution.datasources.parquet.ParquetWriteSupport;

/**
 * Writes the rows of one task into files of its own, one for each table. Not {@linkplain #finish
 * finished}, they are deleted when this is closed, as by a task that fails.
 */
public final class TaskWriter implements AutoCloseable {
  private final List<TaskTables.Target> targets;
  private final int partition;
  private final Configuration hadoop;
  private final Map<String, OutputWriter> open = new TreeMap<>();
  private boolean finished;

  TaskWriter(List<TaskTables.Target> targets, int partition, Configuration hadoop) {
    this.targets = targets;
    this.partition = partition;
    this.hadoop = hadoop;
  }

  /** Whether the pass writes that table. */
  public boolean writes(String table) {
    return targets.stream().anyMatch(target -> target.name().equals(table));
  }

  /**
   * Adds a row to a table.
   *
   * @param table a table of this pass
   * @param row its columns in the order of the contract; the rows of a task come in the order of
   *     the table's key
   */
  public void write(String table, InternalRow row) {
    open.computeIfAbsent(table, this::file).write(row);
  }

  /**
   * Completes the files. A task without rows of a table writes none for it, apart from that of
   * partition 0: so there is a file with the schema.
   */
  public WrittenFiles finish() throws IOException {
    if (partition == 0) {
      targets.forEach(target -> open.computeIfAbsent(target.name(), this::file));
    }
    Map<String, TableFiles.Facts> facts = new TreeMap<>();
    for (Map.Entry<String, OutputWriter> file : open.entrySet()) {
      file.getValue().close();
      facts.put(file.getKey(), TableFiles.read(file.getValue().path(), hadoop));
    }
    finished = true;
    return new WrittenFiles(facts);
  }

  private OutputWriter file(String table) {
    TaskTables.Target target =
        targets.stream()
            .filter(each -> each.name().equals(table))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(table + " is not of this pass"));
    Configuration ofTable = new Configuration(hadoop);
    target.dictionaries().forEach(ofTable::set);
    ParquetWriteSupport.setSchema(target.schema(), ofTable);
    // Each attempt of a task has its own name: only one of them is kept.
    String name =
        String.format(
            Locale.ROOT,
            "part-%05d-%s.%s.parquet",
            partition,
            UUID.randomUUID(),
            TableFiles.COMPRESSION);
    return new ParquetOutputWriter(
        new Path(target.directory(), name).toString(),
        new TaskAttemptContextImpl(ofTable, new TaskAttemptID()));
  }

  @Override
  public void close() throws IOException {
    if (finished) {
      return;
    }
    List<Exception> failures = new ArrayList<>();
    for (OutputWriter file : open.values()) {
      Path path = new Path(file.path());
      attempt(file::close, failures);
      attempt(() -> path.getFileSystem(hadoop).delete(path, false), failures);
    }
    if (!failures.isEmpty()) {
      IOException all = new IOException("Files of a task that failed could not be removed.");
      failures.forEach(all::addSuppressed);
      throw all;
    }
  }

  /** Something that may fail. */
  @FunctionalInterface
  private interface Attempt {
    void run() throws IOException;
  }

  /** What fails for one file must not keep the others open. */
  private static void attempt(Attempt attempt, List<Exception> failures) {
    try {
      attempt.run();
    } catch (IOException | RuntimeException e) {
      failures.add(e);
    }
  }
}
