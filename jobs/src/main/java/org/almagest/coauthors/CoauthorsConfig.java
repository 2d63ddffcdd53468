package org.almagest.coauthors;

import org.almagest.config.Setting;
import org.almagest.config.Settings;

/**
 * How the co-author graph is made.
 *
 * @param maxAuthorsPerPaper papers with more authors make no edges
 * @param pageRankTolerance PageRank stops when the ranks change by less than this in sum
 */
record CoauthorsConfig(int maxAuthorsPerPaper, double pageRankTolerance) {
  // A paper of n authors makes n (n - 1) / 2 edges: 10,000 authors make 50 million.
  private static final int MOST_AUTHORS = 10_000;

  static CoauthorsConfig from(Settings settings) {
    return new CoauthorsConfig(
        settings.integer(Setting.COAUTHORS_MAX_AUTHORS_PER_PAPER, 1, MOST_AUTHORS),
        settings.number(Setting.COAUTHORS_PAGERANK_TOLERANCE, 1e-15, 1));
  }
}
