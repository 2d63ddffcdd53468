package org.almagest.trending;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.almagest.stats.BenjaminiHochberg;
import org.almagest.stats.RateRatio;
import org.almagest.table.Bursts;
import org.almagest.table.TableColumn;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Tests which items burst: all items of a kind in a period together. */
final class BurstTests implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Rows that are counted. */
  static final StructType COUNTS =
      schema(
          Bursts.PERIOD,
          Bursts.PERIOD_START,
          Bursts.KIND,
          Bursts.ITEM_ID,
          Bursts.PAPERS,
          Bursts.PERIOD_PAPERS,
          Bursts.BASELINE_PAPERS,
          Bursts.BASELINE_PERIOD_PAPERS);

  /** The same with what the counts tell by themselves. */
  static final StructType TESTED =
      new StructType(
          Stream.of(
                  COUNTS.fields(),
                  schema(Bursts.RATE_RATIO, Bursts.RATIO_LOW, Bursts.RATIO_HIGH, Bursts.P_VALUE)
                      .fields())
              .flatMap(Arrays::stream)
              .toArray(StructField[]::new));

  /** The same with what they tell together. */
  static final StructType FOUND = TESTED.add(Bursts.Q_VALUE.field()).add(Bursts.RANK.field());

  private static final int PAPERS = COUNTS.fieldIndex(Bursts.PAPERS.name());
  private static final int ITEM = COUNTS.fieldIndex(Bursts.ITEM_ID.name());
  private static final int RATIO = TESTED.fieldIndex(Bursts.RATE_RATIO.name());
  private static final int P_VALUE = TESTED.fieldIndex(Bursts.P_VALUE.name());

  private static final Comparator<Row> BY_RANK =
      Comparator.comparingDouble((Row row) -> row.getDouble(P_VALUE))
          .thenComparing(row -> row.getDouble(RATIO), Comparator.reverseOrder())
          .thenComparing(row -> row.getInt(ITEM));

  private final int minPapers;
  private final double largestQ;
  private final int top;

  BurstTests(TrendingConfig config) {
    this.minPapers = config.burstMinPapers();
    this.largestQ = config.burstQ();
    this.top = config.top();
  }

  /** What is tested together. */
  static String family(Row row) {
    return row.getString(0) + ' ' + row.getDate(1) + ' ' + row.getString(2);
  }

  /** A row of {@link #COUNTS} as one of {@link #TESTED}. */
  static Row tested(Row counts) {
    RateRatio ratio =
        new RateRatio(
            counts.getLong(PAPERS),
            counts.getLong(PAPERS + 1),
            counts.getLong(PAPERS + 2),
            counts.getLong(PAPERS + 3));
    return with(counts, ratio.ratio(), ratio.low(), ratio.high(), ratio.pValue());
  }

  /** The bursts among the items of a family, as rows of {@link #FOUND}. */
  Iterator<Row> found(String family, Iterator<Row> items) {
    List<Row> tested = new ArrayList<>();
    items.forEachRemaining(tested::add);
    List<OptionalDouble> adjusted =
        BenjaminiHochberg.adjusted(
            tested.stream().map(row -> OptionalDouble.of(row.getDouble(P_VALUE))).toList());
    List<Row> bursts = new ArrayList<>();
    for (int i = 0; i < tested.size(); i++) {
      double q = adjusted.get(i).getAsDouble();
      if (q <= largestQ && tested.get(i).getLong(PAPERS) >= minPapers) {
        bursts.add(with(tested.get(i), q));
      }
    }
    bursts.sort(BY_RANK);
    List<Row> ranked = new ArrayList<>();
    for (Row burst : bursts.subList(0, Math.min(top, bursts.size()))) {
      ranked.add(with(burst, ranked.size() + 1));
    }
    return ranked.iterator();
  }

  private static Row with(Row row, Object... further) {
    Object[] values = new Object[row.length() + further.length];
    Arrays.setAll(values, i -> i < row.length() ? row.get(i) : further[i - row.length()]);
    return RowFactory.create(values);
  }

  private static StructType schema(TableColumn... columns) {
    StructType schema = new StructType();
    for (TableColumn column : columns) {
      schema = schema.add(column.field());
    }
    return schema;
  }
}
