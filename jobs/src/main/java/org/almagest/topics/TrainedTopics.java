package org.almagest.topics;

import java.util.List;
import java.util.OptionalDouble;
import org.almagest.topic.SparseDistribution;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A trained model. Its topics have the trainer's own order. */
interface TrainedTopics {
  /** Column of {@link #weigh}: topics of the paper, rising. */
  String TOPICS = "topics";

  /** Column of {@link #weigh}: the weight of each of {@link #TOPICS}. */
  String WEIGHTS = "weights";

  /** Columns of {@link #weigh}. */
  StructType WEIGHED =
      new StructType()
          .add("paper_id", DataTypes.StringType)
          .add("token_count", DataTypes.LongType)
          .add(TOPICS, DataTypes.createArrayType(DataTypes.IntegerType, false))
          .add(WEIGHTS, DataTypes.createArrayType(DataTypes.DoubleType, false));

  /** P(term | topic) of the terms that each topic has. */
  List<SparseDistribution> termDistributions();

  /** Tokens of a topic, or empty if the trainer does not tell. */
  OptionalDouble tokens(int topic);

  /** Prior weight of a topic in a paper, alpha, or empty if the trainer does not tell. */
  OptionalDouble prior(int topic);

  /** Prior weight of each term in a topic, beta, or empty if the trainer does not tell. */
  OptionalDouble wordPrior();

  /**
   * The topics of papers, as {@link #WEIGHED}: for each row of the paper_vectors table that has
   * tokens, weights above 0 that sum to 1 at most. A paper's weights do not depend on the other
   * papers.
   */
  Dataset<Row> weigh(Dataset<Row> vectors);

  /** Perplexity of papers that were held out, or empty if none were or the trainer has none. */
  OptionalDouble perplexity();

  /** How the training went, by rising sweep; empty if the trainer does not tell. */
  List<TrainingMeasure> course();

  /** Sweeps or iterations that were done. */
  int iterations();
}
