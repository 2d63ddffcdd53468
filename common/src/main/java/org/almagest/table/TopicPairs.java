package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** Two topics: how far apart, and how often in the same papers. */
public final class TopicPairs {
  public static final TableColumn TOPIC_A =
      TableColumn.required("topic_a", DataTypes.IntegerType, "The topic with the smaller id.");
  public static final TableColumn TOPIC_B =
      TableColumn.required("topic_b", DataTypes.IntegerType, "The other.");
  public static final TableColumn PAPERS =
      TableColumn.required("papers", DataTypes.LongType, "Papers in which both have weight, or 0.");
  public static final TableColumn CORRELATION =
      TableColumn.required(
          "correlation",
          DataTypes.DoubleType,
          "Correlation of their weights over all papers with topics, from -1 to 1; 0 where a topic"
              + " has the same weight in all.");
  public static final TableColumn DISTANCE =
      TableColumn.required(
          "distance",
          DataTypes.DoubleType,
          "Square root of the Jensen-Shannon divergence of their term distributions in nats, from 0 to 0.83.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "topic_pairs",
          "Two topics, each pair once: how far apart, and how often in the same papers.",
          List.of(TOPIC_A, TOPIC_B),
          PAPERS,
          CORRELATION,
          DISTANCE);

  private TopicPairs() {}
}
