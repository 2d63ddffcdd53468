package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One topic. */
public final class Topics {
  public static final TableColumn TOPIC_ID =
      TableColumn.required(
          "topic_id",
          DataTypes.IntegerType,
          "Number of the topic, from 0; larger topics come first.");
  public static final TableColumn LABEL =
      TableColumn.required(
          "label",
          DataTypes.StringType,
          "Its most characteristic words, distinct within the model.");
  public static final TableColumn TOKEN_SHARE =
      TableColumn.required(
          "token_share",
          DataTypes.DoubleType,
          "Share of all tokens that the model gives to the topic; sums to 1.");
  public static final TableColumn PAPER_COUNT =
      TableColumn.required(
          "paper_count", DataTypes.LongType, "Papers of which it is the main topic.");
  public static final TableColumn COHERENCE_NPMI =
      TableColumn.optional(
          "coherence_npmi",
          DataTypes.DoubleType,
          "Mean normalised pointwise mutual information of the pairs of its ten "
              + "most probable terms, from -1 to 1; null where it has fewer than two "
              + "terms.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "topics",
          "One topic.",
          List.of(TOPIC_ID),
          LABEL,
          TOKEN_SHARE,
          PAPER_COUNT,
          COHERENCE_NPMI);

  private Topics() {}
}
