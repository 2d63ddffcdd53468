package org.almagest.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.almagest.table.ExactSum;
import org.almagest.table.PaperTopics;
import org.almagest.table.PaperVectors;
import org.almagest.topic.CoherenceCounts;
import org.almagest.topic.TopicSpread;
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
   * @param spread over the papers
   */
  record TopicSize(double tokenShare, long papers, TopicSpread spread) {}

  private TopicTransforms() {}

  /**
   * One row for each weight that is kept, in the trainer's numbering of topics: the greatest one of
   * a paper, and all others of at least {@code minWeight}, scaled to sum to 1. {@code tokens} is
   * the weight times the paper's tokens; {@code main} marks the greatest weight, the first among
   * equals.
   */
  static Dataset<Row> keptWeights(Dataset<Row> weighed, double minWeight) {
    return weighed
        .select(
            PaperVectors.PAPER_ID.col(),
            PaperVectors.TOKEN_COUNT.col(),
            col(TrainedTopics.TOPICS),
            col(TrainedTopics.WEIGHTS))
        .flatMap(
            (FlatMapFunction<Row, Row>) row -> keptWeights(row, minWeight), Encoders.row(KEPT));
  }

  private static Iterator<Row> keptWeights(Row paper, double minWeight) {
    List<Integer> topics = paper.getList(2);
    List<Double> weights = paper.getList(3);
    int main = 0;
    for (int i = 1; i < weights.size(); i++) {
      if (weights.get(i) > weights.get(main)) {
        main = i;
      }
    }
    double kept = 0;
    for (int i = 0; i < weights.size(); i++) {
      kept += i == main || weights.get(i) >= minWeight ? weights.get(i) : 0;
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      if (i == main || weights.get(i) >= minWeight) {
        double weight = weights.get(i) / kept;
        rows.add(
            RowFactory.create(
                paper.getString(0), topics.get(i), weight, weight * paper.getLong(1), i == main));
      }
    }
    return rows.iterator();
  }

  /** The size of each topic, in the trainer's numbering. */
  static TopicSize[] sizes(Dataset<Row> kept, int topicCount) {
    List<Row> sums =
        kept.groupBy(PaperTopics.TOPIC_ID.name())
            .agg(
                ExactSum.of(col(TOKENS)),
                count_if(col(MAIN)),
                count_if(PaperTopics.WEIGHT.col().geq(TopicSpread.PRESENT_FROM)))
            .orderBy(PaperTopics.TOPIC_ID.name())
            .collectAsList();
    TopicSize[] sizes = new TopicSize[topicCount];
    Arrays.fill(sizes, new TopicSize(0, 0, new TopicSpread(0, 0)));
    double tokens = sums.stream().mapToDouble(row -> row.getDouble(1)).sum();
    double papers = sums.stream().mapToLong(row -> row.getLong(2)).sum();
    for (Row row : sums) {
      sizes[row.getInt(0)] =
          new TopicSize(
              row.getDouble(1) / tokens,
              row.getLong(2),
              new TopicSpread(row.getLong(3) / papers, row.getLong(2) / papers));
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
}
