package org.almagest.topic;

import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.almagest.stats.AverageLinkage;
import org.almagest.stats.Silhouette;

/**
 * Areas of like topics, the level above topics.
 *
 * <p>Topics are clustered by average linkage and cut into the number of areas, from 2 to ⌈√K⌉ + 4
 * but below K, with the largest mean silhouette, of equal ones the smallest number. Fewer than four
 * topics are one area, and so are topics of which no cut has a mean silhouette above 0. Areas are
 * numbered from 0 by falling weight of their topics, of equal ones by their first topic.
 */
public final class TopicAreas {
  private static final int FEWEST_TOPICS = 4;
  private static final int BEYOND_ROOT = 4;

  private final int[] area;
  private final int areas;
  private final OptionalDouble silhouette;

  private TopicAreas(int[] area, int areas, OptionalDouble silhouette) {
    this.area = area;
    this.areas = areas;
    this.silhouette = silhouette;
  }

  /**
   * Groups K topics in O(K² √K).
   *
   * @param distances between topics, symmetric, such as {@link TopicDistances#distances}
   * @param weights of each topic, such as its share of all tokens
   */
  public static TopicAreas of(double[][] distances, double[] weights) {
    int topics = distances.length;
    if (weights.length != topics) {
      throw new IllegalArgumentException(weights.length + " weights for " + topics + " topics");
    }
    int[] best = new int[topics];
    int bestAreas = Math.min(1, topics);
    double bestSilhouette = 0;
    if (topics >= FEWEST_TOPICS) {
      AverageLinkage linkage = AverageLinkage.of(distances);
      int most = Math.min(topics - 1, (int) Math.ceil(Math.sqrt(topics)) + BEYOND_ROOT);
      for (int areas = 2; areas <= most; areas++) {
        int[] cut = linkage.cut(areas);
        double mean = Silhouette.mean(distances, cut);
        if (mean > bestSilhouette) {
          best = cut;
          bestAreas = areas;
          bestSilhouette = mean;
        }
      }
    }
    return new TopicAreas(
        byWeight(best, bestAreas, weights),
        bestAreas,
        bestAreas > 1 ? OptionalDouble.of(bestSilhouette) : OptionalDouble.empty());
  }

  private static int[] byWeight(int[] cut, int areas, double[] weights) {
    double[] areaWeight = new double[areas];
    for (int topic = 0; topic < cut.length; topic++) {
      areaWeight[cut[topic]] += weights[topic];
    }
    int[] falling =
        IntStream.range(0, areas)
            .boxed()
            .sorted(Comparator.comparingDouble(area -> -areaWeight[area]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] number = new int[areas];
    for (int place = 0; place < areas; place++) {
      number[falling[place]] = place;
    }
    return IntStream.of(cut).map(area -> number[area]).toArray();
  }

  /** Number of areas, at least 1 where there is a topic. */
  public int areas() {
    return areas;
  }

  /** The area of a topic. */
  public int areaOf(int topic) {
    return area[topic];
  }

  /** The mean silhouette of the areas, above 0; empty for a single area. */
  public OptionalDouble silhouette() {
    return silhouette;
  }
}
