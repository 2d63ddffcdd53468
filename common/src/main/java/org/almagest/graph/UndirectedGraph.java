package org.almagest.graph;

import java.util.Arrays;

/**
 * An undirected weighted graph of nodes {@code 0 … n-1} in compressed sparse rows: each edge stands
 * in the rows of both its ends. Memory: 4 (n + 1) + 24 m bytes for m edges.
 */
public final class UndirectedGraph {
  private final int[] rowStart;
  private final int[] neighbour;
  private final double[] weight;

  private UndirectedGraph(int[] rowStart, int[] neighbour, double[] weight) {
    this.rowStart = rowStart;
    this.neighbour = neighbour;
    this.weight = weight;
  }

  /**
   * Builds a graph from its edges in O(n + m).
   *
   * @param nodes number of nodes, isolated ones included
   * @param ends ends of edge i at 2i and 2i + 1; no self-loops, each pair once
   * @param weights weight of edge i, positive and finite
   * @throws IllegalArgumentException for an end out of range, a self-loop or a weight that is not
   *     positive and finite
   */
  public static UndirectedGraph of(int nodes, int[] ends, double[] weights) {
    if (ends.length != 2 * weights.length) {
      throw new IllegalArgumentException(
          ends.length + " ends do not make " + weights.length + " edges");
    }
    int[] rowStart = new int[nodes + 1];
    for (int i = 0; i < weights.length; i++) {
      int a = ends[2 * i];
      int b = ends[2 * i + 1];
      if (a == b || a < 0 || b < 0 || a >= nodes || b >= nodes) {
        throw new IllegalArgumentException(
            "edge " + a + "–" + b + " is not between two of " + nodes + " nodes");
      }
      if (!(weights[i] > 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("edge " + a + "–" + b + " has weight " + weights[i]);
      }
      rowStart[a + 1]++;
      rowStart[b + 1]++;
    }
    for (int node = 0; node < nodes; node++) {
      rowStart[node + 1] += rowStart[node];
    }
    int[] next = Arrays.copyOf(rowStart, nodes);
    int[] neighbour = new int[ends.length];
    double[] weight = new double[ends.length];
    for (int i = 0; i < weights.length; i++) {
      int a = ends[2 * i];
      int b = ends[2 * i + 1];
      neighbour[next[a]] = b;
      weight[next[a]++] = weights[i];
      neighbour[next[b]] = a;
      weight[next[b]++] = weights[i];
    }
    return new UndirectedGraph(rowStart, neighbour, weight);
  }

  /** Number of nodes. */
  public int nodes() {
    return rowStart.length - 1;
  }

  /** Number of neighbours of a node. */
  public int degree(int node) {
    return rowStart[node + 1] - rowStart[node];
  }

  /** Sum of the weights of a node's edges. */
  public double strength(int node) {
    double sum = 0;
    for (int i = rowStart[node]; i < rowStart[node + 1]; i++) {
      sum += weight[i];
    }
    return sum;
  }

  /** First index of a node's row; its row ends before {@code rowStart(node + 1)}. */
  int rowStart(int node) {
    return rowStart[node];
  }

  /** The neighbour at an index of a row. */
  int neighbour(int index) {
    return neighbour[index];
  }

  /** The weight of the edge at an index of a row. */
  double weight(int index) {
    return weight[index];
  }
}
