package org.almagest.coauthors;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.almagest.stats.ShareTrend;
import org.almagest.table.Authors;
import org.almagest.table.Authorships;
import org.almagest.table.CommunityTopics;
import org.almagest.table.ExactSum;
import org.almagest.table.PaperTopics;
import org.almagest.table.Papers;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Which topics communities work on, and what part they have in the growth of each. */
final class CommunityTopicTransforms {
  private static final int TOP_AUTHORS = 3;
  private static final String GROWTH = "growth";
  private static final String PER_WEIGHT = "per_weight";
  private static final String RANK = CommunityTransforms.RANK;

  private static final StructType PER_YEAR =
      new StructType()
          .add(PaperTopics.TOPIC_ID.name(), DataTypes.IntegerType)
          .add(Papers.YEAR.name(), DataTypes.IntegerType)
          .add(PER_WEIGHT, DataTypes.DoubleType)
          .add(GROWTH, DataTypes.DoubleType);

  private CommunityTopicTransforms() {}

  /**
   * The community_topics table.
   *
   * @param members from {@link CommunityTransforms#members}
   * @param parts from {@link CommunityTransforms#parts}
   */
  static Dataset<Row> topics(
      Dataset<Row> members,
      Dataset<Row> parts,
      Dataset<Row> authorships,
      Dataset<Row> papers,
      Dataset<Row> paperTopics) {
    Column weight = CommunityTopics.PAPER_WEIGHT.col();
    String[] key = {CommunityTopics.COMMUNITY_ID.name(), CommunityTopics.TOPIC_ID.name()};
    Dataset<Row> weighed = parts.join(paperTopics, PaperTopics.PAPER_ID.name());
    Dataset<Row> weights = weights(weighed, CommunityTopics.TOPIC_ID.col());
    Dataset<Row> ofCommunity =
        weights
            .groupBy(CommunityTopics.COMMUNITY_ID.col())
            .agg(ExactSum.of(weight).as("of_community"));
    Dataset<Row> ofTopic =
        paperTopics
            .groupBy(PaperTopics.TOPIC_ID.col())
            .agg(ExactSum.of(PaperTopics.WEIGHT.col()).as("of_topic"));
    Dataset<Row> years =
        papers
            .where(Papers.YEAR.col().isNotNull())
            .select(Papers.PAPER_ID.col(), Papers.YEAR.col());
    Dataset<Row> perYear = perYear(paperTopics.join(years, PaperTopics.PAPER_ID.name()));
    Dataset<Row> growth = perYear.select(PaperTopics.TOPIC_ID.col(), col(GROWTH)).distinct();
    Dataset<Row> shares =
        weights(
                weighed.join(years, PaperTopics.PAPER_ID.name()),
                CommunityTopics.TOPIC_ID.col(),
                Papers.YEAR.col())
            .join(perYear, new String[] {PaperTopics.TOPIC_ID.name(), Papers.YEAR.name()})
            .groupBy(CommunityTopics.COMMUNITY_ID.col(), CommunityTopics.TOPIC_ID.col())
            .agg(ExactSum.of(weight.multiply(col(PER_WEIGHT))).as("of_growth"));
    Column share = when(col(GROWTH).isNotNull(), coalesce(col("of_growth"), lit(0.0)));
    return weights
        .join(ofCommunity, CommunityTopics.COMMUNITY_ID.name())
        .join(ofTopic, CommunityTopics.TOPIC_ID.name())
        .join(growth, new String[] {CommunityTopics.TOPIC_ID.name()}, "left")
        .join(shares, key, "left")
        .join(leaders(members, authorships, paperTopics), key)
        .select(
            CommunityTopics.COMMUNITY_ID.col(),
            CommunityTopics.TOPIC_ID.col(),
            weight,
            CommunityTopics.SHARE_OF_COMMUNITY.as(weight.divide(col("of_community"))),
            CommunityTopics.SHARE_OF_TOPIC.as(weight.divide(col("of_topic"))),
            CommunityTopics.GROWTH_CONTRIBUTION.as(share.multiply(col(GROWTH))),
            CommunityTopics.SHARE_OF_GROWTH.as(share),
            CommunityTopics.TOP_AUTHORS.col(),
            CommunityTopics.TOP_AUTHOR_NAMES.col());
  }

  /** Sums of the weights of topics, by community and further columns. */
  private static Dataset<Row> weights(Dataset<Row> weighed, Column... columns) {
    List<Column> by = new ArrayList<>(List.of(columns));
    by.add(CommunityTopics.COMMUNITY_ID.col());
    return weighed
        .groupBy(by.toArray(Column[]::new))
        .agg(
            ExactSum.of(col(CommunityTransforms.PART).multiply(PaperTopics.WEIGHT.col()))
                .as(CommunityTopics.PAPER_WEIGHT.name()));
  }

  /**
   * What a weight of 1 in a paper of a year adds to the growth of a topic, as a share of it: c(t) /
   * (n(t) b), after {@link ShareTrend}. Topics without growth are left out.
   */
  private static Dataset<Row> perYear(Dataset<Row> dated) {
    Column weight = PaperTopics.WEIGHT.col();
    Dataset<Row> papers =
        dated
            .groupBy(Papers.YEAR.col())
            .agg(countDistinct(PaperTopics.PAPER_ID.col()).as("papers"));
    List<Row> sums =
        dated
            .groupBy(PaperTopics.TOPIC_ID.col(), Papers.YEAR.col())
            .agg(ExactSum.of(weight).as("sum"), ExactSum.of(weight.multiply(weight)).as("squares"))
            .join(papers, Papers.YEAR.name())
            .select(
                PaperTopics.TOPIC_ID.col(),
                Papers.YEAR.col(),
                col("papers"),
                col("sum"),
                col("squares"))
            .orderBy(PaperTopics.TOPIC_ID.col(), Papers.YEAR.col())
            .collectAsList();
    return dated.sparkSession().createDataFrame(perYear(sums), PER_YEAR);
  }

  /** As above, of topic, year, papers of the year, sum and squares of the weights. */
  private static List<Row> perYear(List<Row> sums) {
    int first = sums.stream().mapToInt(row -> row.getInt(1)).min().orElse(0);
    int last = sums.stream().mapToInt(row -> row.getInt(1)).max().orElse(0);
    long[] papers = new long[last - first + 1];
    Map<Integer, double[][]> ofTopics = new TreeMap<>();
    for (Row row : sums) {
      int t = row.getInt(1) - first;
      papers[t] = row.getLong(2);
      double[][] ofTopic =
          ofTopics.computeIfAbsent(row.getInt(0), topic -> new double[2][papers.length]);
      ofTopic[0][t] = row.getDouble(3);
      ofTopic[1][t] = row.getDouble(4);
    }
    List<Row> rows = new ArrayList<>();
    ofTopics.forEach(
        (topic, ofTopic) -> {
          ShareTrend trend = ShareTrend.of(papers, ofTopic[0], ofTopic[1]);
          Optional<ShareTrend.Growth> growth = trend.growth().filter(g -> g.slope() != 0);
          if (growth.isPresent()) {
            double[] coefficients = trend.slopeCoefficients().orElseThrow();
            for (int t = 0; t < papers.length; t++) {
              if (papers[t] > 0) {
                double perWeight = coefficients[t] / papers[t] / growth.get().slope();
                rows.add(RowFactory.create(topic, first + t, perWeight, growth.get().relative()));
              }
            }
          }
        });
    return rows;
  }

  /** Who of a community has the largest part of its weight in a topic. */
  private static Dataset<Row> leaders(
      Dataset<Row> members, Dataset<Row> authorships, Dataset<Row> paperTopics) {
    Column rank =
        row_number()
            .over(
                Window.partitionBy(
                        CommunityTopics.COMMUNITY_ID.col(), CommunityTopics.TOPIC_ID.col())
                    .orderBy(CommunityTopics.PAPER_WEIGHT.col().desc(), Authors.AUTHOR_ID.col()));
    return authorships
        .join(
            members.select(
                CommunityTopics.COMMUNITY_ID.col(),
                Authors.AUTHOR_ID.col(),
                Authors.DISPLAY_NAME.col()),
            Authors.AUTHOR_ID.name())
        .join(paperTopics, PaperTopics.PAPER_ID.name())
        .withColumnRenamed(Authorships.FRACTION.name(), CommunityTransforms.PART)
        .transform(
            of ->
                weights(
                    of,
                    CommunityTopics.TOPIC_ID.col(),
                    Authors.AUTHOR_ID.col(),
                    Authors.DISPLAY_NAME.col()))
        .withColumn(RANK, rank)
        .where(col(RANK).leq(TOP_AUTHORS))
        .groupBy(CommunityTopics.COMMUNITY_ID.col(), CommunityTopics.TOPIC_ID.col())
        .agg(
            CommunityTransforms.inOrder(Authors.AUTHOR_ID.col())
                .as(CommunityTopics.TOP_AUTHORS.name()),
            CommunityTransforms.inOrder(Authors.DISPLAY_NAME.col())
                .as(CommunityTopics.TOP_AUTHOR_NAMES.name()));
  }
}
