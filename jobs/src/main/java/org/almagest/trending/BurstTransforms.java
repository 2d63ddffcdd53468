package org.almagest.trending;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.stream.Stream;
import org.almagest.table.Bursts;
import org.almagest.table.PaperTopics;
import org.almagest.table.PaperVectors;
import org.almagest.table.Papers;
import org.almagest.table.TableColumn;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** From papers with terms or topics to what bursts. Formulas: {@link Bursts}. */
final class BurstTransforms {
  private static final String ITEMS = "items";
  private static final String LAST = "negative_topic";

  private BurstTransforms() {}

  /** Papers with the list of their terms; papers without any are left out. */
  static Dataset<Row> terms(Dataset<Row> vectors) {
    return vectors
        .where(size(PaperVectors.TERM_IDS.col()).gt(0))
        .select(PaperVectors.PAPER_ID.col(), PaperVectors.TERM_IDS.col().as(ITEMS));
  }

  /** Papers with a list of their main topic, of equal weights the one of the smallest id. */
  static Dataset<Row> topics(Dataset<Row> paperTopics) {
    return mainTopics(paperTopics)
        .select(PaperTopics.PAPER_ID.col(), array(PaperTopics.TOPIC_ID.col()).as(ITEMS));
  }

  /** Papers with the topic of greatest weight, of equal ones that of the smallest id. */
  static Dataset<Row> mainTopics(Dataset<Row> paperTopics) {
    return paperTopics
        .groupBy(PaperTopics.PAPER_ID.col())
        .agg(
            max(struct(PaperTopics.WEIGHT.col(), negate(PaperTopics.TOPIC_ID.col()).as(LAST)))
                .getField(LAST)
                .as(LAST))
        .select(PaperTopics.PAPER_ID.col(), negate(col(LAST)).as(PaperTopics.TOPIC_ID.name()));
  }

  /**
   * x, n, y and m of each item and period that is told of, where x + y is at least a number of
   * papers and there is a paper before the period.
   *
   * @param papers the papers table
   * @param lists from {@link #terms} or {@link #topics}
   * @param periods from {@link ToldPeriods#ofCounts}
   * @param kind what the items are
   */
  static Dataset<Row> counts(
      Dataset<Row> papers, Dataset<Row> lists, Dataset<Row> periods, String kind, int minPapers) {
    Dataset<Row> starts = periods.select(Bursts.PERIOD.col(), Bursts.PERIOD_START.col()).distinct();
    Dataset<Row> placed =
        ToldPeriods.withPeriods(papers)
            .join(broadcast(starts), names(Bursts.PERIOD, Bursts.PERIOD_START))
            .join(lists, Papers.PAPER_ID.name());
    Dataset<Row> ofItems =
        told(
            placed.select(
                Bursts.PERIOD.col(),
                Bursts.PERIOD_START.col(),
                explode(col(ITEMS)).as(Bursts.ITEM_ID.name())),
            periods,
            Bursts.PAPERS,
            Bursts.BASELINE_PAPERS,
            Bursts.ITEM_ID.col());
    Dataset<Row> ofAll = told(placed, periods, Bursts.PERIOD_PAPERS, Bursts.BASELINE_PERIOD_PAPERS);
    return ofItems
        .where(Bursts.PAPERS.col().plus(Bursts.BASELINE_PAPERS.col()).geq(minPapers))
        .join(
            broadcast(ofAll.where(Bursts.BASELINE_PERIOD_PAPERS.col().gt(0))),
            names(Bursts.PERIOD, Bursts.PERIOD_START))
        .withColumn(Bursts.KIND.name(), lit(kind))
        .selectExpr(BurstTests.COUNTS.fieldNames());
  }

  /** Rows counted for the period that is told of, and for those before it. */
  private static Dataset<Row> told(
      Dataset<Row> rows,
      Dataset<Row> periods,
      TableColumn own,
      TableColumn before,
      Column... items) {
    String number = "number";
    Column isOwn = col(ToldPeriods.IS_OWN);
    return rows.groupBy(keys(items, Bursts.PERIOD_START.col()))
        .agg(count(lit(1)).as(number))
        .join(broadcast(periods), names(Bursts.PERIOD, Bursts.PERIOD_START))
        .groupBy(keys(items, col(ToldPeriods.TOLD_START)))
        .agg(
            sum(when(isOwn, col(number)).otherwise(0L)).as(own.name()),
            sum(when(not(isOwn), col(number)).otherwise(0L)).as(before.name()))
        .withColumnRenamed(ToldPeriods.TOLD_START, Bursts.PERIOD_START.name())
        .where(col(own.name()).plus(col(before.name())).gt(0));
  }

  private static Column[] keys(Column[] items, Column start) {
    return Stream.concat(Stream.of(Bursts.PERIOD.col(), start), Arrays.stream(items))
        .toArray(Column[]::new);
  }

  /** With the rate ratio, its interval and the p-value. */
  static Dataset<Row> tested(Dataset<Row> counts) {
    return counts.map((MapFunction<Row, Row>) BurstTests::tested, Encoders.row(BurstTests.TESTED));
  }

  /**
   * What bursts, with its q-value and rank but without its label.
   *
   * @param tested from {@link #tested}; all items of a kind and period are one task's work
   */
  static Dataset<Row> bursts(Dataset<Row> tested, TrendingConfig config) {
    BurstTests tests = new BurstTests(config);
    return tested
        .groupByKey((MapFunction<Row, String>) BurstTests::family, Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, Row, Row>) tests::found, Encoders.row(BurstTests.FOUND));
  }

  /**
   * The bursts table, of one kind.
   *
   * @param names ids and labels of the items
   */
  static Dataset<Row> labelled(Dataset<Row> bursts, Dataset<Row> names) {
    return bursts
        .join(names.toDF(Bursts.ITEM_ID.name(), Bursts.LABEL.name()), Bursts.ITEM_ID.name())
        .select(Bursts.TABLE.allColumns());
  }

  private static String[] names(TableColumn first, TableColumn second) {
    return new String[] {first.name(), second.name()};
  }
}
