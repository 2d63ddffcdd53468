package org.almagest.benchmark.graphs;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * igraph, by its Python library, in a process that loads the graph once, is then told what to
 * compute, and clocks only that.
 */
final class IgraphPeer implements GraphPeer {
  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader answers;
  private final Path values;
  private final Path log;
  private final int nodes;
  private final boolean weighted;

  /**
   * @param scratch directory for the graph and the results
   * @throws Absent if there is no igraph
   */
  IgraphPeer(BenchmarkGraph graph, String python, Path script, Path scratch, int leidenIterations) {
    Path edges = scratch.resolve("edges.i32");
    Path weights = scratch.resolve("weights.f64");
    this.values = scratch.resolve("values.f64");
    this.log = scratch.resolve("igraph.log");
    this.nodes = graph.nodes();
    this.weighted = graph.weighted();
    graph.write(edges, weights);
    try {
      process =
          new ProcessBuilder(
                  python,
                  script.toString(),
                  "--nodes=" + nodes,
                  "--edges=" + edges,
                  "--weights=" + (weighted ? weights.toString() : ""),
                  "--leiden-iterations=" + leidenIterations)
              .redirectError(log.toFile())
              .start();
    } catch (IOException e) {
      throw new Absent("there is no Python at " + python);
    }
    orders =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    try {
      if (answers.readLine() == null) {
        process.waitFor();
        throw new Absent(lastWords());
      }
      Files.delete(edges);
      Files.delete(weights);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private String lastWords() throws IOException {
    String said = Files.readString(log).strip();
    return "igraph: " + said.substring(said.lastIndexOf('\n') + 1);
  }

  @Override
  public String name() {
    return "igraph";
  }

  @Override
  public Optional<Outcome> run(Algorithm algorithm, long seed) {
    if (algorithm == Algorithm.WEIGHTED_PAGERANK && !weighted) {
      return Optional.empty();
    }
    try {
      orders.write(algorithm + " " + seed + " " + values + "\n");
      orders.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException(lastWords());
      }
      int blank = answer.indexOf(' ');
      return Optional.of(
          new Outcome(
              Double.parseDouble(answer.substring(0, blank)),
              Double.parseDouble(answer.substring(blank + 1)),
              read()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double[] read() throws IOException {
    try (FileChannel file = FileChannel.open(values)) {
      ByteBuffer bytes = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
      double[] result = new double[nodes];
      bytes.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(result);
      return result;
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
