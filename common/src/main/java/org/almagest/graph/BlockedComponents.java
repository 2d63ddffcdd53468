package org.almagest.graph;

import java.util.Arrays;

/**
 * Connected components of a graph in blocks (Zhang, Azad and Hu 2020, FastSV, after Shiloach and
 * Vishkin 1982). Each node has a label, a node of its component; at first itself, in the end the
 * smallest of the component. In a round each node takes the least label of its neighbours and
 * offers it to the node that was its label, and then takes that node's own label, too, so that
 * chains of labels halve: of n nodes in whatever shape, some log n rounds.
 *
 * <p>Labels are whole numbers below 2³¹, which doubles hold exactly.
 */
public final class BlockedComponents {
  private BlockedComponents() {}

  /** The first labels. */
  public static double[] labels(GraphBlock block) {
    double[] labels = new double[block.nodes()];
    Arrays.setAll(labels, local -> block.first() + local);
    return labels;
  }

  /**
   * Takes the least label of neighbours, within the block until nothing changes.
   *
   * @param view labels of all nodes in the view; those of the block's own nodes are changed
   */
  public static void settle(GraphBlock block, double[] view) {
    CompressedRows rows = block.rows();
    int nodes = block.nodes();
    int[] queue = new int[nodes];
    Arrays.setAll(queue, node -> node);
    boolean[] queued = new boolean[nodes];
    Arrays.fill(queued, true);
    int head = 0;
    int waiting = nodes;
    while (waiting > 0) {
      int node = queue[head];
      head = head + 1 == nodes ? 0 : head + 1;
      waiting--;
      queued[node] = false;
      double least = view[node];
      for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
        least = Math.min(least, view[rows.column[at]]);
      }
      view[node] = least;
      for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
        int neighbour = rows.column[at];
        if (neighbour < nodes && !queued[neighbour] && view[neighbour] > least) {
          queued[neighbour] = true;
          queue[(int) (((long) head + waiting) % nodes)] = neighbour;
          waiting++;
        }
      }
    }
  }

  /** What a block offers to nodes that are labels. */
  public static final class Offers {
    private final int[] labels;
    private final double[] least;

    /**
     * @param labels distinct labels that the block's nodes had, rising
     * @param least the least label that a node of each has now
     */
    Offers(int[] labels, double[] least) {
      this.labels = labels;
      this.least = least;
    }

    public int[] labels() {
      return labels;
    }

    public double[] least() {
      return least;
    }
  }

  /**
   * The offers of a block.
   *
   * @param before labels of its nodes at the start of the round
   * @param now their labels after {@link #settle}; what follows in the array is not looked at
   */
  public static Offers offers(double[] before, double[] now) {
    int[] labels = new int[before.length];
    for (int node = 0; node < labels.length; node++) {
      labels[node] = (int) before[node];
    }
    Arrays.sort(labels);
    int distinct = 0;
    for (int i = 0; i < labels.length; i++) {
      if (i == 0 || labels[i] != labels[i - 1]) {
        labels[distinct++] = labels[i];
      }
    }
    labels = Arrays.copyOf(labels, distinct);
    double[] least = new double[distinct];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (int node = 0; node < before.length; node++) {
      int at = Arrays.binarySearch(labels, (int) before[node]);
      least[at] = Math.min(least[at], now[node]);
    }
    return new Offers(labels, least);
  }

  /**
   * Takes the labels of what were labels.
   *
   * @param now labels of the block's nodes; changed
   * @param before their labels at the start of the round
   * @param offers from {@link #offers}
   * @param answers the label that each of the offers' nodes has now
   * @return number of nodes whose label changed in the round
   */
  public static int jump(double[] now, double[] before, Offers offers, double[] answers) {
    int changed = 0;
    for (int node = 0; node < now.length; node++) {
      int at = Arrays.binarySearch(offers.labels(), (int) before[node]);
      now[node] = Math.min(now[node], answers[at]);
      changed += now[node] != before[node] ? 1 : 0;
    }
    return changed;
  }
}
