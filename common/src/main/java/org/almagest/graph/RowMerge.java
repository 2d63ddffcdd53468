package org.almagest.graph;

import java.util.Arrays;

/** Sorts each row by column and merges its duplicates, in place, in O(a log of the longest row). */
final class RowMerge {
  /** Up to this length, insertion is faster than a sort that needs other memory. */
  private static final int SHORT_ROW = 24;

  /** What duplicates waste is given back where it is more than this part of the whole. */
  private static final int TOLERATED_WASTE = 8;

  private final int[] column;
  private final double[] weight;
  private long[] keys = new long[64];
  private double[] moved = new double[64];

  /**
   * @param weight one for each column, or empty
   */
  RowMerge(int[] column, double[] weight) {
    this.column = column;
    this.weight = weight;
  }

  /**
   * The merged rows.
   *
   * @param start of each row, and the end of the last; changed
   */
  CompressedRows merged(int[] start) {
    int to = 0;
    int from = start[0];
    for (int node = 0; node < start.length - 1; node++) {
      int end = start[node + 1];
      sort(from, end);
      start[node] = to;
      to = weight.length > 0 ? mergeWeighted(from, end, to) : merge(from, end, to);
      from = end;
    }
    start[start.length - 1] = to;
    if (column.length - to <= column.length / TOLERATED_WASTE) {
      return CompressedRows.of(start, column, weight);
    }
    return CompressedRows.of(
        start, Arrays.copyOf(column, to), Arrays.copyOf(weight, Math.min(to, weight.length)));
  }

  private int merge(int from, int end, int target) {
    int to = target;
    for (int at = from; at < end; at++) {
      if (at == from || column[at] != column[to - 1]) {
        column[to++] = column[at];
      }
    }
    return to;
  }

  private int mergeWeighted(int from, int end, int target) {
    int to = target;
    int at = from;
    while (at < end) {
      int run = at + 1;
      while (run < end && column[run] == column[at]) {
        run++;
      }
      if (run - at > 2) {
        // Of two summands the order is of no matter.
        Arrays.sort(weight, at, run);
      }
      double sum = 0;
      for (int i = at; i < run; i++) {
        sum += weight[i];
      }
      column[to] = column[at];
      weight[to++] = sum;
      at = run;
    }
    return to;
  }

  private void sort(int from, int end) {
    if (weight.length == 0) {
      Arrays.sort(column, from, end);
    } else if (end - from <= SHORT_ROW) {
      insertionSort(from, end);
    } else if (!isSorted(from, end)) {
      sortLong(from, end);
    }
  }

  private void insertionSort(int from, int end) {
    for (int i = from + 1; i < end; i++) {
      int moving = column[i];
      double its = weight[i];
      int at = i;
      while (at > from && column[at - 1] > moving) {
        column[at] = column[at - 1];
        weight[at] = weight[at - 1];
        at--;
      }
      column[at] = moving;
      weight[at] = its;
    }
  }

  private boolean isSorted(int from, int end) {
    for (int at = from + 1; at < end; at++) {
      if (column[at] < column[at - 1]) {
        return false;
      }
    }
    return true;
  }

  /** Sorts a column and its place in the row as one number, which boxes nothing. */
  private void sortLong(int from, int end) {
    int length = end - from;
    if (keys.length < length) {
      keys = new long[length + length / 2];
      moved = new double[keys.length];
    }
    for (int i = 0; i < length; i++) {
      keys[i] = (long) column[from + i] << Integer.SIZE | i;
    }
    System.arraycopy(weight, from, moved, 0, length);
    Arrays.sort(keys, 0, length);
    for (int i = 0; i < length; i++) {
      column[from + i] = (int) (keys[i] >>> Integer.SIZE);
      weight[from + i] = moved[(int) keys[i]];
    }
  }
}
