package org.almagest.report;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.List;
import org.almagest.table.AuthorMetrics;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.Communities;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Which authors the network shows: the first by PageRank of each of the largest communities, of a
 * community of s authors in proportion to √s, so that the largest do not take all the room.
 */
final class NetworkChoice {
  /** More make no picture that a person can read. */
  static final int MOST_COMMUNITIES = 40;

  /** More than some six a node are a grey cloud. */
  static final int MOST_EDGES = 12_000;

  private static final int FEWEST_OF_COMMUNITY = 8;
  private static final String QUOTA = "quota";
  private static final String PLACE = "place";

  private final int maxAuthors;

  NetworkChoice(int maxAuthors) {
    this.maxAuthors = maxAuthors;
  }

  /** Authors of the largest communities, the first by PageRank of each. */
  Dataset<Row> authors(Dataset<Row> metrics, List<Row> communities) {
    StructType schema =
        new StructType()
            .add(AuthorMetrics.COMMUNITY_ID.name(), DataTypes.IntegerType)
            .add(QUOTA, DataTypes.IntegerType);
    Dataset<Row> quotas = metrics.sparkSession().createDataFrame(quotas(communities), schema);
    return metrics
        .join(broadcast(quotas), AuthorMetrics.COMMUNITY_ID.name())
        .withColumn(
            PLACE,
            row_number()
                .over(
                    Window.partitionBy(AuthorMetrics.COMMUNITY_ID.col())
                        .orderBy(
                            AuthorMetrics.PAGERANK.col().desc(), AuthorMetrics.AUTHOR_ID.col())))
        .where(col(PLACE).leq(col(QUOTA)))
        .drop(QUOTA, PLACE);
  }

  /** The first authors by PageRank, where there are no communities. */
  Dataset<Row> authors(Dataset<Row> metrics) {
    return metrics
        .where(AuthorMetrics.DEGREE.col().gt(0))
        .orderBy(AuthorMetrics.PAGERANK.col().desc(), AuthorMetrics.AUTHOR_ID.col())
        .limit(maxAuthors);
  }

  /** The strongest edges among the authors of these ids. */
  static Dataset<Row> edges(Dataset<Row> edges, Dataset<Row> ids) {
    return edges
        .join(
            broadcast(ids.select(col("value").as(CoauthorEdges.AUTHOR_A.name()))),
            CoauthorEdges.AUTHOR_A.name())
        .join(
            broadcast(ids.select(col("value").as(CoauthorEdges.AUTHOR_B.name()))),
            CoauthorEdges.AUTHOR_B.name())
        .select(
            CoauthorEdges.AUTHOR_A.col(), CoauthorEdges.AUTHOR_B.col(), CoauthorEdges.PAPERS.col())
        .orderBy(
            CoauthorEdges.PAPERS.col().desc(),
            CoauthorEdges.AUTHOR_A.col(),
            CoauthorEdges.AUTHOR_B.col())
        .limit(MOST_EDGES);
  }

  /** How many authors of each community there is room for. */
  List<Row> quotas(List<Row> communities) {
    double sum = communities.stream().mapToDouble(row -> Math.sqrt((double) size(row))).sum();
    List<Row> quotas = new ArrayList<>();
    int left = maxAuthors;
    for (Row row : communities) {
      long wanted =
          Math.max(FEWEST_OF_COMMUNITY, (long) (maxAuthors * Math.sqrt((double) size(row)) / sum));
      int quota = (int) Math.min(left, Math.min(size(row), wanted));
      quotas.add(RowFactory.create(row.getAs(Communities.COMMUNITY_ID.name()), quota));
      left -= quota;
    }
    return quotas;
  }

  /** The largest communities, the largest first. */
  static List<Row> largest(Dataset<Row> communities) {
    return communities
        .orderBy(Communities.SIZE.col().desc(), Communities.COMMUNITY_ID.col())
        .limit(MOST_COMMUNITIES)
        .collectAsList();
  }

  /** Communities where only the authors tell them: their ids and sizes, those of one left out. */
  static List<Row> largestOfAuthors(Dataset<Row> metrics) {
    return largest(
        metrics
            .where(AuthorMetrics.COMMUNITY_ID.col().isNotNull())
            .groupBy(AuthorMetrics.COMMUNITY_ID.col())
            .agg(org.apache.spark.sql.functions.count(lit(1)).as(Communities.SIZE.name()))
            .where(Communities.SIZE.col().gt(1)));
  }

  private static long size(Row community) {
    return community.<Long>getAs(Communities.SIZE.name());
  }
}
