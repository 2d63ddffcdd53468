package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** The weight of one topic in one year or month. */
public final class TopicTrends {
  public static final TableColumn TOPIC_ID =
      TableColumn.required("topic_id", DataTypes.IntegerType, "The topic.");
  public static final TableColumn PERIOD =
      TableColumn.required(
          "period", DataTypes.StringType, "Year or month of publication, such as 2019 or 2019-05.");
  public static final TableColumn PAPER_WEIGHT =
      TableColumn.required(
          "paper_weight",
          DataTypes.DoubleType,
          "Sum of the weights of the topic over the papers of the period.");
  public static final TableColumn SHARE =
      TableColumn.required(
          "share",
          DataTypes.DoubleType,
          "paper_weight over the number of papers with topics in the period.");

  public static final TableColumn PAPERS =
      TableColumn.required("papers", DataTypes.LongType, "Papers with topics in the period.");
  public static final TableColumn SHARE_LOW =
      TableColumn.optional(
          "share_low",
          DataTypes.DoubleType,
          "Lower end of the 95 % confidence interval of share: 1.96 standard errors of the mean"
              + " weight below it, and at least 0; null for a period of one paper.");
  public static final TableColumn SHARE_HIGH =
      TableColumn.optional("share_high", DataTypes.DoubleType, "Its upper end, at most 1.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "topic_trends",
          "The weight of one topic in one year or month.",
          List.of(TOPIC_ID, PERIOD),
          PAPER_WEIGHT,
          SHARE,
          PAPERS,
          SHARE_LOW,
          SHARE_HIGH);

  private TopicTrends() {}
}
