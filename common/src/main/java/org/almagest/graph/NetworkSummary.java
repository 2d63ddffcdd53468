package org.almagest.graph;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A graph as a whole.
 *
 * <ul>
 *   <li>Density: 2 m / (n (n - 1)) for n nodes and m edges; empty with fewer than two nodes.
 *   <li>Giant share: nodes of the largest component over n; empty without nodes.
 *   <li>Mean clustering: the mean of the local clustering coefficients of the nodes that have two
 *       neighbours (Watts and Strogatz 1998); empty where none has.
 *   <li>Transitivity: three times the triangles over the connected triples (Newman, Watts and
 *       Strogatz 2002); empty where there is no triple.
 *   <li>Modularity: that of the communities which the Leiden algorithm finds; empty without edges.
 * </ul>
 *
 * @param nodes n
 * @param edges m
 * @param components connected components, nodes without edges included
 * @param giantShare from 0 to 1
 * @param density from 0 to 1
 * @param meanClustering from 0 to 1
 * @param transitivity from 0 to 1
 * @param communities those of two nodes and more
 * @param modularity at the resolution that was asked for
 */
public record NetworkSummary(
    int nodes,
    int edges,
    int components,
    OptionalDouble giantShare,
    OptionalDouble density,
    OptionalDouble meanClustering,
    OptionalDouble transitivity,
    int communities,
    OptionalDouble modularity) {

  /**
   * Summarises a graph, in the time that communities and triangles take.
   *
   * @param resolution of the communities: 1 for modularity as it is mostly defined
   * @param iterations passes of the Leiden algorithm, at least 1
   * @param seed of its random order
   */
  public static NetworkSummary of(
      UndirectedGraph graph, double resolution, int iterations, long seed) {
    int nodes = graph.nodes();
    double pairs = nodes * (nodes - 1.0) / 2;
    ConnectedComponents components = ConnectedComponents.of(graph);
    Triangles triangles = Triangles.of(graph);
    Communities communities = Communities.of(graph, resolution, iterations, seed);
    return new NetworkSummary(
        nodes,
        graph.edges(),
        components.count(),
        nodes == 0 ? OptionalDouble.empty() : present((double) components.size(0) / nodes),
        present(graph.edges() / pairs),
        IntStream.range(0, nodes)
            .mapToDouble(triangles::clustering)
            .filter(clustering -> !Double.isNaN(clustering))
            .average(),
        present(triangles.transitivity()),
        (int) IntStream.range(0, communities.count()).filter(c -> communities.size(c) > 1).count(),
        graph.edges() == 0 ? OptionalDouble.empty() : present(communities.modularity()));
  }

  private static OptionalDouble present(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
