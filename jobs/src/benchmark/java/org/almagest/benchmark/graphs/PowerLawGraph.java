package org.almagest.benchmark.graphs;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Random graphs whose degrees follow a power law (Chung and Lu 2002): both ends of an edge are
 * drawn by weights w(i) ∝ (i + c)^(-1 / (γ - 1)) of the nodes i, so that a share of k^(1 - γ) of
 * the nodes has k neighbours or more. No edge comes twice, and none is a loop. c keeps the largest
 * degrees near √(2 m), above which a simple graph cannot have them. Nodes are numbered and edges
 * come in random order. The same size and seed give the same graph.
 */
final class PowerLawGraph {
  private static final double EXPONENT = 2.5;

  private PowerLawGraph() {}

  /** A graph of exactly so many nodes and edges. */
  static BenchmarkGraph generate(int nodes, int edges, long seed) {
    if (edges > (long) nodes * (nodes - 1) / 8) {
      throw new IllegalArgumentException(nodes + " nodes are too few for " + edges + " edges");
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] cumulated = cumulatedWeights(nodes, edges);
    int[] names = shuffled(nodes, random);
    long[] pairs = new long[edges];
    int distinct = 0;
    while (distinct < edges) {
      for (int i = distinct; i < edges; i++) {
        pairs[i] = pair(cumulated, names, random);
      }
      Arrays.sort(pairs);
      distinct = distinct(pairs);
    }
    shuffle(pairs, random);
    int[] from = new int[edges];
    int[] to = new int[edges];
    for (int edge = 0; edge < edges; edge++) {
      from[edge] = (int) (pairs[edge] >>> Integer.SIZE);
      to[edge] = (int) pairs[edge];
    }
    return new BenchmarkGraph(nodes, from, to, new double[0]);
  }

  private static double[] cumulatedWeights(int nodes, int edges) {
    double power = -1 / (EXPONENT - 1);
    // The first node has 2 m w(0) / Σ w neighbours, and Σ w is near n^(1 + power) / (1 + power).
    double sum = Math.pow(nodes, 1 + power) / (1 + power);
    double shift = Math.pow(sum / Math.sqrt(2.0 * edges), 1 / power);
    double[] cumulated = new double[nodes];
    double total = 0;
    for (int i = 0; i < nodes; i++) {
      total += Math.pow(i + Math.max(1, shift), power);
      cumulated[i] = total;
    }
    return cumulated;
  }

  private static long pair(double[] cumulated, int[] names, SplittableRandom random) {
    while (true) {
      int a = names[drawn(cumulated, random)];
      int b = names[drawn(cumulated, random)];
      if (a != b) {
        return (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
      }
    }
  }

  private static int drawn(double[] cumulated, SplittableRandom random) {
    int at = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
    return Math.min(cumulated.length - 1, at < 0 ? -at - 1 : at);
  }

  /** Brings distinct numbers of a sorted array to its front. */
  private static int distinct(long[] sorted) {
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[count++] = sorted[i];
      }
    }
    return count;
  }

  private static int[] shuffled(int count, SplittableRandom random) {
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i + 1);
      numbers[i] = numbers[other];
      numbers[other] = i;
    }
    return numbers;
  }

  private static void shuffle(long[] values, SplittableRandom random) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      long kept = values[i];
      values[i] = values[other];
      values[other] = kept;
    }
  }
}
