package org.almagest.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.almagest.topic.BlockSweep;
import org.almagest.topic.DocumentHistogram;
import org.almagest.topic.FrozenTopics;
import org.almagest.topic.HeldOutBlock;
import org.almagest.topic.TokenBlock;
import org.almagest.topic.TopicCounts;
import org.almagest.topic.WordPrior;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Latent Dirichlet allocation by sparse Gibbs sampling with topic–word probabilities frozen for
 * each sweep (see {@link BlockSweep}), asymmetric prior weights of topics that are estimated on the
 * way (Wallach, Mimno and McCallum 2009), and an end when held-out papers say that no more is
 * gained.
 *
 * <p>The papers lie in blocks on the executors and stay there. What travels in a sweep is the
 * frozen probabilities to all executors, as packed counts of about two bytes for each topic of a
 * word, and the new counts back, added up by ranges of words in a shuffle. Whatever the number of
 * cores and partitions, the model is the same to the last bit: each paper has its own random
 * numbers, and only integers are added up in an order that may vary.
 */
final class GibbsTrainer implements TopicTrainer {
  private static final double ALPHA_SUM = 5;
  private static final double FIRST_BETA = 0.01;

  /** Before, topics are too mixed to tell their weights. */
  private static final int FIRST_PRIOR_SWEEP = 20;

  private static final int PRIOR_EVERY = 10;
  private static final int PRIOR_STEPS = 5;
  private static final int MEASURE_EVERY = 10;

  /** Measures over which perplexity must fall. */
  private static final int PATIENCE = 3;

  /** Sweeps with the topics of a model to start from alone, before its counts follow. */
  private static final int STARTING_SWEEPS = 5;

  private static final int MOST_SWEEPS = 500;

  /** Sweeps over a corpus so small that no paper is held out to tell when to stop. */
  private static final int SWEEPS_OF_SMALL = 200;

  @Override
  public TrainedTopics train(TrainingTask task) {
    return new Training(task).run();
  }

  /** One training, from the start or a checkpoint. */
  private static final class Training {
    private final TrainingTask task;
    private final JavaSparkContext spark;
    private final BlockedCorpus corpus;
    private final TrainingStates states;
    private final JavaPairRDD<Integer, HeldOutBlock> heldOut;
    private final JavaPairRDD<Integer, TokenBlock> documents;
    private final List<Broadcast<?>> broadcasts = new ArrayList<>();
    private final int lastSweep;

    private JavaPairRDD<Integer, TokenBlock> blocks;
    private TrainingStates.Facts facts;
    private TopicCounts counts;

    Training(TrainingTask task) {
      this.task = task;
      spark = JavaSparkContext.fromSparkContext(task.vectors().sparkSession().sparkContext());
      corpus = new BlockedCorpus(task.vectors(), task.topicCount(), task.tasks());
      states = new TrainingStates(task);
      heldOut = corpus.heldOut().persist(StorageLevel.MEMORY_AND_DISK());
      documents = corpus.training().persist(StorageLevel.MEMORY_AND_DISK());
      lastSweep =
          task.config().iterations().orElse(corpus.hasHeldOut() ? MOST_SWEEPS : SWEEPS_OF_SMALL);
    }

    TrainedTopics run() {
      try {
        begin();
        sweepUntilDone();
        TopicCounts samples = sampled();
        states.clear();
        return new GibbsModel(
            samples, facts.alpha(), facts.beta(), task.seed(), facts.sweep(), facts.course());
      } finally {
        blocks.unpersist(false);
        documents.unpersist(false);
        heldOut.unpersist(false);
        forgetBroadcasts();
      }
    }

    private void begin() {
      long seed = task.seed();
      int topics = task.topicCount();
      if (task.start().isPresent()) {
        GibbsModel start = task.start().get();
        Broadcast<FrozenTopics> model = broadcast(start.frozen());
        blocks = documents.mapValues(block -> started(block, model.value(), seed));
        facts = TrainingStates.Facts.first(start.alpha(), start.beta());
      } else {
        blocks = documents.mapValues(block -> block.start(seed, topics));
        double[] alpha = new double[topics];
        Arrays.fill(alpha, ALPHA_SUM / topics);
        facts = TrainingStates.Facts.first(alpha, FIRST_BETA);
      }
      states
          .newest()
          .ifPresent(
              state -> {
                facts = state.facts();
                blocks = resumed(state);
                task.progress().accept("going on from the checkpoint at sweep " + facts.sweep());
              });
      blocks.persist(StorageLevel.MEMORY_AND_DISK());
      counts = counted(blocks);
    }

    private static TokenBlock started(TokenBlock block, FrozenTopics model, long seed) {
      BlockSweep sampler = new BlockSweep(model, BlockSweep.Documents.UNSEEN);
      TokenBlock state = sampler.start(block, seed);
      // Streams of random numbers before those of the sweeps that count, from 1.
      for (int sweep = -STARTING_SWEEPS; sweep < 0; sweep++) {
        state = sampler.sweep(state, seed, sweep - 1);
      }
      return state;
    }

    private JavaPairRDD<Integer, TokenBlock> resumed(TrainingStates.State state) {
      return documents
          .join(corpus.placed(state.topics()))
          .mapValues(both -> both._1().withTopics(both._2()));
    }

    private void sweepUntilDone() {
      long start = System.nanoTime();
      int measuredSweep = facts.sweep();
      while (facts.sweep() < lastSweep && !facts.settled(PATIENCE, task.config().tolerance())) {
        sweep();
        if (facts.sweep() >= FIRST_PRIOR_SWEEP && facts.sweep() % PRIOR_EVERY == 0) {
          reestimatePriors();
        }
        if (facts.sweep() % MEASURE_EVERY == 0) {
          double seconds = (System.nanoTime() - start) / 1e9;
          measure((facts.sweep() - measuredSweep) * tokens() / seconds);
          measuredSweep = facts.sweep();
          start = System.nanoTime();
        }
        if (facts.sweep() % task.config().checkpointSweeps() == 0) {
          checkpoint();
        }
      }
    }

    private void sweep() {
      facts = facts.afterSweep();
      JavaPairRDD<Integer, TokenBlock> before = blocks;
      blocks = swept(broadcast(frozen(counts)));
      counts = counted(blocks);
      before.unpersist(false);
    }

    private FrozenTopics frozen(TopicCounts of) {
      return new FrozenTopics(of, facts.alpha(), facts.beta());
    }

    private JavaPairRDD<Integer, TokenBlock> swept(Broadcast<FrozenTopics> frozen) {
      long seed = task.seed();
      int sweep = facts.sweep();
      return blocks
          .mapPartitionsToPair(
              all -> {
                BlockSweep sampler = new BlockSweep(frozen.value(), BlockSweep.Documents.COUNTED);
                List<Tuple2<Integer, TokenBlock>> result = new ArrayList<>();
                all.forEachRemaining(
                    block ->
                        result.add(
                            new Tuple2<>(block._1(), sampler.sweep(block._2(), seed, sweep))));
                return result.iterator();
              },
              true)
          .persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** Adds the counts of all blocks up, each range of words in one task. */
    private TopicCounts counted(JavaPairRDD<Integer, TokenBlock> of) {
      int words = task.vocabularySize();
      int topics = task.topicCount();
      List<Tuple2<Integer, byte[]>> ranges =
          of.values()
              .mapPartitionsToPair(
                  all -> {
                    List<TokenBlock> list = new ArrayList<>();
                    all.forEachRemaining(list::add);
                    byte[][] packed = TopicCounts.pack(list, words, topics);
                    List<Tuple2<Integer, byte[]>> result = new ArrayList<>();
                    for (int range = 0; range < packed.length; range++) {
                      result.add(new Tuple2<>(range, packed[range]));
                    }
                    return result.iterator();
                  })
              .groupByKey(corpus.partitions())
              .mapToPair(
                  range ->
                      new Tuple2<>(
                          range._1(), TopicCounts.sum(range._2(), range._1(), words, topics)))
              .collect();
      byte[][] packed = new byte[ranges.size()][];
      ranges.forEach(range -> packed[range._1()] = range._2());
      return new TopicCounts(words, topics, packed);
    }

    private long tokens() {
      long tokens = 0;
      for (int topic = 0; topic < counts.topicCount(); topic++) {
        tokens += counts.topicTotal(topic);
      }
      return tokens;
    }

    private void reestimatePriors() {
      int topics = task.topicCount();
      DocumentHistogram histogram =
          blocks
              .values()
              .mapPartitions(
                  all -> {
                    List<TokenBlock> list = new ArrayList<>();
                    all.forEachRemaining(list::add);
                    return List.of(DocumentHistogram.of(list, topics)).iterator();
                  })
              .treeReduce(DocumentHistogram::add);
      facts =
          facts.withPriors(
              histogram.reestimate(facts.alpha(), PRIOR_STEPS),
              WordPrior.reestimate(counts, facts.beta()));
    }

    private void measure(double tokensPerSecond) {
      String speed = "%,.1f million words a second".formatted(tokensPerSecond / 1e6);
      if (!corpus.hasHeldOut()) {
        task.progress().accept("sweep " + facts.sweep() + ", " + speed);
        return;
      }
      double perplexity = perplexity();
      facts = facts.with(new TrainingMeasure(facts.sweep(), perplexity, tokensPerSecond));
      task.progress()
          .accept(
              "sweep %d, held-out perplexity %.1f, %s".formatted(facts.sweep(), perplexity, speed));
    }

    private double perplexity() {
      long seed = task.seed();
      Broadcast<FrozenTopics> model = broadcast(frozen(counts));
      List<Tuple2<Integer, Tuple2<Double, Long>>> parts =
          new ArrayList<>(
              heldOut
                  .mapValues(
                      block ->
                          new Tuple2<>(
                              block.logLikelihood(model.value(), seed), block.scoredTokens()))
                  .collect());
      // Doubles are added up in one order, so that the stop does not depend on the machine.
      parts.sort(Comparator.comparingInt(Tuple2::_1));
      double logLikelihood = parts.stream().mapToDouble(part -> part._2()._1()).sum();
      long scored = parts.stream().mapToLong(part -> part._2()._2()).sum();
      return Math.exp(-logLikelihood / scored);
    }

    /** Writes the state, and goes on from what was written: so no task depends on all sweeps. */
    private void checkpoint() {
      states.write(facts, blocks);
      JavaPairRDD<Integer, TokenBlock> before = blocks;
      blocks = resumed(states.newest().orElseThrow()).persist(StorageLevel.MEMORY_AND_DISK());
      blocks.count();
      before.unpersist(false);
      forgetBroadcasts();
    }

    /** The sum of the counts of some more sweeps: a mean varies less than its samples. */
    private TopicCounts sampled() {
      TopicCounts sum = counts;
      for (int sample = 1; sample < GibbsModel.SAMPLES; sample++) {
        sweep();
        sum = sum.add(counts);
      }
      return sum;
    }

    private <T> Broadcast<T> broadcast(T value) {
      Broadcast<T> broadcast = spark.broadcast(value);
      broadcasts.add(broadcast);
      return broadcast;
    }

    private void forgetBroadcasts() {
      broadcasts.forEach(broadcast -> broadcast.destroy(false));
      broadcasts.clear();
    }
  }
}
