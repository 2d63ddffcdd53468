package org.almagest.graph;

import java.util.Arrays;

/**
 * Shortest paths from several nodes at a time in a graph in blocks, and how many go through each
 * node (Brandes 2001): breadth-first searches that advance by one step in a round, and then go back
 * by one step in a round. Edges have length 1.
 *
 * <p>What blocks tell of their nodes, and see of others', has one value for each search, and the
 * values of a node follow one another. For n nodes and s searches: 24 n s bytes.
 */
public final class BlockedShortestPaths {
  private static final double NOT_REACHED = -1;

  /** By search and node. */
  private final double[][] distance;

  private final double[][] paths;
  private final double[][] dependency;
  private final int searches;
  private final int nodes;

  /**
   * @param columns of {@link #columns}: kept and changed
   */
  public BlockedShortestPaths(double[][] columns) {
    searches = columns.length / 3;
    distance = Arrays.copyOfRange(columns, 0, searches);
    paths = Arrays.copyOfRange(columns, searches, 2 * searches);
    dependency = Arrays.copyOfRange(columns, 2 * searches, 3 * searches);
    nodes = columns[0].length;
  }

  /**
   * The first step: each search is at its source.
   *
   * @param sources numbers of nodes of the graph
   */
  public static BlockedShortestPaths from(int[] sources, GraphBlock block) {
    BlockedShortestPaths start =
        new BlockedShortestPaths(new double[3 * sources.length][block.nodes()]);
    for (int search = 0; search < sources.length; search++) {
      Arrays.fill(start.distance[search], NOT_REACHED);
      int local = sources[search] - block.first();
      if (local >= 0 && local < block.nodes()) {
        start.distance[search][local] = 0;
        start.paths[search][local] = 1;
      }
    }
    return start;
  }

  /** Distances, numbers of paths and dependencies of each search, one array of nodes each. */
  public double[][] columns() {
    double[][] columns = Arrays.copyOf(distance, 3 * searches);
    System.arraycopy(paths, 0, columns, searches, searches);
    System.arraycopy(dependency, 0, columns, 2 * searches, searches);
    return columns;
  }

  /** A copy that may be changed. */
  public BlockedShortestPaths copy() {
    double[][] columns = columns();
    Arrays.setAll(columns, i -> columns[i].clone());
    return new BlockedShortestPaths(columns);
  }

  /** What is told before {@link #advance}: the paths to nodes at a distance, and 0 of others. */
  public double[] frontier(int step) {
    double[] told = new double[nodes * searches];
    for (int search = 0; search < searches; search++) {
      for (int node = 0; node < nodes; node++) {
        if (distance[search][node] == step) {
          told[node * searches + search] = paths[search][node];
        }
      }
    }
    return told;
  }

  /**
   * Reaches the nodes that are a step further than a distance.
   *
   * @param view of {@link #frontier}
   * @return how many were reached, in all searches
   */
  public int advance(GraphBlock block, double[] view, int step) {
    CompressedRows rows = block.rows();
    double[] sums = new double[searches];
    int reached = 0;
    for (int node = 0; node < nodes; node++) {
      sum(rows, node, view, sums);
      for (int search = 0; search < searches; search++) {
        if (sums[search] > 0 && distance[search][node] == NOT_REACHED) {
          distance[search][node] = step + 1.0;
          paths[search][node] = sums[search];
          reached++;
        }
      }
    }
    return reached;
  }

  /** What is told before {@link #goBack}: what nodes at a distance share out for each path. */
  public double[] shares(int step) {
    double[] told = new double[nodes * searches];
    for (int search = 0; search < searches; search++) {
      for (int node = 0; node < nodes; node++) {
        if (distance[search][node] == step) {
          told[node * searches + search] = (1 + dependency[search][node]) / paths[search][node];
        }
      }
    }
    return told;
  }

  /**
   * Adds to the dependencies of the nodes that are a step nearer than a distance.
   *
   * @param view of {@link #shares}
   */
  public void goBack(GraphBlock block, double[] view, int step) {
    CompressedRows rows = block.rows();
    double[] sums = new double[searches];
    for (int node = 0; node < nodes; node++) {
      sum(rows, node, view, sums);
      for (int search = 0; search < searches; search++) {
        if (distance[search][node] == step - 1) {
          dependency[search][node] += paths[search][node] * sums[search];
        }
      }
    }
  }

  /** The sum of the values of a node's neighbours, in the order of their numbers. */
  private void sum(CompressedRows rows, int node, double[] view, double[] sums) {
    Arrays.fill(sums, 0);
    for (int at = rows.start[node]; at < rows.start[node + 1]; at++) {
      int from = rows.column[at] * searches;
      for (int search = 0; search < searches; search++) {
        sums[search] += view[from + search];
      }
    }
  }

  /**
   * Adds what was found of each node, search by search.
   *
   * @param sums of dependencies, of their squares, of 1 / distance and of its squares: changed
   */
  public void addTo(double[][] sums) {
    for (int search = 0; search < searches; search++) {
      for (int node = 0; node < nodes; node++) {
        // Nothing is between a source and itself.
        if (distance[search][node] > 0) {
          double through = dependency[search][node];
          double near = 1 / distance[search][node];
          sums[0][node] += through;
          sums[1][node] += through * through;
          sums[2][node] += near;
          sums[3][node] += near * near;
        }
      }
    }
  }
}
