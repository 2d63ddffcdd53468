package org.almagest.benchmark.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Figures of results that one sees. */
class JudgeTest {
  /** Two triangles with a bridge between nodes 2 and 3. */
  private static final BenchmarkGraph TRIANGLES =
      new BenchmarkGraph(
          6, new int[] {0, 1, 0, 2, 3, 4, 3}, new int[] {1, 2, 2, 3, 4, 5, 5}, new double[0]);

  @Test
  void modularityIsThatOfTheTwoTriangles() {
    double[] triangles = {0, 0, 0, 7, 7, 7};
    // 6 of 7 edges lie within, and each side has half of all ends.
    assertThat(new Judge(TRIANGLES).modularity(triangles)).isCloseTo(6 / 7.0 - 0.5, within(1e-15));
    assertThat(new Judge(TRIANGLES).modularity(new double[6])).isCloseTo(0, within(1e-15));
  }

  @Test
  void weightsCountInModularity() {
    BenchmarkGraph weighted =
        new BenchmarkGraph(3, new int[] {0, 1}, new int[] {1, 2}, new double[] {3, 1});
    // {0, 1} has 3 of 4 within and 7 of 8 ends, {2} none and 1 of 8.
    assertThat(new Judge(weighted).modularity(new double[] {0, 0, 1}))
        .isCloseTo(0.75 - 49 / 64.0 - 1 / 64.0, within(1e-15));
  }

  @Test
  void groupsAreTheSameWhateverTheirNumbers() {
    assertThat(Judge.apart(new double[] {5, 5, 2, 2}, new double[] {0, 0, 1, 1})).isZero();
    assertThat(Judge.apart(new double[] {5, 5, 2, 2}, new double[] {0, 0, 1, 0})).isEqualTo(1);
    assertThat(Judge.groups(new double[] {5, 5, 2, 2})).isEqualTo(2);
  }

  @Test
  void aNumberAndNoneAreInfinitelyDifferent() {
    double none = Double.NaN;
    assertThat(Judge.largestDifference(new double[] {1, none, 3}, new double[] {1, none, 2.5}))
        .isEqualTo(0.5);
    assertThat(Judge.largestDifference(new double[] {1, none}, new double[] {1, 0}))
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Judge.mean(new double[] {1, none, 2})).isEqualTo(1.5);
    assertThat(Judge.distance(new double[] {1, 2}, new double[] {0.5, 2.25})).isEqualTo(0.75);
  }
}
