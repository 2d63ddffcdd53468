package org.almagest.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Agglomerative clustering by average linkage, UPGMA (Sokal and Michener 1958): the two clusters
 * with the smallest mean distance between their items are joined, again and again.
 *
 * <p>Joins are found by chains of nearest neighbours (Murtagh 1983) in O(n²) time and memory, with
 * d(k, a ∪ b) = (|a| d(k, a) + |b| d(k, b)) / (|a| + |b|). Of equally near clusters the one before
 * in the chain is taken, else the one with the smallest item.
 */
public final class AverageLinkage {
  private record Join(int first, int second, double height) {}

  private final int items;
  private final List<Join> joins;

  private AverageLinkage(int items, List<Join> joins) {
    this.items = items;
    this.joins = joins;
  }

  /**
   * Clusters items.
   *
   * @param distances symmetric, 0 on the diagonal; left as they are
   */
  public static AverageLinkage of(double[][] distances) {
    int items = distances.length;
    double[][] distance = new double[items][];
    for (int i = 0; i < items; i++) {
      distance[i] = distances[i].clone();
    }
    // A cluster stands at its smallest item; a size of 0 marks items within others' clusters.
    int[] size = new int[items];
    Arrays.fill(size, 1);
    List<Join> joins = new ArrayList<>();
    int[] chain = new int[items];
    int length = 0;
    int firstLeft = 0;
    while (joins.size() < items - 1) {
      if (length == 0) {
        while (size[firstLeft] == 0) {
          firstLeft++;
        }
        chain[length++] = firstLeft;
      }
      int last = chain[length - 1];
      int before = length > 1 ? chain[length - 2] : -1;
      int nearest = nearest(distance[last], size, last, before);
      if (nearest == before) {
        length -= 2;
        joins.add(join(distance, size, Math.min(last, before), Math.max(last, before)));
      } else {
        chain[length++] = nearest;
      }
    }
    joins.sort(Comparator.comparingDouble(Join::height));
    return new AverageLinkage(items, joins);
  }

  private static int nearest(double[] distance, int[] size, int from, int preferred) {
    int nearest = preferred;
    for (int other = 0; other < size.length; other++) {
      if (size[other] > 0
          && other != from
          && (nearest < 0 || distance[other] < distance[nearest])) {
        nearest = other;
      }
    }
    return nearest;
  }

  private static Join join(double[][] distance, int[] size, int kept, int dropped) {
    double height = distance[kept][dropped];
    double share = (double) size[kept] / (size[kept] + size[dropped]);
    for (int other = 0; other < size.length; other++) {
      if (size[other] > 0 && other != kept && other != dropped) {
        double mean = share * distance[kept][other] + (1 - share) * distance[dropped][other];
        distance[kept][other] = mean;
        distance[other][kept] = mean;
      }
    }
    size[kept] += size[dropped];
    size[dropped] = 0;
    return new Join(kept, dropped, height);
  }

  /**
   * The clusters left when the nearest have been joined until there are so many.
   *
   * @param clusters from 1 to the number of items
   * @return cluster of each item, numbered from 0 in the order of their smallest items
   */
  public int[] cut(int clusters) {
    if (clusters < Math.min(1, items) || clusters > items) {
      throw new IllegalArgumentException(items + " items make no " + clusters + " clusters");
    }
    int[] parent = new int[items];
    Arrays.setAll(parent, i -> i);
    for (Join join : joins.subList(0, items - clusters)) {
      int first = root(parent, join.first());
      int second = root(parent, join.second());
      parent[Math.max(first, second)] = Math.min(first, second);
    }
    int[] cluster = new int[items];
    int next = 0;
    for (int i = 0; i < items; i++) {
      int root = root(parent, i);
      cluster[i] = root == i ? next++ : cluster[root];
    }
    return cluster;
  }

  private static int root(int[] parent, int item) {
    int root = item;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
