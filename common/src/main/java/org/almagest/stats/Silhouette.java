package org.almagest.stats;

import java.util.Arrays;

/**
 * How well items sit in their clusters (Rousseeuw 1987).
 *
 * <p>s(i) = (b - a) / max(a, b), where a is the mean distance of item i to the others of its
 * cluster and b the smallest mean distance to the items of another cluster; 0 for an item alone in
 * its cluster, and where a and b are 0. From -1, nearer to another cluster, to 1.
 */
public final class Silhouette {
  private Silhouette() {}

  /**
   * The mean over all items, in O(n²); 0 for a single cluster.
   *
   * @param distances symmetric, 0 on the diagonal
   * @param cluster of each item, from 0, none empty
   */
  public static double mean(double[][] distances, int[] cluster) {
    int clusters = 0;
    for (int number : cluster) {
      clusters = Math.max(clusters, number + 1);
    }
    if (clusters < 2) {
      return 0;
    }
    int[] size = new int[clusters];
    for (int number : cluster) {
      size[number]++;
    }
    double sum = 0;
    double[] toCluster = new double[clusters];
    for (int i = 0; i < cluster.length; i++) {
      Arrays.fill(toCluster, 0);
      for (int j = 0; j < cluster.length; j++) {
        toCluster[cluster[j]] += distances[i][j];
      }
      sum += ofItem(toCluster, size, cluster[i]);
    }
    return sum / cluster.length;
  }

  private static double ofItem(double[] toCluster, int[] size, int own) {
    if (size[own] == 1) {
      return 0;
    }
    double within = toCluster[own] / (size[own] - 1);
    double nearest = Double.POSITIVE_INFINITY;
    for (int other = 0; other < size.length; other++) {
      if (other != own) {
        nearest = Math.min(nearest, toCluster[other] / size[other]);
      }
    }
    double larger = Math.max(within, nearest);
    return larger == 0 ? 0 : (nearest - within) / larger;
  }
}
