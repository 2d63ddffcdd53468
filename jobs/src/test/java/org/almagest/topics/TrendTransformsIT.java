package org.almagest.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import org.almagest.stage.ContractRow;
import org.almagest.stage.SparkSuite;
import org.almagest.table.PaperTopics;
import org.almagest.table.Papers;
import org.almagest.table.TopicTrends;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shares of a few papers, worked out by hand. */
@SuppressWarnings("serial") // see SparkSuite
class TrendTransformsIT extends SparkSuite {
  private static final Offset<Double> TOLERANCE = within(1e-9);

  private final List<Row> papers = new ArrayList<>();
  private final List<Row> weights = new ArrayList<>();

  @BeforeEach
  void write() {
    paper("may-1", 2019, "2019-05-03", 0.2);
    paper("may-2", 2019, "2019-05-20", 0.4);
    paper("june", 2019, "2019-06-01", 0.4);
    paper("some-day", 2019, null, 0.6);
    paper("new-year", 2020, "2020-01-01", 1);
    paper("january", 2020, "2020-01-31", 0);
    paper("some-other-day", 2020, null, 0);
    paper("undated", null, null, 0.5);
    // It counts as left out, and has no topics.
    papers.add(paperRow("wordless", 2020, null));
  }

  /** A paper with some weight of topic 0; the rest is of topic 1. */
  private void paper(String id, Integer year, String day, double weight) {
    papers.add(paperRow(id, year, day));
    double[] ofTopic = {weight, 1 - weight};
    for (int topic = 0; topic < ofTopic.length; topic++) {
      if (ofTopic[topic] > 0) {
        weights.add(
            ContractRow.of(PaperTopics.TABLE)
                .with(PaperTopics.PAPER_ID, id)
                .with(PaperTopics.TOPIC_ID, topic)
                .with(PaperTopics.WEIGHT, ofTopic[topic])
                .build());
      }
    }
  }

  private static Row paperRow(String id, Integer year, String day) {
    return ContractRow.of(Papers.TABLE)
        .with(Papers.PAPER_ID, id)
        .with(Papers.YEAR, year)
        .with(Papers.PUBLISHED_DATE, day == null ? null : Date.valueOf(day))
        .build();
  }

  private Dataset<Row> trends() {
    return TrendTransforms.trends(
        TrendTransforms.sums(dataset(PaperTopics.TABLE, weights), dataset(Papers.TABLE, papers)));
  }

  private Row trend(String period) {
    List<Row> rows =
        trends()
            .where(TopicTrends.TOPIC_ID.col().equalTo(0))
            .where(TopicTrends.PERIOD.col().equalTo(period))
            .collectAsList();
    assertThat(rows).as("topic 0 in %s", period).hasSize(1);
    return rows.get(0);
  }

  private static void assertTrend(Row row, long papers, double share, double low, double high) {
    assertThat(row.<Double>getAs(TopicTrends.PAPER_WEIGHT.name()))
        .isCloseTo(share * papers, TOLERANCE);
    assertThat(row.<Long>getAs(TopicTrends.PAPERS.name())).isEqualTo(papers);
    assertThat(row.<Double>getAs(TopicTrends.SHARE.name())).isCloseTo(share, TOLERANCE);
    assertThat(row.<Double>getAs(TopicTrends.SHARE_LOW.name())).isCloseTo(low, TOLERANCE);
    assertThat(row.<Double>getAs(TopicTrends.SHARE_HIGH.name())).isCloseTo(high, TOLERANCE);
  }

  @Test
  void aYearHasTheMeanWeightOfItsPapersWithItsInterval() {
    // 0.2, 0.4, 0.4, 0.6: mean 0.4; mean square 0.72 / 4 = 0.18.
    // (0.18 - 0.16) / 3 = 0.02 / 3, of which the root is 0.0816497; by 1.96 that is 0.1600333.
    double half = 1.96 * Math.sqrt(0.02 / 3);
    assertThat(half).isCloseTo(0.1600333, within(1e-7));
    assertTrend(trend("2019"), 4, 0.4, 0.4 - half, 0.4 + half);
  }

  @Test
  void aMonthHasThatOfThePapersOfItsDays() {
    // 0.2 and 0.4: mean 0.3, mean square 0.1; (0.1 - 0.09) / 1 is 0.1 squared.
    assertTrend(trend("2019-05"), 2, 0.3, 0.3 - 0.196, 0.3 + 0.196);
  }

  @Test
  void papersWithoutTheTopicCountAndTheIntervalStaysWithinZeroAndOne() {
    // 1 and 0: mean 0.5, standard error 0.5, and 0.98 to either side.
    assertTrend(trend("2020-01"), 2, 0.5, 0, 1);
    // 1, 0 and 0: mean 1/3, (1/3 - 1/9) / 2 = 1/9; 1/3 - 1.96 / 3 is less than 0.
    assertTrend(trend("2020"), 3, 1.0 / 3, 0, 1.0 / 3 + 1.96 / 3);
  }

  @Test
  void aPeriodOfOnePaperHasAShareAndNoInterval() {
    Row june = trend("2019-06");
    assertThat(june.<Long>getAs(TopicTrends.PAPERS.name())).isEqualTo(1);
    assertThat(june.<Double>getAs(TopicTrends.SHARE.name())).isCloseTo(0.4, TOLERANCE);
    assertThat(june.<Double>getAs(TopicTrends.SHARE_LOW.name())).isNull();
    assertThat(june.<Double>getAs(TopicTrends.SHARE_HIGH.name())).isNull();
  }

  @Test
  void papersWithoutAYearOrADayAreLeftOutAndCounted() {
    assertThat(
            trends().select(TopicTrends.PERIOD.col()).distinct().collectAsList().stream()
                .map(row -> row.getString(0)))
        .containsExactlyInAnyOrder("2019", "2019-05", "2019-06", "2020", "2020-01");
    assertThat(TrendTransforms.undated(dataset(Papers.TABLE, papers)))
        .isEqualTo(new TrendTransforms.Undated(1, 3));
    assertThat(TrendTransforms.undated(dataset(Papers.TABLE, List.of())))
        .isEqualTo(new TrendTransforms.Undated(0, 0));
  }
}
