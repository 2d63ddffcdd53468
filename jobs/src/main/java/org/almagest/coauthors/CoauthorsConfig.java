package org.almagest.coauthors;

import java.io.Serializable;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.distributed.BlockedGraph;

/**
 * How the co-author graph is made.
 *
 * @param maxAuthorsPerPaper papers with more authors make no edges
 * @param pageRankTolerance PageRank stops when the ranks change by less than this in sum
 * @param communityResolution more than 1 for smaller communities than modularity has, less for
 *     larger ones
 * @param centralitySamples authors from whom betweenness and closeness are estimated
 * @param periodYears length of the periods by which the graph is told
 * @param maxLocalEdges a graph of more edges is computed in blocks
 * @param maxCommunityEdges one of more edges than this, too, has no communities
 */
record CoauthorsConfig(
    int maxAuthorsPerPaper,
    double pageRankTolerance,
    double communityResolution,
    int centralitySamples,
    int periodYears,
    int maxLocalEdges,
    int maxCommunityEdges)
    implements Serializable {
  // A paper of n authors makes n (n - 1) / 2 edges: 10,000 authors make 50 million.
  private static final int MOST_AUTHORS = 10_000;

  private static final int LONGEST_PERIOD = 1000;

  static CoauthorsConfig from(Settings settings) {
    return new CoauthorsConfig(
        maxAuthorsPerPaper(settings),
        settings.number(Setting.COAUTHORS_PAGERANK_TOLERANCE, 1e-15, 1),
        settings.number(Setting.COAUTHORS_COMMUNITY_RESOLUTION, 1e-6, 1e6),
        settings.integer(Setting.COAUTHORS_CENTRALITY_SAMPLES, 2, Integer.MAX_VALUE),
        periodYears(settings),
        settings.integer(Setting.GRAPH_MAX_LOCAL_EDGES, 0, BlockedGraph.MOST_LOCAL_EDGES),
        settings.integer(Setting.GRAPH_MAX_COMMUNITY_EDGES, 0, BlockedGraph.MOST_LOCAL_EDGES));
  }

  /** Whether a graph of so many edges is computed in blocks over all executors. */
  boolean isInBlocks(long edges) {
    return edges > maxLocalEdges;
  }

  /** Whether communities of a graph of so many edges are found; one task has to hold it. */
  boolean findsCommunities(long edges) {
    return !isInBlocks(edges) || edges <= maxCommunityEdges;
  }

  static int maxAuthorsPerPaper(Settings settings) {
    return settings.integer(Setting.COAUTHORS_MAX_AUTHORS_PER_PAPER, 1, MOST_AUTHORS);
  }

  static int periodYears(Settings settings) {
    return settings.integer(Setting.COAUTHORS_PERIOD_YEARS, 1, LONGEST_PERIOD);
  }
}
