package org.almagest.benchmark.topics;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.almagest.benchmark.Report;
import org.almagest.fault.AlmagestException;
import org.almagest.run.BenchmarkSession;
import org.almagest.topics.BenchmarkedTrainer;
import org.almagest.warehouse.StagedSnapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Trains topics on a warehouse's papers with our trainer and its peers, in turn, and prints how
 * long each took and how good its topics are.
 */
@Command(
    name = "topics.sh",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Compares our topic trainer with others on the same papers.")
public final class TopicsBenchmark implements Callable<Integer> {
  @Mixin private BenchmarkOptions options;

  @Parameters(
      paramLabel = "WAREHOUSE",
      description = "Warehouse on which the stages ingest and terms have been run.")
  private String location;

  private final Results results = new Results();
  private final Set<String> gone = new TreeSet<>();
  private boolean failed;

  /** Runs the benchmark; 1 if a peer failed, 2 for a wrong option. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new TopicsBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    try {
      options.check();
      measure();
    } catch (AlmagestException e) {
      System.err.println("topics.sh: " + e.getMessage());
      return 2;
    }
    return failed ? 1 : 0;
  }

  private void measure() throws IOException {
    try (SparkSession spark = BenchmarkSession.open(options.threads);
        StagedSnapshot scratch =
            Warehouse.at(options.scratch.resolve("checkpoints").toString(), new Configuration())
                .stage("benchmark", spark)) {
      BenchmarkCorpus corpus =
          BenchmarkCorpus.read(Warehouse.at(location, new Configuration()), spark);
      corpus.requireSameForAll();
      BenchmarkedTrainer trainer =
          new BenchmarkedTrainer(corpus.vocabularySize(), scratch::checkpoints);
      printConditions(corpus, spark);
      List<Peer> peers = options.peers(corpus, trainer);
      for (int repeat = 0; repeat < options.repeats; repeat++) {
        for (Peer peer : peers) {
          run(peer, repeat, new Judge(corpus));
        }
      }
      print(Tables.course(results));
      print(Tables.races(results));
      if (options.scaling) {
        scaling(corpus, trainer);
      }
    }
  }

  private void printConditions(BenchmarkCorpus corpus, SparkSession spark) {
    note(
        "%,d papers with %,d tokens train, %,d judge; %,d words, %d topics, medians of %d"
            .formatted(
                corpus.training().size(),
                corpus.training().tokens(),
                corpus.heldOut().size(),
                corpus.vocabularySize(),
                options.topics,
                options.repeats));
    note(
        "Java %s, heap of %d MB, %d threads each (Spark: %s), Spark %s, %d processors"
            .formatted(
                Runtime.version(),
                Runtime.getRuntime().maxMemory() >> 20,
                options.threads,
                spark.sparkContext().master(),
                spark.version(),
                Runtime.getRuntime().availableProcessors()));
  }

  /** What is no row of a table goes to both outputs, as a comment in the one for programs. */
  private static void note(String text) {
    System.out.println("# " + text);
    System.err.println(text);
  }

  private void run(Peer peer, int repeat, Judge judge) {
    if (gone.contains(peer.name())) {
      return;
    }
    try {
      if (repeat == 0) {
        peer.warmUp();
        System.gc();
      }
      peer.train(options.seed + repeat, listener(peer.name(), judge));
    } catch (Peer.Absent e) {
      gone.add(peer.name());
      note(peer.name() + " is left out: " + e.getMessage());
    } catch (RuntimeException | OutOfMemoryError e) {
      gone.add(peer.name());
      failed = true;
      note(peer.name() + " failed: " + e);
    }
  }

  private Peer.Listener listener(String peer, Judge judge) {
    AtomicInteger points = new AtomicInteger();
    return (iterations, seconds, model) -> {
      Measurement measured =
          new Measurement(
              peer,
              points.getAndIncrement(),
              iterations,
              seconds,
              model.topicCount(),
              judge.judge(model));
      results.add(measured);
      System.err.printf(
          "%s after %d: %.1f s, perplexity %.1f, NPMI %.3f%n",
          peer, iterations, seconds, measured.quality().perplexity(), measured.quality().npmi());
      // So that no training clears up after another.
      System.gc();
    };
  }

  private void scaling(BenchmarkCorpus corpus, BenchmarkedTrainer trainer) {
    try {
      print(Tables.scaling(options.scaling(corpus, trainer, System.err::println)));
    } catch (Peer.Absent e) {
      note("no scaling: " + e.getMessage());
    }
  }

  private static void print(Report report) {
    System.err.println();
    report.printColumns(System.err);
    report.printTabs(System.out);
  }
}
