package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** The weight of one topic in one year. */
public final class TopicTrends {
  public static final TableColumn TOPIC_ID =
      TableColumn.required("topic_id", DataTypes.IntegerType, "The topic.");
  public static final TableColumn PERIOD =
      TableColumn.required("period", DataTypes.StringType, "Year of publication, such as 2019.");
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

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "topic_trends",
          "The weight of one topic in one year.",
          List.of(TOPIC_ID, PERIOD),
          PAPER_WEIGHT,
          SHARE);

  private TopicTrends() {}
}
