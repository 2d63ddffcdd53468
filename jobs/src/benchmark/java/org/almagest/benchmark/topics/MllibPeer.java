package org.almagest.benchmark.topics;

import java.util.Arrays;
import java.util.List;
import org.almagest.table.PaperVectors;
import org.almagest.topics.MllibLda;
import org.apache.spark.ml.clustering.LDA;
import org.apache.spark.ml.clustering.LDAModel;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Spark MLlib's trainers, each number of iterations in a training of its own. The clock begins when
 * the papers are in memory as the vectors that MLlib wants.
 */
final class MllibPeer implements Peer {
  private final BenchmarkCorpus corpus;
  private final int topics;
  private final int threads;
  private final Way way;
  private final List<Integer> iterations;

  /** How MLlib trains. */
  enum Way {
    /** Online variational Bayes (Hoffman, Blei and Bach 2010), all settings MLlib's defaults. */
    ONLINE("mllib-online"),
    /** The same as our {@code topics.algorithm: mllib-online} sets it. */
    ONLINE_TUNED("mllib-tuned"),
    /** Expectation-maximisation (Asuncion et al. 2009), all settings MLlib's defaults. */
    EM("mllib-em");

    private final String label;

    Way(String label) {
      this.label = label;
    }

    /** Name of the peer. */
    String label() {
      return label;
    }
  }

  MllibPeer(BenchmarkCorpus corpus, int topics, int threads, Way way, List<Integer> iterations) {
    this.corpus = corpus;
    this.topics = topics;
    this.threads = threads;
    this.way = way;
    this.iterations = iterations;
  }

  @Override
  public String name() {
    return way.label;
  }

  @Override
  public void train(long seed, Listener listener) {
    Dataset<Row> features = features().persist(StorageLevel.MEMORY_AND_DISK());
    try {
      features.count();
      for (int end : iterations) {
        LDA lda = configured().setK(topics).setSeed(seed).setMaxIter(end);
        long start = System.nanoTime();
        LDAModel model = lda.fit(features);
        Matrix weights = model.topicsMatrix();
        double seconds = (System.nanoTime() - start) / 1e9;
        listener.at(end, seconds, topicWords(weights, model.estimatedDocConcentration().toArray()));
      }
    } finally {
      features.unpersist();
    }
  }

  private LDA configured() {
    return switch (way) {
      case ONLINE -> new LDA().setFeaturesCol(MllibLda.FEATURES).setOptimizer("online");
      case ONLINE_TUNED -> MllibLda.tunedOnline(corpus.training().size());
      case EM -> new LDA().setFeaturesCol(MllibLda.FEATURES).setOptimizer("em");
    };
  }

  private Dataset<Row> features() {
    return corpus
        .forSpark()
        .repartition(threads, PaperVectors.PAPER_ID.col())
        .sortWithinPartitions(PaperVectors.PAPER_ID.col())
        .select(MllibLda.features(corpus.vocabularySize()));
  }

  /**
   * Online, the matrix holds the weights lambda_wk of the words' Dirichlet distribution, the prior
   * among them. Expectation-maximisation gives counts, and its concentrations are 1 above what it
   * adds to them, since it looks for the most probable parameters.
   */
  private TopicWordModel topicWords(Matrix weights, double[] concentrations) {
    double beta = way == Way.EM ? 0.1 : 0; // MLlib's default of 1.1, less 1.
    double[] alpha =
        way == Way.EM ? Arrays.stream(concentrations).map(a -> a - 1).toArray() : concentrations;
    int words = corpus.vocabularySize();
    double[] totals = new double[topics];
    for (int topic = 0; topic < topics; topic++) {
      for (int word = 0; word < words; word++) {
        totals[topic] += weights.apply(word, topic) + beta;
      }
    }
    return new TopicWordModel(
        words, alpha, (word, topic) -> (weights.apply(word, topic) + beta) / totals[topic]);
  }
}
