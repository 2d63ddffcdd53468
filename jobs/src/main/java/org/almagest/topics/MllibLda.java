package org.almagest.topics;

import static org.apache.spark.sql.functions.udf;

import org.almagest.table.PaperVectors;
import org.apache.spark.ml.clustering.LDA;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;

/** What the topics stage and the benchmarks ask of Spark MLlib's LDA alike. */
public final class MllibLda {
  /** Column of {@link #features}. */
  public static final String FEATURES = "features";

  private static final int BATCH_PAPERS = 2_000;

  // MLlib's defaults (offset 1024, decay 0.51) hardly move a model within a few hundred steps, and
  // its estimated document prior lets one topic swallow most papers.
  private static final double LEARNING_OFFSET = 10;
  private static final double LEARNING_DECAY = 0.6;
  private static final double DOCUMENT_CONCENTRATION = 0.1;
  private static final double TOPIC_CONCENTRATION = 0.05;

  private MllibLda() {}

  /**
   * The bag of words of a row of the paper_vectors table as MLlib takes it.
   *
   * @param vocabularySize all term ids are below it
   */
  public static Column features(int vocabularySize) {
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
            SQLDataTypes.VectorType())
        .apply(PaperVectors.TERM_IDS.col(), PaperVectors.TERM_COUNTS.col())
        .as(FEATURES);
  }

  /**
   * Online variational Bayes with settings under which it finds topics, in mini-batches of about
   * {@value #BATCH_PAPERS} papers.
   *
   * @param papers of the corpus
   */
  public static LDA tunedOnline(long papers) {
    return new LDA()
        .setFeaturesCol(FEATURES)
        .setOptimizer("online")
        .setSubsamplingRate(Math.min(1.0, (double) BATCH_PAPERS / Math.max(1, papers)))
        .setOptimizeDocConcentration(false)
        .setDocConcentration(DOCUMENT_CONCENTRATION)
        .setTopicConcentration(TOPIC_CONCENTRATION)
        .setLearningOffset(LEARNING_OFFSET)
        .setLearningDecay(LEARNING_DECAY);
  }
}
