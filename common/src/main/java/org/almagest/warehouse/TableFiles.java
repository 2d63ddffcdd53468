package org.almagest.warehouse;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.almagest.table.TableColumn;
import org.almagest.table.TableContract;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** The Parquet files of one table. */
final class TableFiles {
  /** Of the files of tables. */
  static final String COMPRESSION = "zstd";

  /** The same as an option of Spark's. */
  static final Map<String, String> COMPRESSED = Map.of("compression", COMPRESSION);

  private static final String DICTIONARY = "parquet.enable.dictionary";

  private TableFiles() {}

  static void write(TableContract contract, Dataset<Row> rows, String directory) {
    rows.write().options(COMPRESSED).options(dictionaries(contract)).parquet(directory);
  }

  /** Settings of Parquet's for the columns of a table that want no dictionary. */
  static Map<String, String> dictionaries(TableContract contract) {
    return contract.columns().stream()
        .filter(column -> !column.repeats())
        .collect(Collectors.toMap(column -> DICTIONARY + "#" + column.name(), column -> "false"));
  }

  /**
   * Writes rows that are read back soon: light compression, by native code since that needs no time
   * to warm up, and no dictionaries to look up.
   */
  static void writeScratch(Dataset<Row> rows, String directory) {
    rows.write().option("compression", "snappy").option(DICTIONARY, "false").parquet(directory);
  }

  /** What the footer and the bytes of a file say. */
  record Facts(String path, long rows, long bytes, String sha256, Map<String, Long> nulls)
      implements java.io.Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Reads back the footers and digests of what was written, on the executors.
   *
   * @param publishedPath where the table will lie, relative to the warehouse
   */
  static TableSnapshot inspect(
      SparkSession spark, String directory, TableContract contract, String publishedPath) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    SerializableConfiguration configuration =
        new SerializableConfiguration(spark.sessionState().newHadoopConf());
    List<String> paths = parquetFiles(new Path(directory), configuration.value());
    List<Facts> facts =
        context
            .parallelize(paths, Math.max(1, paths.size()))
            .map(path -> read(path, configuration.value()))
            .collect();
    return snapshot(contract, publishedPath, facts);
  }

  /** A table of those files, if they keep its contract. */
  static TableSnapshot snapshot(TableContract contract, String publishedPath, List<Facts> facts) {
    for (TableColumn column : contract.columns()) {
      if (column.presence() == TableColumn.Presence.REQUIRED) {
        long nulls = facts.stream().mapToLong(f -> f.nulls.getOrDefault(column.name(), 0L)).sum();
        SchemaCheck.requireNoNulls(contract, column.name(), nulls);
      }
    }
    return new TableSnapshot(
        contract.name(),
        publishedPath,
        facts.stream().mapToLong(Facts::rows).sum(),
        facts.stream().mapToLong(Facts::bytes).sum(),
        contract.schema().toDDL(),
        facts.stream()
            .map(
                f ->
                    new TableSnapshot.DataFile(
                        publishedPath + "/" + new Path(f.path).getName(),
                        f.rows,
                        f.bytes,
                        f.sha256))
            .toList());
  }

  static List<String> parquetFiles(Path directory, Configuration configuration) {
    try {
      FileSystem files = directory.getFileSystem(configuration);
      return Arrays.stream(files.listStatus(directory))
          .map(FileStatus::getPath)
          .filter(path -> path.getName().endsWith(".parquet"))
          .map(Path::toString)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static long nulls(ColumnChunkMetaData chunk, Type column) {
    if (column.isPrimitive()) {
      return chunk.getStatistics().isNumNullsSet() ? chunk.getStatistics().getNumNulls() : 0;
    }
    // The null count of a list is that of its elements. Null lists are at definition level 0,
    // empty ones above it.
    SizeStatistics sizes = chunk.getSizeStatistics();
    boolean known =
        column.isRepetition(Type.Repetition.OPTIONAL)
            && sizes != null
            && sizes.isValid()
            && !sizes.getDefinitionLevelHistogram().isEmpty();
    return known ? sizes.getDefinitionLevelHistogram().get(0) : 0;
  }

  /** Reads back the footer and the digest of a file. */
  static Facts read(String name, Configuration configuration) throws IOException {
    Path path = new Path(name);
    Map<String, Long> nulls = new HashMap<>();
    long rows;
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(path, configuration))) {
      rows = reader.getRecordCount();
      MessageType schema = reader.getFileMetaData().getSchema();
      for (BlockMetaData block : reader.getFooter().getBlocks()) {
        for (ColumnChunkMetaData chunk : block.getColumns()) {
          String column = chunk.getPath().toArray()[0];
          nulls.merge(column, nulls(chunk, schema.getType(column)), Long::sum);
        }
      }
    }
    FileSystem files = path.getFileSystem(configuration);
    String sha256;
    try (var in = files.open(path)) {
      sha256 = Digests.sha256(in);
    }
    return new Facts(name, rows, files.getFileStatus(path).getLen(), sha256, nulls);
  }
}
