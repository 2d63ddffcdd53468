package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One of the papers that represent a topic best. */
public final class TopicPapers {
  public static final TableColumn TOPIC_ID =
      TableColumn.required("topic_id", DataTypes.IntegerType, "The topic.");
  public static final TableColumn RANK =
      TableColumn.required(
          "rank",
          DataTypes.IntegerType,
          "Place by falling weight, from 1; among equal ones by falling length.");
  public static final TableColumn PAPER_ID =
      TableColumn.required("paper_id", DataTypes.StringType, "The paper.");
  public static final TableColumn WEIGHT =
      TableColumn.required("weight", DataTypes.DoubleType, "P(topic | paper).");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "topic_papers",
          "One of the papers that represent a topic best.",
          List.of(TOPIC_ID, RANK),
          PAPER_ID,
          WEIGHT);

  private TopicPapers() {}
}
