package org.almagest.report;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.almagest.report.ReportData.Series;
import org.almagest.report.ReportData.Trends;
import org.almagest.stage.StageContext;
import org.almagest.table.TopicTrends;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The share of each topic by year or, where there are few years, by month. */
final class TrendFacts {
  private static final int YEAR_LENGTH = 4;
  private static final int FEWEST_YEARS = 3;
  private static final int MOST_PERIODS = 40;

  private final StageContext context;

  TrendFacts(StageContext context) {
    this.context = context;
  }

  /**
   * @param topics ids of those that the page shows
   */
  Trends read(List<Integer> topics) {
    context.step("reading trends");
    Dataset<Row> trends = context.read(TopicTrends.TABLE);
    List<String> years = periods(trends, true);
    boolean byYear = years.size() >= FEWEST_YEARS;
    List<String> periods = byYear ? years : periods(trends, false);
    Map<Integer, Map<String, Row>> byTopic = new HashMap<>();
    Map<String, Long> papers = new HashMap<>();
    if (!periods.isEmpty()) {
      Dataset<Row> wanted = trends.where(TopicTrends.PERIOD.col().isin(periods.toArray()));
      for (Row row :
          wanted.join(broadcast(ids(topics)), TopicTrends.TOPIC_ID.name()).collectAsList()) {
        String period = row.getAs(TopicTrends.PERIOD.name());
        byTopic
            .computeIfAbsent(row.getAs(TopicTrends.TOPIC_ID.name()), topic -> new HashMap<>())
            .put(period, row);
        papers.put(period, row.getAs(TopicTrends.PAPERS.name()));
      }
    }
    return new Trends(
        byYear ? "year" : "month",
        periods,
        periods.stream().map(period -> papers.getOrDefault(period, 0L)).toList(),
        topics.stream().map(topic -> series(topic, periods, byTopic.get(topic))).toList());
  }

  private Dataset<Row> ids(List<Integer> topics) {
    return context
        .spark()
        .createDataset(topics, org.apache.spark.sql.Encoders.INT())
        .toDF(TopicTrends.TOPIC_ID.name());
  }

  private static List<String> periods(Dataset<Row> trends, boolean years) {
    List<String> latest =
        new ArrayList<>(
            trends
                .where(
                    years
                        ? length(TopicTrends.PERIOD.col()).equalTo(YEAR_LENGTH)
                        : length(TopicTrends.PERIOD.col()).gt(YEAR_LENGTH))
                .select(TopicTrends.PERIOD.col())
                .distinct()
                .orderBy(col(TopicTrends.PERIOD.name()).desc())
                .limit(MOST_PERIODS)
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList());
    java.util.Collections.reverse(latest);
    return List.copyOf(latest);
  }

  private static Series series(int topic, List<String> periods, Map<String, Row> rows) {
    List<Double> share = new ArrayList<>();
    List<Double> low = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    for (String period : periods) {
      Row row = rows == null ? null : rows.get(period);
      share.add(row == null ? 0.0 : value(row, TopicTrends.SHARE.name()));
      low.add(row == null ? null : value(row, TopicTrends.SHARE_LOW.name()));
      high.add(row == null ? null : value(row, TopicTrends.SHARE_HIGH.name()));
    }
    return new Series(topic, share, low, high);
  }

  private static Double value(Row row, String column) {
    Double value = row.getAs(column);
    return value == null ? null : Double.valueOf(Figures.rounded(value));
  }
}
