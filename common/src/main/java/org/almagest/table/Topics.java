package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One topic. */
public final class Topics {
  public static final TableColumn TOPIC_ID =
      TableColumn.required(
          "topic_id",
          DataTypes.IntegerType,
          "Number of the topic, from 0; in a first model larger topics come first, and later a"
              + " topic keeps its number as long as it is the same.");
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

  public static final TableColumn COHERENCE_CV =
      TableColumn.optional(
          "coherence_cv",
          DataTypes.DoubleType,
          "C_V coherence of its ten most probable terms (Roeder et al. 2015), with whole papers as"
              + " windows; null where it has fewer than two terms.");
  public static final TableColumn STABILITY =
      TableColumn.optional(
          "stability",
          DataTypes.DoubleType,
          "Mean cosine similarity to its counterpart in models of other seeds, from 0 to 1; null"
              + " without topics.stability-seeds.");
  public static final TableColumn FLAG =
      TableColumn.optional(
          "flag",
          DataTypes.StringType,
          "background for a topic of general words, junk for one without a subject; null for a"
              + " subject.");
  public static final TableColumn AREA_ID =
      TableColumn.required(
          "area_id",
          DataTypes.IntegerType,
          "Group of similar topics, from 0; larger groups come first.");
  public static final TableColumn MAP_X =
      TableColumn.required(
          "map_x",
          DataTypes.DoubleType,
          "Place on a map where near topics share terms: first principal coordinate of their"
              + " distances.");
  public static final TableColumn MAP_Y =
      TableColumn.required("map_y", DataTypes.DoubleType, "Second principal coordinate.");
  public static final TableColumn GROWTH =
      TableColumn.optional(
          "growth",
          DataTypes.DoubleType,
          "Mean change of its share a year over its mean share, by weighted regression over the"
              + " years; null with fewer than three years.");
  public static final TableColumn GROWTH_Q =
      TableColumn.optional(
          "growth_q",
          DataTypes.DoubleType,
          "Significance of growth: p-value of the slope, adjusted for the number of topics"
              + " (Benjamini and Hochberg 1995); below 0.05, at most one in twenty such topics is"
              + " expected to have no trend.");

  public static final TableColumn PRIOR =
      TableColumn.optional(
          "prior",
          DataTypes.DoubleType,
          "Prior weight of the topic in a paper, alpha, in tokens; null where the trainer does not"
              + " tell.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "topics",
          "One topic.",
          List.of(TOPIC_ID),
          LABEL,
          TOKEN_SHARE,
          PAPER_COUNT,
          COHERENCE_NPMI,
          COHERENCE_CV,
          STABILITY,
          FLAG,
          AREA_ID,
          MAP_X,
          MAP_Y,
          GROWTH,
          GROWTH_Q,
          PRIOR);

  private Topics() {}
}
