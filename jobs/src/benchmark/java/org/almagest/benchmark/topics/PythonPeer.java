package org.almagest.benchmark.topics;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Python library's trainer, in a process of its own that reads the papers from a file and clocks
 * only the training. Each number of passes is a training of its own.
 */
final class PythonPeer implements Peer {
  private static final String PAPERS = "papers.txt";
  private static final String MODEL = "model.f64";
  private static final String FACTS = "facts.txt";
  private static final String LOG = "log.txt";

  private final BenchmarkCorpus corpus;
  private final int topics;
  private final Library library;
  private final List<Integer> passes;
  private final Interpreter interpreter;

  /** The libraries. */
  enum Library {
    /** gensim's LdaMulticore: online variational Bayes, E-steps in several processes. */
    GENSIM("gensim"),
    /** scikit-learn's LatentDirichletAllocation: online variational Bayes, too. */
    SKLEARN("sklearn");

    private final String label;

    Library(String label) {
      this.label = label;
    }

    /** Name of the peer, and of the library where Python imports it. */
    String label() {
      return label;
    }
  }

  /**
   * How Python is run.
   *
   * @param program of Python
   * @param script that drives the libraries
   * @param scratch directory for the papers and the models
   * @param workers processes that train
   * @param mostMinutes until a training is given up
   */
  record Interpreter(String program, Path script, Path scratch, int workers, int mostMinutes) {}

  PythonPeer(
      BenchmarkCorpus corpus,
      int topics,
      Library library,
      List<Integer> passes,
      Interpreter interpreter) {
    this.corpus = corpus;
    this.topics = topics;
    this.library = library;
    this.passes = passes;
    this.interpreter = interpreter;
  }

  @Override
  public String name() {
    return library.label;
  }

  @Override
  public void train(long seed, Listener listener) {
    run("check", library.label);
    try {
      writePapers();
      for (int end : passes) {
        run(
            "train",
            library.label,
            interpreter.scratch().toString(),
            "--words=" + corpus.vocabularySize(),
            "--topics=" + topics,
            "--passes=" + end,
            "--workers=" + interpreter.workers(),
            "--seed=" + seed);
        // The first line has the seconds, the second the weight of each topic.
        List<String> facts = Files.readAllLines(interpreter.scratch().resolve(FACTS));
        double[] alpha =
            Arrays.stream(facts.get(1).split(" ")).mapToDouble(Double::parseDouble).toArray();
        listener.at(end, Double.parseDouble(facts.get(0)), model(alpha));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One paper a line, as {@code term:count} with blanks between. */
  private void writePapers() throws IOException {
    Documents papers = corpus.training();
    try (BufferedWriter out = Files.newBufferedWriter(interpreter.scratch().resolve(PAPERS))) {
      for (int paper = 0; paper < papers.size(); paper++) {
        int[] terms = papers.terms(paper);
        int[] counts = papers.counts(paper);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < terms.length; i++) {
          line.append(i == 0 ? "" : " ").append(terms[i]).append(':').append(counts[i]);
        }
        out.append(line).append('\n');
      }
    }
  }

  /** P(word | topic), topic by topic, as doubles with the least byte first. */
  private TopicWordModel model(double[] alpha) throws IOException {
    int words = corpus.vocabularySize();
    try (FileChannel file = FileChannel.open(interpreter.scratch().resolve(MODEL))) {
      if (file.size() != (long) Double.BYTES * words * alpha.length) {
        throw new IOException("the model has " + file.size() + " bytes");
      }
      ByteBuffer bytes = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
      DoubleBuffer values = bytes.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
      return new TopicWordModel(words, alpha, (word, topic) -> values.get(topic * words + word));
    }
  }

  private void run(String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(interpreter.program(), interpreter.script().toString()));
    command.addAll(Arrays.asList(arguments));
    Path log = interpreter.scratch().resolve(LOG);
    try {
      Process process;
      try {
        process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
      } catch (IOException e) {
        throw new Absent("there is no Python at " + interpreter.program());
      }
      try {
        if (!process.waitFor(interpreter.mostMinutes(), TimeUnit.MINUTES)) {
          throw new IllegalStateException(
              "not done after " + interpreter.mostMinutes() + " minutes");
        }
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      String said = Files.readString(log).strip();
      if (process.exitValue() != 0) {
        String last = said.substring(said.lastIndexOf('\n') + 1);
        throw arguments[0].equals("check") ? new Absent(last) : new IllegalStateException(last);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
