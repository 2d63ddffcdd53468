package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** The weight of one topic in the papers of one category or venue. */
public final class TopicFacets {
  public static final TableColumn TOPIC_ID =
      TableColumn.required("topic_id", DataTypes.IntegerType, "The topic.");
  public static final TableColumn FACET =
      TableColumn.required(
          "facet", DataTypes.StringType, "What the papers have in common: category or venue.");
  public static final TableColumn VALUE =
      TableColumn.required("value", DataTypes.StringType, "Which category or venue.");
  public static final TableColumn PAPERS =
      TableColumn.required("papers", DataTypes.LongType, "Papers with topics that have it.");
  public static final TableColumn PAPER_WEIGHT =
      TableColumn.required(
          "paper_weight",
          DataTypes.DoubleType,
          "Sum of the weights of the topic over these papers.");
  public static final TableColumn SHARE =
      TableColumn.required("share", DataTypes.DoubleType, "paper_weight over papers.");
  public static final TableColumn LIFT =
      TableColumn.required(
          "lift", DataTypes.DoubleType, "share over the share of the topic in all papers.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "topic_facets",
          "The weight of one topic in the papers of one category or venue.",
          List.of(TOPIC_ID, FACET, VALUE),
          PAPERS,
          PAPER_WEIGHT,
          SHARE,
          LIFT);

  private TopicFacets() {}
}
