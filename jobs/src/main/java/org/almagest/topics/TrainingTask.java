package org.almagest.topics;

import java.util.function.Consumer;
import java.util.function.Function;
import org.almagest.warehouse.Checkpoints;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a trainer is to do.
 *
 * @param vectors rows of the paper_vectors table
 * @param vocabularySize all term ids are below it
 * @param topicCount number of topics, at least 2
 * @param config how
 * @param seed of everything random
 * @param progress hears how it goes, as {@code sweep 20, held-out perplexity 1210}
 * @param checkpoints the states of the computation with that fingerprint
 */
record TrainingTask(
    Dataset<Row> vectors,
    int vocabularySize,
    int topicCount,
    TopicsConfig config,
    long seed,
    Consumer<String> progress,
    Function<String, Checkpoints> checkpoints) {

  TrainingTask withSeed(long otherSeed) {
    return new TrainingTask(
        vectors, vocabularySize, topicCount, config, otherSeed, progress, checkpoints);
  }

  TrainingTask withTopicCount(int otherCount) {
    return new TrainingTask(
        vectors, vocabularySize, otherCount, config, seed, progress, checkpoints);
  }
}
