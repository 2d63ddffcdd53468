package org.almagest.graph;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A sparse matrix in compressed rows: row v is {@code column[start[v]] … column[start[v + 1] - 1]},
 * rising and without duplicates; {@code weight}, where not empty, runs alongside. Memory: 4 (n + 1)
 * + 4 a bytes for n nodes and a arcs, and 8 a for weights.
 */
final class CompressedRows implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Longer arrays are not to be had on every virtual machine. */
  private static final long MOST_ARCS = Integer.MAX_VALUE - 8L;

  final int[] start;
  final int[] column;
  final double[] weight;

  private CompressedRows(int[] start, int[] column, double[] weight) {
    this.start = start;
    this.column = column;
    this.weight = weight;
  }

  /** Rows of both ends of each edge. */
  static CompressedRows symmetric(EdgeBuffer edges) {
    return build(edges, 2, 0, edges.nodes());
  }

  /** Rows of where each arc comes from. */
  static CompressedRows outgoing(EdgeBuffer edges) {
    return build(edges, 1, 0, edges.nodes());
  }

  /**
   * Rows of where each arc comes from, for arcs from some nodes only.
   *
   * @param first of these nodes, whose row is row 0
   * @param rows number of these nodes
   */
  static CompressedRows outgoing(EdgeBuffer edges, int first, int rows) {
    return build(edges, 1, first, rows);
  }

  /**
   * A counting sort in two passes: the first finds the lengths of the rows, the second fills them.
   * Each row is then sorted and its duplicates are merged, their weights added in rising order, so
   * that the order of the edges changes no bit of the sums.
   */
  private static CompressedRows build(EdgeBuffer edges, int arcsPerEdge, int first, int rows) {
    long arcs = edges.edges() * arcsPerEdge;
    if (arcs > MOST_ARCS) {
      throw new IllegalArgumentException(
          String.format("%,d edges do not fit into one graph", edges.edges()));
    }
    boolean both = arcsPerEdge == 2;
    int[] start = new int[rows + 1];
    edges.forEach(
        (from, to, weight) -> {
          start[from - first + 1]++;
          if (both) {
            start[to - first + 1]++;
          }
        });
    accumulate(start);
    int[] column = new int[(int) arcs];
    double[] weights = new double[edges.weighted() ? (int) arcs : 0];
    boolean weighted = weights.length > 0;
    // The starts serve as cursors, each of which ends where the next row starts.
    edges.forEach(
        (from, to, weight) -> {
          int row = from - first;
          if (weighted) {
            weights[start[row]] = weight;
          }
          column[start[row]++] = to;
          if (both) {
            int other = to - first;
            if (weighted) {
              weights[start[other]] = weight;
            }
            column[start[other]++] = from;
          }
        });
    shift(start);
    return new RowMerge(column, weights).merged(start);
  }

  /** Rows already sorted and merged. */
  static CompressedRows of(int[] start, int[] column, double[] weight) {
    return new CompressedRows(start, column, weight);
  }

  /** Makes counts at v + 1 the starts of rows. */
  private static void accumulate(int[] start) {
    for (int node = 1; node < start.length; node++) {
      start[node] += start[node - 1];
    }
  }

  /** Makes the ends of rows, at v, their starts. */
  private static void shift(int[] start) {
    System.arraycopy(start, 0, start, 1, start.length - 1);
    start[0] = 0;
  }

  /** The transposed matrix, in O(n + a). */
  CompressedRows transposed() {
    int[] turned = new int[start.length];
    for (int at = 0; at < arcs(); at++) {
      turned[column[at] + 1]++;
    }
    accumulate(turned);
    int[] row = new int[arcs()];
    double[] weights = new double[weighted() ? arcs() : 0];
    for (int node = 0; node < nodes(); node++) {
      for (int at = start[node]; at < start[node + 1]; at++) {
        int place = turned[column[at]]++;
        row[place] = node;
        if (weights.length > 0) {
          weights[place] = weight[at];
        }
      }
    }
    shift(turned);
    return new CompressedRows(turned, row, weights);
  }

  /** Number of arcs; the arrays may be somewhat longer, where duplicates were merged. */
  int arcs() {
    return start[nodes()];
  }

  int nodes() {
    return start.length - 1;
  }

  int length(int node) {
    return start[node + 1] - start[node];
  }

  boolean weighted() {
    return weight.length > 0;
  }

  /** Sum of the weights of a row; its length where there are none. */
  double sum(int node) {
    if (!weighted()) {
      return length(node);
    }
    double sum = 0;
    for (int at = start[node]; at < start[node + 1]; at++) {
      sum += weight[at];
    }
    return sum;
  }

  /** Index of a column in a row, or a negative number, in O(log of the row's length). */
  int indexOf(int node, int other) {
    return Arrays.binarySearch(column, start[node], start[node + 1], other);
  }
}
