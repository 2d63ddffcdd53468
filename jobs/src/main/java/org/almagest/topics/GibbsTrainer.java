package org.almagest.topics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.almagest.topic.BlockSweep;
import org.almagest.topic.FrozenTopics;
import org.almagest.topic.HeldOutBlock;
import org.almagest.topic.TokenBlock;
import org.almagest.topic.TopicCounts;
import org.almagest.topic.UnigramMixture;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

/**
 * Latent Dirichlet allocation by sparse Gibbs sampling with topic–word probabilities frozen for
 * each sweep (see {@link BlockSweep}), asymmetric prior weights of topics that are estimated on the
 * way (Wallach, Mimno and McCallum 2009), and an end when held-out papers say that no more is
 * gained. Whatever the number of cores and partitions, the model is the same to the last bit.
 *
 * <p>The topics of a large corpus start as those of a mixture of unigrams, fitted to some thousands
 * of its papers ({@link UnigramMixture}). There are some more of them than are wanted, and when
 * they are told apart from each other the least coherent ones are dissolved. The first sweeps have
 * a part of the papers, and others join them ({@link Opening.Growth}). In a small one chance
 * decides which subjects find a topic of their own. It is started at random, and twice: once with
 * as many topics as are wanted, and once with twice as many, which are then merged. After {@value
 * #RACE_SWEEPS} sweeps the better of the two goes on.
 */
final class GibbsTrainer implements TopicTrainer {
  private static final double OVERRELAXATION = 1;

  private static final int PRIOR_EVERY = 10;

  private static final int MEASURE_EVERY = 10;

  /** Measures over which perplexity must fall. */
  private static final int PATIENCE = 3;

  /** Sweeps with the topics of an older model alone, before those of the papers take over. */
  private static final int OLD_SWEEPS = 5;

  /** The block from which topics are known that others start with. */
  private static final int FIRST_BLOCK = 0;

  /** Prior weight of a word in these topics. */
  private static final double SAMPLE_BETA = 0.01;

  /** Sweeps of papers that join, with topics that others have. */
  private static final int LIKELY_SWEEPS = 1;

  private static final int MOST_SWEEPS = 500;

  /** Sweeps over a corpus so small that no paper is held out to tell when to stop. */
  private static final int SWEEPS_OF_SMALL = 200;

  /** Most topics with which a small corpus is started twice. */
  private static final int MOST_WIDE_TOPICS = 500;

  /** A model is made of a sweep more for each so many. */
  private static final int SWEEPS_PER_SAMPLE = 5;

  private static final int RACE_SWEEPS = 40;

  /** So many times the topics that are wanted has the second start of a small corpus. */
  static final int WIDE = 2;

  private static final int MERGE_SWEEP = 20;

  private final Optional<Opening> opening;

  GibbsTrainer() {
    this(Optional.empty());
  }

  /**
   * @param opening how to begin; otherwise as the size of the corpus suggests
   */
  GibbsTrainer(Optional<Opening> opening) {
    this.opening = opening;
  }

  @Override
  public TrainedTopics train(TrainingTask task) {
    return new Training(task, opening).run();
  }

  /** One training, from the start or a checkpoint. */
  private static final class Training {
    private final TrainingTask task;
    private final BlockedCorpus corpus;
    private final TrainingStates states;
    private final JavaPairRDD<Integer, HeldOutBlock> judges;
    private final JavaPairRDD<Integer, TokenBlock> documents;
    private final int lastSweep;
    private final Opening opening;

    Training(TrainingTask task, Optional<Opening> given) {
      this.task = task;
      corpus = new BlockedCorpus(task.vectors(), WIDE * task.topicCount(), task.tasks());
      states = new TrainingStates(task, corpus.fingerprint());
      judges = corpus.judges().persist(StorageLevel.MEMORY_AND_DISK());
      documents = corpus.training().persist(StorageLevel.MEMORY_AND_DISK());
      lastSweep =
          task.config().iterations().orElse(corpus.hasHeldOut() ? MOST_SWEEPS : SWEEPS_OF_SMALL);
      opening = given.orElseGet(() -> Opening.of(corpus.tokens(), task.topicCount()));
    }

    TrainedTopics run() {
      try (GibbsChain chain = begun()) {
        sweepUntilDone(chain);
        int samples = samples(chain.facts().sweep());
        TopicCounts sum = sampled(chain, samples);
        states.clear();
        TrainingStates.Facts facts = chain.facts();
        GibbsModel model =
            new GibbsModel(
                sum,
                samples,
                facts.alpha(),
                facts.beta(),
                task.seed(),
                facts.sweep(),
                facts.course());
        return corpus.hasHeldOut()
            ? model.withPerplexity(chain.perplexity(model.frozen(), judges))
            : model;
      } finally {
        documents.unpersist(false);
        judges.unpersist(false);
      }
    }

    private GibbsChain begun() {
      return states
          .newest()
          .map(
              state -> {
                task.progress()
                    .accept("going on from the checkpoint at sweep " + state.facts().sweep());
                return new GibbsChain(task, resumed(state), state.facts(), state.countsBefore());
              })
          .orElseGet(this::started);
    }

    private GibbsChain started() {
      if (task.start().isPresent()) {
        GibbsModel last = task.start().get();
        return likely(
            documents,
            last.frozen(),
            OLD_SWEEPS,
            TrainingStates.Facts.first(last.alpha(), last.beta()));
      }
      return switch (opening.start()) {
        case RANDOM_TWICE ->
            task.topicCount() > MOST_WIDE_TOPICS || lastSweep <= RACE_SWEEPS
                ? atRandom(task.topicCount())
                : winner();
        case SAMPLE -> fromSample();
      };
    }

    /** The better of two starts. */
    private GibbsChain winner() {
      GibbsChain plain = atRandom(task.topicCount());
      sweepTo(RACE_SWEEPS, plain);
      GibbsChain merged = atRandom(WIDE * task.topicCount());
      sweepTo(MERGE_SWEEP, merged);
      merged.mergeTo(task.topicCount());
      sweepTo(RACE_SWEEPS, merged);
      boolean plainIsBetter = plain.perplexity(judges) <= merged.perplexity(judges);
      (plainIsBetter ? merged : plain).close();
      return plainIsBetter ? plain : merged;
    }

    private GibbsChain atRandom(int topics) {
      long seed = task.seed();
      return new GibbsChain(
          task,
          documents.mapValues(block -> block.start(seed, topics)),
          TrainingStates.Facts.first(openingAlpha(topics), opening.priors().beta()));
    }

    private double[] openingAlpha(int topics) {
      double[] alpha = new double[topics];
      Arrays.fill(alpha, opening.priors().alphaSum() / topics);
      return alpha;
    }

    /** Papers with topics that are known from the first block alone. */
    private GibbsChain fromSample() {
      int spare =
          lastSweep >= opening.spare().dissolvingSweep()
              ? opening.spareTopics(task.topicCount())
              : 0;
      int topics = task.topicCount() + spare;
      List<TokenBlock> sample =
          documents.filter(block -> block._1() == FIRST_BLOCK).values().collect().stream()
              .map(block -> UnigramMixture.fit(block, topics, task.seed()))
              .toList();
      TopicCounts counts =
          new TopicCounts(
              task.vocabularySize(),
              topics,
              TopicCounts.pack(sample, task.vocabularySize(), topics));
      double[] alpha = openingAlpha(topics);
      return likely(
          papersIn(1),
          new FrozenTopics(counts, alpha, SAMPLE_BETA),
          LIKELY_SWEEPS,
          TrainingStates.Facts.first(alpha, opening.priors().beta()));
    }

    /** Papers with topics that a model gives them which has not seen them. */
    private GibbsChain likely(
        JavaPairRDD<Integer, TokenBlock> papers,
        FrozenTopics model,
        int sweeps,
        TrainingStates.Facts facts) {
      Broadcast<FrozenTopics> topics =
          JavaSparkContext.fromSparkContext(task.vectors().sparkSession().sparkContext())
              .broadcast(model);
      LikelyTopics likely = new LikelyTopics(topics, sweeps, task.seed());
      return new GibbsChain(task, papers.mapValues(likely::of), facts);
    }

    private JavaPairRDD<Integer, TokenBlock> resumed(TrainingStates.State state) {
      return documents
          .join(corpus.placed(state.topics()))
          .mapValues(both -> both._1().withTopics(both._2()));
    }

    private void sweepTo(int sweep, GibbsChain chain) {
      while (chain.facts().sweep() < sweep) {
        sweep(chain);
      }
    }

    private void sweep(GibbsChain chain) {
      int sweep = chain.facts().sweep() + 1;
      if (halvingsIn(sweep) < halvingsIn(sweep - 1)) {
        chain.join(papersIn(sweep), LIKELY_SWEEPS);
      }
      if (sweep == opening.spare().dissolvingSweep() && chain.topicCount() > task.topicCount()) {
        chain.sweepDissolving(task.topicCount());
      } else if (isOverrelaxed(sweep - 1)) {
        chain.sweepOverrelaxed(OVERRELAXATION, opening.overrelaxation().noise());
      } else {
        chain.sweep();
      }
      if (sweep >= opening.priors().sweeps() && sweep % PRIOR_EVERY == 0) {
        chain.reestimatePriors();
      }
    }

    /** How often the papers are halved: not where topics are known. */
    private int halvingsIn(int sweep) {
      return task.start().isPresent() ? 0 : opening.halvingsIn(sweep, lastSweep);
    }

    private JavaPairRDD<Integer, TokenBlock> papersIn(int sweep) {
      int halvings = halvingsIn(sweep);
      return halvings == 0 ? documents : corpus.part(documents, halvings);
    }

    /** Whether what comes after so many sweeps is over-relaxed: not where topics are known. */
    private boolean isOverrelaxed(int sweeps) {
      return task.start().isEmpty() && sweeps < opening.overrelaxation().sweeps();
    }

    private void sweepUntilDone(GibbsChain chain) {
      long start = System.nanoTime();
      int measuredSweep = chain.facts().sweep();
      while (chain.facts().sweep() < lastSweep && !isSettled(chain)) {
        sweep(chain);
        int sweep = chain.facts().sweep();
        if (sweep % MEASURE_EVERY == 0) {
          double seconds = (System.nanoTime() - start) / 1e9;
          measure(chain, (sweep - measuredSweep) * chain.tokens() / seconds);
          measuredSweep = sweep;
          start = System.nanoTime();
        }
        if (sweep % task.config().checkpointSweeps() == 0) {
          checkpoint(chain);
        }
      }
    }

    private boolean isSettled(GibbsChain chain) {
      return !isOverrelaxed(chain.facts().sweep() - PATIENCE * MEASURE_EVERY)
          && chain.facts().settled(PATIENCE, task.config().tolerance());
    }

    private void measure(GibbsChain chain, double tokensPerSecond) {
      int sweep = chain.facts().sweep();
      OptionalDouble perplexity =
          corpus.hasHeldOut()
              ? OptionalDouble.of(chain.perplexity(judges))
              : OptionalDouble.empty();
      chain.noteMeasure(new TrainingMeasure(sweep, perplexity, tokensPerSecond));
      String measured =
          perplexity.isPresent()
              ? ", held-out perplexity %.1f".formatted(perplexity.getAsDouble())
              : "";
      task.progress()
          .accept(
              "sweep %d%s, %,.1f million words a second"
                  .formatted(sweep, measured, tokensPerSecond / 1e6));
    }

    /** Writes the state, and goes on from what was written: so no task depends on all sweeps. */
    private void checkpoint(GibbsChain chain) {
      Optional<TopicCounts> countsBefore =
          chain.countsBefore().filter(now -> isOverrelaxed(chain.facts().sweep()));
      states.write(chain.facts(), chain.blocks(), countsBefore);
      chain.goOnFrom(resumed(states.newest().orElseThrow()));
    }

    /** Sweeps whose counts make the model: few where the training is short. */
    private static int samples(int sweeps) {
      return Math.min(GibbsModel.MOST_SAMPLES, 1 + sweeps / SWEEPS_PER_SAMPLE);
    }

    /** The sum of the counts of so many sweeps: a mean varies less than its samples. */
    private static TopicCounts sampled(GibbsChain chain, int samples) {
      TopicCounts sum = chain.counts();
      for (int sample = 1; sample < samples; sample++) {
        chain.sweep();
        sum = sum.add(chain.counts());
      }
      return sum;
    }
  }
}
