package org.almagest.ingest;

import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import org.almagest.corpus.RejectReason;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/**
 * What was read, counted while it is written, so that nothing is read again for it.
 *
 * @param records records, with the rejected ones and references on their own
 * @param rejected records that could not be read
 * @param unreadableFiles files that could not be read to their end
 * @param references references, those of each record of a paper
 * @param listedReferences references that come on their own
 */
record ReadTotals(
    long records, long rejected, long unreadableFiles, long references, long listedReferences) {
  private static final String ROWS = "rows";
  private static final String REJECTS = "rejects";
  private static final String UNREADABLE = "unreadable";
  private static final String REFERENCES = "references";
  private static final String LISTED = "listed";

  /** The same rows of {@link RecordSchema}, counted as they pass. */
  static Dataset<Row> observe(Dataset<Row> read, Observation observation) {
    Column reason = col(RecordSchema.REJECT_REASON);
    Column onItsOwn = col(RecordSchema.CITING).isNotNull();
    Column references = array_size(col(RecordSchema.REFERENCES)).cast("long");
    return read.observe(
        observation,
        coalesce(sum(col(RecordSchema.RECORD_COUNT)), lit(0L)).as(ROWS),
        count_if(reason.isNotNull()).as(REJECTS),
        count_if(reason.equalTo(RejectReason.UNREADABLE_FILE.label())).as(UNREADABLE),
        coalesce(sum(when(onItsOwn, 0L).otherwise(references)), lit(0L)).as(REFERENCES),
        count_if(onItsOwn).as(LISTED));
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
        (long) counted.get(REFERENCES),
        (long) counted.get(LISTED));
  }

  /** Whether there is any reference, of either kind. */
  boolean hasReferences() {
    return references > 0 || listedReferences > 0;
  }
}
