package org.almagest.topics;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import org.almagest.table.ExactSum;
import org.almagest.table.PaperTopics;
import org.almagest.table.TopicPairs;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/** How topics are to one another: by their terms, and by the papers that they are in. */
final class PairTransforms {
  private static final String MEAN = "mean";
  private static final String DEVIATION = "deviation";
  private static final String PRODUCTS = "products";

  /** Share of the mean square below which a variance is what rounding leaves of equal weights. */
  private static final double ROUNDING = 1e-9;

  private PairTransforms() {}

  /**
   * The topic_pairs table: a row for each of the K (K - 1) / 2 pairs of topics. Correlation is that
   * of the weights w over all n papers with topics, (Σ w_a w_b / n - m_a m_b) / (s_a s_b), with m
   * the means and s the standard deviations; 0 where one of these is 0.
   *
   * @param distances between topics
   * @param rowOfTopic row of each topic id in {@code distances}
   */
  static Dataset<Row> pairs(
      Dataset<Row> paperTopics, double[][] distances, Map<Integer, Integer> rowOfTopic) {
    Dataset<Row> topics = topics(paperTopics, rowOfTopic);
    Column a = col("a.topic_id");
    Column b = col("b.topic_id");
    Column products =
        coalesce(col(PRODUCTS), lit(0.0)).divide(col("a." + FacetTransforms.ALL_PAPERS));
    Column covariance = products.minus(col("a." + MEAN).multiply(col("b." + MEAN)));
    Column deviations = col("a." + DEVIATION).multiply(col("b." + DEVIATION));
    Column correlation = greatest(least(covariance.divide(deviations), lit(1.0)), lit(-1.0));
    return topics
        .as("a")
        .join(broadcast(topics.as("b")), a.lt(b))
        .join(
            together(paperTopics),
            a.equalTo(TopicPairs.TOPIC_A.col()).and(b.equalTo(TopicPairs.TOPIC_B.col())),
            "left")
        .select(
            TopicPairs.TOPIC_A.as(a),
            TopicPairs.TOPIC_B.as(b),
            TopicPairs.PAPERS.as(coalesce(TopicPairs.PAPERS.col(), lit(0L))),
            TopicPairs.CORRELATION.as(when(deviations.gt(0), correlation).otherwise(0.0)),
            TopicPairs.DISTANCE.as(
                udf(
                        (UDF2<Integer, Integer, Double>)
                            (x, y) -> distances[rowOfTopic.get(x)][rowOfTopic.get(y)],
                        DataTypes.DoubleType)
                    .apply(a, b)));
  }

  /** Mean and standard deviation of the weights of each topic, also of one without papers. */
  private static Dataset<Row> topics(Dataset<Row> paperTopics, Map<Integer, Integer> rowOfTopic) {
    Column weight = PaperTopics.WEIGHT.col();
    Column papers = greatest(col(FacetTransforms.ALL_PAPERS), lit(1L));
    Dataset<Row> ids =
        paperTopics
            .sparkSession()
            .createDataset(List.copyOf(rowOfTopic.keySet()), Encoders.INT())
            .toDF(PaperTopics.TOPIC_ID.name());
    Dataset<Row> sums =
        paperTopics
            .groupBy(PaperTopics.TOPIC_ID.col())
            .agg(
                ExactSum.of(weight).as("weights"),
                ExactSum.of(weight.multiply(weight)).as("squares"));
    Column mean = coalesce(col("weights"), lit(0.0)).divide(papers);
    Column meanSquare = coalesce(col("squares"), lit(0.0)).divide(papers);
    Column variance = meanSquare.minus(mean.multiply(mean));
    return ids.join(sums, new String[] {PaperTopics.TOPIC_ID.name()}, "left")
        .crossJoin(FacetTransforms.papersWithTopics(paperTopics))
        .select(
            PaperTopics.TOPIC_ID.col(),
            mean.as(MEAN),
            when(variance.gt(meanSquare.multiply(ROUNDING)), sqrt(variance))
                .otherwise(0.0)
                .as(DEVIATION),
            papers.as(FacetTransforms.ALL_PAPERS));
  }

  /** Papers n_ab of each pair of topics that have any, and Σ w_a w_b over them. */
  private static Dataset<Row> together(Dataset<Row> paperTopics) {
    return paperTopics
        .groupBy(PaperTopics.PAPER_ID.col())
        .agg(
            collect_list(struct(PaperTopics.TOPIC_ID.col(), PaperTopics.WEIGHT.col()))
                .as("of_paper"))
        .withColumn("a", explode(col("of_paper")))
        .withColumn("b", explode(col("of_paper")))
        .where(col("a.topic_id").lt(col("b.topic_id")))
        .groupBy(
            col("a.topic_id").as(TopicPairs.TOPIC_A.name()),
            col("b.topic_id").as(TopicPairs.TOPIC_B.name()))
        .agg(
            count(lit(1)).as(TopicPairs.PAPERS.name()),
            ExactSum.of(col("a.weight").multiply(col("b.weight"))).as(PRODUCTS));
  }
}
