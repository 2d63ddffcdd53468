package org.almagest.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * Search path counts of a citation graph, and its main path (Hummon and Doreian 1989; Batagelj
 * 2003).
 *
 * <p>A search path leads along arcs from a paper that none cites to one that cites none. With N⁻(u)
 * the paths from such a start to u, and N⁺(v) those from v to such an end, SPC(u → v) = N⁻(u) N⁺(v)
 * search paths go over the arc u → v; its weight here is SPC over the number of all search paths.
 * The main path is the search path with the largest sum of weights, the global or critical one; of
 * equal ones, that with the smallest papers first.
 *
 * <p>Counts need a graph without cycles. Where papers cite each other in a circle, in a strongly
 * connected component, only arcs from a later to an earlier paper are kept, of one date those from
 * a higher to a lower node; the others are left out and counted. O(n + m) time, and at most 60 n +
 * m / 8 bytes beside the graph.
 */
public final class SearchPaths {
  private static final int NONE = -1;

  private final DirectedGraph graph;
  private final BitSet leftOut;
  private final PathCounts fromStarts;
  private final PathCounts toEnds;
  private final PathCounts all = new PathCounts(1);
  private final int[] order;

  private SearchPaths(DirectedGraph graph, BitSet leftOut) {
    this.graph = graph;
    this.leftOut = leftOut;
    this.fromStarts = new PathCounts(graph.nodes());
    this.toEnds = new PathCounts(graph.nodes());
    this.order = citingFirst();
    count();
  }

  /**
   * Counts the search paths of a graph.
   *
   * @param graph arcs from citing to cited papers
   * @param date of each paper: a larger one is later
   * @throws IllegalArgumentException where papers and dates differ in number
   */
  public static SearchPaths of(DirectedGraph graph, int[] date) {
    if (date.length != graph.nodes()) {
      throw new IllegalArgumentException(
          graph.nodes() + " papers do not have " + date.length + " dates");
    }
    int[] component = StrongComponents.of(graph);
    BitSet leftOut = new BitSet();
    for (int node = 0; node < graph.nodes(); node++) {
      for (int arc = graph.outStart(node); arc < graph.outStart(node + 1); arc++) {
        int cited = graph.target(arc);
        boolean isEarlier = date[cited] == date[node] ? cited < node : date[cited] < date[node];
        if (component[cited] == component[node] && !isEarlier) {
          leftOut.set(arc);
        }
      }
    }
    return new SearchPaths(graph, leftOut);
  }

  /**
   * An order in which papers come before those they cite (Kahn 1962), by rising node where free.
   */
  private int[] citingFirst() {
    int nodes = graph.nodes();
    int[] citing = new int[nodes];
    for (int arc = 0; arc < graph.arcs(); arc++) {
      citing[graph.target(arc)] += leftOut.get(arc) ? 0 : 1;
    }
    int[] sorted = new int[nodes];
    int tail = 0;
    for (int node = 0; node < nodes; node++) {
      if (citing[node] == 0) {
        sorted[tail++] = node;
        fromStarts.setOne(node);
      }
    }
    for (int head = 0; head < tail; head++) {
      int node = sorted[head];
      for (int arc = graph.outStart(node); arc < graph.outStart(node + 1); arc++) {
        if (!leftOut.get(arc) && --citing[graph.target(arc)] == 0) {
          sorted[tail++] = graph.target(arc);
        }
      }
    }
    return sorted;
  }

  private void count() {
    for (int node : order) {
      for (int arc = graph.outStart(node); arc < graph.outStart(node + 1); arc++) {
        if (!leftOut.get(arc)) {
          fromStarts.add(graph.target(arc), fromStarts, node);
        }
      }
    }
    for (int i = order.length - 1; i >= 0; i--) {
      int node = order[i];
      for (int arc = graph.outStart(node); arc < graph.outStart(node + 1); arc++) {
        if (!leftOut.get(arc)) {
          toEnds.add(node, toEnds, graph.target(arc));
        }
      }
      if (toEnds.isZero(node)) {
        // It ends a search path, unless it is alone.
        toEnds.setOne(node);
        if (keptCiting(node)) {
          all.add(0, fromStarts, node);
        }
      }
    }
  }

  private boolean keptCiting(int node) {
    for (int at = graph.inStart(node); at < graph.inStart(node + 1); at++) {
      int citing = graph.source(at);
      if (!leftOut.get(arc(citing, node).orElseThrow())) {
        return true;
      }
    }
    return false;
  }

  /** Number of arcs left out so that no cycle remained. */
  public int cyclicArcs() {
    return leftOut.cardinality();
  }

  /** Number of search paths of at least one arc, to 16 digits; infinite beyond 10³⁰⁸. */
  public double paths() {
    return all.value(0);
  }

  /**
   * The part of all search paths that go over an arc.
   *
   * @param citing its paper
   * @param arc index of an outgoing arc of that paper
   * @return from 0 to 1; 0 for an arc that was left out
   */
  public double weight(int citing, int arc) {
    return leftOut.get(arc)
        ? 0
        : PathCounts.ratio(fromStarts, citing, toEnds, graph.target(arc), all, 0);
  }

  /** A citation on the main path. */
  public record Step(int citing, int cited, double searchPaths, double weight) {}

  /**
   * The citations of the main path, from the oldest to the newest; empty without citations.
   *
   * <p>The search paths of each are exact up to 2⁵³, and infinite beyond 10³⁰⁸.
   */
  public List<Step> mainPathSteps() {
    int[] path = mainPath();
    List<Step> steps = new ArrayList<>(path.length);
    for (int i = path.length - 2; i >= 0; i--) {
      int citing = path[i];
      int cited = path[i + 1];
      int arc = arc(citing, cited).orElseThrow();
      double searchPaths = fromStarts.value(citing) * toEnds.value(cited);
      steps.add(new Step(citing, cited, searchPaths, weight(citing, arc)));
    }
    return steps;
  }

  /** Index of the arc by which a paper cites another; empty where it does not. */
  OptionalInt arc(int citing, int cited) {
    int arc = graph.out().indexOf(citing, cited);
    return arc < 0 ? OptionalInt.empty() : OptionalInt.of(arc);
  }

  /** The papers of the main path, from the newest to the oldest; empty without citations. */
  public int[] mainPath() {
    int[] next = new int[graph.nodes()];
    Arrays.fill(next, NONE);
    double[] best = new double[graph.nodes()];
    int start = NONE;
    for (int i = order.length - 1; i >= 0; i--) {
      int node = order[i];
      for (int arc = graph.outStart(node); arc < graph.outStart(node + 1); arc++) {
        double sum = weight(node, arc) + best[graph.target(arc)];
        if (!leftOut.get(arc) && (next[node] == NONE || sum > best[node])) {
          best[node] = sum;
          next[node] = graph.target(arc);
        }
      }
    }
    for (int node = 0; node < next.length; node++) {
      boolean isBetter = start == NONE || best[node] > best[start];
      if (isBetter && next[node] != NONE && !keptCiting(node)) {
        start = node;
      }
    }
    int length = 0;
    for (int node = start; node != NONE; node = next[node]) {
      length++;
    }
    int[] path = new int[length];
    int node = start;
    for (int i = 0; i < length; i++, node = next[node]) {
      path[i] = node;
    }
    return path;
  }
}
