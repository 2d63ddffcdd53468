package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** What became of a topic since the snapshot before. */
public final class TopicLineage {
  public static final TableColumn EVENT =
      TableColumn.required("event", DataTypes.IntegerType, "Number of the event, from 0.");
  public static final TableColumn KIND =
      TableColumn.required("kind", DataTypes.StringType, "same, born, died, split or merged.");
  public static final TableColumn PREVIOUS_TOPIC_ID =
      TableColumn.optional(
          "previous_topic_id",
          DataTypes.IntegerType,
          "The topic before; null for one that is born.");
  public static final TableColumn TOPIC_ID =
      TableColumn.optional(
          "topic_id", DataTypes.IntegerType, "The topic now; null for one that died.");
  public static final TableColumn SIMILARITY =
      TableColumn.required(
          "similarity",
          DataTypes.DoubleType,
          "Cosine similarity of their term distributions; where there is only one, its largest to any"
              + " topic of the other version, 0 if that has none.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "topic_lineage",
          "What became of a topic since the snapshot before.",
          List.of(EVENT),
          KIND,
          PREVIOUS_TOPIC_ID,
          TOPIC_ID,
          SIMILARITY);

  private TopicLineage() {}
}
