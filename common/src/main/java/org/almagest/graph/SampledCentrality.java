package org.almagest.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * Betweenness and harmonic closeness estimated from the shortest paths of some nodes, each with its
 * standard error; exact from all nodes. Edges have length 1, whatever their weights.
 *
 * <p>With σ(s,t) the shortest paths between s and t and σ(s,t|v) those through v, other than s and
 * t, betweenness (Freeman 1977) is B(v) = Σ over pairs s, t of σ(s,t|v) / σ(s,t) = ½ Σ over s of
 * δ(s|v), where δ(s|v), the dependency of s on v, comes from one breadth-first search (Brandes
 * 2001). Harmonic closeness (Marchiori and Latora 2000) is H(v) = Σ over s ≠ v of 1 / d(s,v), over
 * n - 1; a node that is not reached adds 0.
 *
 * <p>Both are totals over all n nodes s of a value x(s), ½ δ(s|v) and 1 / ((n - 1) d(s,v)), 0 for s
 * = v, estimated from k of them (Brandes and Pich 2007) as {@link SampledTotal} says. Dependencies
 * are skewed, so that two standard errors hold the truth less often than 95 % of the time while k
 * is small: a node on few paths may come out 0 ± 0 where none of them was seen.
 *
 * <p>O(k (n + m)) time and 60 n bytes beside the graph. Shortest paths are counted in floating
 * point.
 */
public final class SampledCentrality {
  private final double[] betweenness;
  private final double[] betweennessError;
  private final double[] closeness;
  private final double[] closenessError;

  private SampledCentrality(Totals dependencies, Totals nearness) {
    this.betweenness = dependencies.estimates();
    this.betweennessError = dependencies.errors();
    this.closeness = nearness.estimates();
    this.closenessError = nearness.errors();
  }

  /**
   * Estimates the centrality of all nodes.
   *
   * @param sources k; as many as there are nodes, or more, for exact figures
   * @param seed of the draw: the same seed draws the same nodes
   * @throws IllegalArgumentException for fewer than one source
   */
  public static SampledCentrality of(UndirectedGraph graph, int sources, long seed) {
    if (sources < 1) {
      throw new IllegalArgumentException("centrality takes a source, not " + sources);
    }
    int nodes = graph.nodes();
    int[] drawn = drawn(nodes, sources, seed);
    Totals dependencies = new Totals(nodes, drawn.length, SampledTotal.PER_DEPENDENCY);
    Totals nearness = new Totals(nodes, drawn.length, SampledTotal.perNearness(nodes));
    ShortestPaths paths = new ShortestPaths(graph);
    for (int source : drawn) {
      paths.search(source);
      // The source comes first: nothing is between it and itself.
      for (int i = 1; i < paths.reached(); i++) {
        int node = paths.node(i);
        dependencies.add(node, paths.dependency(node));
        nearness.add(node, 1.0 / paths.distance(node));
      }
    }
    return new SampledCentrality(dependencies, nearness);
  }

  /**
   * The nodes from which the centrality of all is estimated: the first of a shuffle (Fisher and
   * Yates), of which only what was moved is kept.
   *
   * @param nodes of the graph
   * @param sources how many are asked for
   * @return as many, or all nodes; rising
   */
  public static int[] drawn(int nodes, int sources, long seed) {
    int[] drawn = new int[Math.min(sources, nodes)];
    if (drawn.length == nodes) {
      Arrays.setAll(drawn, node -> node);
      return drawn;
    }
    Random random = new Random(seed);
    Map<Integer, Integer> moved = new HashMap<>();
    for (int i = 0; i < drawn.length; i++) {
      int other = i + random.nextInt(nodes - i);
      drawn[i] = moved.getOrDefault(other, other);
      moved.put(other, moved.getOrDefault(i, i));
    }
    Arrays.sort(drawn);
    return drawn;
  }

  /** B(v), in pairs of nodes; 0 to (n - 1) (n - 2) / 2. */
  public double betweenness(int node) {
    return betweenness[node];
  }

  /** Standard error of {@link #betweenness}. */
  public double betweennessError(int node) {
    return betweennessError[node];
  }

  /** H(v); from 0, alone, to 1, next to all others. An estimate may exceed 1. */
  public double harmonicCloseness(int node) {
    return closeness[node];
  }

  /** Standard error of {@link #harmonicCloseness}. */
  public double harmonicClosenessError(int node) {
    return closenessError[node];
  }

  /** Sums of values and of their squares. */
  private static final class Totals {
    private final double[] sum;
    private final double[] squares;
    private final SampledTotal total;

    Totals(int nodes, int sample, double factor) {
      this.sum = new double[nodes];
      this.squares = new double[nodes];
      this.total = new SampledTotal(factor, nodes, sample);
    }

    void add(int node, double value) {
      sum[node] += value;
      squares[node] += value * value;
    }

    /** The error of each node, in place of the squares. */
    double[] errors() {
      Arrays.setAll(squares, node -> total.error(sum[node], squares[node]));
      return squares;
    }

    double[] estimates() {
      double[] estimates = new double[sum.length];
      Arrays.setAll(estimates, node -> total.estimate(sum[node]));
      return estimates;
    }
  }
}
