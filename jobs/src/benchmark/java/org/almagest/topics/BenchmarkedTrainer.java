package org.almagest.topics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.almagest.config.Settings;
import org.almagest.topic.FrozenTopics;
import org.almagest.warehouse.Checkpoints;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The trainer that the topics stage uses by default, by the same door, for benchmarks. */
public final class BenchmarkedTrainer {
  /** No fall of held-out perplexity is too small to go on. */
  private static final double NEVER_SETTLED = Double.NEGATIVE_INFINITY;

  private static final int ANY_TOPICS = 2;
  private static final int ONE_CORE = 1;

  private final int vocabularySize;
  private final Function<String, Checkpoints> checkpoints;

  /**
   * A model and what its training took.
   *
   * @param topics probabilities of words and weights of topics
   * @param sweeps sweeps done, those among them that only draw further samples at the end
   * @param seconds of the whole training
   * @param tokensPerSecond of each ten sweeps
   */
  public record Trained(
      FrozenTopics topics, int sweeps, double seconds, List<Double> tokensPerSecond) {}

  /**
   * @param checkpoints the states of the computation with that fingerprint
   */
  public BenchmarkedTrainer(int vocabularySize, Function<String, Checkpoints> checkpoints) {
    this.vocabularySize = vocabularySize;
    this.checkpoints = checkpoints;
  }

  /** Which papers the trainer would set aside to measure itself; empty if there are too few. */
  public static Optional<Column> setAside(Dataset<Row> vectors) {
    BlockedCorpus corpus = new BlockedCorpus(vectors, ANY_TOPICS, ONE_CORE);
    return corpus.hasHeldOut() ? Optional.of(corpus.isHeldOut()) : Optional.empty();
  }

  /** Number of tokens that the trainer learns from, if it is given these papers. */
  public static long trainingTokens(Dataset<Row> vectors) {
    return new BlockedCorpus(vectors, ANY_TOPICS, ONE_CORE)
        .training()
        .values()
        .map(block -> (long) block.tokenCount())
        .fold(0L, Long::sum);
  }

  /**
   * Trains no matter how it goes.
   *
   * @param sweeps as the setting topics.iterations: further ones draw samples at the end
   */
  public Trained train(Dataset<Row> vectors, int topicCount, int sweeps, long seed) {
    TopicsConfig config = TopicsConfig.from(Settings.defaults());
    return train(
        vectors,
        topicCount,
        new TopicsConfig(
            config.topicCounts(),
            config.algorithm(),
            config.refresh(),
            OptionalInt.of(sweeps),
            NEVER_SETTLED,
            config.checkpointSweeps(),
            config.stabilitySeeds(),
            config.termsPerTopic(),
            config.minWeight()),
        seed);
  }

  /** Trains for as long as it does by default. */
  public Trained trainUntilSettled(Dataset<Row> vectors, int topicCount, long seed) {
    return train(vectors, topicCount, TopicsConfig.from(Settings.defaults()), seed);
  }

  private Trained train(Dataset<Row> vectors, int topicCount, TopicsConfig config, long seed) {
    TrainingTask task =
        new TrainingTask(
            vectors,
            vocabularySize,
            topicCount,
            Optional.empty(),
            config,
            seed,
            vectors.sparkSession().sparkContext().defaultParallelism(),
            progress -> {},
            checkpoints);
    long start = System.nanoTime();
    TrainedTopics trained = TopicsConfig.Algorithm.GIBBS.trainer().train(task);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Trained(
        ((GibbsModel) trained).frozen(),
        trained.iterations(),
        seconds,
        trained.course().stream().map(TrainingMeasure::tokensPerSecond).toList());
  }
}
