package org.almagest.benchmark.graphs;

/** What is computed of a graph, and how two results are compared. */
enum Algorithm {
  /** PageRank with damping 0.85, each edge weighing the same. */
  PAGERANK("pagerank", Kind.NUMBERS),
  /** The same with the weights of the edges. */
  WEIGHTED_PAGERANK("pagerank-weighted", Kind.NUMBERS),
  COMPONENTS("components", Kind.GROUPS),
  CORES("cores", Kind.NUMBERS),
  /** Local clustering coefficients. */
  CLUSTERING("clustering", Kind.NUMBERS),
  /** Communities by the Leiden algorithm, with the weights of the edges. */
  LEIDEN("leiden", Kind.MODULARITY),
  /** Betweenness over the shortest paths of all nodes: O(nodes · edges). */
  BETWEENNESS("betweenness", Kind.NUMBERS),
  /** Harmonic closeness from all nodes: O(nodes · edges). */
  CLOSENESS("closeness", Kind.NUMBERS);

  private final String label;
  private final Kind kind;

  /** What a result is. */
  enum Kind {
    /** A number for each node, NaN where there is none. */
    NUMBERS,
    /** A group for each node, whose number has no meaning. */
    GROUPS,
    /** Groups of which many are as good, and are compared by their modularity. */
    MODULARITY
  }

  Algorithm(String label, Kind kind) {
    this.label = label;
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /** For the command line, and for the script that drives igraph. */
  @Override
  public String toString() {
    return label;
  }
}
