package org.almagest.citations;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.dayofyear;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.util.LinkedHashMap;
import java.util.Map;
import org.almagest.table.Citations;
import org.almagest.table.PaperTopics;
import org.almagest.table.Papers;
import org.almagest.table.TopicMainPaths;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;

/**
 * From citations and topics to the main path of each topic. The citations of a topic are gathered
 * in one task; different topics are different tasks' work.
 */
final class MainPathTransforms {
  private static final String PAPERS = "papers";
  private static final String NODE = "node";
  private static final String DATE = "date";
  private static final String LAST = "negative_topic";
  private static final int DAYS_OF_YEAR = 366;

  private MainPathTransforms() {}

  /**
   * Papers with the topic of their largest weight, of equal ones that of the smallest id; their
   * number within it, by rising id; the number of its papers; and their date in days, of which only
   * the order counts. A paper of a known year alone is as old as that, and one without a year is
   * older than all others.
   */
  static Dataset<Row> placed(Dataset<Row> papers, Dataset<Row> paperTopics) {
    String id = Papers.PAPER_ID.name();
    Column day = coalesce(dayofyear(Papers.PUBLISHED_DATE.col()), lit(1));
    Dataset<Row> largest =
        paperTopics
            .groupBy(PaperTopics.PAPER_ID.col())
            .agg(
                max(struct(PaperTopics.WEIGHT.col(), negate(PaperTopics.TOPIC_ID.col()).as(LAST)))
                    .getField(LAST)
                    .as(LAST));
    return papers
        .select(
            Papers.PAPER_ID.col(),
            coalesce(Papers.YEAR.col().multiply(DAYS_OF_YEAR).plus(day), lit(Integer.MIN_VALUE))
                .as(DATE))
        .join(largest.withColumn(TopicNetwork.TOPIC, negate(col(LAST))), id)
        .withColumn(
            NODE,
            row_number()
                .over(Window.partitionBy(TopicNetwork.TOPIC).orderBy(Papers.PAPER_ID.col()))
                .minus(1))
        .withColumn(
            PAPERS,
            count(lit(1)).over(Window.partitionBy(TopicNetwork.TOPIC)).cast(DataTypes.IntegerType))
        .select(col(id), col(TopicNetwork.TOPIC), col(PAPERS), col(NODE), col(DATE));
  }

  /**
   * The main path of each topic within whose papers there are citations.
   *
   * @param placed from {@link #placed}
   * @return columns {@link TopicNetwork#PATHS}
   */
  static Dataset<Row> paths(Dataset<Row> placed, Dataset<Row> citations) {
    String[] names = TopicNetwork.ARCS.fieldNames();
    String citedTopic = "cited_topic";
    Dataset<Row> citing =
        placed.toDF(Citations.CITING_ID.name(), names[0], names[1], names[2], names[3]);
    Dataset<Row> cited =
        placed.drop(PAPERS).toDF(Citations.CITED_ID.name(), citedTopic, names[4], names[5]);
    return citations
        .where(not(CitationLinks.TO_ITSELF))
        .select(Citations.CITING_ID.col(), Citations.CITED_ID.col())
        .join(citing, Citations.CITING_ID.name())
        .join(cited, Citations.CITED_ID.name())
        .where(col(citedTopic).equalTo(col(TopicNetwork.TOPIC)))
        .selectExpr(names)
        .groupByKey((MapFunction<Row, Integer>) arc -> arc.getInt(0), Encoders.INT())
        .flatMapGroups(
            (FlatMapGroupsFunction<Integer, Row, Row>) TopicNetwork::mainPath,
            Encoders.row(TopicNetwork.PATHS));
  }

  /**
   * The topic_main_paths table.
   *
   * @param paths from {@link #paths}
   * @param placed from {@link #placed}
   */
  static Dataset<Row> table(Dataset<Row> paths, Dataset<Row> placed) {
    return paths
        .where(TopicMainPaths.POSITION.col().gt(TopicNetwork.OF_NETWORK))
        .join(ends(placed, TopicMainPaths.CITING_ID.name(), "citing"), joined("citing"))
        .join(ends(placed, TopicMainPaths.CITED_ID.name(), "cited"), joined("cited"))
        .select(TopicMainPaths.TABLE.allColumns());
  }

  private static String[] joined(String end) {
    return new String[] {TopicNetwork.TOPIC, end};
  }

  private static Dataset<Row> ends(Dataset<Row> placed, String paper, String end) {
    return placed.select(
        Papers.PAPER_ID.col().as(paper), col(TopicNetwork.TOPIC), col(NODE).as(end));
  }

  /**
   * Figures for the summary.
   *
   * @param paths from {@link #paths}
   */
  static Map<String, Long> figures(Dataset<Row> paths) {
    Row sums =
        paths
            .where(TopicMainPaths.POSITION.col().equalTo(TopicNetwork.OF_NETWORK))
            .agg(
                count(lit(1)),
                coalesce(sum(col("arcs")), lit(0L)),
                coalesce(sum(col("cyclic_arcs")), lit(0L)))
            .head();
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("topics with a main path", sums.getLong(0));
    figures.put("citations within a topic", sums.getLong(1));
    figures.put("of these left out, as papers cite each other in a circle", sums.getLong(2));
    return figures;
  }
}
