package org.almagest.coauthors;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.almagest.graph.CommunityEvent;
import org.almagest.graph.CommunityMatching;
import org.almagest.table.AuthorMetrics;
import org.almagest.table.CommunityIds;
import org.almagest.table.CommunityLineage;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Which community has which id over a refresh: the rule of {@link CommunityMatching}, over the
 * authors of both snapshots. A community that continues another takes over its id; the others take
 * ids that none has had, by falling size.
 */
final class CommunityIdentity {
  private static final String BEFORE = "before";
  private static final String AFTER = "after";
  private static final String SHARED = "shared";

  /** Number that the community had when it was found; null in rows that tell of an event. */
  private static final String NUMBER = "number";

  /** Rows that give a community its id have nothing else. */
  private static final StructType MATCHED =
      DataTypes.createStructType(
              Arrays.stream(CommunityLineage.TABLE.schema().fields())
                  .map(field -> DataTypes.createStructField(field.name(), field.dataType(), true))
                  .toList())
          .add(NUMBER, DataTypes.IntegerType);

  private CommunityIdentity() {}

  /**
   * Ids and events, in one task: it holds a number for each pair of communities that share authors.
   *
   * @param previous author_metrics of the snapshot before, without communities where its graph was
   *     too large for one task
   * @param found author_metrics with communities as they were found
   * @param largestId the largest id that a community has had so far, as far as that was noted; else
   *     -1
   */
  static Dataset<Row> matched(Dataset<Row> previous, Dataset<Row> found, int largestId) {
    String author = AuthorMetrics.AUTHOR_ID.name();
    return previous
        .where(AuthorMetrics.COMMUNITY_ID.col().isNotNull())
        .select(AuthorMetrics.AUTHOR_ID.col(), AuthorMetrics.COMMUNITY_ID.col().as(BEFORE))
        .join(
            found.select(AuthorMetrics.AUTHOR_ID.col(), AuthorMetrics.COMMUNITY_ID.col().as(AFTER)),
            author,
            "full_outer")
        .groupBy(col(BEFORE), col(AFTER))
        .agg(count(lit(1)).as(SHARED))
        .repartition(1)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) overlaps -> match(overlaps, largestId),
            Encoders.row(MATCHED));
  }

  private static Iterator<Row> match(Iterator<Row> overlaps, int largestId) {
    CommunityMatching.Builder builder = new CommunityMatching.Builder();
    while (overlaps.hasNext()) {
      Row overlap = overlaps.next();
      long shared = overlap.getLong(2);
      if (overlap.isNullAt(0)) {
        builder.addNew(overlap.getInt(1), shared);
      } else if (overlap.isNullAt(1)) {
        builder.addGone(overlap.getInt(0), shared);
      } else {
        builder.add(overlap.getInt(0), overlap.getInt(1), shared);
      }
    }
    CommunityMatching matching = builder.match();
    List<Row> rows = new ArrayList<>();
    int[] numbers = matching.newCommunities();
    int[] ids = new int[numbers.length == 0 ? 0 : numbers[numbers.length - 1] + 1];
    int next = Math.max(largestId, matching.largestOld().orElse(-1)) + 1;
    for (int number : numbers) {
      OptionalInt continued = matching.continuedBy(number);
      ids[number] = continued.isPresent() ? continued.getAsInt() : next++;
      rows.add(RowFactory.create(null, null, null, ids[number], null, null, null, null, number));
    }
    int event = 0;
    for (CommunityEvent each : matching.events()) {
      rows.add(
          RowFactory.create(
              event++,
              each.kind().name().toLowerCase(Locale.ROOT),
              each.before().isPresent() ? each.before().getAsInt() : null,
              each.after().isPresent() ? ids[each.after().getAsInt()] : null,
              each.shared(),
              each.jaccard(),
              each.sizeBefore(),
              each.sizeAfter(),
              null));
    }
    return rows.iterator();
  }

  /**
   * The author_metrics table with the ids that communities keep.
   *
   * @param matched from {@link #matched}
   */
  static Dataset<Row> renumbered(Dataset<Row> found, Dataset<Row> matched) {
    Dataset<Row> ids =
        matched
            .where(col(NUMBER).isNotNull())
            .select(col(NUMBER), CommunityLineage.COMMUNITY_ID.col().as("kept_id"));
    return found
        .join(ids, AuthorMetrics.COMMUNITY_ID.col().equalTo(col(NUMBER)))
        .withColumn(AuthorMetrics.COMMUNITY_ID.name(), col("kept_id"))
        .select(AuthorMetrics.TABLE.allColumns());
  }

  /**
   * The community_ids table.
   *
   * @param metrics author_metrics as it is written
   * @param largestId as for {@link #matched}
   */
  static Dataset<Row> ids(Dataset<Row> metrics, int largestId) {
    return metrics
        .agg(
            // Leaves out a null.
            greatest(max(AuthorMetrics.COMMUNITY_ID.col()), lit(largestId))
                .as(CommunityIds.LARGEST_COMMUNITY_ID.name()))
        .where(CommunityIds.LARGEST_COMMUNITY_ID.col().geq(0));
  }

  /**
   * The community_lineage table.
   *
   * @param matched from {@link #matched}
   */
  static Dataset<Row> lineage(Dataset<Row> matched) {
    return matched.where(col(NUMBER).isNull()).select(CommunityLineage.TABLE.allColumns());
  }
}
