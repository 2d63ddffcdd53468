package org.almagest.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.almagest.topic.CoherenceCounts;
import org.almagest.topic.SparseDistribution;
import org.almagest.topic.TopicStability;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Trains a model for each number of topics and selects one: that of the greatest topic quality,
 * mean NPMI times diversity (Dieng, Ruiz and Blei 2020), of equal ones the smaller.
 */
final class ModelSearch {
  /** Terms over which coherence is taken, as is usual. */
  private static final int COHERENCE_TERMS = 10;

  private final TrainingTask task;
  private final List<MeasuredModel> models = new ArrayList<>();

  ModelSearch(TrainingTask task) {
    this.task = task;
  }

  /** Trains and measures all models. */
  ModelSearch run() {
    for (int topicCount : task.config().topicCounts()) {
      models.add(trained(task.withTopicCount(topicCount)));
    }
    return this;
  }

  private static MeasuredModel trained(TrainingTask task) {
    TopicTrainer trainer = task.config().algorithm().trainer();
    long start = System.nanoTime();
    TrainedTopics topics = trainer.train(task);
    double seconds = (System.nanoTime() - start) / 1e9;
    List<List<SparseDistribution>> others = new ArrayList<>();
    for (int seed = 1; seed <= task.config().stabilitySeeds(); seed++) {
      others.add(trainer.train(task.withSeed(task.seed() + seed)).termDistributions());
    }
    List<Double> stability = new ArrayList<>();
    if (!others.isEmpty()) {
      for (double value : TopicStability.of(topics.termDistributions(), others)) {
        stability.add(value);
      }
    }
    int[][] topTerms =
        topics.termDistributions().stream()
            .map(terms -> LargestTerms.of(terms, COHERENCE_TERMS))
            .toArray(int[][]::new);
    CoherenceCounts coherence =
        TopicTransforms.coherence(task.vectors(), topTerms, task.vocabularySize());
    return MeasuredModel.of(
        task.topicCount(),
        topics,
        coherence,
        new MeasuredModel.StabilityOfTopics(stability),
        seconds);
  }

  /** The model to keep. */
  MeasuredModel selected() {
    return models.stream()
        .max(
            Comparator.comparingDouble(MeasuredModel::quality)
                .thenComparing(MeasuredModel::topicCount, Comparator.reverseOrder()))
        .orElseThrow();
  }

  /** Rows of the topic_models table. */
  List<Row> modelRows() {
    MeasuredModel selected = selected();
    return models.stream()
        .map(
            model ->
                RowFactory.create(
                    model.topicCount(),
                    model.topicCount() == selected.topicCount(),
                    reason(model, selected),
                    task.config().algorithm().label(),
                    model.topics().iterations(),
                    OrNull.of(model.perplexity()),
                    OrNull.of(model.meanNpmi()),
                    OrNull.of(model.meanCv()),
                    OrNull.of(model.diversity()),
                    OrNull.of(model.meanStability()),
                    model.seconds()))
        .toList();
  }

  /** Rows of the topic_training table. */
  List<Row> trainingRows() {
    return models.stream()
        .flatMap(
            model ->
                model.topics().course().stream()
                    .map(
                        measure ->
                            RowFactory.create(
                                model.topicCount(),
                                measure.sweep(),
                                measure.perplexity(),
                                measure.tokensPerSecond())))
        .toList();
  }

  private String reason(MeasuredModel model, MeasuredModel selected) {
    if (models.size() == 1) {
      return "the only number of topics in topics.count";
    }
    String own = quality(model);
    return model.topicCount() == selected.topicCount()
        ? "greatest topic quality, mean NPMI times diversity: " + own
        : "topic quality, mean NPMI times diversity, of "
            + own
            + " is less than the "
            + quality(selected)
            + " of "
            + selected.topicCount()
            + " topics";
  }

  private static String quality(MeasuredModel model) {
    return String.format(Locale.ROOT, "%.3f", model.quality());
  }
}
