package org.almagest.graph;

/**
 * Core numbers (Seidman 1983): the core number of a node is the largest k such that it is in a
 * subgraph where each node has at least k neighbours.
 *
 * <p>The algorithm of Batagelj and Zaveršnik (2003): nodes are taken by rising degree among what is
 * left, kept sorted in buckets. O(n + m), 12 n bytes beside the graph and the result. Weights do
 * not matter.
 */
public final class CoreNumbers {
  private CoreNumbers() {}

  /** The core number of each node; 0 without neighbours. */
  public static int[] of(UndirectedGraph graph) {
    int nodes = graph.nodes();
    int[] start = graph.rows().start;
    int[] column = graph.rows().column;
    int[] left = new int[nodes];
    int highest = 0;
    for (int node = 0; node < nodes; node++) {
      left[node] = start[node + 1] - start[node];
      highest = Math.max(highest, left[node]);
    }
    // bucket[k] is the first place in order of a node with k neighbours left.
    int[] bucket = new int[highest + 2];
    for (int node = 0; node < nodes; node++) {
      bucket[left[node] + 1]++;
    }
    for (int k = 1; k < bucket.length; k++) {
      bucket[k] += bucket[k - 1];
    }
    int[] order = new int[nodes];
    int[] place = new int[nodes];
    int[] next = bucket.clone();
    for (int node = 0; node < nodes; node++) {
      place[node] = next[left[node]]++;
      order[place[node]] = node;
    }
    for (int i = 0; i < nodes; i++) {
      int node = order[i];
      int core = left[node];
      for (int at = start[node]; at < start[node + 1]; at++) {
        int neighbour = column[at];
        int its = left[neighbour];
        if (its > core) {
          // It changes places with the first of its bucket, which then starts one later.
          int first = Math.max(bucket[its], i + 1);
          int other = order[first];
          order[place[neighbour]] = other;
          place[other] = place[neighbour];
          order[first] = neighbour;
          place[neighbour] = first;
          bucket[its] = first + 1;
          left[neighbour] = its - 1;
        }
      }
    }
    return left;
  }
}
