package org.almagest.benchmark.topics;

import java.util.List;
import org.almagest.topic.FrozenTopics;
import org.almagest.topics.BenchmarkedTrainer;

/**
 * Our trainer on Spark, as the topics stage calls it. Every point of the course is a training of
 * its own, timed from the first look at the papers to the finished model, checkpoints included.
 */
final class AlmagestPeer implements Peer {
  /** Name of the peer whose course is given in sweeps. */
  static final String NAME = "almagest";

  /** Name of the peer that ends by itself. */
  static final String DEFAULT_NAME = "almagest-default";

  private static final int WARM_UP_SWEEPS = 5;
  private static final long WARM_UP_SEED = 1;

  private final BenchmarkCorpus corpus;
  private final BenchmarkedTrainer trainer;
  private final int topics;
  private final Course course;

  /** When a training ends. */
  sealed interface Course {
    /** After each of these, in trainings of their own, and the few sweeps that add samples. */
    record Sweeps(List<Integer> ends) implements Course {}

    /** When held-out papers say that no more is gained, as is the default. */
    record UntilSettled() implements Course {}
  }

  AlmagestPeer(BenchmarkCorpus corpus, BenchmarkedTrainer trainer, int topics, Course course) {
    this.corpus = corpus;
    this.trainer = trainer;
    this.topics = topics;
    this.course = course;
  }

  @Override
  public String name() {
    return course instanceof Course.UntilSettled ? DEFAULT_NAME : NAME;
  }

  @Override
  public void warmUp() {
    trainer.train(corpus.forOurs(), topics, WARM_UP_SWEEPS, WARM_UP_SEED);
  }

  @Override
  public void train(long seed, Listener listener) {
    if (course instanceof Course.Sweeps sweeps) {
      for (int end : sweeps.ends()) {
        show(trainer.train(corpus.forOurs(), topics, end, seed), listener);
      }
    } else {
      show(trainer.trainUntilSettled(corpus.forOurs(), topics, seed), listener);
    }
  }

  private void show(BenchmarkedTrainer.Trained trained, Listener listener) {
    FrozenTopics model = trained.topics();
    listener.at(
        trained.sweeps(),
        trained.seconds(),
        new TopicWordModel(corpus.vocabularySize(), model.alpha(), model::probability));
  }
}
