package org.almagest.benchmark.graphs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What results are worth, and whether they are the same. */
final class Judge {
  private final BenchmarkGraph graph;

  Judge(BenchmarkGraph graph) {
    this.graph = graph;
  }

  /** Σ |a - b| over nodes. */
  static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int node = 0; node < a.length; node++) {
      sum += Math.abs(a[node] - b[node]);
    }
    return sum;
  }

  /** The largest |a - b|; infinite where one has a number and the other none. */
  static double largestDifference(double[] a, double[] b) {
    double largest = 0;
    for (int node = 0; node < a.length; node++) {
      if (Double.isNaN(a[node]) != Double.isNaN(b[node])) {
        return Double.POSITIVE_INFINITY;
      }
      if (!Double.isNaN(a[node])) {
        largest = Math.max(largest, Math.abs(a[node] - b[node]));
      }
    }
    return largest;
  }

  /** Nodes whose groups do not begin with the same node. */
  static int apart(double[] a, double[] b) {
    int[] first = firstNodes(a);
    int[] other = firstNodes(b);
    int apart = 0;
    for (int node = 0; node < first.length; node++) {
      apart += first[node] != other[node] ? 1 : 0;
    }
    return apart;
  }

  private static int[] firstNodes(double[] groups) {
    Map<Double, Integer> first = new HashMap<>();
    int[] nodes = new int[groups.length];
    for (int node = 0; node < nodes.length; node++) {
      Integer seen = first.putIfAbsent(groups[node], node);
      nodes[node] = seen == null ? node : seen;
    }
    return nodes;
  }

  /** Number of groups. */
  static long groups(double[] groups) {
    return Arrays.stream(groups).distinct().count();
  }

  /** Mean of the numbers there are. */
  static double mean(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).average().orElse(0);
  }

  /** Q = Σ over communities of (weight within) / m - (strength / 2 m)². */
  double modularity(double[] community) {
    Map<Double, double[]> sums = new HashMap<>();
    double total = 0;
    for (int edge = 0; edge < graph.edges(); edge++) {
      double weight = graph.weight(edge);
      double[] from = sums.computeIfAbsent(community[graph.from(edge)], c -> new double[2]);
      double[] to = sums.computeIfAbsent(community[graph.to(edge)], c -> new double[2]);
      from[1] += weight;
      to[1] += weight;
      from[0] += from == to ? weight : 0;
      total += weight;
    }
    double modularity = 0;
    for (double[] sum : sums.values()) {
      double share = sum[1] / (2 * total);
      modularity += sum[0] / total - share * share;
    }
    return modularity;
  }
}
