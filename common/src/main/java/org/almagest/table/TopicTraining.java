package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One look at a training on its way. */
public final class TopicTraining {
  public static final TableColumn TOPIC_COUNT =
      TableColumn.required("topic_count", DataTypes.IntegerType, "Number of topics of the model.");
  public static final TableColumn SWEEP =
      TableColumn.required("sweep", DataTypes.IntegerType, "Sweeps done.");
  public static final TableColumn HELD_OUT_PERPLEXITY =
      TableColumn.optional(
          "held_out_perplexity",
          DataTypes.DoubleType,
          "Perplexity of held-out papers by document completion, with the topics as they were; null where none were held out.");
  public static final TableColumn TOKENS_PER_SECOND =
      TableColumn.required(
          "tokens_per_second",
          DataTypes.DoubleType,
          "Tokens drawn a second since the look before: a measurement, which differs from run to run.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "topic_training",
          "One look at a training on its way.",
          List.of(TOPIC_COUNT, SWEEP),
          HELD_OUT_PERPLEXITY,
          TOKENS_PER_SECOND);

  private TopicTraining() {}
}
