package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One term of a topic, with all others of the topic. */
public final class TopicWords {
  public static final TableColumn TOPIC_ID =
      TableColumn.required("topic_id", DataTypes.IntegerType, "The topic.");
  public static final TableColumn TERM =
      TableColumn.required("term", DataTypes.StringType, "Written form of the term.");
  public static final TableColumn PROBABILITY =
      TableColumn.required(
          "probability",
          DataTypes.DoubleType,
          "P(term | topic), without smoothing; sums to 1 over the topic.");

  public static final TableColumn TOKENS =
      TableColumn.optional(
          "tokens",
          DataTypes.DoubleType,
          "Tokens of the term in the topic, a mean over the last sweeps of the training: with prior"
              + " and word_prior all there is of a model; null where the trainer does not tell.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "topic_words",
          "One term of a topic, with all others of the topic.",
          List.of(TOPIC_ID, TERM),
          PROBABILITY,
          TOKENS);

  private TopicWords() {}
}
