package org.almagest.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.almagest.topic.CoherenceCounts;
import org.almagest.topic.LargestTerms;
import org.almagest.topic.SparseDistribution;
import org.almagest.topic.TopicStability;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Trains a model for each number of topics and selects one: that of the greatest topic quality,
 * mean NPMI times diversity (Dieng, Ruiz and Blei 2020), of equal ones the smaller.
 */
final class ModelSearch {
  private final TrainingTask task;
  private final String reasonOfOne;
  private final List<MeasuredModel> models = new ArrayList<>();

  private ModelSearch(TrainingTask task, String reasonOfOne) {
    this.task = task;
    this.reasonOfOne = reasonOfOne;
  }

  /** Trains and measures a model of each number of topics. */
  static ModelSearch among(TrainingTask task) {
    ModelSearch search = new ModelSearch(task, "the only number of topics in topics.count");
    for (int topicCount : task.config().topicCounts()) {
      search.train(task.withTopicCount(topicCount));
    }
    return search;
  }

  /** Trains on from the model that the task starts with. */
  static ModelSearch from(TrainingTask task) {
    ModelSearch search =
        new ModelSearch(task, "trained on from the last model, as topics.refresh says");
    search.train(task);
    return search;
  }

  /** Keeps the model that the task starts with as it is, and measures it on the papers of today. */
  static ModelSearch unchanged(TrainingTask task) {
    ModelSearch search = new ModelSearch(task, "the last model, unchanged, as topics.refresh says");
    search.measure(task, task.start().orElseThrow(), 0);
    return search;
  }

  private void train(TrainingTask task) {
    long start = System.nanoTime();
    TrainedTopics topics = task.config().algorithm().trainer().train(task);
    measure(task, topics, (System.nanoTime() - start) / 1e9);
  }

  private void measure(TrainingTask task, TrainedTopics topics, double seconds) {
    TopicTrainer trainer = task.config().algorithm().trainer();
    List<SparseDistribution> terms = topics.termDistributions();
    List<List<SparseDistribution>> others = new ArrayList<>();
    for (int seed = 1; seed <= task.config().stabilitySeeds(); seed++) {
      others.add(trainer.train(task.anew(task.seed() + seed)).termDistributions());
    }
    List<Double> stability = new ArrayList<>();
    if (!others.isEmpty()) {
      for (double value : TopicStability.of(terms, others)) {
        stability.add(value);
      }
    }
    int[][] topTerms =
        terms.stream()
            .map(topic -> LargestTerms.of(topic, CoherenceCounts.TERMS))
            .toArray(int[][]::new);
    CoherenceCounts coherence =
        TopicTransforms.coherence(task.vectors(), topTerms, task.vocabularySize());
    models.add(
        MeasuredModel.of(
            task.topicCount(),
            topics,
            terms,
            coherence,
            new MeasuredModel.StabilityOfTopics(stability),
            seconds));
  }

  /** The model to keep. */
  MeasuredModel selected() {
    return models.stream()
        .max(
            Comparator.comparingDouble(MeasuredModel::quality)
                .thenComparing(MeasuredModel::topicCount, Comparator.reverseOrder()))
        .orElseThrow();
  }

  /**
   * Rows of the topic_models table.
   *
   * @param largestTopicId the largest id that a topic has had so far
   */
  List<Row> modelRows(int largestTopicId) {
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
                    OrNull.of(model.topics().perplexity()),
                    OrNull.of(model.meanNpmi()),
                    OrNull.of(model.meanCv()),
                    OrNull.of(model.diversity()),
                    OrNull.of(model.meanStability()),
                    OrNull.of(model.topics().wordPrior()),
                    model.seconds(),
                    model.topicCount() == selected.topicCount() ? largestTopicId : null))
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
                                OrNull.of(measure.perplexity()),
                                measure.tokensPerSecond())))
        .toList();
  }

  private String reason(MeasuredModel model, MeasuredModel selected) {
    if (models.size() == 1) {
      return reasonOfOne;
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
