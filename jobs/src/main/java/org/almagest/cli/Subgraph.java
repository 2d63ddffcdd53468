package org.almagest.cli;

/** Which nodes of a graph are chosen; the edges between them come with them. */
sealed interface Subgraph {
  /**
   * The nodes with the largest values of a metric, ties by id.
   *
   * @param count how many at most
   * @param metric a column of the graph's table of metrics
   */
  record Top(long count, String metric) implements Subgraph {}

  /**
   * The nodes of a community.
   *
   * @param number its number
   */
  record Community(long number) implements Subgraph {}

  /**
   * A node and those around it, whichever way an edge leads.
   *
   * @param id the node
   * @param radius most edges on the way from it
   */
  record Ego(String id, int radius) implements Subgraph {}
}
