package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Distributions with few values above zero. */
class SparseDistributionTest {
  @Test
  void keepsIndicesAndValues() {
    SparseDistribution distribution =
        SparseDistribution.of(new int[] {1, 4}, new double[] {0.25, 0.75});
    assertThat(distribution.size()).isEqualTo(2);
    assertThat(distribution.index(1)).isEqualTo(4);
    assertThat(distribution.value(1)).isEqualTo(0.75);
  }

  @Test
  void takesWeightsInProportion() {
    SparseDistribution counts = SparseDistribution.ofWeights(new int[] {0, 9}, new double[] {1, 3});
    assertThat(counts.value(0)).isCloseTo(0.25, within(1e-12));
    SparseDistribution dense = SparseDistribution.ofDense(new double[] {0, 6, 0, 2});
    assertThat(dense.size()).isEqualTo(2);
    assertThat(dense.index(0)).isEqualTo(1);
    assertThat(dense.value(1)).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void doesNotChangeWithTheArraysItIsMadeOf() {
    int[] indices = {0, 1};
    double[] values = {0.5, 0.5};
    SparseDistribution distribution = SparseDistribution.of(indices, values);
    indices[0] = 7;
    values[0] = 7;
    assertThat(distribution.index(0)).isZero();
    assertThat(distribution.value(0)).isEqualTo(0.5);
  }

  @Test
  void refusesWhatIsNoDistribution() {
    assertRefused(new int[] {0, 1}, new double[] {1});
    assertRefused(new int[] {1, 0}, new double[] {0.5, 0.5});
    assertRefused(new int[] {1, 1}, new double[] {0.5, 0.5});
    assertRefused(new int[] {-1, 1}, new double[] {0.5, 0.5});
    assertRefused(new int[] {0, 1}, new double[] {1, 0});
    assertRefused(new int[] {0, 1}, new double[] {0.5, 0.6});
    assertRefused(new int[] {}, new double[] {});
    assertRefused(new int[] {0}, new double[] {Double.NaN});
    assertThatThrownBy(() -> SparseDistribution.ofDense(new double[] {0, 0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SparseDistribution.ofDense(new double[] {2, -1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertRefused(int[] indices, double[] values) {
    assertThatThrownBy(() -> SparseDistribution.of(indices, values))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
