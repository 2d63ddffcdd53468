package org.almagest.topics;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds topics in papers. */
interface TopicTrainer {
  /**
   * Trains a model.
   *
   * @param vectors rows of the paper_vectors table
   * @param vocabularySize all term ids are below it
   * @param seed the same seed, papers and configuration give the same model
   */
  TrainedTopics train(Dataset<Row> vectors, int vocabularySize, TopicsConfig config, long seed);
}
