package org.almagest.export;

/** Whether the edges of a graph lead from one node to the other. */
public enum EdgeDirection {
  /** From the source to the target. */
  DIRECTED,
  /** Between the two. */
  UNDIRECTED
}
