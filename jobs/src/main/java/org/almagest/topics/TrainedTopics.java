package org.almagest.topics;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A trained model. Its topics have the trainer's own order. */
interface TrainedTopics {
  /** Column of {@link #weigh}: the weight of each topic as an array of doubles. */
  String WEIGHTS = "weights";

  /** P(term | topic) as [topic][term id]; each row sums to 1. */
  double[][] termProbabilities();

  /**
   * Adds to rows of the paper_vectors table the column {@link #WEIGHTS}. They sum to 1, or are all
   * 0 for a paper without terms; a paper's weights do not depend on the other papers.
   */
  Dataset<Row> weigh(Dataset<Row> vectors);
}
