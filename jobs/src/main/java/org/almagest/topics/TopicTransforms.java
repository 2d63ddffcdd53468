package org.almagest.topics;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.almagest.table.ExactSum;
import org.almagest.table.PaperTopics;
import org.almagest.table.PaperVectors;
import org.almagest.table.Papers;
import org.almagest.table.TopicTrends;
import org.almagest.topic.CoherenceCounts;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** From a model's weights to tables. */
final class TopicTransforms {
  private static final String TOKENS = "tokens";
  private static final String MAIN = "main";

  private static final StructType KEPT =
      new StructType()
          .add(PaperTopics.PAPER_ID.name(), DataTypes.StringType)
          .add(PaperTopics.TOPIC_ID.name(), DataTypes.IntegerType)
          .add(PaperTopics.WEIGHT.name(), DataTypes.DoubleType)
          .add(TOKENS, DataTypes.DoubleType)
          .add(MAIN, DataTypes.BooleanType);

  /**
   * The size of a topic.
   *
   * @param tokenShare share of all tokens
   * @param papers papers of which it is the main topic
   */
  record TopicSize(double tokenShare, long papers) {}

  private TopicTransforms() {}

  /**
   * One row for each weight that is kept, in the trainer's numbering of topics: the greatest one of
   * a paper, and all others of at least {@code minWeight}, scaled to sum to 1. {@code tokens} is
   * the weight times the paper's tokens; {@code main} marks the greatest weight, the first among
   * equals.
   */
  static Dataset<Row> keptWeights(Dataset<Row> weighed, double minWeight) {
    return weighed
        .where(PaperVectors.TOKEN_COUNT.col().gt(0))
        .select(
            PaperVectors.PAPER_ID.col(), PaperVectors.TOKEN_COUNT.col(), col(TrainedTopics.WEIGHTS))
        .flatMap(
            (FlatMapFunction<Row, Row>) row -> keptWeights(row, minWeight), Encoders.row(KEPT));
  }

  private static Iterator<Row> keptWeights(Row paper, double minWeight) {
    List<Double> weights = paper.getList(2);
    int main = 0;
    for (int topic = 1; topic < weights.size(); topic++) {
      if (weights.get(topic) > weights.get(main)) {
        main = topic;
      }
    }
    double kept = 0;
    for (int topic = 0; topic < weights.size(); topic++) {
      kept += topic == main || weights.get(topic) >= minWeight ? weights.get(topic) : 0;
    }
    List<Row> rows = new ArrayList<>();
    for (int topic = 0; topic < weights.size(); topic++) {
      if (topic == main || weights.get(topic) >= minWeight) {
        double weight = weights.get(topic) / kept;
        rows.add(
            RowFactory.create(
                paper.getString(0), topic, weight, weight * paper.getLong(1), topic == main));
      }
    }
    return rows.iterator();
  }

  /** The size of each topic, in the trainer's numbering. */
  static TopicSize[] sizes(Dataset<Row> kept, int topicCount) {
    List<Row> sums =
        kept.groupBy(PaperTopics.TOPIC_ID.name())
            .agg(ExactSum.of(col(TOKENS)), count_if(col(MAIN)))
            .collectAsList();
    TopicSize[] sizes = new TopicSize[topicCount];
    Arrays.fill(sizes, new TopicSize(0, 0));
    double tokens =
        sums.stream()
            .sorted((a, b) -> a.getInt(0) - b.getInt(0))
            .mapToDouble(r -> r.getDouble(1))
            .sum();
    for (Row row : sums) {
      sizes[row.getInt(0)] = new TopicSize(row.getDouble(1) / tokens, row.getLong(2));
    }
    return sizes;
  }

  /**
   * The paper_topics table.
   *
   * @param idOfTopic published id of each topic of the trainer
   */
  static Dataset<Row> paperTopics(Dataset<Row> kept, int[] idOfTopic) {
    return kept.select(
        PaperTopics.PAPER_ID.col(),
        PaperTopics.TOPIC_ID.as(lit(idOfTopic).getItem(PaperTopics.TOPIC_ID.col())),
        PaperTopics.WEIGHT.col());
  }

  /** The topic_trends table, by year of publication; papers without a year are left out. */
  static Dataset<Row> trends(Dataset<Row> paperTopics, Dataset<Row> papers) {
    Dataset<Row> weights =
        paperTopics
            .join(
                papers
                    .where(Papers.YEAR.col().isNotNull())
                    .select(
                        Papers.PAPER_ID.col(),
                        TopicTrends.PERIOD.as(format_string("%04d", Papers.YEAR.col()))),
                PaperTopics.PAPER_ID.name())
            .groupBy(TopicTrends.PERIOD.col(), TopicTrends.TOPIC_ID.col())
            .agg(ExactSum.of(PaperTopics.WEIGHT.col()).as(TopicTrends.PAPER_WEIGHT.name()));
    Dataset<Row> periods =
        weights
            .groupBy(TopicTrends.PERIOD.col())
            .agg(ExactSum.of(TopicTrends.PAPER_WEIGHT.col()).as("period_weight"));
    return weights
        .join(periods, TopicTrends.PERIOD.name())
        .select(
            TopicTrends.TOPIC_ID.col(),
            TopicTrends.PERIOD.col(),
            TopicTrends.PAPER_WEIGHT.col(),
            TopicTrends.SHARE.as(TopicTrends.PAPER_WEIGHT.col().divide(col("period_weight"))));
  }

  /** Counts the papers that hold the top terms of each topic. */
  static CoherenceCounts coherence(Dataset<Row> vectors, int[][] topTerms, int vocabularySize) {
    return vectors
        .where(PaperVectors.TOKEN_COUNT.col().gt(0))
        .select(PaperVectors.TERM_IDS.col())
        .javaRDD()
        .mapPartitions(
            rows -> {
              CoherenceCounts counts = new CoherenceCounts(topTerms, vocabularySize);
              boolean[] scratch = new boolean[counts.slots()];
              while (rows.hasNext()) {
                List<Integer> ids = rows.next().getList(0);
                counts.count(ids.stream().mapToInt(Integer::intValue).toArray(), scratch);
              }
              return List.of(counts).iterator();
            })
        .treeReduce(CoherenceCounts::add);
  }

  /** Papers without a year among those given. */
  static long withoutYear(Dataset<Row> papers) {
    return papers
        .agg(coalesce(sum(Papers.YEAR.col().isNull().cast("long")), lit(0L)))
        .head()
        .getLong(0);
  }
}
