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
          "paper_weight over that of the topic with all authors.");
  public static final TableColumn GROWTH_CONTRIBUTION =
      TableColumn.optional(
          "growth_contribution",
          DataTypes.DoubleType,
          "What its authors' shares of papers add to topics.growth: the same regression over the"
              + " community's part of the topic's share in each year; contributions of all"
              + " communities, of authors in none and of papers without named authors sum to it."
              + " Null where growth is null or 0.");
  public static final TableColumn SHARE_OF_GROWTH =
      TableColumn.optional(
          "share_of_growth",
          DataTypes.DoubleType,
          "growth_contribution over the topic's growth, who drives it: above 0 for a community that"
              + " moves as the topic does, below for one that moves against it; null where growth"
              + " is null or 0.");
  public static final TableColumn TOP_AUTHORS =
      TableColumn.strings(
          "top_authors",
          "author_id of up to three of its authors, by falling part of paper_weight; ties by id.");
  public static final TableColumn TOP_AUTHOR_NAMES =
      TableColumn.strings("top_author_names", "Their names.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "community_topics",
          "The part of one topic in the work of one community.",
          List.of(COMMUNITY_ID, TOPIC_ID),
          PAPER_WEIGHT,
          SHARE_OF_COMMUNITY,
          SHARE_OF_TOPIC,
          GROWTH_CONTRIBUTION,
          SHARE_OF_GROWTH,
          TOP_AUTHORS,
          TOP_AUTHOR_NAMES);

  private CommunityTopics() {}
}
