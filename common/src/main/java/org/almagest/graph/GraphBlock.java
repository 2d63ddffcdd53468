package org.almagest.graph;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The rows of some nodes that follow one another in a graph too large for one task: of each, the
 * nodes from which arcs come. In an undirected graph these are its neighbours.
 *
 * <p>A computation gives every node a value. What a block sees of these is its <em>view</em>: the
 * values of its own nodes, and after them those of the {@link #remote} nodes that arcs come from.
 * Columns are places in the view, and each row is in the rising order of its nodes' numbers, so
 * that sums over a row do not depend on how the graph is cut into blocks. Memory for n nodes, a
 * arcs and r remote nodes: 4 (n + a + r) bytes, and 8 a for weights.
 */
public final class GraphBlock implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int first;
  private final CompressedRows rows;
  private final int[] remote;

  private GraphBlock(int first, CompressedRows rows, int[] remote) {
    this.first = first;
    this.rows = rows;
    this.remote = remote;
  }

  /** Takes the arcs to the nodes of a block, in any order. */
  public static final class Builder {
    private final int first;
    private final int nodes;
    private final EdgeBuffer arcs;

    /**
     * @param total nodes of the graph
     * @param first node of the block
     * @param nodes of the block
     */
    public Builder(int total, int first, int nodes) {
      this.first = first;
      this.nodes = nodes;
      this.arcs = new EdgeBuffer(total, true);
    }

    /**
     * Adds an arc. Those that come several times have the sum of their weights; self-loops are
     * dropped.
     *
     * @param to a node of the block
     * @param weight positive and finite
     * @throws IllegalArgumentException for an end that is no node, or a weight that is not positive
     *     and finite
     */
    public Builder add(int from, int to, double weight) {
      if (to < first || to - first >= nodes) {
        throw new IllegalArgumentException(
            "node " + to + " is not one of the " + nodes + " from " + first);
      }
      arcs.add(to, from, weight);
      return this;
    }

    /** The block. The builder is empty after that. */
    public GraphBlock build() {
      CompressedRows rows = CompressedRows.outgoing(arcs, first, nodes);
      arcs.clear();
      int[] remote = remote(rows);
      for (int at = 0; at < rows.arcs(); at++) {
        int local = rows.column[at] - first;
        rows.column[at] =
            local >= 0 && local < nodes
                ? local
                : nodes + Arrays.binarySearch(remote, rows.column[at]);
      }
      return new GraphBlock(first, rows, remote);
    }

    private int[] remote(CompressedRows rows) {
      int[] others = new int[rows.arcs()];
      int count = 0;
      for (int at = 0; at < rows.arcs(); at++) {
        int local = rows.column[at] - first;
        if (local < 0 || local >= nodes) {
          others[count++] = rows.column[at];
        }
      }
      Arrays.sort(others, 0, count);
      int distinct = 0;
      for (int i = 0; i < count; i++) {
        if (i == 0 || others[i] != others[i - 1]) {
          others[distinct++] = others[i];
        }
      }
      return Arrays.copyOf(others, distinct);
    }
  }

  /** Number of the block's first node. */
  public int first() {
    return first;
  }

  /** Number of nodes of the block. */
  public int nodes() {
    return rows.nodes();
  }

  /** Number of arcs to nodes of the block. */
  public int arcs() {
    return rows.arcs();
  }

  /** Nodes of other blocks that arcs come from, rising. Not to be changed. */
  public int[] remote() {
    return remote;
  }

  /** Number of nodes from which arcs come to a node, which is given by its place in the block. */
  public int degree(int local) {
    return rows.length(local);
  }

  /** Sum of the weights of the arcs to a node, which is given by its place in the block. */
  public double strength(int local) {
    return rows.sum(local);
  }

  /** Number of the node at a place of the view. */
  public int node(int place) {
    return place < nodes() ? first + place : remote[place - nodes()];
  }

  /** The sum of the weights of the arcs that come from each remote node. */
  public double[] remoteStrengths() {
    return Arrays.copyOfRange(strengthsOfSources(), nodes(), nodes() + remote.length);
  }

  /** The sum of the weights of the arcs that come from each of the block's nodes to one of them. */
  public double[] localStrengths() {
    return Arrays.copyOf(strengthsOfSources(), nodes());
  }

  private double[] strengthsOfSources() {
    double[] sums = new double[nodes() + remote.length];
    for (int at = 0; at < arcs(); at++) {
      sums[rows.column[at]] += rows.weight[at];
    }
    return sums;
  }

  /** For the kernels' inner loops. */
  CompressedRows rows() {
    return rows;
  }
}
