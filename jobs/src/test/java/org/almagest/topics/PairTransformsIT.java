package org.almagest.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.almagest.stage.ContractRow;
import org.almagest.stage.SparkSuite;
import org.almagest.table.PaperTopics;
import org.almagest.table.TopicPairs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Pairs of the topics of a few papers, worked out by hand. */
@SuppressWarnings("serial") // see SparkSuite
class PairTransformsIT extends SparkSuite {
  private static final Offset<Double> TOLERANCE = within(1e-9);

  private final List<Row> weights = new ArrayList<>();

  private void weigh(String paper, int topic, double weight) {
    weights.add(
        ContractRow.of(PaperTopics.TABLE)
            .with(PaperTopics.PAPER_ID, paper)
            .with(PaperTopics.TOPIC_ID, topic)
            .with(PaperTopics.WEIGHT, weight)
            .build());
  }

  /** Pairs of topics whose distance is told by their rows: 0.12 is that of rows 1 and 2. */
  private Dataset<Row> pairs(int... idOfRow) {
    double[][] distances = new double[idOfRow.length][idOfRow.length];
    Map<Integer, Integer> rowOfTopic = new HashMap<>();
    for (int row = 0; row < idOfRow.length; row++) {
      rowOfTopic.put(idOfRow[row], row);
      for (int other = 0; other < idOfRow.length; other++) {
        distances[row][other] = Math.min(row, other) / 10.0 + Math.max(row, other) / 100.0;
      }
    }
    return PairTransforms.pairs(
        dataset(PaperTopics.TABLE, weights).repartition(3), distances, rowOfTopic);
  }

  private static Row pair(Dataset<Row> pairs, int a, int b) {
    List<Row> rows =
        pairs
            .where(TopicPairs.TOPIC_A.col().equalTo(a).and(TopicPairs.TOPIC_B.col().equalTo(b)))
            .collectAsList();
    assertThat(rows).as("topics %d and %d", a, b).hasSize(1);
    return rows.get(0);
  }

  private static void assertPair(Row row, long papers, double correlation, double distance) {
    assertThat(row.<Long>getAs(TopicPairs.PAPERS.name())).isEqualTo(papers);
    assertThat(row.<Double>getAs(TopicPairs.CORRELATION.name())).isCloseTo(correlation, TOLERANCE);
    assertThat(row.<Double>getAs(TopicPairs.DISTANCE.name())).isCloseTo(distance, TOLERANCE);
  }

  @Test
  void everyPairHasItsPapersCorrelationAndDistance() {
    weigh("both", 4, 0.5);
    weigh("both", 8, 0.5);
    weigh("first", 4, 1);
    weigh("second", 8, 1);
    weigh("third", 2, 1);
    Dataset<Row> pairs = pairs(8, 2, 9, 4);

    assertThat(pairs.schema().fieldNames())
        .containsExactly("topic_a", "topic_b", "papers", "correlation", "distance");
    assertThat(pairs.count()).isEqualTo(6);
    // Topic 4 is 1/2, 1, 0, 0 of the papers and topic 8 is 1/2, 0, 1, 0: both have mean 3/8 and
    // variance 5/16 - 9/64 = 11/64. Their products have mean 1/16, and 1/16 - 9/64 = -5/64.
    assertPair(pair(pairs, 4, 8), 1, -5.0 / 11, 0.03);
    // Topic 2 is 1 of one paper: mean 1/4, variance 3/16. No products: (0 - 3/32) / √(11/64 ·
    // 3/16).
    assertPair(pair(pairs, 2, 4), 0, -6 / Math.sqrt(132), 0.13);
    assertPair(pair(pairs, 2, 8), 0, -6 / Math.sqrt(132), 0.01);
    // Topic 9 is in no paper, and so is 0 everywhere.
    assertPair(pair(pairs, 2, 9), 0, 0, 0.12);
    assertPair(pair(pairs, 4, 9), 0, 0, 0.23);
    assertPair(pair(pairs, 8, 9), 0, 0, 0.02);
  }

  @Test
  void topicsThatAlwaysMeetOrSharePapersBetweenThemHaveACorrelationOfOneOrMinusOne() {
    weigh("a", 0, 0.3);
    weigh("a", 1, 0.3);
    weigh("a", 2, 0.4);
    weigh("b", 2, 1);
    Dataset<Row> pairs = pairs(0, 1, 2);

    assertPair(pair(pairs, 0, 1), 1, 1, 0.01);
    assertPair(pair(pairs, 0, 2), 1, -1, 0.02);
    assertThat(pairs.collectAsList())
        .allSatisfy(
            row ->
                assertThat(row.<Double>getAs(TopicPairs.CORRELATION.name())).isBetween(-1.0, 1.0));
  }

  @Test
  void weightsThatAreTheSameInAllPapersCorrelateWithNothing() {
    // 0.1 · 0.1 is not 0.01 in doubles: rounding must not become a correlation.
    for (String paper : List.of("a", "b", "c")) {
      weigh(paper, 0, 0.1);
      weigh(paper, 1, 0.9);
    }

    assertPair(pair(pairs(0, 1), 0, 1), 3, 0, 0.01);
  }

  @Test
  void ofAHundredTopicsThereAreAllPairsHoweverFewPapersShareThem() {
    Random random = new Random(3);
    for (int paper = 0; paper < 50; paper++) {
      int topic = random.nextInt(100);
      weigh("p" + paper, topic, 0.75);
      weigh("p" + paper, (topic + 1 + random.nextInt(99)) % 100, 0.25);
    }
    int[] ids = new int[100];
    for (int id = 0; id < ids.length; id++) {
      ids[id] = id;
    }
    List<Row> rows = pairs(ids).collectAsList();

    assertThat(rows).hasSize(100 * 99 / 2).allMatch(row -> row.getInt(0) < row.getInt(1));
    assertThat(rows.stream().map(row -> List.of(row.getInt(0), row.getInt(1))).distinct())
        .hasSize(100 * 99 / 2);
    assertThat(rows.stream().mapToLong(row -> row.getLong(2)).sum()).isEqualTo(50);
  }
}
