package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** The part of one topic in the work of one community. */
public final class CommunityTopics {
  public static final TableColumn COMMUNITY_ID =
      TableColumn.required("community_id", DataTypes.IntegerType, "The community.");
  public static final TableColumn TOPIC_ID =
      TableColumn.required("topic_id", DataTypes.IntegerType, "The topic.");
  public static final TableColumn PAPER_WEIGHT =
      TableColumn.required(
          "paper_weight",
          DataTypes.DoubleType,
          "Sum over papers of the topic's weight times the share of the community's authors.");
  public static final TableColumn SHARE_OF_COMMUNITY =
      TableColumn.required(
          "share_of_community",
          DataTypes.DoubleType,
          "paper_weight over that of all topics of the community.");
  public static final TableColumn SHARE_OF_TOPIC =
      TableColumn.required(
          "share_of_topic",
          DataTypes.DoubleType,
          "paper_weight over that of the topic with all authors: who drives it.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "community_topics",
          "The part of one topic in the work of one community.",
          List.of(COMMUNITY_ID, TOPIC_ID),
          PAPER_WEIGHT,
          SHARE_OF_COMMUNITY,
          SHARE_OF_TOPIC);

  private CommunityTopics() {}
}
