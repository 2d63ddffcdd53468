package org.almagest.graph;

import java.util.Arrays;

/**
 * Strongly connected components, whose nodes reach each other along arcs: Tarjan's algorithm (1972)
 * without recursion, in O(n + m) and 24 n bytes beside the graph.
 */
final class StrongComponents {
  private static final int NONE = -1;

  private final CompressedRows out;
  private final int[] component;
  private final int[] visit;
  private final int[] low;
  private final int[] next;
  private final int[] parent;
  private final int[] open;
  private int openCount;
  private int visits;
  private int components;

  private StrongComponents(CompressedRows out) {
    int nodes = out.nodes();
    this.out = out;
    this.component = new int[nodes];
    this.visit = new int[nodes];
    this.low = new int[nodes];
    this.next = new int[nodes];
    this.parent = new int[nodes];
    this.open = new int[nodes];
    Arrays.fill(component, NONE);
  }

  /** The component of each node; a component comes after all others that its arcs lead to. */
  static int[] of(DirectedGraph graph) {
    StrongComponents search = new StrongComponents(graph.out());
    for (int node = 0; node < graph.nodes(); node++) {
      if (search.visit[node] == 0) {
        search.searchFrom(node);
      }
    }
    return search.component;
  }

  private void searchFrom(int root) {
    enter(root, NONE);
    int node = root;
    while (node != NONE) {
      if (next[node] < out.start[node + 1]) {
        int target = out.column[next[node]++];
        if (visit[target] == 0) {
          enter(target, node);
          node = target;
        } else if (component[target] == NONE) {
          low[node] = Math.min(low[node], visit[target]);
        }
      } else {
        close(node);
        int from = parent[node];
        if (from != NONE) {
          low[from] = Math.min(low[from], low[node]);
        }
        node = from;
      }
    }
  }

  private void enter(int node, int from) {
    visit[node] = ++visits;
    low[node] = visits;
    next[node] = out.start[node];
    parent[node] = from;
    open[openCount++] = node;
  }

  /** Where a node reaches none before it, all that are open from it on are its component. */
  private void close(int node) {
    if (low[node] != visit[node]) {
      return;
    }
    int member;
    do {
      member = open[--openCount];
      component[member] = components;
    } while (member != node);
    components++;
  }
}
