package org.almagest.coauthors;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;

import org.almagest.table.AuthorMetrics;
import org.almagest.table.Authors;
import org.almagest.table.Authorships;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.Communities;
import org.almagest.table.CommunityTopics;
import org.almagest.table.ExactSum;
import org.almagest.table.PaperTerms;
import org.almagest.table.Papers;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** What communities of authors work on, and how closely. */
final class CommunityTransforms {
  private static final int TOP_AUTHORS = 5;
  private static final int LABEL_TERMS = 3;
  private static final int TOP_TOPICS = 3;

  /** Place of a row within its group, from 1. */
  static final String RANK = "rank_within";

  /** Share of a paper. */
  static final String PART = "part";

  private CommunityTransforms() {}

  /** Authors of communities of two and more, with their metrics and names. */
  static Dataset<Row> members(Dataset<Row> metrics, Dataset<Row> authors) {
    Column community = AuthorMetrics.COMMUNITY_ID.col();
    Dataset<Row> sizes = metrics.groupBy(community).agg(count(lit(1)).as(Communities.SIZE.name()));
    return metrics
        .join(sizes.where(Communities.SIZE.col().gt(1)), AuthorMetrics.COMMUNITY_ID.name())
        .join(
            authors.select(Authors.AUTHOR_ID.col(), Authors.DISPLAY_NAME.col()),
            Authors.AUTHOR_ID.name())
        .select(
            community,
            Communities.SIZE.col(),
            AuthorMetrics.AUTHOR_ID.col(),
            Authors.DISPLAY_NAME.col(),
            AuthorMetrics.PAGERANK.col(),
            AuthorMetrics.STRENGTH.col());
  }

  /**
   * The part that each community has in each paper.
   *
   * @param members from {@link #members}
   */
  static Dataset<Row> parts(Dataset<Row> members, Dataset<Row> authorships) {
    return authorships
        .join(members, Authorships.AUTHOR_ID.name())
        .groupBy(Communities.COMMUNITY_ID.col(), Authorships.PAPER_ID.col())
        .agg(ExactSum.of(Authorships.FRACTION.col()).as(PART));
  }

  /**
   * The communities table.
   *
   * @param parts from {@link #parts}
   * @param topics the community_topics table
   */
  static Dataset<Row> communities(
      Dataset<Row> members,
      Dataset<Row> parts,
      Dataset<Row> edges,
      Dataset<Row> papers,
      Dataset<Row> paperTerms,
      Dataset<Row> topics) {
    String id = Communities.COMMUNITY_ID.name();
    Dataset<Row> work =
        parts
            .join(papers.select(Papers.PAPER_ID.col(), Papers.YEAR.col()), Papers.PAPER_ID.name())
            .groupBy(Communities.COMMUNITY_ID.col())
            .agg(
                countDistinct(Papers.PAPER_ID.col()).as(Communities.PAPERS.name()),
                ExactSum.of(col(PART)).as(Communities.FRACTIONAL_PAPERS.name()),
                min(Papers.YEAR.col()).as(Communities.FIRST_YEAR.name()),
                max(Papers.YEAR.col()).as(Communities.LAST_YEAR.name()),
                countDistinct(Papers.YEAR.col()).as(Communities.ACTIVE_YEARS.name()));
    return structure(members, edges)
        .join(work, id)
        .join(leaders(members), id)
        .join(labels(parts, paperTerms), col(id).equalTo(col("labelled")), "left")
        .join(mainTopics(topics), col(id).equalTo(col("with_topics")), "left")
        .withColumn(
            Communities.TOP_TOPICS.name(), coalesce(Communities.TOP_TOPICS.col(), lit(new int[0])))
        .select(Communities.TABLE.allColumns());
  }

  private static Dataset<Row> structure(Dataset<Row> members, Dataset<Row> edges) {
    Dataset<Row> ends =
        members.select(AuthorMetrics.AUTHOR_ID.col(), Communities.COMMUNITY_ID.col());
    Dataset<Row> within =
        edges
            .join(
                ends.toDF(CoauthorEdges.AUTHOR_A.name(), "a_community"),
                CoauthorEdges.AUTHOR_A.name())
            .join(
                ends.toDF(CoauthorEdges.AUTHOR_B.name(), "b_community"),
                CoauthorEdges.AUTHOR_B.name())
            .where(col("a_community").equalTo(col("b_community")))
            .groupBy(col("a_community").as(Communities.COMMUNITY_ID.name()))
            .agg(
                count(lit(1)).as(Communities.EDGES.name()),
                sum(CoauthorEdges.PAPERS.col()).as("weight_within"));
    Column size = Communities.SIZE.col();
    Column share = col("strengths").divide(col("all_weight").multiply(2));
    return members
        .groupBy(Communities.COMMUNITY_ID.col(), size)
        // Numbers of papers: whole, and so their sum does not depend on its order.
        .agg(sum(AuthorMetrics.STRENGTH.col()).as("strengths"))
        .join(within, Communities.COMMUNITY_ID.name())
        .crossJoin(edges.agg(sum(CoauthorEdges.PAPERS.col()).as("all_weight")))
        .select(
            Communities.COMMUNITY_ID.col(),
            size,
            Communities.EDGES.col(),
            Communities.DENSITY.as(
                Communities.EDGES.col().multiply(2).divide(size.multiply(size.minus(1)))),
            Communities.MODULARITY.as(
                col("weight_within").divide(col("all_weight")).minus(share.multiply(share))));
  }

  private static Dataset<Row> leaders(Dataset<Row> members) {
    Column rank =
        row_number()
            .over(
                Window.partitionBy(Communities.COMMUNITY_ID.col())
                    .orderBy(AuthorMetrics.PAGERANK.col().desc(), AuthorMetrics.AUTHOR_ID.col()));
    return members
        .withColumn(RANK, rank)
        .where(col(RANK).leq(TOP_AUTHORS))
        .groupBy(Communities.COMMUNITY_ID.col())
        .agg(
            inOrder(AuthorMetrics.AUTHOR_ID.col()).as(Communities.TOP_AUTHORS.name()),
            inOrder(Authors.DISPLAY_NAME.col()).as(Communities.TOP_AUTHOR_NAMES.name()));
  }

  private static Dataset<Row> mainTopics(Dataset<Row> topics) {
    Column rank =
        row_number()
            .over(
                Window.partitionBy(CommunityTopics.COMMUNITY_ID.col())
                    .orderBy(
                        CommunityTopics.PAPER_WEIGHT.col().desc(), CommunityTopics.TOPIC_ID.col()));
    return topics
        .withColumn(RANK, rank)
        .where(col(RANK).leq(TOP_TOPICS))
        .groupBy(CommunityTopics.COMMUNITY_ID.col().as("with_topics"))
        .agg(inOrder(CommunityTopics.TOPIC_ID.col()).as(Communities.TOP_TOPICS.name()));
  }

  private static Dataset<Row> labels(Dataset<Row> parts, Dataset<Row> paperTerms) {
    Dataset<Row> weights =
        parts
            .join(paperTerms, PaperTerms.PAPER_ID.name())
            .groupBy(Communities.COMMUNITY_ID.col(), PaperTerms.TERM.col())
            .agg(ExactSum.of(col(PART).multiply(PaperTerms.TFIDF.col())).as("weight"));
    Column rank =
        row_number()
            .over(
                Window.partitionBy(Communities.COMMUNITY_ID.col())
                    .orderBy(col("weight").desc(), PaperTerms.TERM.col()));
    return weights
        .withColumn(RANK, rank)
        .where(col(RANK).leq(LABEL_TERMS))
        .groupBy(Communities.COMMUNITY_ID.col().as("labelled"))
        .agg(array_join(inOrder(PaperTerms.TERM.col()), ", ").as(Communities.LABEL.name()));
  }

  /** Values of a group in the order of their {@link #RANK}. */
  static Column inOrder(Column value) {
    return transform(
        sort_array(collect_list(struct(col(RANK), value.as("value")))),
        entry -> entry.getField("value"));
  }
}
