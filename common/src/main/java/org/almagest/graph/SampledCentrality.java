package org.almagest.graph;

import java.util.Arrays;
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
 * = v. From k of them, drawn without replacement (Brandes and Pich 2007), the estimate is n x̄,
 * which has no bias, and its standard error n √((1 - k / n) S² / k), where x̄ and S² are the mean
 * and the variance, over k - 1, of the k values: the second is 0 where k = n, and NaN for one of
 * several nodes. Dependencies are skewed, so that two standard errors hold the truth less often
 * than 95 % of the time while k is small: a node on few paths may come out 0 ± 0 where none of them
 * was seen.
 *
 * <p>O(k (n + m)) time and 60 n bytes beside the graph. Shortest paths are counted in floating
 * point.
 */
public final class SampledCentrality {
  private final double[] betweenness;
  private final double[] betweennessError;
  private final double[] closeness;
  private final double[] closenessError;

  private SampledCentrality(Totals dependencies, Totals nearness, double perPair) {
    this.betweenness = dependencies.estimates(0.5);
    this.betweennessError = dependencies.errors(0.5);
    this.closeness = nearness.estimates(perPair);
    this.closenessError = nearness.errors(perPair);
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
    int[] drawn = drawn(nodes, Math.min(sources, nodes), seed);
    Totals dependencies = new Totals(nodes, drawn.length);
    Totals nearness = new Totals(nodes, drawn.length);
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
    return new SampledCentrality(dependencies, nearness, 1.0 / Math.max(1, nodes - 1));
  }

  /** The first k of a shuffle (Fisher and Yates), sorted. */
  private static int[] drawn(int nodes, int count, long seed) {
    int[] shuffled = new int[nodes];
    Arrays.setAll(shuffled, node -> node);
    if (count < nodes) {
      Random random = new Random(seed);
      for (int i = 0; i < count; i++) {
        int other = i + random.nextInt(nodes - i);
        int kept = shuffled[i];
        shuffled[i] = shuffled[other];
        shuffled[other] = kept;
      }
    }
    int[] drawn = Arrays.copyOf(shuffled, count);
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

  /** Sums of values and of their squares, from which totals over all nodes are estimated. */
  private static final class Totals {
    private final double[] sum;
    private final double[] squares;
    private final int sample;

    Totals(int nodes, int sample) {
      this.sum = new double[nodes];
      this.squares = new double[nodes];
      this.sample = sample;
    }

    void add(int node, double value) {
      sum[node] += value;
      squares[node] += value * value;
    }

    /** n √((1 - k / n) S² / k) of each node, in place of the squares. */
    double[] errors(double factor) {
      double nodes = sum.length;
      for (int node = 0; node < squares.length; node++) {
        if (sample == sum.length) {
          squares[node] = 0;
        } else {
          double around = squares[node] - sum[node] * sum[node] / sample;
          double variance = Math.max(0, around) / (sample - 1);
          squares[node] = factor * nodes * Math.sqrt((1 - sample / nodes) * variance / sample);
        }
      }
      return squares;
    }

    double[] estimates(double factor) {
      double[] estimates = new double[sum.length];
      for (int node = 0; node < sum.length; node++) {
        estimates[node] = factor * sum.length / sample * sum[node];
      }
      return estimates;
    }
  }
}
