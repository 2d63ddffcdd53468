package org.almagest.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** How well items sit in their clusters. */
class SilhouetteTest {
  /** On a line at 0, 1, 4 and 6. */
  private static final double[][] DISTANCES = {
    {0, 1, 4, 6}, {1, 0, 3, 5}, {4, 3, 0, 2}, {6, 5, 2, 0}
  };

  @Test
  void meansOverItems() {
    // a = 1, 1, 2, 2; b = 5, 4, 3.5, 5.5.
    double expected = ((5 - 1) / 5.0 + (4 - 1) / 4.0 + (3.5 - 2) / 3.5 + (5.5 - 2) / 5.5) / 4;
    assertThat(Silhouette.mean(DISTANCES, new int[] {0, 0, 1, 1}))
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void isBelowZeroForItemsInTheWrongCluster() {
    assertThat(Silhouette.mean(DISTANCES, new int[] {0, 1, 1, 0})).isNegative();
  }

  @Test
  void countsAnItemAloneAsZero() {
    // Items 0, 1, 2: a = 2.5, 2, 3.5; b = 6, 5, 2.
    double expected = (3.5 / 6 + 3 / 5.0 - 1.5 / 3.5 + 0) / 4;
    assertThat(Silhouette.mean(DISTANCES, new int[] {0, 0, 0, 1}))
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void takesTheNearestOfTheOtherClusters() {
    // Items 0 and 1 of cluster 0: a = 1; b = 4 and 3 to cluster 1, not 6 and 5 to cluster 2.
    assertThat(Silhouette.mean(DISTANCES, new int[] {0, 0, 1, 2}))
        .isCloseTo((3 / 4.0 + 2 / 3.0) / 4, within(1e-12));
  }

  @Test
  void isZeroForOneClusterAndForItemsAtOnePlace() {
    assertThat(Silhouette.mean(DISTANCES, new int[4])).isZero();
    assertThat(Silhouette.mean(new double[4][4], new int[] {0, 0, 1, 1})).isZero();
    assertThat(Silhouette.mean(new double[0][0], new int[0])).isZero();
  }
}
