package org.almagest.graph;

import java.util.Arrays;

/**
 * Core numbers of a graph in blocks, by H-indices (Lü et al. 2016): where each node has its degree
 * at first, and then, again and again, the largest h such that h of its neighbours have h or more,
 * all come down to their core numbers, in whatever order they are looked at.
 */
public final class BlockedCores {
  private BlockedCores() {}

  /** The degree of each node of a block. */
  public static double[] degrees(GraphBlock block) {
    double[] degrees = new double[block.nodes()];
    Arrays.setAll(degrees, block::degree);
    return degrees;
  }

  /**
   * Brings a block's nodes down as far as its view of other blocks lets them.
   *
   * @param view values of all nodes in the view, whole numbers; those of the block's own nodes are
   *     changed
   * @return number of nodes that came down
   */
  public static int settle(GraphBlock block, double[] view) {
    CompressedRows rows = block.rows();
    int nodes = block.nodes();
    int[] queue = new int[nodes];
    Arrays.setAll(queue, node -> node);
    boolean[] queued = new boolean[nodes];
    Arrays.fill(queued, true);
    boolean[] lowered = new boolean[nodes];
    int[] atLeast = new int[64];
    int head = 0;
    int waiting = nodes;
    int changed = 0;
    while (waiting > 0) {
      int node = queue[head];
      head = head + 1 == nodes ? 0 : head + 1;
      waiting--;
      queued[node] = false;
      int value = (int) view[node];
      if (atLeast.length <= value) {
        atLeast = new int[value + value / 2 + 1];
      }
      int h = hIndex(rows, node, value, view, atLeast);
      if (h == value) {
        continue;
      }
      view[node] = h;
      if (!lowered[node]) {
        lowered[node] = true;
        changed++;
      }
      for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
        int neighbour = rows.column[at];
        // Others are no lower for this, or in another block, which is told later.
        if (neighbour < nodes && !queued[neighbour] && view[neighbour] > h) {
          queued[neighbour] = true;
          queue[(int) (((long) head + waiting) % nodes)] = neighbour;
          waiting++;
        }
      }
    }
    return changed;
  }

  /** The largest h up to a value such that h neighbours have h or more. */
  private static int hIndex(
      CompressedRows rows, int node, int value, double[] view, int[] atLeast) {
    Arrays.fill(atLeast, 0, value + 1, 0);
    for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
      atLeast[(int) Math.min(value, view[rows.column[at]])]++;
    }
    int h = value;
    int neighbours = atLeast[h];
    while (neighbours < h) {
      h--;
      neighbours += atLeast[h];
    }
    return h;
  }
}
