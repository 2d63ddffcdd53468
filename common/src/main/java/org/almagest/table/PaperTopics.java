package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** The weight of one topic in one paper. */
public final class PaperTopics {
  public static final TableColumn PAPER_ID =
      TableColumn.required("paper_id", DataTypes.StringType, "The paper.");
  public static final TableColumn TOPIC_ID =
      TableColumn.required("topic_id", DataTypes.IntegerType, "The topic.");
  public static final TableColumn WEIGHT =
      TableColumn.required(
          "weight",
          DataTypes.DoubleType,
          "P(topic | paper), without weights below topics.min-weight; sums to 1 "
              + "over the paper.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "paper_topics",
          "The weight of one topic in one paper.",
          List.of(PAPER_ID, TOPIC_ID),
          WEIGHT);

  private PaperTopics() {}
}
