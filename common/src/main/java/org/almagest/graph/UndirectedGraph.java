package org.almagest.graph;

/**
 * An undirected graph of nodes {@code 0 … n-1}, with or without weights, in compressed sparse rows:
 * each edge stands in the rows of both its ends, and each row rises. Memory for m edges: 4 (n + 1)
 * + 8 m bytes, and 16 m for weights. Building takes another 8 bytes for each edge given, and 8 for
 * its weight.
 */
public final class UndirectedGraph {
  private final CompressedRows rows;
  private final long selfLoops;
  private final long duplicates;

  private UndirectedGraph(CompressedRows rows, long selfLoops, long duplicates) {
    this.rows = rows;
    this.selfLoops = selfLoops;
    this.duplicates = duplicates;
  }

  /**
   * Memory of a graph with weights from that many edges given, in bytes, while it is built or its
   * communities are found.
   */
  public static long mostBytes(long nodes, long edges) {
    return Integer.BYTES * (nodes + 1) + edges * 60;
  }

  /**
   * A builder of a graph whose edges all weigh 1, however often they come.
   *
   * @param nodes number of nodes, isolated ones included
   */
  public static Builder unweighted(int nodes) {
    return new Builder(new EdgeBuffer(nodes, false));
  }

  /**
   * A builder of a graph with weights. An edge that comes several times has the sum of its weights.
   *
   * @param nodes number of nodes, isolated ones included
   */
  public static Builder weighted(int nodes) {
    return new Builder(new EdgeBuffer(nodes, true));
  }

  /** Takes edges in any order; an edge may come reversed and more than once. */
  public static final class Builder {
    private final EdgeBuffer edges;

    private Builder(EdgeBuffer edges) {
      this.edges = edges;
    }

    /**
     * Adds an edge of weight 1. A self-loop is dropped and counted.
     *
     * @throws IllegalArgumentException for an end that is no node
     */
    public Builder add(int a, int b) {
      edges.add(a, b, 1);
      return this;
    }

    /**
     * Adds an edge. A self-loop is dropped and counted.
     *
     * @param weight positive and finite
     * @throws IllegalArgumentException for an end that is no node, or a weight that is not positive
     *     and finite
     * @throws IllegalStateException for a weight other than 1 in a graph without weights
     */
    public Builder add(int a, int b, double weight) {
      edges.add(a, b, weight);
      return this;
    }

    /**
     * The graph, in O(n + m log of the largest degree). The builder is empty after that.
     *
     * @throws IllegalArgumentException for more edges than fit into an array: 1,073,741,819
     */
    public UndirectedGraph build() {
      CompressedRows rows = CompressedRows.symmetric(edges);
      UndirectedGraph graph =
          new UndirectedGraph(rows, edges.selfLoops(), edges.edges() - rows.arcs() / 2);
      edges.clear();
      return graph;
    }
  }

  /** Number of nodes. */
  public int nodes() {
    return rows.nodes();
  }

  /** Number of edges, each counted once. */
  public int edges() {
    return rows.arcs() / 2;
  }

  /** Number of self-loops that were dropped. */
  public long selfLoops() {
    return selfLoops;
  }

  /** Number of edges that were merged into others. */
  public long duplicates() {
    return duplicates;
  }

  /** Number of neighbours of a node. */
  public int degree(int node) {
    return rows.length(node);
  }

  /** Sum of the weights of a node's edges. */
  public double strength(int node) {
    return rows.sum(node);
  }

  /** First index of a node's row; its row ends before {@code rowStart(node + 1)}. */
  public int rowStart(int node) {
    return rows.start[node];
  }

  /** The neighbour at an index of a row. */
  public int neighbour(int index) {
    return rows.column[index];
  }

  /** The weight of the edge at an index of a row. */
  public double weight(int index) {
    return rows.weighted() ? rows.weight[index] : 1;
  }

  /** For the kernels' inner loops. */
  CompressedRows rows() {
    return rows;
  }
}
