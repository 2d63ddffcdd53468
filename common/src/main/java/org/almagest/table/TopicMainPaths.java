package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One citation on the main path of a topic. */
public final class TopicMainPaths {
  public static final TableColumn TOPIC_ID =
      TableColumn.required(
          "topic_id",
          DataTypes.IntegerType,
          "The topic; one within whose papers there is no citation has no row.");
  public static final TableColumn POSITION =
      TableColumn.required(
          "position",
          DataTypes.IntegerType,
          "Place on the path, from 1 for the oldest citation; what is cited at a place cites at the"
              + " place before.");
  public static final TableColumn CITING_ID =
      TableColumn.required("citing_id", DataTypes.StringType, "The citing paper.");
  public static final TableColumn CITED_ID =
      TableColumn.required("cited_id", DataTypes.StringType, "The cited paper.");
  public static final TableColumn SEARCH_PATHS =
      TableColumn.optional(
          "search_paths",
          DataTypes.DoubleType,
          "Search path count: paths over this citation from a paper of the topic that none of its"
              + " papers cites to one that cites none; exact up to 2^53, null beyond 10^308.");
  public static final TableColumn WEIGHT =
      TableColumn.required(
          "weight",
          DataTypes.DoubleType,
          "search_paths over the number of all search paths of the topic, up to 1.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "topic_main_paths",
          "One citation on the main path of a topic: the path of the greatest sum of weights through"
              + " the papers whose largest topic it is. Of papers that cite each other in a circle,"
              + " only citations of earlier ones count.",
          List.of(TOPIC_ID, POSITION),
          CITING_ID,
          CITED_ID,
          SEARCH_PATHS,
          WEIGHT);

  private TopicMainPaths() {}
}
