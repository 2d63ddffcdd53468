package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Jensen–Shannon divergences and distances of topics. */
class TopicDistancesTest {
  private static final Offset<Double> TOLERANCE = within(1e-12);

  @Test
  void followsTheFormula() {
    SparseDistribution p = SparseDistribution.of(new int[] {0, 1}, new double[] {0.5, 0.5});
    SparseDistribution q = SparseDistribution.of(new int[] {1, 2}, new double[] {0.25, 0.75});
    // m = 0.25, 0.375, 0.375.
    double expected =
        0.5 * (0.5 * Math.log(0.5 / 0.25) + 0.5 * Math.log(0.5 / 0.375))
            + 0.5 * (0.25 * Math.log(0.25 / 0.375) + 0.75 * Math.log(0.75 / 0.375));
    assertThat(TopicDistances.divergence(p, q)).isCloseTo(expected, TOLERANCE);
    assertThat(expected).isCloseTo(0.4544544, within(1e-6));
    assertThat(TopicDistances.distances(List.of(p, q))[1][0])
        .isCloseTo(Math.sqrt(expected), TOLERANCE);
  }

  @Test
  void isLnTwoWithoutACommonTermAndZeroForEqualTopics() {
    List<SparseDistribution> topics =
        List.of(
            SparseDistribution.of(new int[] {0, 3}, new double[] {0.3, 0.7}),
            SparseDistribution.of(new int[] {1, 2}, new double[] {0.3, 0.7}),
            SparseDistribution.of(new int[] {0, 3}, new double[] {0.3, 0.7}));
    double[][] divergence = TopicDistances.divergences(topics);
    assertThat(divergence[0][1]).isCloseTo(Math.log(2), TOLERANCE);
    assertThat(divergence[0][2]).isZero();
    assertThat(divergence[0][0]).isZero();
  }

  @Test
  void isZeroFromUniformForEqualTermsOnly() {
    SparseDistribution equal =
        SparseDistribution.of(new int[] {0, 1, 2, 3}, new double[] {0.25, 0.25, 0.25, 0.25});
    assertThat(TopicDistances.divergenceFromUniform(equal, 4)).isZero();
    SparseDistribution p = SparseDistribution.of(new int[] {1, 3}, new double[] {0.9, 0.1});
    assertThat(TopicDistances.divergenceFromUniform(p, 4))
        .isCloseTo(TopicDistances.divergence(p, equal), TOLERANCE)
        .isPositive();
  }

  @Test
  void knowsNoDistancesWithoutTopics() {
    assertThat(TopicDistances.distances(List.of())).isEmpty();
  }

  @Property(tries = 100)
  void isTheSameOfPairsAndOfAll(
      @ForAll @IntRange(min = 1, max = 8) int topicCount,
      @ForAll @IntRange(min = 1, max = 40) int terms,
      @ForAll long seed) {
    List<SparseDistribution> topics = RandomTopics.of(topicCount, terms, seed);
    double[][] all = TopicDistances.divergences(topics);
    for (int i = 0; i < topicCount; i++) {
      for (int j = 0; j < topicCount; j++) {
        assertThat(all[i][j])
            .isCloseTo(TopicDistances.divergence(topics.get(i), topics.get(j)), TOLERANCE)
            .isEqualTo(all[j][i])
            .isBetween(0.0, Math.log(2));
      }
    }
  }

  @Property(tries = 100)
  void distancesObeyTheTriangleInequality(
      @ForAll @IntRange(min = 2, max = 30) int terms, @ForAll long seed) {
    double[][] d = TopicDistances.distances(RandomTopics.of(3, terms, seed));
    assertThat(d[0][2]).isLessThanOrEqualTo(d[0][1] + d[1][2] + 1e-12);
  }
}
