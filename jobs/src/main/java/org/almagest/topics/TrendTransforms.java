package org.almagest.topics;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.almagest.stats.ShareTrend;
import org.almagest.table.ExactSum;
import org.almagest.table.PaperTopics;
import org.almagest.table.Papers;
import org.almagest.table.TopicTrends;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How the weight of topics goes with time. */
final class TrendTransforms {
  private static final String SQUARES = "squares";
  private static final int YEAR_LENGTH = 4;

  /** Standard errors to either side of a share that make its 95 % confidence interval. */
  private static final double INTERVAL = 1.96;

  private TrendTransforms() {}

  /**
   * Weight W, squares Q and number of papers n of each topic, year and month; papers without a year
   * are left out, those without a day in months.
   */
  static Dataset<Row> sums(Dataset<Row> paperTopics, Dataset<Row> papers) {
    Dataset<Row> dated =
        paperTopics
            .join(
                papers
                    .where(Papers.YEAR.col().isNotNull())
                    .select(
                        Papers.PAPER_ID.col(),
                        array(
                                format_string("%04d", Papers.YEAR.col()),
                                date_format(Papers.PUBLISHED_DATE.col(), "yyyy-MM"))
                            .as("periods")),
                PaperTopics.PAPER_ID.name())
            .withColumn(TopicTrends.PERIOD.name(), explode(col("periods")))
            .where(TopicTrends.PERIOD.col().isNotNull());
    Dataset<Row> periods =
        dated
            .groupBy(TopicTrends.PERIOD.col())
            .agg(countDistinct(PaperTopics.PAPER_ID.col()).as(TopicTrends.PAPERS.name()));
    Column weight = PaperTopics.WEIGHT.col();
    return dated
        .groupBy(TopicTrends.PERIOD.col(), TopicTrends.TOPIC_ID.col())
        .agg(
            ExactSum.of(weight).as(TopicTrends.PAPER_WEIGHT.name()),
            ExactSum.of(weight.multiply(weight)).as(SQUARES))
        .join(periods, TopicTrends.PERIOD.name());
  }

  /**
   * The topic_trends table: share s = W / n, with s ± 1.96 standard errors of a mean, sqrt((Q / n -
   * s²) / (n - 1)).
   */
  static Dataset<Row> trends(Dataset<Row> sums) {
    Column papers = TopicTrends.PAPERS.col();
    Column share = TopicTrends.PAPER_WEIGHT.col().divide(papers);
    Column variance =
        greatest(col(SQUARES).divide(papers).minus(share.multiply(share)), lit(0.0))
            .divide(papers.minus(1));
    Column half = when(papers.gt(1), sqrt(variance).multiply(INTERVAL));
    return sums.select(
        TopicTrends.TOPIC_ID.col(),
        TopicTrends.PERIOD.col(),
        TopicTrends.PAPER_WEIGHT.col(),
        TopicTrends.SHARE.as(share),
        papers,
        TopicTrends.SHARE_LOW.as(when(half.isNotNull(), greatest(share.minus(half), lit(0.0)))),
        TopicTrends.SHARE_HIGH.as(when(half.isNotNull(), least(share.plus(half), lit(1.0)))));
  }

  /** Growth over the years, by topic id; there is none with fewer than three years. */
  static Map<Integer, ShareTrend.Growth> growth(Dataset<Row> sums) {
    List<Row> years =
        sums.where(length(TopicTrends.PERIOD.col()).equalTo(YEAR_LENGTH))
            .select(
                TopicTrends.TOPIC_ID.col(),
                TopicTrends.PERIOD.col().cast("int"),
                TopicTrends.PAPERS.col(),
                TopicTrends.PAPER_WEIGHT.col(),
                col(SQUARES))
            .orderBy(TopicTrends.TOPIC_ID.col(), TopicTrends.PERIOD.col())
            .collectAsList();
    if (years.isEmpty()) {
      return Map.of();
    }
    int first = years.stream().mapToInt(row -> row.getInt(1)).min().getAsInt();
    int last = years.stream().mapToInt(row -> row.getInt(1)).max().getAsInt();
    long[] papers = new long[last - first + 1];
    Map<Integer, double[][]> sumsOfTopic = new TreeMap<>();
    for (Row row : years) {
      int year = row.getInt(1) - first;
      papers[year] = row.getLong(2);
      double[][] ofTopic =
          sumsOfTopic.computeIfAbsent(row.getInt(0), topic -> new double[2][papers.length]);
      ofTopic[0][year] = row.getDouble(3);
      ofTopic[1][year] = row.getDouble(4);
    }
    Map<Integer, ShareTrend.Growth> growth = new TreeMap<>();
    sumsOfTopic.forEach(
        (topic, ofTopic) -> {
          Optional<ShareTrend.Growth> found =
              ShareTrend.of(papers, ofTopic[0], ofTopic[1]).growth();
          found.ifPresent(g -> growth.put(topic, g));
        });
    return growth;
  }

  /**
   * Papers that trends leave out.
   *
   * @param withoutYear those that are in no trend
   * @param yearAlone those with a year but no day, which are in years and not in months
   */
  record Undated(long withoutYear, long yearAlone) {}

  /** Counts those among the papers given that trends leave out. */
  static Undated undated(Dataset<Row> papers) {
    Column noYear = Papers.YEAR.col().isNull();
    Row counts =
        papers
            .agg(count_if(noYear), count_if(not(noYear).and(Papers.PUBLISHED_DATE.col().isNull())))
            .head();
    return new Undated(counts.getLong(0), counts.getLong(1));
  }
}
