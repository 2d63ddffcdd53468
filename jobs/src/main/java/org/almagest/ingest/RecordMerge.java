package org.almagest.ingest;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;

/**
 * Makes one row of all records of a paper, field by field: of each field the first value in the
 * order newest version, most fields filled, content digest. None of these depends on the order or
 * the number of files; only where the very same content stands in several places does the first
 * path count.
 */
final class RecordMerge {
  private static final int HASH_INDEX = 3;
  private static final int COUNT_INDEX = RecordSchema.CONTENT_END + 2;

  private RecordMerge() {}

  /**
   * One row for each paper and each reject.
   *
   * @param tasks in how many parts to merge
   */
  static Dataset<Row> merge(Dataset<Row> records, int tasks) {
    Column[] order = {
      functions.col(RecordSchema.MERGE_KEY),
      functions.col(RecordSchema.VERSION).desc(),
      functions.col(RecordSchema.FILLED_FIELDS).desc(),
      functions.col(RecordSchema.CONTENT_HASH),
      functions.col("source"),
      functions.col("source_file"),
      functions.col("source_position")
    };
    return records
        .repartition(tasks, functions.col(RecordSchema.MERGE_KEY))
        .sortWithinPartitions(order)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) Merged::new, Encoders.row(RecordSchema.SCHEMA));
  }

  /** Merges neighbours with the same key, holding one paper at a time. */
  private static final class Merged implements Iterator<Row> {
    private final Iterator<Row> sorted;
    private Row ahead;

    Merged(Iterator<Row> sorted) {
      this.sorted = sorted;
      this.ahead = sorted.hasNext() ? sorted.next() : null;
    }

    @Override
    public boolean hasNext() {
      return ahead != null;
    }

    @Override
    public Row next() {
      if (ahead == null) {
        throw new NoSuchElementException();
      }
      Row first = ahead;
      ahead = sorted.hasNext() ? sorted.next() : null;
      if (ahead == null || !sameKey(first, ahead)) {
        return first;
      }
      Object[] merged = valuesOf(first);
      boolean blended = false;
      long records = 1;
      while (ahead != null && sameKey(first, ahead)) {
        if (!Objects.equals(first.get(HASH_INDEX), ahead.get(HASH_INDEX))) {
          blended |= fill(merged, ahead);
        }
        records += ahead.getLong(COUNT_INDEX);
        ahead = sorted.hasNext() ? sorted.next() : null;
      }
      merged[COUNT_INDEX] = records;
      if (blended) {
        merged[HASH_INDEX] = ContentHash.of(merged);
      }
      return RowFactory.create(merged);
    }

    private static boolean sameKey(Row a, Row b) {
      return a.getString(0).equals(b.getString(0));
    }

    private static Object[] valuesOf(Row row) {
      Object[] values = new Object[row.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = row.get(i);
      }
      return values;
    }

    /** Takes over what is missing so far; returns whether there was anything. */
    private static boolean fill(Object[] merged, Row other) {
      boolean filled = false;
      for (int i = RecordSchema.CONTENT_START; i < RecordSchema.CONTENT_END; i++) {
        if (isEmpty(merged[i]) && !isEmpty(other.get(i))) {
          merged[i] = other.get(i);
          filled = true;
        }
      }
      return filled;
    }

    private static boolean isEmpty(Object value) {
      return value == null || (value instanceof scala.collection.Seq<?> items && items.isEmpty());
    }
  }
}
