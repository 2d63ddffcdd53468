package org.almagest.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Edges as they come, in any order, until their number is known: 8 bytes an edge and 8 more for a
 * weight, in chunks, so that growing copies nothing.
 */
final class EdgeBuffer {
  private static final int CHUNK = 1 << 16;

  private final int nodes;
  private final boolean weighted;
  private final List<int[]> ends = new ArrayList<>();
  private final List<double[]> weights = new ArrayList<>();
  private int[] lastEnds = new int[0];
  private double[] lastWeights = new double[0];
  private int used = CHUNK;
  private long selfLoops;
  private int[] loopNodes = new int[0];

  /** Takes what is done with each edge. */
  interface EdgeVisitor {
    void visit(int from, int to, double weight);
  }

  /**
   * @param weighted whether edges have weights; without, all weigh 1 and none is kept
   * @throws IllegalArgumentException for a negative number of nodes
   */
  EdgeBuffer(int nodes, boolean weighted) {
    if (nodes < 0) {
      throw new IllegalArgumentException("a graph has no " + nodes + " nodes");
    }
    this.nodes = nodes;
    this.weighted = weighted;
  }

  /**
   * Adds an edge, or counts a self-loop.
   *
   * @throws IllegalArgumentException for an end that is no node, or a weight that is not positive
   *     and finite
   * @throws IllegalStateException for a weight other than 1 in a graph without weights
   */
  void add(int from, int to, double weight) {
    if (from < 0 || to < 0 || from >= nodes || to >= nodes) {
      throw new IllegalArgumentException(
          "edge " + from + "–" + to + " is not between two of " + nodes + " nodes");
    }
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("edge " + from + "–" + to + " has weight " + weight);
    }
    if (!weighted && weight != 1) {
      throw new IllegalStateException(
          "edge " + from + "–" + to + " has weight " + weight + " in a graph without weights");
    }
    if (from == to) {
      addLoop(from);
      return;
    }
    if (used == CHUNK) {
      grow();
    }
    lastEnds[2 * used] = from;
    lastEnds[2 * used + 1] = to;
    if (weighted) {
      lastWeights[used] = weight;
    }
    used++;
  }

  private void addLoop(int node) {
    if (selfLoops == loopNodes.length) {
      loopNodes = Arrays.copyOf(loopNodes, Math.max(16, loopNodes.length + loopNodes.length / 2));
    }
    loopNodes[(int) selfLoops++] = node;
  }

  private void grow() {
    lastEnds = new int[2 * CHUNK];
    ends.add(lastEnds);
    if (weighted) {
      lastWeights = new double[CHUNK];
      weights.add(lastWeights);
    }
    used = 0;
  }

  /** Number of edges added, self-loops left out. */
  long edges() {
    return ends.isEmpty() ? 0 : (long) (ends.size() - 1) * CHUNK + used;
  }

  /** Number of self-loops added. */
  long selfLoops() {
    return selfLoops;
  }

  /** The node of each self-loop, in the order they came. */
  int[] loopNodes() {
    return Arrays.copyOf(loopNodes, (int) selfLoops);
  }

  int nodes() {
    return nodes;
  }

  boolean weighted() {
    return weighted;
  }

  /** Visits the edges in the order they came. */
  void forEach(EdgeVisitor visitor) {
    for (int chunk = 0; chunk < ends.size(); chunk++) {
      int[] pairs = ends.get(chunk);
      double[] theirs = weighted ? weights.get(chunk) : null;
      int count = chunk < ends.size() - 1 ? CHUNK : used;
      for (int i = 0; i < count; i++) {
        visitor.visit(pairs[2 * i], pairs[2 * i + 1], theirs == null ? 1 : theirs[i]);
      }
    }
  }

  /** Forgets all edges: their memory may be had again. */
  void clear() {
    ends.clear();
    weights.clear();
    lastEnds = new int[0];
    lastWeights = new double[0];
    used = CHUNK;
    selfLoops = 0;
    loopNodes = new int[0];
  }
}
