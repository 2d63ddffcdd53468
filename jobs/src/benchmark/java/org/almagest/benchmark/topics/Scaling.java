package org.almagest.benchmark.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.almagest.topics.BenchmarkedTrainer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Seconds of a sweep by number of topics and by size of the corpus, ours and MALLET's: the mean of
 * the last {@value #TIMED} of some sweeps, since the first have fewer papers and more topics.
 */
final class Scaling {
  /** What our trainer tells its speed over, twice. */
  static final int TIMED = 20;

  private final BenchmarkCorpus corpus;
  private final BenchmarkedTrainer trainer;
  private final int threads;
  private final int sweeps;

  /**
   * One case.
   *
   * @param papers which part of the corpus
   * @param tokens that train
   */
  record Pace(String peer, int topics, String papers, long tokens, double secondsPerSweep) {}

  /**
   * @param sweeps of each training, a multiple of 10 and at least 20
   */
  Scaling(BenchmarkCorpus corpus, BenchmarkedTrainer trainer, int threads, int sweeps) {
    this.corpus = corpus;
    this.trainer = trainer;
    this.threads = threads;
    this.sweeps = sweeps;
  }

  /**
   * Measures each number of topics on all papers, and the first on half of them.
   *
   * @param repeats of which to take the medians
   */
  List<Pace> run(List<Integer> topicCounts, int repeats, long seed, Consumer<String> progress) {
    int fewest = topicCounts.get(0);
    trainer.train(corpus.forOurs(), fewest, TIMED, seed); // Not timed: the JVM compiles.
    mallet(fewest).warmUp();
    List<Pace> paces = new ArrayList<>();
    for (int topics : topicCounts) {
      paces.addAll(paces(corpus.forOurs(), "all", topics, repeats, seed, progress));
    }
    paces.addAll(paces(corpus.half(), "half", fewest, repeats, seed, progress));
    return paces;
  }

  private List<Pace> paces(
      Dataset<Row> papers,
      String part,
      int topics,
      int repeats,
      long seed,
      Consumer<String> progress) {
    Dataset<Row> training =
        BenchmarkedTrainer.setAside(papers)
            .map(setAside -> papers.where(functions.not(setAside)))
            .orElseThrow(
                () ->
                    new Peer.Absent(
                        "it needs a corpus of which half is large enough for papers to be held"
                            + " out"));
    Documents documents = BenchmarkCorpus.documents(training);
    MalletPeer mallet = mallet(topics);
    double[] ours = new double[repeats];
    double[] mallets = new double[repeats];
    for (int repeat = 0; repeat < repeats; repeat++) {
      List<Double> speeds = trainer.train(papers, topics, sweeps, seed + repeat).tokensPerSecond();
      ours[repeat] =
          speeds.subList(speeds.size() - 2, speeds.size()).stream()
              .mapToDouble(speed -> documents.tokens() / speed)
              .average()
              .orElseThrow();
      mallets[repeat] = mallet.secondsPerIteration(documents, sweeps - TIMED, TIMED, seed + repeat);
      progress.accept(
          "%d topics, %s papers: a sweep takes almagest %.3f s, mallet %.3f s"
              .formatted(topics, part, ours[repeat], mallets[repeat]));
    }
    return List.of(
        new Pace(AlmagestPeer.NAME, topics, part, documents.tokens(), Results.median(ours)),
        new Pace(mallet.name(), topics, part, documents.tokens(), Results.median(mallets)));
  }

  private MalletPeer mallet(int topics) {
    return new MalletPeer(corpus, topics, threads, MalletPeer.Priors.OPTIMIZED, List.of());
  }
}
