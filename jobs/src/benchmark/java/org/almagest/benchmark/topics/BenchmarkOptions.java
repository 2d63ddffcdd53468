package org.almagest.benchmark.topics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.almagest.fault.AlmagestException;
import org.almagest.topics.BenchmarkedTrainer;
import picocli.CommandLine.Option;

/** What is measured, and the peers that follow from it. */
final class BenchmarkOptions {
  private static final String DEFAULT = "Default: ${DEFAULT-VALUE}.";

  /** A peer as the user names it. */
  enum PeerName {
    ALMAGEST_DEFAULT(AlmagestPeer.DEFAULT_NAME),
    MALLET("mallet"),
    MLLIB_ONLINE("mllib-online"),
    MLLIB_TUNED("mllib-tuned"),
    MLLIB_EM("mllib-em"),
    GENSIM("gensim"),
    SKLEARN("sklearn");

    private final String label;

    PeerName(String label) {
      this.label = label;
    }

    /** For the command line. */
    @Override
    public String toString() {
      return label;
    }
  }

  @Option(
      names = {"-k", "--topics"},
      defaultValue = "100",
      description = {"Number of topics.", DEFAULT})
  int topics;

  @Option(
      names = {"-n", "--repeats"},
      defaultValue = "1",
      description = {"Runs of each trainer, in turn, each with its own seed.", DEFAULT})
  int repeats;

  @Option(
      names = "--peers",
      split = ",",
      defaultValue = "almagest-default,mallet,mllib-online,mllib-em,gensim,sklearn",
      description = {"Who runs beside our trainer, of ${COMPLETION-CANDIDATES}.", DEFAULT})
  private Set<PeerName> peers;

  @Option(
      names = "--sweeps",
      split = ",",
      defaultValue = "25,50,75,100,150,200",
      description = {"Sweeps after which our trainer and MALLET are measured, rising.", DEFAULT})
  private List<Integer> sweeps;

  @Option(
      names = "--mllib-iterations",
      split = ",",
      defaultValue = "10,20,40",
      description = {"Iterations of mllib-online; its own default is 20.", DEFAULT})
  private List<Integer> mllibIterations;

  @Option(
      names = "--em-iterations",
      split = ",",
      defaultValue = "20",
      description = {"Iterations of mllib-em; its own default is 20.", DEFAULT})
  private List<Integer> emIterations;

  @Option(
      names = "--gensim-passes",
      split = ",",
      defaultValue = "1,2",
      description = {"Passes of gensim; its own default is 1.", DEFAULT})
  private List<Integer> gensimPasses;

  @Option(
      names = "--sklearn-passes",
      split = ",",
      defaultValue = "1",
      description = {"Passes of scikit-learn.", DEFAULT})
  private List<Integer> sklearnPasses;

  @Option(
      names = "--python",
      defaultValue = "/usr/bin/python3",
      description = {"Python that has the libraries.", DEFAULT})
  private String python;

  @Option(
      names = "--python-minutes",
      defaultValue = "30",
      description = {"Minutes until a training in Python is given up.", DEFAULT})
  private int pythonMinutes;

  @Option(
      names = "--threads",
      defaultValue = "2",
      description = {"Threads or processes of each trainer.", DEFAULT})
  int threads;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = {"Seed of the first run; that of each further one is greater by 1.", DEFAULT})
  long seed;

  @Option(
      names = "--scaling",
      description = "Also measure seconds a sweep by number of topics and by size of the corpus.")
  boolean scaling;

  @Option(
      names = "--scaling-topics",
      split = ",",
      defaultValue = "100,1000",
      description = {"Numbers of topics for --scaling.", DEFAULT})
  private List<Integer> scalingTopics;

  @Option(
      names = "--scaling-sweeps",
      defaultValue = "90",
      description = {"Sweeps for --scaling, of which the last 20 are timed.", DEFAULT})
  private int scalingSweeps;

  @Option(names = "--scratch", required = true, hidden = true)
  Path scratch;

  @Option(names = "--python-script", required = true, hidden = true)
  private Path pythonScript;

  /**
   * Requires that all can be measured.
   *
   * @throws AlmagestException (usage) if not
   */
  void check() {
    require(topics >= 2, "-k must be at least 2");
    require(repeats >= 1, "-n must be at least 1");
    require(threads >= 1, "--threads must be at least 1");
    require(rise(sweeps), "--sweeps must be above 0 and rise");
    require(rise(mllibIterations), "--mllib-iterations must be above 0 and rise");
    require(rise(emIterations), "--em-iterations must be above 0 and rise");
    require(rise(gensimPasses), "--gensim-passes must be above 0 and rise");
    require(rise(sklearnPasses), "--sklearn-passes must be above 0 and rise");
    require(rise(scalingTopics), "--scaling-topics must be above 0 and rise");
    require(
        scalingSweeps >= Scaling.TIMED && scalingSweeps % 10 == 0,
        "--scaling-sweeps must be a multiple of 10 and at least " + Scaling.TIMED);
  }

  private static boolean rise(List<Integer> numbers) {
    int last = 0;
    for (int number : numbers) {
      if (number <= last) {
        return false;
      }
      last = number;
    }
    return true;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw AlmagestException.usage(rule + ".");
    }
  }

  /** All that run, ours first. */
  List<Peer> peers(BenchmarkCorpus corpus, BenchmarkedTrainer trainer) {
    List<Peer> all = new ArrayList<>();
    all.add(new AlmagestPeer(corpus, trainer, topics, new AlmagestPeer.Course.Sweeps(sweeps)));
    for (PeerName name : peers) {
      switch (name) {
        case ALMAGEST_DEFAULT ->
            all.add(
                new AlmagestPeer(corpus, trainer, topics, new AlmagestPeer.Course.UntilSettled()));
        case MALLET -> {
          for (MalletPeer.Priors priors : MalletPeer.Priors.values()) {
            all.add(new MalletPeer(corpus, topics, threads, priors, sweeps));
          }
        }
        case MLLIB_ONLINE -> all.add(mllib(corpus, MllibPeer.Way.ONLINE, mllibIterations));
        case MLLIB_TUNED -> all.add(mllib(corpus, MllibPeer.Way.ONLINE_TUNED, mllibIterations));
        case MLLIB_EM -> all.add(mllib(corpus, MllibPeer.Way.EM, emIterations));
        case GENSIM -> all.add(python(corpus, PythonPeer.Library.GENSIM, gensimPasses));
        case SKLEARN -> all.add(python(corpus, PythonPeer.Library.SKLEARN, sklearnPasses));
      }
    }
    return all;
  }

  private Peer mllib(BenchmarkCorpus corpus, MllibPeer.Way way, List<Integer> iterations) {
    return new MllibPeer(corpus, topics, threads, way, iterations);
  }

  private Peer python(BenchmarkCorpus corpus, PythonPeer.Library library, List<Integer> passes) {
    return new PythonPeer(
        corpus,
        topics,
        library,
        passes,
        new PythonPeer.Interpreter(python, pythonScript, scratch, threads, pythonMinutes));
  }

  List<Scaling.Pace> scaling(
      BenchmarkCorpus corpus, BenchmarkedTrainer trainer, Consumer<String> progress) {
    return new Scaling(corpus, trainer, threads, scalingSweeps)
        .run(scalingTopics, repeats, seed, progress);
  }
}
