package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How surely topics come again. */
class TopicStabilityTest {
  private static final SparseDistribution P =
      SparseDistribution.of(new int[] {0, 1}, new double[] {0.5, 0.5});
  private static final SparseDistribution Q =
      SparseDistribution.of(new int[] {2, 3}, new double[] {0.5, 0.5});
  private static final SparseDistribution HALF_OF_Q =
      SparseDistribution.of(new int[] {3, 4}, new double[] {0.5, 0.5});

  @Test
  void meansTheCosinesOfTheCounterparts() {
    double[] stability =
        TopicStability.of(List.of(P, Q), List.of(List.of(Q, P), List.of(P, HALF_OF_Q)));
    assertThat(stability[0]).isCloseTo(1, within(1e-12));
    // 1 in one model and 0.25 / 0.5 in the other.
    assertThat(stability[1]).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void countsAModelWithoutACounterpartAsZero() {
    double[] stability = TopicStability.of(List.of(P, Q), List.of(List.of(P)));
    assertThat(stability[0]).isCloseTo(1, within(1e-12));
    assertThat(stability[1]).isZero();
  }

  @Test
  void needsAnotherModel() {
    assertThatThrownBy(() -> TopicStability.of(List.of(P), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
