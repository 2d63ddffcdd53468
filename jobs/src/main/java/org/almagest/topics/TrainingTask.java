package org.almagest.topics;

import java.util.Optional;
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
 * @param start a model of as many topics to go on from
 * @param config how
 * @param seed of everything random
 * @param tasks that run at a time; the model does not depend on it
 * @param progress hears how it goes, as {@code sweep 20, held-out perplexity 1210}
 * @param checkpoints the states of the computation with that fingerprint
 */
record TrainingTask(
    Dataset<Row> vectors,
    int vocabularySize,
    int topicCount,
    Optional<GibbsModel> start,
    TopicsConfig config,
    long seed,
    int tasks,
    Consumer<String> progress,
    Function<String, Checkpoints> checkpoints) {

  /** An independent training: from another seed, and from no other model. */
  TrainingTask anew(long otherSeed) {
    return new TrainingTask(
        vectors,
        vocabularySize,
        topicCount,
        Optional.empty(),
        config,
        otherSeed,
        tasks,
        progress,
        checkpoints);
  }

  /** An independent training with another number of topics. */
  TrainingTask withTopicCount(int otherCount) {
    return new TrainingTask(
        vectors,
        vocabularySize,
        otherCount,
        Optional.empty(),
        config,
        seed,
        tasks,
        progress,
        checkpoints);
  }
}
