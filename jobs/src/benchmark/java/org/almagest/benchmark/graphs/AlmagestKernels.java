package org.almagest.benchmark.graphs;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.almagest.benchmark.graphs.BenchmarkGraph.Weights;
import org.almagest.graph.Communities;
import org.almagest.graph.ConnectedComponents;
import org.almagest.graph.CoreNumbers;
import org.almagest.graph.PageRank;
import org.almagest.graph.SampledCentrality;
import org.almagest.graph.Triangles;
import org.almagest.graph.UndirectedGraph;

/** Our kernels, in this thread. */
final class AlmagestKernels implements GraphPeer {
  private static final int MOST_STEPS = 1000;

  private final UndirectedGraph plain;
  private final UndirectedGraph weighted;
  private final double tolerance;
  private final int leidenIterations;

  /**
   * @param tolerance of PageRank, as the setting coauthors.pagerank-tolerance
   */
  AlmagestKernels(BenchmarkGraph graph, double tolerance, int leidenIterations) {
    this.plain = graph.built(Weights.LEFT_OUT);
    this.weighted = graph.weighted() ? graph.built(Weights.KEPT) : plain;
    this.tolerance = tolerance;
    this.leidenIterations = leidenIterations;
  }

  @Override
  public String name() {
    return "almagest";
  }

  @Override
  public Optional<Outcome> run(Algorithm algorithm, long seed) {
    return Optional.of(
        switch (algorithm) {
          case PAGERANK -> timed(() -> ranks(plain, tolerance), ranks -> ranks);
          case WEIGHTED_PAGERANK -> timed(() -> ranks(weighted, tolerance), ranks -> ranks);
          case COMPONENTS ->
              timed(() -> ConnectedComponents.of(plain), found -> values(found::component));
          case CORES -> timed(() -> CoreNumbers.of(plain), found -> values(node -> found[node]));
          case CLUSTERING -> timed(() -> Triangles.of(plain), found -> values(found::clustering));
          case LEIDEN ->
              timed(
                  () -> Communities.of(weighted, 1, leidenIterations, seed),
                  found -> values(found::of));
          // One search from each node gives both.
          case BETWEENNESS -> timed(this::centrality, found -> values(found::betweenness));
          case CLOSENESS -> timed(this::centrality, found -> values(found::harmonicCloseness));
        });
  }

  /** PageRank as exactly as doubles allow, by which results are judged. */
  double[] exactRanks(Algorithm algorithm) {
    return ranks(algorithm == Algorithm.PAGERANK ? plain : weighted, 1e-15);
  }

  private SampledCentrality centrality() {
    return SampledCentrality.of(plain, Math.max(1, plain.nodes()), 1);
  }

  private static double[] ranks(UndirectedGraph graph, double tolerance) {
    return new PageRank(0.85, tolerance, MOST_STEPS).ranks(graph);
  }

  /** A value of each node. */
  private interface NodeValue {
    double of(int node);
  }

  private interface Reading<T> {
    double[] values(T result);
  }

  private double[] values(NodeValue value) {
    double[] values = new double[plain.nodes()];
    Arrays.setAll(values, value::of);
    return values;
  }

  private static <T> Outcome timed(Supplier<T> work, Reading<T> reading) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long startOfThread = threads.getCurrentThreadCpuTime();
    T result = work.get();
    double ofThread = (threads.getCurrentThreadCpuTime() - startOfThread) / 1e9;
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Outcome(seconds, ofThread, reading.values(result));
  }
}
