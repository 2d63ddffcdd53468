package org.almagest.graph;

/**
 * A directed graph of nodes {@code 0 … n-1}, with or without weights, in compressed sparse rows of
 * outgoing and of incoming arcs; each row rises. Memory for m arcs: 8 (n + 1) + 8 m bytes, and 16 m
 * for weights. Building takes another 8 bytes for each arc given, and 8 for its weight.
 *
 * <p>In a citation graph an arc leads from the citing paper to the cited one.
 */
public final class DirectedGraph {
  private final CompressedRows out;
  private final CompressedRows in;
  private final int[] selfLoops;
  private final long duplicates;

  private DirectedGraph(CompressedRows out, int[] selfLoops, long duplicates) {
    this.out = out;
    this.in = out.transposed();
    this.selfLoops = selfLoops;
    this.duplicates = duplicates;
  }

  /** Memory of building a graph without weights, in bytes, from that many arcs given. */
  public static long mostBytes(long nodes, long arcs) {
    return 2 * Integer.BYTES * (nodes + 1) + arcs * (8 + 8);
  }

  /**
   * A builder of a graph whose arcs all weigh 1, however often they come.
   *
   * @param nodes number of nodes, isolated ones included
   */
  public static Builder unweighted(int nodes) {
    return new Builder(new EdgeBuffer(nodes, false));
  }

  /**
   * A builder of a graph with weights. An arc that comes several times has the sum of its weights.
   *
   * @param nodes number of nodes, isolated ones included
   */
  public static Builder weighted(int nodes) {
    return new Builder(new EdgeBuffer(nodes, true));
  }

  /** Takes arcs in any order; an arc may come more than once. */
  public static final class Builder {
    private final EdgeBuffer arcs;

    private Builder(EdgeBuffer arcs) {
      this.arcs = arcs;
    }

    /**
     * Adds an arc of weight 1. A self-loop is kept apart: it is no arc of the graph.
     *
     * @throws IllegalArgumentException for an end that is no node
     */
    public Builder add(int from, int to) {
      arcs.add(from, to, 1);
      return this;
    }

    /**
     * Adds an arc. A self-loop is kept apart: it is no arc of the graph.
     *
     * @param weight positive and finite
     * @throws IllegalArgumentException for an end that is no node, or a weight that is not positive
     *     and finite
     * @throws IllegalStateException for a weight other than 1 in a graph without weights
     */
    public Builder add(int from, int to, double weight) {
      arcs.add(from, to, weight);
      return this;
    }

    /**
     * The graph, in O(n + m log of the largest out-degree). The builder is empty after that.
     *
     * @throws IllegalArgumentException for more arcs than fit into an array: 2,147,483,639
     */
    public DirectedGraph build() {
      CompressedRows out = CompressedRows.outgoing(arcs);
      int[] loops = arcs.loopNodes();
      long duplicates = arcs.edges() - out.arcs();
      arcs.clear();
      return new DirectedGraph(out, loops, duplicates);
    }
  }

  /** Number of nodes. */
  public int nodes() {
    return out.nodes();
  }

  /** Number of arcs. */
  public int arcs() {
    return out.arcs();
  }

  /** The node of each self-loop, in the order they came; a node that came twice is there twice. */
  public int[] selfLoops() {
    return selfLoops.clone();
  }

  /** Number of arcs that were merged into others, self-loops left out. */
  public long duplicates() {
    return duplicates;
  }

  /** Number of arcs from a node. */
  public int outDegree(int node) {
    return out.length(node);
  }

  /** Number of arcs to a node. */
  public int inDegree(int node) {
    return in.length(node);
  }

  /** First index of a node's outgoing arcs; they end before {@code outStart(node + 1)}. */
  public int outStart(int node) {
    return out.start[node];
  }

  /** Where the outgoing arc at an index leads to. */
  public int target(int index) {
    return out.column[index];
  }

  /** First index of a node's incoming arcs; they end before {@code inStart(node + 1)}. */
  public int inStart(int node) {
    return in.start[node];
  }

  /** Where the incoming arc at an index comes from. */
  public int source(int index) {
    return in.column[index];
  }

  /** For the kernels' inner loops. */
  CompressedRows out() {
    return out;
  }

  /** For the kernels' inner loops. */
  CompressedRows in() {
    return in;
  }
}
