package org.almagest.trending;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trunc;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.almagest.stats.CalendarPeriod;
import org.almagest.table.Papers;
import org.almagest.table.Trending;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The periods that are told of: of each kind the latest in which papers were published. There are
 * few of them, whatever the corpus.
 */
final class ToldPeriods {
  /** First day of the period for which a row counts. */
  static final String TOLD_START = "told_start";

  /** Whether the row's own period is that one, and not one before it. */
  static final String IS_OWN = "is_own";

  /** Last day of a period. */
  static final String END = "period_end";

  /** Half-life in days. */
  static final String HALF_LIFE = "half_life";

  private static final String PERIODS = "periods";

  private static final StructType OF_SCORES =
      new StructType()
          .add(Trending.PERIOD.field())
          .add(Trending.PERIOD_START.field())
          .add(END, DataTypes.DateType, false)
          .add(HALF_LIFE, DataTypes.DoubleType, false);

  private static final StructType OF_COUNTS =
      new StructType()
          .add(Trending.PERIOD.field())
          .add(Trending.PERIOD_START.field())
          .add(TOLD_START, DataTypes.DateType, false)
          .add(IS_OWN, DataTypes.BooleanType, false);

  private final List<Told> told;

  /** A period that is told of. */
  record Told(CalendarPeriod period, LocalDate start) {}

  private ToldPeriods(List<Told> told) {
    this.told = List.copyOf(told);
  }

  /** The latest periods of each kind in which a paper was published. */
  static ToldPeriods latest(Dataset<Row> papers, int number) {
    String place = "place";
    List<Row> rows =
        withPeriods(papers)
            .select(Trending.PERIOD.col(), Trending.PERIOD_START.col())
            .distinct()
            .withColumn(
                place,
                row_number()
                    .over(
                        Window.partitionBy(Trending.PERIOD.col())
                            .orderBy(Trending.PERIOD_START.col().desc())))
            .where(col(place).leq(number))
            .orderBy(Trending.PERIOD.col(), Trending.PERIOD_START.col())
            .collectAsList();
    return new ToldPeriods(
        rows.stream()
            .map(
                row ->
                    new Told(
                        CalendarPeriod.labelled(row.getString(0)).orElseThrow(),
                        row.getDate(1).toLocalDate()))
            .toList());
  }

  /**
   * Each paper once for each period in which it was published: day, week, month and year, or the
   * year alone where no day is known.
   */
  static Dataset<Row> withPeriods(Dataset<Row> papers) {
    Column day = Papers.PUBLISHED_DATE.col();
    Column[] periods =
        Arrays.stream(CalendarPeriod.values())
            .map(
                period ->
                    struct(
                        lit(period.label()).as(Trending.PERIOD.name()),
                        start(period, day).as(Trending.PERIOD_START.name())))
            .toArray(Column[]::new);
    return papers
        .select(Papers.PAPER_ID.col(), explode(array(periods)).as(PERIODS))
        .select(Papers.PAPER_ID.col(), col(PERIODS + ".*"))
        .where(Trending.PERIOD_START.col().isNotNull());
  }

  private static Column start(CalendarPeriod period, Column day) {
    return switch (period) {
      case DAY -> day;
      case WEEK -> trunc(day, "week");
      case MONTH -> trunc(day, "month");
      case YEAR -> make_date(Papers.YEAR.col(), lit(1), lit(1));
    };
  }

  /** The days, weeks and months, with their last day and half-life; years are too long for it. */
  Dataset<Row> ofScores(SparkSession spark, TrendingConfig config) {
    return spark.createDataFrame(
        told.stream()
            .filter(each -> each.period() != CalendarPeriod.YEAR)
            .map(
                each ->
                    RowFactory.create(
                        each.period().label(),
                        Date.valueOf(each.start()),
                        Date.valueOf(each.period().endOf(each.start())),
                        config.halfLifeDays(each.period())))
            .toList(),
        OF_SCORES);
  }

  /** For each period that is told of itself and those before it with which it is compared. */
  Dataset<Row> ofCounts(SparkSession spark, int baseline) {
    List<Row> rows = new ArrayList<>();
    for (Told each : told) {
      for (int before = 0; before <= baseline; before++) {
        rows.add(
            RowFactory.create(
                each.period().label(),
                Date.valueOf(each.period().later(each.start(), -before)),
                Date.valueOf(each.start()),
                before == 0));
      }
    }
    return spark.createDataFrame(rows, OF_COUNTS);
  }
}
