package org.almagest.graph;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The rows of a block of an undirected graph cut down to hubs, from which triangles are counted in
 * blocks (Suri and Vassilvitskii 2011): a neighbour is a hub of a node if it has more neighbours,
 * or as many and a higher number. Each edge so stands in one row only, and no row of a graph of m
 * edges is longer than √(2 m).
 *
 * <p>Of the three nodes of a triangle, one is no hub of the others: its row, sent to where the next
 * one is, and that one's row both hold the third.
 */
public final class HubRows implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int first;
  private final int[] start;
  private final int[] hub;

  private HubRows(int first, int[] start, int[] hub) {
    this.first = first;
    this.start = start;
    this.hub = hub;
  }

  /**
   * The rows of a block.
   *
   * @param degrees view of the nodes' degrees
   */
  public static HubRows of(GraphBlock block, double[] degrees) {
    CompressedRows rows = block.rows();
    int[] start = new int[block.nodes() + 1];
    int[] hub = new int[rows.arcs()];
    int to = 0;
    for (int node = 0; node < block.nodes(); node++) {
      for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
        int place = rows.column[at];
        int neighbour = block.node(place);
        double more = degrees[place] - degrees[node];
        if (more > 0 || (more == 0 && neighbour > block.first() + node)) {
          hub[to++] = neighbour;
        }
      }
      start[node + 1] = to;
    }
    return new HubRows(block.first(), start, Arrays.copyOf(hub, to));
  }

  /** Number of nodes of the block. */
  public int nodes() {
    return start.length - 1;
  }

  /** The hubs of a node, which is given by its place in the block, by rising number. */
  public int[] row(int local) {
    return Arrays.copyOfRange(hub, start[local], start[local + 1]);
  }

  /**
   * Counts the triangles of a node, two of its hubs and an edge between these, for each of its hubs
   * that is in this block.
   *
   * @param row hubs of the node, rising
   * @param counts for each hub of the row, the triangles that are found it is in; added to
   * @return number of triangles found
   */
  public long close(int[] row, long[] counts) {
    long found = 0;
    for (int i = 0; i < row.length; i++) {
      int local = row[i] - first;
      if (local < 0 || local >= nodes()) {
        continue;
      }
      int at = start[local];
      int end = start[local + 1];
      for (int j = 0; j < row.length && at < end; ) {
        if (row[j] < hub[at]) {
          j++;
        } else if (row[j] > hub[at]) {
          at++;
        } else {
          counts[i]++;
          counts[j]++;
          found++;
          j++;
          at++;
        }
      }
    }
    return found;
  }
}
