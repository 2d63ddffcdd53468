package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One model that was trained, and how good it is. */
public final class TopicModels {
  public static final TableColumn TOPIC_COUNT =
      TableColumn.required("topic_count", DataTypes.IntegerType, "Number of topics asked for.");
  public static final TableColumn SELECTED =
      TableColumn.required(
          "selected", DataTypes.BooleanType, "Whether the other topic tables are of this model.");
  public static final TableColumn REASON =
      TableColumn.required(
          "reason", DataTypes.StringType, "Why it was selected, or why another was.");
  public static final TableColumn ALGORITHM =
      TableColumn.required(
          "algorithm", DataTypes.StringType, "The trainer, as topics.algorithm names it.");
  public static final TableColumn ITERATIONS =
      TableColumn.required(
          "iterations", DataTypes.IntegerType, "Sweeps or iterations of the training.");
  public static final TableColumn HELD_OUT_PERPLEXITY =
      TableColumn.optional(
          "held_out_perplexity",
          DataTypes.DoubleType,
          "Perplexity of held-out papers by document completion, with this model; null where none were held out, or a model was not trained by gibbs in this run.");
  public static final TableColumn COHERENCE_NPMI =
      TableColumn.optional(
          "coherence_npmi", DataTypes.DoubleType, "Mean coherence_npmi of its topics.");
  public static final TableColumn COHERENCE_CV =
      TableColumn.optional(
          "coherence_cv", DataTypes.DoubleType, "Mean coherence_cv of its topics.");
  public static final TableColumn DIVERSITY =
      TableColumn.optional(
          "diversity",
          DataTypes.DoubleType,
          "Share of distinct terms among the 25 most probable terms of all topics (Dieng et al. 2020).");
  public static final TableColumn STABILITY =
      TableColumn.optional(
          "stability",
          DataTypes.DoubleType,
          "Mean stability of its topics; null without topics.stability-seeds.");
  public static final TableColumn WORD_PRIOR =
      TableColumn.optional(
          "word_prior",
          DataTypes.DoubleType,
          "Prior weight of each term in a topic, beta, in tokens; null where the trainer does not"
              + " tell.");
  public static final TableColumn SECONDS =
      TableColumn.required(
          "seconds",
          DataTypes.DoubleType,
          "Seconds that training took: a measurement, which differs from run to run.");
  public static final TableColumn LARGEST_TOPIC_ID =
      TableColumn.optional(
          "largest_topic_id",
          DataTypes.IntegerType,
          "Largest topic_id that the warehouse has given so far, also to topics that are gone: none"
              + " is given twice. Null for a model that is not selected.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "topic_models",
          "One model that was trained, and how good it is.",
          List.of(TOPIC_COUNT),
          SELECTED,
          REASON,
          ALGORITHM,
          ITERATIONS,
          HELD_OUT_PERPLEXITY,
          COHERENCE_NPMI,
          COHERENCE_CV,
          DIVERSITY,
          STABILITY,
          WORD_PRIOR,
          SECONDS,
          LARGEST_TOPIC_ID);

  private TopicModels() {}
}
