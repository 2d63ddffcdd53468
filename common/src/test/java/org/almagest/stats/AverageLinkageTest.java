package org.almagest.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Clusters by mean distances. */
class AverageLinkageTest {
  @Test
  void joinsTheNearestFirst() {
    // On a line at 0, 1, 5, 7, 20.
    AverageLinkage linkage = AverageLinkage.of(onALine(0, 1, 5, 7, 20));
    assertThat(linkage.cut(5)).containsExactly(0, 1, 2, 3, 4);
    assertThat(linkage.cut(4)).containsExactly(0, 0, 1, 2, 3);
    assertThat(linkage.cut(3)).containsExactly(0, 0, 1, 1, 2);
    assertThat(linkage.cut(2)).containsExactly(0, 0, 0, 0, 1);
    assertThat(linkage.cut(1)).containsExactly(0, 0, 0, 0, 0);
  }

  @Test
  void takesMeansOverItemsAndNotOverClusters() {
    // {0, 1} and {2} join at 1; then {0, 1, 2} is at (4 + 4 + 10) / 3 = 6 from item 3, nearer than
    // the 6.5 between items 3 and 4. A mean of the means of {0, 1} and {2} would be 7.
    double[][] d = {
      {0, 0.5, 1, 4, 50},
      {0.5, 0, 1, 4, 50},
      {1, 1, 0, 10, 50},
      {4, 4, 10, 0, 6.5},
      {50, 50, 50, 6.5, 0}
    };
    assertThat(AverageLinkage.of(d).cut(2)).containsExactly(0, 0, 0, 0, 1);
  }

  @Test
  void numbersClustersByTheirFirstItem() {
    assertThat(AverageLinkage.of(onALine(9, 1, 8, 2)).cut(2)).containsExactly(0, 1, 0, 1);
  }

  @Test
  void leavesTheDistancesAsTheyWere() {
    double[][] d = onALine(0, 1, 5);
    AverageLinkage.of(d);
    assertThat(d).isDeepEqualTo(onALine(0, 1, 5));
  }

  @Test
  void refusesMoreClustersThanItems() {
    AverageLinkage linkage = AverageLinkage.of(onALine(0, 1));
    assertThatThrownBy(() -> linkage.cut(3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> linkage.cut(0)).isInstanceOf(IllegalArgumentException.class);
    assertThat(AverageLinkage.of(new double[0][0]).cut(0)).isEmpty();
    assertThat(AverageLinkage.of(new double[1][1]).cut(1)).containsExactly(0);
  }

  @Test
  void splitsEqualDistancesIntoAsManyClustersAsAsked() {
    double[][] equal = new double[6][6];
    for (int i = 0; i < 6; i++) {
      Arrays.fill(equal[i], 1);
      equal[i][i] = 0;
    }
    for (int clusters = 1; clusters <= 6; clusters++) {
      assertThat(Arrays.stream(AverageLinkage.of(equal).cut(clusters)).distinct().count())
          .isEqualTo(clusters);
    }
  }

  @Property(tries = 100)
  void doesWhatJoiningTheNearestPairAgainAndAgainDoes(
      @ForAll @IntRange(min = 1, max = 14) int items, @ForAll long seed) {
    Random random = new Random(seed);
    double[][] d = new double[items][items];
    for (int i = 0; i < items; i++) {
      for (int j = 0; j < i; j++) {
        d[i][j] = random.nextDouble();
        d[j][i] = d[i][j];
      }
    }
    AverageLinkage linkage = AverageLinkage.of(d);
    int[] naive = new int[items];
    Arrays.setAll(naive, i -> i);
    for (int clusters = items; clusters >= 1; clusters--) {
      assertThat(linkage.cut(clusters)).containsExactly(numbered(naive));
      joinNearest(d, naive);
    }
  }

  private static void joinNearest(double[][] d, int[] cluster) {
    double nearest = Double.POSITIVE_INFINITY;
    int from = -1;
    int to = -1;
    for (int a : Arrays.stream(cluster).distinct().toArray()) {
      for (int b : Arrays.stream(cluster).distinct().toArray()) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < cluster.length; i++) {
          for (int j = 0; j < cluster.length; j++) {
            if (cluster[i] == a && cluster[j] == b) {
              sum += d[i][j];
              pairs++;
            }
          }
        }
        if (a < b && sum / pairs < nearest) {
          nearest = sum / pairs;
          from = b;
          to = a;
        }
      }
    }
    for (int i = 0; i < cluster.length; i++) {
      if (cluster[i] == from) {
        cluster[i] = to;
      }
    }
  }

  private static int[] numbered(int[] cluster) {
    int[] order = Arrays.stream(cluster).distinct().toArray();
    return Arrays.stream(cluster)
        .map(c -> Arrays.stream(order).boxed().toList().indexOf(c))
        .toArray();
  }

  private static double[][] onALine(double... places) {
    double[][] d = new double[places.length][places.length];
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < places.length; j++) {
        d[i][j] = Math.abs(places[i] - places[j]);
      }
    }
    return d;
  }
}
