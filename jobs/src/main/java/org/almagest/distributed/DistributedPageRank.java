package org.almagest.distributed;

import java.util.Arrays;
import org.almagest.graph.BlockedPageRank;
import org.almagest.graph.PageRank;
import org.apache.spark.api.java.JavaPairRDD;

/** PageRank of a graph in blocks; see {@link BlockedPageRank}. */
public final class DistributedPageRank {
  private DistributedPageRank() {}

  /** The rank of each node of an undirected graph; they sum to 1. */
  public static JavaPairRDD<Integer, double[]> ofUndirected(BlockedGraph graph, PageRank settings) {
    return of(graph, settings, Weights.CHEBYSHEV);
  }

  /** The rank of each node of a directed graph; they sum to 1. */
  public static JavaPairRDD<Integer, double[]> ofDirected(BlockedGraph graph, PageRank settings) {
    return of(graph, settings, Weights.POWER_ITERATION);
  }

  private enum Weights {
    CHEBYSHEV,
    POWER_ITERATION
  }

  private static JavaPairRDD<Integer, double[]> of(
      BlockedGraph graph, PageRank settings, Weights weights) {
    BlockedPageRank pageRank = new BlockedPageRank(settings.damping(), graph.nodes());
    Rounds rounds =
        graph.rounds(
            "pagerank",
            placed -> {
              double[] ranks = new double[placed.block().nodes()];
              Arrays.fill(ranks, 1.0 / pageRank.totalNodes());
              return NodeValues.of(ranks, ranks);
            });
    double total = 1;
    double change = graph.nodes() == 0 ? 0 : Double.MAX_VALUE;
    double weight = 1;
    while (rounds.count() < settings.maxIterations() && change >= settings.tolerance() * total) {
      weight = weights == Weights.CHEBYSHEV ? pageRank.weight(rounds.count() + 1, weight) : 1;
      double now = weight;
      double[] figures =
          rounds.advance(
              rounds.exchanged(
                  (placed, state) -> BlockedPageRank.sent(state.column(0), placed.strengths()),
                  (placed, state, sent) -> {
                    BlockedPageRank.Step step =
                        pageRank.next(placed.block(), sent, state.column(0), state.column(1), now);
                    return new NodeValues(
                        new double[][] {step.ranks(), state.column(0)},
                        new double[] {step.change(), step.total()});
                  }));
      change = figures[0];
      total = figures[1];
    }
    double sum = total;
    return rounds.column(
        0,
        ranks -> {
          double[] scaled = ranks.clone();
          for (int node = 0; node < scaled.length; node++) {
            scaled[node] /= sum;
          }
          return scaled;
        });
  }
}
