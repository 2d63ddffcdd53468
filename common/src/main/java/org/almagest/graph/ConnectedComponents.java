package org.almagest.graph;

import java.util.Arrays;

/**
 * Connected components by breadth-first search, in O(n + m) and 8 n bytes.
 *
 * <p>Components are numbered from 0 by falling size; of equal ones, that with the smallest node
 * comes first. A node without edges is a component of its own.
 */
public final class ConnectedComponents {
  private final int[] component;
  private final int[] size;

  private ConnectedComponents(int[] component, int[] size) {
    this.component = component;
    this.size = size;
  }

  /** Finds the components of a graph. */
  public static ConnectedComponents of(UndirectedGraph graph) {
    int nodes = graph.nodes();
    int[] start = graph.rows().start;
    int[] column = graph.rows().column;
    int[] found = new int[nodes];
    Arrays.fill(found, -1);
    int[] queue = new int[nodes];
    int[] size = new int[16];
    int components = 0;
    int tail = 0;
    for (int root = 0; root < nodes; root++) {
      if (found[root] >= 0) {
        continue;
      }
      int head = tail;
      int first = tail;
      queue[tail++] = root;
      found[root] = components;
      while (head < tail) {
        int node = queue[head++];
        int end = start[node + 1];
        for (int at = start[node]; at < end; at++) {
          int neighbour = column[at];
          if (found[neighbour] < 0) {
            found[neighbour] = components;
            queue[tail++] = neighbour;
          }
        }
      }
      if (components == size.length) {
        size = Arrays.copyOf(size, (int) Math.min(nodes, 2L * components));
      }
      size[components++] = tail - first;
    }
    return bySize(found, Arrays.copyOf(size, components));
  }

  /** Renumbers components in place. */
  private static ConnectedComponents bySize(int[] found, int[] size) {
    // Sorting (largest size, first found) as one number keeps this free of boxing.
    long[] order = new long[size.length];
    for (int c = 0; c < size.length; c++) {
      order[c] = ((long) (Integer.MAX_VALUE - size[c]) << 32) | c;
    }
    Arrays.sort(order);
    int[] rank = new int[size.length];
    int[] sorted = new int[size.length];
    for (int r = 0; r < order.length; r++) {
      rank[(int) order[r]] = r;
      sorted[r] = size[(int) order[r]];
    }
    for (int node = 0; node < found.length; node++) {
      found[node] = rank[found[node]];
    }
    return new ConnectedComponents(found, sorted);
  }

  /** The component of a node. */
  public int component(int node) {
    return component[node];
  }

  /** Number of components. */
  public int count() {
    return size.length;
  }

  /** Number of nodes of a component. */
  public int size(int component) {
    return size[component];
  }

  /**
   * Whether a node is in the giant component: the largest one, where it is larger than any other.
   */
  public boolean isInGiant(int node) {
    return component[node] == 0 && (size.length == 1 || size[0] > size[1]);
  }
}
