package org.almagest.ingest;

import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;
import static org.apache.spark.sql.functions.year;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/**
 * Makes one row of all records of a paper, field by field: of each field the first value in the
 * order newest version, most fields filled, content digest. None of these depends on the order or
 * the number of files; only where the very same content stands in several places does the first
 * path count.
 *
 * <p>Most papers come once, and what comes once stays where it was read: only keys, and the records
 * of papers that come more than once, are sent between tasks.
 */
final class RecordMerge {
  private static final String FILLED_FIELDS = "filled_fields";
  private static final String CONTENT_KEY = "content_key";
  private static final String YEAR = "year";
  private static final String AUTHOR_COUNT = "author_count";

  private RecordMerge() {}

  /**
   * One row for each paper that comes more than once.
   *
   * @param records stored, since they are read twice
   * @param tasks in how many parts to merge
   */
  static Dataset<Row> repeated(Dataset<Row> records, int tasks) {
    Dataset<Row> keys =
        records
            .groupBy(col(RecordSchema.MERGE_KEY))
            .count()
            .where(col("count").gt(1))
            .select(RecordSchema.MERGE_KEY);
    return merge(records.join(keys, RecordSchema.MERGE_KEY, "left_semi"), tasks);
  }

  /**
   * One row for each paper and each reject.
   *
   * @param records all of them, stored
   * @param repeated what {@link #repeated} makes of them, stored
   */
  static Dataset<Row> all(Dataset<Row> records, Dataset<Row> repeated) {
    Dataset<Row> keys = repeated.select(RecordSchema.MERGE_KEY);
    return consistent(
        records.join(keys, RecordSchema.MERGE_KEY, "left_anti").unionByName(repeated));
  }

  private static Dataset<Row> merge(Dataset<Row> records, int tasks) {
    // Sorted by the key first, so that Spark aggregates by sorting and keeps this order within a
    // group; `first` then takes the first value that is there.
    Dataset<Row> inOrder =
        records
            .withColumn(FILLED_FIELDS, filledFields())
            .withColumn(CONTENT_KEY, xxhash64(contentFields()))
            .repartition(tasks, col(RecordSchema.MERGE_KEY))
            .sortWithinPartitions(
                col(RecordSchema.MERGE_KEY),
                col(RecordSchema.VERSION).desc(),
                col(FILLED_FIELDS).desc(),
                col(CONTENT_KEY),
                col(RecordSchema.SOURCE),
                col(RecordSchema.SOURCE_FILE),
                col(RecordSchema.SOURCE_POSITION));
    Column[] firsts =
        Arrays.stream(RecordSchema.SCHEMA.fields())
            .map(StructField::name)
            .filter(name -> !name.equals(RecordSchema.MERGE_KEY))
            .map(
                name ->
                    name.equals(RecordSchema.RECORD_COUNT)
                        ? sum(col(name)).as(name)
                        : first(col(name), true).as(name))
            .toArray(Column[]::new);
    return inOrder
        .groupBy(col(RecordSchema.MERGE_KEY))
        .agg(firsts[0], Arrays.copyOfRange(firsts, 1, firsts.length));
  }

  /** Fields that say the same must not come from different records, nor differ within one. */
  private static Dataset<Row> consistent(Dataset<Row> merged) {
    return merged
        .withColumn(YEAR, coalesce(year(col("published_date")), col(YEAR)))
        .withColumn(
            AUTHOR_COUNT, coalesce(array_size(col(RecordSchema.AUTHORS)), col(AUTHOR_COUNT)));
  }

  private static Column[] contentFields() {
    return RecordSchema.CONTENT.stream().map(field -> col(field.name())).toArray(Column[]::new);
  }

  private static Column filledFields() {
    return RecordSchema.CONTENT.stream()
        .map(field -> col(field.name()).isNotNull().cast("int"))
        .reduce(Column::plus)
        .map(filled -> coalesce(filled, lit(0)))
        .orElseThrow();
  }
}
