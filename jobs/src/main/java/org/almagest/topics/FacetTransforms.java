package org.almagest.topics;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import org.almagest.table.ExactSum;
import org.almagest.table.PaperTopics;
import org.almagest.table.PaperVectors;
import org.almagest.table.Papers;
import org.almagest.table.TopicFacets;
import org.almagest.table.TopicPairs;
import org.almagest.table.TopicPapers;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;

/** Who uses a topic: the papers, the categories and venues, and the other topics. */
final class FacetTransforms {
  private static final int REPRESENTATIVE_PAPERS = 10;
  private static final String TOTAL = "total";

  private FacetTransforms() {}

  /** The topic_papers table. */
  static Dataset<Row> representatives(Dataset<Row> paperTopics, Dataset<Row> vectors) {
    Column rank =
        row_number()
            .over(
                Window.partitionBy(PaperTopics.TOPIC_ID.col())
                    .orderBy(
                        PaperTopics.WEIGHT.col().desc(),
                        PaperVectors.TOKEN_COUNT.col().desc(),
                        PaperTopics.PAPER_ID.col()));
    return paperTopics
        .join(
            vectors.select(PaperVectors.PAPER_ID.col(), PaperVectors.TOKEN_COUNT.col()),
            PaperTopics.PAPER_ID.name())
        .withColumn(TopicPapers.RANK.name(), rank)
        .where(TopicPapers.RANK.col().leq(REPRESENTATIVE_PAPERS))
        .select(TopicPapers.TABLE.allColumns());
  }

  /** The topic_facets table: by category and by venue. */
  static Dataset<Row> facets(Dataset<Row> paperTopics, Dataset<Row> papers) {
    Dataset<Row> values =
        papers
            .select(
                Papers.PAPER_ID.col(),
                lit("category").as(TopicFacets.FACET.name()),
                explode(Papers.CATEGORIES.col()).as(TopicFacets.VALUE.name()))
            .unionByName(
                papers
                    .where(Papers.VENUE.col().isNotNull())
                    .select(
                        Papers.PAPER_ID.col(),
                        lit("venue").as(TopicFacets.FACET.name()),
                        Papers.VENUE.as(Papers.VENUE.col()).as(TopicFacets.VALUE.name())));
    Dataset<Row> used = paperTopics.join(values, PaperTopics.PAPER_ID.name());
    Dataset<Row> sizes =
        used.groupBy(TopicFacets.FACET.col(), TopicFacets.VALUE.col())
            .agg(countDistinct(PaperTopics.PAPER_ID.col()).as(TopicFacets.PAPERS.name()));
    Dataset<Row> overall =
        paperTopics
            .groupBy(PaperTopics.TOPIC_ID.col())
            .agg(ExactSum.of(PaperTopics.WEIGHT.col()).as(TOTAL))
            .crossJoin(papersWithTopics(paperTopics));
    Column share = TopicFacets.PAPER_WEIGHT.col().divide(TopicFacets.PAPERS.col());
    return used.groupBy(
            TopicFacets.TOPIC_ID.col(), TopicFacets.FACET.col(), TopicFacets.VALUE.col())
        .agg(ExactSum.of(PaperTopics.WEIGHT.col()).as(TopicFacets.PAPER_WEIGHT.name()))
        .join(sizes, new String[] {TopicFacets.FACET.name(), TopicFacets.VALUE.name()})
        .join(overall, TopicFacets.TOPIC_ID.name())
        .select(
            TopicFacets.TOPIC_ID.col(),
            TopicFacets.FACET.col(),
            TopicFacets.VALUE.col(),
            TopicFacets.PAPERS.col(),
            TopicFacets.PAPER_WEIGHT.col(),
            TopicFacets.SHARE.as(share),
            TopicFacets.LIFT.as(share.divide(col(TOTAL).divide(col("all_papers")))));
  }

  /**
   * The topic_pairs table. Correlation is that of the weights w over all n papers with topics, (Σ
   * w_a w_b / n - m_a m_b) / (s_a s_b), with m the means and s the standard deviations.
   *
   * @param distances between topics
   * @param rowOfTopic row of each topic id in {@code distances}
   */
  static Dataset<Row> pairs(
      Dataset<Row> paperTopics, double[][] distances, Map<Integer, Integer> rowOfTopic) {
    Column weight = PaperTopics.WEIGHT.col();
    Dataset<Row> moments =
        paperTopics
            .groupBy(PaperTopics.TOPIC_ID.col())
            .agg(
                ExactSum.of(weight).as("weights"),
                ExactSum.of(weight.multiply(weight)).as("squares"))
            .crossJoin(papersWithTopics(paperTopics))
            .select(
                PaperTopics.TOPIC_ID.col().as("id"),
                col("weights").divide(col("all_papers")).as("mean"),
                sqrt(col("squares")
                        .divide(col("all_papers"))
                        .minus(
                            col("weights")
                                .divide(col("all_papers"))
                                .multiply(col("weights").divide(col("all_papers")))))
                    .as("deviation"),
                col("all_papers"));
    Dataset<Row> perPaper =
        paperTopics
            .groupBy(PaperTopics.PAPER_ID.col())
            .agg(collect_list(struct(PaperTopics.TOPIC_ID.col(), weight)).as("of_paper"));
    Dataset<Row> together =
        perPaper
            .withColumn("a", explode(col("of_paper")))
            .withColumn("b", explode(col("of_paper")))
            .where(col("a.topic_id").lt(col("b.topic_id")))
            .groupBy(
                col("a.topic_id").as(TopicPairs.TOPIC_A.name()),
                col("b.topic_id").as(TopicPairs.TOPIC_B.name()))
            .agg(
                count(lit(1)).as(TopicPairs.PAPERS.name()),
                ExactSum.of(col("a.weight").multiply(col("b.weight"))).as("products"));
    Column deviations = col("a.deviation").multiply(col("b.deviation"));
    Column covariance =
        col("products").divide(col("a.all_papers")).minus(col("a.mean").multiply(col("b.mean")));
    return together
        .join(moments.as("a"), TopicPairs.TOPIC_A.col().equalTo(col("a.id")))
        .join(moments.as("b"), TopicPairs.TOPIC_B.col().equalTo(col("b.id")))
        .select(
            TopicPairs.TOPIC_A.col(),
            TopicPairs.TOPIC_B.col(),
            TopicPairs.PAPERS.col(),
            TopicPairs.CORRELATION.as(
                coalesce(when(deviations.gt(0), covariance.divide(deviations)), lit(0.0))),
            TopicPairs.DISTANCE.as(
                udf(
                        (UDF2<Integer, Integer, Double>)
                            (a, b) -> distances[rowOfTopic.get(a)][rowOfTopic.get(b)],
                        DataTypes.DoubleType)
                    .apply(TopicPairs.TOPIC_A.col(), TopicPairs.TOPIC_B.col())));
  }

  private static Dataset<Row> papersWithTopics(Dataset<Row> paperTopics) {
    return paperTopics.agg(countDistinct(PaperTopics.PAPER_ID.col()).as("all_papers"));
  }
}
