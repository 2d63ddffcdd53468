package org.almagest.graph;

import java.util.Arrays;

/**
 * Shortest paths from one node to all others, by breadth-first search, and how many go through each
 * (Brandes 2001). May be used for one source after another; 24 n bytes.
 */
final class ShortestPaths {
  private static final int NOT_REACHED = -1;

  private final int[] start;
  private final int[] column;
  private final int[] queue;
  private final int[] distance;
  private final double[] paths;
  private final double[] dependency;
  private int reached;

  ShortestPaths(UndirectedGraph graph) {
    this.start = graph.rows().start;
    this.column = graph.rows().column;
    this.queue = new int[graph.nodes()];
    this.distance = new int[graph.nodes()];
    this.paths = new double[graph.nodes()];
    this.dependency = new double[graph.nodes()];
    Arrays.fill(distance, NOT_REACHED);
  }

  void search(int source) {
    for (int i = 0; i < reached; i++) {
      distance[queue[i]] = NOT_REACHED;
      paths[queue[i]] = 0;
      dependency[queue[i]] = 0;
    }
    reached = 0;
    distance[source] = 0;
    paths[source] = 1;
    queue[reached++] = source;
    for (int head = 0; head < reached; head++) {
      int node = queue[head];
      int next = distance[node] + 1;
      for (int at = start[node]; at < start[node + 1]; at++) {
        int neighbour = column[at];
        if (distance[neighbour] == NOT_REACHED) {
          distance[neighbour] = next;
          queue[reached++] = neighbour;
        }
        if (distance[neighbour] == next) {
          paths[neighbour] += paths[node];
        }
      }
    }
    for (int i = reached - 1; i > 0; i--) {
      int node = queue[i];
      int before = distance[node] - 1;
      double share = (1 + dependency[node]) / paths[node];
      for (int at = start[node]; at < start[node + 1]; at++) {
        int neighbour = column[at];
        if (distance[neighbour] == before) {
          dependency[neighbour] += paths[neighbour] * share;
        }
      }
    }
  }

  /** Number of nodes with a path from the source, itself included. */
  int reached() {
    return reached;
  }

  /** The reached node at a place by rising distance; the source is the first. */
  int node(int place) {
    return queue[place];
  }

  /** Edges of the shortest path from the source to a reached node. */
  int distance(int node) {
    return distance[node];
  }

  /** δ(s|v): the sum over all t of the part of the shortest paths to t that go through v ≠ t. */
  double dependency(int node) {
    return dependency[node];
  }
}
