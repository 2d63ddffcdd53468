package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Distances of topics from what is no subject. */
class TopicSignificanceTest {
  private static final Offset<Double> TOLERANCE = within(1e-12);
  private static final SparseDistribution CORPUS =
      SparseDistribution.ofDense(new double[] {4, 3, 2, 1});

  @Test
  void theCorpusItselfIsVacuous() {
    TopicSignificance significance =
        TopicSignificance.of(CORPUS, CORPUS, 4, new TopicSpread(0.5, 0.5));
    assertThat(significance.vacuous()).isZero();
    assertThat(significance.uniform()).isPositive();
  }

  @Test
  void equallyProbableTermsAreUniform() {
    SparseDistribution flat = SparseDistribution.ofDense(new double[] {1, 1, 1, 1});
    TopicSignificance significance =
        TopicSignificance.of(flat, CORPUS, 4, new TopicSpread(0.5, 0.5));
    assertThat(significance.uniform()).isZero();
    assertThat(significance.vacuous()).isPositive();
  }

  @Test
  void aTopicOfRareTermsIsFarFromTheCorpus() {
    SparseDistribution own = SparseDistribution.of(new int[] {7}, new double[] {1});
    assertThat(TopicSignificance.of(own, CORPUS, 8, new TopicSpread(0, 0)).vacuous())
        .isCloseTo(1, TOLERANCE);
  }

  @Test
  void aTopicOfAllPapersIsBackgroundAndOneOfNoneIsFarthest() {
    assertThat(background(1)).isCloseTo(0, TOLERANCE);
    assertThat(background(0)).isCloseTo(1, TOLERANCE);
    assertThat(background(0.29)).isCloseTo(0.504, within(1e-3));
    assertThat(background(0.03)).isCloseTo(0.902, within(1e-3));
  }

  @Property(tries = 50)
  void backgroundIsTheDivergenceOfSomePapersFromAll(
      @ForAll @IntRange(min = 1, max = 50) int present, @ForAll @IntRange(max = 50) int absent) {
    double[] weights = new double[present + absent];
    Arrays.fill(weights, 0, present, 1);
    double expected =
        TopicDistances.divergenceFromUniform(SparseDistribution.ofDense(weights), weights.length);
    assertThat(background((double) present / weights.length))
        .isCloseTo(expected / Math.log(2), within(1e-9));
  }

  @Test
  void refusesSharesThatAreNone() {
    assertThatThrownBy(() -> new TopicSpread(1.2, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TopicSpread(0.2, 0.3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double background(double paperShare) {
    return TopicSignificance.of(CORPUS, CORPUS, 4, new TopicSpread(paperShare, 0)).background();
  }
}
