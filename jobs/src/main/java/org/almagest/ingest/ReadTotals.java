package org.almagest.ingest;

import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.Map;
import org.almagest.corpus.RejectReason;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/**
 * What was read, counted while it is written, so that nothing is read again for it.
 *
 * @param records records, with the rejected ones
 * @param rejected records that could not be read
 * @param unreadableFiles files that could not be read to their end
 * @param references references, those of each record of a paper
 */
record ReadTotals(long records, long rejected, long unreadableFiles, long references) {
  private static final String ROWS = "rows";
  private static final String REJECTS = "rejects";
  private static final String UNREADABLE = "unreadable";
  private static final String REFERENCES = "references";

  /** The same rows of {@link RecordSchema}, counted as they pass. */
  static Dataset<Row> observe(Dataset<Row> read, Observation observation) {
    Column reason = col(RecordSchema.REJECT_REASON);
    return read.observe(
        observation,
        coalesce(sum(col(RecordSchema.RECORD_COUNT)), lit(0L)).as(ROWS),
        count_if(reason.isNotNull()).as(REJECTS),
        count_if(reason.equalTo(RejectReason.UNREADABLE_FILE.label())).as(UNREADABLE),
        coalesce(sum(array_size(col(RecordSchema.REFERENCES)).cast("long")), lit(0L))
            .as(REFERENCES));
  }

  /** What was counted; waits for the rows to be written. */
  static ReadTotals of(Observation observation) {
    Map<String, Object> counted;
    try {
      counted = observation.getAsJava();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while counting what was read", e);
    }
    long unreadable = (long) counted.get(UNREADABLE);
    return new ReadTotals(
        (long) counted.get(ROWS) - unreadable,
        (long) counted.get(REJECTS) - unreadable,
        unreadable,
        (long) counted.get(REFERENCES));
  }
}
