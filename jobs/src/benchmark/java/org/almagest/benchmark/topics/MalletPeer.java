package org.almagest.benchmark.topics;

import cc.mallet.topics.ParallelTopicModel;
import cc.mallet.types.Alphabet;
import cc.mallet.types.FeatureSequence;
import cc.mallet.types.Instance;
import cc.mallet.types.InstanceList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/**
 * MALLET's parallel sparse Gibbs sampler (Yao, Mimno and McCallum 2009; Newman et al. 2009), driven
 * through its Java interface. Its clock stops while a model is looked at; to hand it its documents
 * counts, to make the objects that it wants does not.
 */
final class MalletPeer implements Peer {
  /** MALLET's own defaults, which are where our trainer starts, too. */
  private static final double ALPHA_SUM = 5;

  private static final double BETA = ParallelTopicModel.DEFAULT_BETA;

  private static final int OPTIMIZE_EVERY = 10;

  /** As late as our trainer; MALLET's command line has 200, which is the whole course here. */
  private static final int FIRST_OPTIMIZED = 20;

  private static final int WARM_UP_ITERATIONS = 5;

  private final BenchmarkCorpus corpus;
  private final int topics;
  private final int threads;
  private final Priors priors;
  private final List<Integer> points;
  // Held, since a logger that nobody holds forgets its level.
  private final Logger logger = Logger.getLogger("cc.mallet");

  /** What becomes of alpha and beta. */
  enum Priors {
    /** They stay as they are, the same for all topics. */
    FIXED("mallet"),
    /** They are estimated every ten iterations, alpha for each topic. */
    OPTIMIZED("mallet-optimized");

    private final String label;

    Priors(String label) {
      this.label = label;
    }

    /** Name of the peer. */
    String label() {
      return label;
    }
  }

  /**
   * @param points iterations after which to show a model, rising; with optimised priors multiples
   *     of {@value #OPTIMIZE_EVERY}, so that looking does not change when they are estimated
   */
  MalletPeer(BenchmarkCorpus corpus, int topics, int threads, Priors priors, List<Integer> points) {
    this.corpus = corpus;
    this.topics = topics;
    this.threads = threads;
    this.priors = priors;
    this.points = points.stream().filter(point -> point % OPTIMIZE_EVERY == 0).toList();
    logger.setLevel(Level.WARNING);
    ParallelTopicModel.logger.setLevel(Level.WARNING);
  }

  @Override
  public String name() {
    return priors.label;
  }

  @Override
  public void warmUp() {
    new Training(instances(corpus.training(), corpus.vocabularySize()), 1)
        .advanceTo(WARM_UP_ITERATIONS);
  }

  @Override
  public void train(long seed, Listener listener) {
    Training training = new Training(instances(corpus.training(), corpus.vocabularySize()), seed);
    for (int point : points) {
      training.advanceTo(point);
      listener.at(point, training.seconds, training.topicWords(corpus.vocabularySize()));
    }
  }

  /** Seconds of each iteration after some that do not count, over any documents. */
  double secondsPerIteration(Documents documents, int before, int timed, long seed) {
    Training training = new Training(instances(documents, corpus.vocabularySize()), seed);
    training.advanceTo(before);
    double start = training.seconds;
    training.advanceTo(before + timed);
    return (training.seconds - start) / timed;
  }

  private static InstanceList instances(Documents documents, int words) {
    Alphabet alphabet = new Alphabet();
    IntStream.range(0, words).forEach(word -> alphabet.lookupIndex(Integer.toString(word)));
    InstanceList instances = new InstanceList(alphabet, null);
    for (int document = 0; document < documents.size(); document++) {
      FeatureSequence tokens = new FeatureSequence(alphabet, documents.sequence(document));
      instances.add(new Instance(tokens, null, document, null));
    }
    return instances;
  }

  private final class Training {
    private final ParallelTopicModel model = new ParallelTopicModel(topics, ALPHA_SUM, BETA);
    private int done;
    private double seconds;

    Training(InstanceList instances, long seed) {
      model.setNumThreads(threads);
      model.setRandomSeed((int) seed);
      model.setOptimizeInterval(priors == Priors.OPTIMIZED ? OPTIMIZE_EVERY : 0);
      model.setTopicDisplay(0, 0);
      model.printLogLikelihood = false;
      long start = System.nanoTime();
      model.addInstances(instances);
      seconds = (System.nanoTime() - start) / 1e9;
    }

    void advanceTo(int iterations) {
      // MALLET counts iterations anew in each call.
      model.setBurninPeriod(Math.max(0, FIRST_OPTIMIZED - done));
      model.setNumIterations(iterations - done);
      long start = System.nanoTime();
      try {
        model.estimate();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      seconds += (System.nanoTime() - start) / 1e9;
      done = iterations;
    }

    /** phi_wk = (n_wk + beta) / (n_k + V beta). */
    TopicWordModel topicWords(int words) {
      int[][] counts = new int[words][topics];
      long[] totals = new long[topics];
      for (int word = 0; word < model.numTypes; word++) {
        for (int entry : model.typeTopicCounts[word]) {
          if (entry == 0) {
            break;
          }
          int topic = entry & model.topicMask;
          int count = entry >> model.topicBits;
          counts[word][topic] += count;
          totals[topic] += count;
        }
      }
      return new TopicWordModel(
          words,
          model.alpha,
          (word, topic) ->
              (counts[word][topic] + model.beta) / (totals[topic] + words * model.beta));
    }
  }
}
