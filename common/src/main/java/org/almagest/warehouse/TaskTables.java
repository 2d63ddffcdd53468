package org.almagest.warehouse;

import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.almagest.table.TableContract;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import scala.collection.immutable.Map;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Where the tasks of one pass write, in the form in which it is sent to them: Parquet as Spark
 * writes it itself.
 */
public final class TaskTables implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Target> targets;
  private final SerializableConfiguration hadoop;

  /**
   * One directory of files.
   *
   * @param name of the table, or of rows that are none
   * @param schema in which every column may be null, so that a null is counted and not written as
   *     an empty list
   * @param dictionaries Parquet's settings for columns without one
   */
  record Target(
      String name, String directory, StructType schema, TreeMap<String, String> dictionaries)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    static Target of(TableContract contract, Path directory) {
      return new Target(
          contract.name(),
          directory.toString(),
          nullable(contract.schema()),
          new TreeMap<>(TableFiles.dictionaries(contract)));
    }

    static Target ofScratch(Path directory, StructType schema) {
      return new Target(directory.getName(), directory.toString(), schema, new TreeMap<>());
    }

    private static StructType nullable(StructType schema) {
      return new StructType(
          Arrays.stream(schema.fields())
              .map(field -> field.copy(field.name(), field.dataType(), true, field.metadata()))
              .toArray(StructField[]::new));
    }
  }

  private TaskTables(List<Target> targets, SerializableConfiguration hadoop) {
    this.targets = List.copyOf(targets);
    this.hadoop = hadoop;
  }

  static TaskTables of(List<Target> targets, SparkSession spark) throws IOException {
    Job job = Job.getInstance(spark.sessionState().newHadoopConf());
    new ParquetFileFormat()
        .prepareWrite(
            spark,
            job,
            Map.from(CollectionConverters.asScala(TableFiles.COMPRESSED)),
            targets.get(0).schema());
    return new TaskTables(targets, new SerializableConfiguration(job.getConfiguration()));
  }

  /** For the task of a partition: its writer, which the task closes. */
  public TaskWriter open(int partition) {
    return new TaskWriter(targets, partition, hadoop.value());
  }
}
