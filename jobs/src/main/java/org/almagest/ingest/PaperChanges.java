package org.almagest.ingest;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.almagest.table.Changes;
import org.almagest.table.Papers;
import org.almagest.table.TableContract;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What became of the papers from one snapshot to the next. Digests of content tell which papers to
 * look at, and only of those are fields compared; one whose digest differs for another reason, such
 * as a newer Almagest that digests more, is not changed.
 */
final class PaperChanges {
  private static final Column ADDED = lit(ChangeKind.ADDED.label());
  private static final Column CHANGED = lit(ChangeKind.CHANGED.label());
  private static final Column GONE = lit(ChangeKind.GONE.label());
  private static final Column NO_FIELDS = lit(new String[0]);

  private PaperChanges() {}

  /**
   * The papers that only one of two states has, or whose digests differ, as paper_id and kind.
   *
   * @param before papers of the snapshot before
   * @param after papers now
   */
  static Dataset<Row> suspects(Dataset<Row> before, Dataset<Row> after) {
    Column old = col("old_hash");
    Column now = col("new_hash");
    return before
        .select(Papers.PAPER_ID.col(), Papers.CONTENT_HASH.col().as("old_hash"))
        .join(
            after.select(Papers.PAPER_ID.col(), Papers.CONTENT_HASH.col().as("new_hash")),
            new String[] {Papers.PAPER_ID.name()},
            "full_outer")
        .where(old.isNull().or(now.isNull()).or(old.notEqual(now)))
        .select(
            Changes.PAPER_ID.as(Papers.PAPER_ID.col()),
            Changes.KIND.as(when(old.isNull(), ADDED).when(now.isNull(), GONE).otherwise(CHANGED)));
  }

  /**
   * The rows of changes.
   *
   * @param suspects what {@link #suspects} found, stored
   * @param before a table as the snapshot before had it; of one that it did not have, nothing is
   *     compared
   * @param after a table now
   */
  static Dataset<Row> compared(
      Dataset<Row> suspects,
      Function<TableContract, Optional<Dataset<Row>>> before,
      Function<TableContract, Dataset<Row>> after) {
    Dataset<Row> inBoth = suspects.where(Changes.KIND.col().equalTo(CHANGED));
    List<Dataset<Row>> differing =
        PaperFields.ALL.stream()
            .flatMap(
                fields ->
                    before.apply(fields.table()).stream()
                        .map(old -> fields.differing(old, after.apply(fields.table()), inBoth)))
            .toList();
    Dataset<Row> fields =
        differing.stream()
            .reduce(Dataset::unionByName)
            .orElseThrow(() -> new IllegalArgumentException("there is no table to compare"))
            .groupBy(Changes.PAPER_ID.col())
            .agg(array_sort(collect_set(col(PaperFields.FIELD))).as(Changes.FIELDS.name()));
    return suspects
        .join(fields, new String[] {Changes.PAPER_ID.name()}, "left")
        .where(Changes.KIND.col().notEqual(CHANGED).or(Changes.FIELDS.col().isNotNull()))
        .withColumn(Changes.FIELDS.name(), coalesce(Changes.FIELDS.col(), NO_FIELDS));
  }

  /** How many papers there are of each kind, in the order of the kinds. */
  static Map<ChangeKind, Long> counts(Dataset<Row> changes) {
    return counts(
        changes.groupBy(Changes.KIND.col()).count().collectAsList().stream()
            .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1))));
  }

  /** The same where there is no snapshot before. */
  static Map<ChangeKind, Long> allAdded(long papers) {
    return counts(Map.of(ChangeKind.ADDED.label(), papers));
  }

  private static Map<ChangeKind, Long> counts(Map<String, Long> found) {
    Map<ChangeKind, Long> counts = new EnumMap<>(ChangeKind.class);
    for (ChangeKind kind : ChangeKind.values()) {
      counts.put(kind, found.getOrDefault(kind.label(), 0L));
    }
    return counts;
  }
}
