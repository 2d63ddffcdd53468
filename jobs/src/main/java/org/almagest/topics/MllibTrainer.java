package org.almagest.topics;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.almagest.table.PaperVectors;
import org.almagest.topic.SparseDistribution;
import org.apache.spark.ml.clustering.DistributedLDAModel;
import org.apache.spark.ml.clustering.LDA;
import org.apache.spark.ml.clustering.LDAModel;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * Spark MLlib's online variational Bayes (Hoffman, Blei and Bach 2010) and its
 * expectation-maximisation (Asuncion et al. 2009), to compare with.
 *
 * <p>Unless told otherwise the first takes mini-batches as {@link MllibLda#tunedOnline} and passes
 * over a large corpus about {@value #PASSES} times, over a small one until {@value
 * #LEAST_ITERATIONS} iterations are done; the second makes {@value #EM_ITERATIONS} passes.
 */
final class MllibTrainer implements TopicTrainer {
  private static final int EM_ITERATIONS = 50;
  private static final int LEAST_ITERATIONS = 120;
  private static final double PASSES = 1.5;
  private static final String DISTRIBUTION = "distribution";

  /**
   * MLlib adds its statistics up in the order in which tasks end. Two numbers have the same sum in
   * either order, three have not: so up to this many papers there are two tasks, and the model does
   * not depend on the machine; beyond it, speed matters more than the last digits.
   */
  private static final long PAPERS_FOR_TWO_TASKS = 1_000_000;

  private final Optimizer optimizer;

  /** MLlib's ways to fit a model. */
  enum Optimizer {
    ONLINE,
    EM
  }

  MllibTrainer(Optimizer optimizer) {
    this.optimizer = optimizer;
  }

  @Override
  public TrainedTopics train(TrainingTask task) {
    Column features = MllibLda.features(task.vocabularySize());
    Dataset<Row> withTokens = task.vectors().where(PaperVectors.TOKEN_COUNT.col().gt(0));
    long papers = withTokens.count();
    int tasks = (int) Math.max(2, papers / PAPERS_FOR_TWO_TASKS * 8);
    Dataset<Row> training =
        withTokens
            .repartition(tasks, PaperVectors.PAPER_ID.col())
            .sortWithinPartitions(PaperVectors.PAPER_ID.col())
            .select(features)
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      LDA lda = optimizer == Optimizer.ONLINE ? online(task, papers) : em(task);
      lda.setK(task.topicCount()).setSeed(task.seed());
      lda.setTopicDistributionCol(DISTRIBUTION);
      return new Model(local(lda.fit(training), task), features, lda.getMaxIter());
    } finally {
      training.unpersist();
    }
  }

  /** The model without the training papers, which {@code toLocal} gives none of the settings. */
  private static LDAModel local(LDAModel model, TrainingTask task) {
    return model instanceof DistributedLDAModel distributed
        ? distributed
            .toLocal()
            .setFeaturesCol(MllibLda.FEATURES)
            .setTopicDistributionCol(DISTRIBUTION)
            .setSeed(task.seed())
        : model;
  }

  private static LDA online(TrainingTask task, long papers) {
    LDA lda = MllibLda.tunedOnline(papers);
    int iterations = (int) Math.max(LEAST_ITERATIONS, Math.ceil(PASSES / lda.getSubsamplingRate()));
    return lda.setMaxIter(task.config().iterations().orElse(iterations));
  }

  private static LDA em(TrainingTask task) {
    return new LDA()
        .setFeaturesCol(MllibLda.FEATURES)
        .setOptimizer("em")
        .setMaxIter(task.config().iterations().orElse(EM_ITERATIONS));
  }

  private record Model(LDAModel model, Column features, int iterations) implements TrainedTopics {
    @Override
    public List<SparseDistribution> termDistributions() {
      Matrix matrix = model.topicsMatrix();
      List<SparseDistribution> distributions = new ArrayList<>();
      for (int topic = 0; topic < matrix.numCols(); topic++) {
        double[] weights = new double[matrix.numRows()];
        for (int term = 0; term < weights.length; term++) {
          weights[term] = matrix.apply(term, topic);
        }
        distributions.add(SparseDistribution.ofDense(weights));
      }
      return distributions;
    }

    @Override
    public OptionalDouble tokens(int topic) {
      return OptionalDouble.empty();
    }

    @Override
    public OptionalDouble prior(int topic) {
      return OptionalDouble.empty();
    }

    @Override
    public OptionalDouble wordPrior() {
      return OptionalDouble.empty();
    }

    @Override
    public Dataset<Row> weigh(Dataset<Row> vectors) {
      Dataset<Row> distributed =
          model
              .transform(
                  vectors
                      .where(PaperVectors.TOKEN_COUNT.col().gt(0))
                      .withColumn(MllibLda.FEATURES, features))
              .withColumn(WEIGHTS, vector_to_array(col(DISTRIBUTION), "float64"));
      return distributed.select(
          PaperVectors.PAPER_ID.col(),
          PaperVectors.TOKEN_COUNT.col(),
          functions.sequence(lit(0), lit(model.topicsMatrix().numCols() - 1)).as(TOPICS),
          col(WEIGHTS));
    }

    @Override
    public OptionalDouble perplexity() {
      return OptionalDouble.empty();
    }

    @Override
    public List<TrainingMeasure> course() {
      return List.of();
    }
  }
}
