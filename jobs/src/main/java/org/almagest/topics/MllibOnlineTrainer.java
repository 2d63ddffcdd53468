package org.almagest.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import org.almagest.table.PaperVectors;
import org.apache.spark.ml.clustering.LDA;
import org.apache.spark.ml.clustering.LDAModel;
import org.apache.spark.ml.functions;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.storage.StorageLevel;

/**
 * Spark MLlib's online variational Bayes (Hoffman, Blei and Bach 2010).
 *
 * <p>Unless told otherwise it takes mini-batches of about {@value #BATCH_PAPERS} papers and passes
 * over a large corpus about {@value #PASSES} times, over a small one until {@value
 * #LEAST_ITERATIONS} iterations are done.
 */
final class MllibOnlineTrainer implements TopicTrainer {
  private static final int BATCH_PAPERS = 2_000;
  private static final int LEAST_ITERATIONS = 120;
  private static final double PASSES = 1.5;

  // MLlib's defaults (offset 1024, decay 0.51) hardly move a model within a few hundred steps, and
  // its estimated document prior lets one topic swallow most papers.
  private static final double LEARNING_OFFSET = 10;
  private static final double LEARNING_DECAY = 0.6;
  private static final double DOCUMENT_CONCENTRATION = 0.1;
  private static final double TOPIC_CONCENTRATION = 0.05;

  /**
   * MLlib adds its statistics up in the order in which tasks end. Two numbers have the same sum in
   * either order, three have not: so up to this many papers there are two tasks, and the model does
   * not depend on the machine; beyond it, speed matters more than the last digits.
   */
  private static final long PAPERS_FOR_TWO_TASKS = 1_000_000;

  @Override
  public TrainedTopics train(
      Dataset<Row> vectors, int vocabularySize, TopicsConfig config, long seed) {
    UserDefinedFunction toVector = toVector(vocabularySize);
    long papers = vectors.where(PaperVectors.TOKEN_COUNT.col().gt(0)).count();
    int tasks = (int) Math.max(2, papers / PAPERS_FOR_TWO_TASKS * 8);
    Dataset<Row> training =
        vectors
            .where(PaperVectors.TOKEN_COUNT.col().gt(0))
            .repartition(tasks, PaperVectors.PAPER_ID.col())
            .sortWithinPartitions(PaperVectors.PAPER_ID.col())
            .select(features(toVector))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      double batch = Math.min(1.0, (double) BATCH_PAPERS / Math.max(1, papers));
      int iterations =
          config.iterations().orElse((int) Math.max(LEAST_ITERATIONS, Math.ceil(PASSES / batch)));
      LDAModel model =
          new LDA()
              .setK(config.topicCount())
              .setOptimizer("online")
              .setMaxIter(iterations)
              .setSubsamplingRate(batch)
              .setOptimizeDocConcentration(false)
              .setDocConcentration(DOCUMENT_CONCENTRATION)
              .setTopicConcentration(TOPIC_CONCENTRATION)
              .setLearningOffset(LEARNING_OFFSET)
              .setLearningDecay(LEARNING_DECAY)
              .setSeed(seed)
              .setFeaturesCol("features")
              .setTopicDistributionCol("distribution")
              .fit(training);
      return new Model(model, toVector);
    } finally {
      training.unpersist();
    }
  }

  private static org.apache.spark.sql.Column features(UserDefinedFunction toVector) {
    return toVector
        .apply(PaperVectors.TERM_IDS.col(), PaperVectors.TERM_COUNTS.col())
        .as("features");
  }

  private static UserDefinedFunction toVector(int vocabularySize) {
    return udf(
        (UDF2<scala.collection.Seq<Integer>, scala.collection.Seq<Integer>, Object>)
            (ids, counts) -> {
              int[] indices = new int[ids.size()];
              double[] values = new double[indices.length];
              for (int i = 0; i < indices.length; i++) {
                indices[i] = ids.apply(i);
                values[i] = counts.apply(i);
              }
              return Vectors.sparse(vocabularySize, indices, values);
            },
        SQLDataTypes.VectorType());
  }

  private record Model(LDAModel model, UserDefinedFunction toVector) implements TrainedTopics {
    @Override
    public double[][] termProbabilities() {
      Matrix matrix = model.topicsMatrix();
      double[][] probabilities = new double[matrix.numCols()][matrix.numRows()];
      for (int topic = 0; topic < probabilities.length; topic++) {
        double sum = 0;
        for (int term = 0; term < matrix.numRows(); term++) {
          probabilities[topic][term] = matrix.apply(term, topic);
          sum += probabilities[topic][term];
        }
        for (int term = 0; term < matrix.numRows(); term++) {
          probabilities[topic][term] /= sum;
        }
      }
      return probabilities;
    }

    @Override
    public Dataset<Row> weigh(Dataset<Row> vectors) {
      return model
          .transform(vectors.withColumn("features", features(toVector).as("features")))
          .withColumn(WEIGHTS, functions.vector_to_array(col("distribution"), "float64"))
          .drop("features", "distribution");
    }
  }
}
