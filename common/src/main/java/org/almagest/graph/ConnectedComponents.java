package org.almagest.graph;

import java.util.Arrays;

/** Connected components by breadth-first search, in O(n + m). */
public final class ConnectedComponents {
  private ConnectedComponents() {}

  /**
   * The component of each node. Components are numbered from 0 by falling size; of equal ones, that
   * with the smallest node comes first. A node without edges is a component of its own.
   */
  public static int[] of(UndirectedGraph graph) {
    int nodes = graph.nodes();
    int[] found = new int[nodes];
    Arrays.fill(found, -1);
    int[] queue = new int[nodes];
    int[] size = new int[nodes];
    int components = 0;
    for (int start = 0; start < nodes; start++) {
      if (found[start] >= 0) {
        continue;
      }
      int head = 0;
      int tail = 0;
      queue[tail++] = start;
      found[start] = components;
      while (head < tail) {
        int node = queue[head++];
        for (int at = graph.rowStart(node); at < graph.rowStart(node + 1); at++) {
          int neighbour = graph.neighbour(at);
          if (found[neighbour] < 0) {
            found[neighbour] = components;
            queue[tail++] = neighbour;
          }
        }
      }
      size[components++] = tail;
    }
    return bySize(found, Arrays.copyOf(size, components));
  }

  private static int[] bySize(int[] found, int[] size) {
    // Sorting (largest size, first found) as one number keeps this free of boxing.
    long[] order = new long[size.length];
    for (int c = 0; c < size.length; c++) {
      order[c] = ((long) (Integer.MAX_VALUE - size[c]) << 32) | c;
    }
    Arrays.sort(order);
    int[] rank = new int[size.length];
    for (int r = 0; r < order.length; r++) {
      rank[(int) order[r]] = r;
    }
    int[] component = new int[found.length];
    for (int node = 0; node < found.length; node++) {
      component[node] = rank[found[node]];
    }
    return component;
  }
}
