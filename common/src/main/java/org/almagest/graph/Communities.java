package org.almagest.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/**
 * Communities of an undirected graph by the Leiden algorithm (Traag, Waltman and van Eck 2019), in
 * its inventors' implementation. It looks for the greatest modularity
 *
 * <p>Q = Σ_c [w_c / m - γ (s_c / 2m)²],
 *
 * <p>w_c being the weight of the edges within community c, s_c the strength of its nodes, m the
 * weight of all edges and γ the resolution. Communities are numbered from 0 by falling size, of
 * equal ones by their first node; a node without edges is one of its own. Memory: some 40 bytes an
 * edge while it runs.
 */
public final class Communities {
  private static final double RANDOMNESS = LeidenAlgorithm.DEFAULT_RANDOMNESS;

  private final int[] community;
  private final int[] sizes;
  private final double[] contributions;

  private Communities(int[] community, int[] sizes, double[] contributions) {
    this.community = community;
    this.sizes = sizes;
    this.contributions = contributions;
  }

  /**
   * Finds communities.
   *
   * @param resolution γ, positive: 1 for modularity as it is mostly defined, more for smaller
   *     communities
   * @param iterations passes of the algorithm, at least 1
   * @param seed of its random order; the same seed gives the same communities
   */
  public static Communities of(
      UndirectedGraph graph, double resolution, int iterations, long seed) {
    if (graph.edges() == 0) {
      return numbered(graph, IntStream.range(0, graph.nodes()).toArray(), resolution);
    }
    Network network = network(graph);
    // The library's resolution is per unit of node weight, which here is strength.
    double perWeight = resolution / (2 * totalWeight(graph));
    Clustering found =
        new LeidenAlgorithm(perWeight, iterations, RANDOMNESS, new Random(seed))
            .findClustering(network);
    return numbered(graph, found.getClusters(), resolution);
  }

  private static Network network(UndirectedGraph graph) {
    CompressedRows rows = graph.rows();
    long[] first = new long[graph.nodes() + 1];
    double[] strength = new double[graph.nodes()];
    for (int node = 0; node < strength.length; node++) {
      first[node + 1] = graph.rowStart(node + 1);
      strength[node] = graph.strength(node);
    }
    double[] weights = new double[rows.arcs()];
    Arrays.setAll(weights, graph::weight);
    return new Network(
        strength,
        first,
        new LargeIntArray(Arrays.copyOf(rows.column, rows.arcs())),
        new LargeDoubleArray(weights),
        false);
  }

  private static double totalWeight(UndirectedGraph graph) {
    double twice = 0;
    for (int node = 0; node < graph.nodes(); node++) {
      twice += graph.strength(node);
    }
    return twice / 2;
  }

  private static Communities numbered(UndirectedGraph graph, int[] clusters, double resolution) {
    int count = Arrays.stream(clusters).max().orElse(-1) + 1;
    int[] size = new int[count];
    int[] firstNode = new int[count];
    for (int node = clusters.length - 1; node >= 0; node--) {
      size[clusters[node]]++;
      firstNode[clusters[node]] = node;
    }
    int[] order =
        IntStream.range(0, count)
            .filter(cluster -> size[cluster] > 0)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(cluster -> -size[cluster])
                    .thenComparingInt(cluster -> firstNode[cluster]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] number = new int[count];
    for (int i = 0; i < order.length; i++) {
      number[order[i]] = i;
    }
    int[] community = Arrays.stream(clusters).map(cluster -> number[cluster]).toArray();
    int[] sizes = Arrays.stream(order).map(cluster -> size[cluster]).toArray();
    return new Communities(community, sizes, contributions(graph, community, sizes, resolution));
  }

  private static double[] contributions(
      UndirectedGraph graph, int[] community, int[] sizes, double resolution) {
    double[] within = new double[sizes.length];
    double[] strength = new double[sizes.length];
    for (int node = 0; node < community.length; node++) {
      strength[community[node]] += graph.strength(node);
      for (int at = graph.rowStart(node); at < graph.rowStart(node + 1); at++) {
        if (community[graph.neighbour(at)] == community[node]) {
          within[community[node]] += graph.weight(at);
        }
      }
    }
    double twiceTotal = 2 * totalWeight(graph);
    double[] contributions = new double[sizes.length];
    if (twiceTotal > 0) {
      for (int c = 0; c < sizes.length; c++) {
        double share = strength[c] / twiceTotal;
        contributions[c] = within[c] / twiceTotal - resolution * share * share;
      }
    }
    return contributions;
  }

  /** The community of a node. */
  public int of(int node) {
    return community[node];
  }

  /** Number of communities. */
  public int count() {
    return sizes.length;
  }

  /** Number of nodes of a community. */
  public int size(int number) {
    return sizes[number];
  }

  /** What a community adds to {@link #modularity}. */
  public double contribution(int number) {
    return contributions[number];
  }

  /** Modularity Q at the resolution that was asked for; 0 for a graph without edges. */
  public double modularity() {
    return Arrays.stream(contributions).sum();
  }
}
