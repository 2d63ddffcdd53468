package org.almagest.citation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Medians of ages. */
class CitedHalfLifeTest {
  @Test
  void isWithinTheYearInWhichTheMiddleCitationCame() {
    assertThat(CitedHalfLife.of(new int[] {1, 2, 4, 1})).hasValue(2.25);
    assertThat(CitedHalfLife.of(new int[] {0, 0, 6})).hasValue(2.5);
  }

  @Test
  void isTheEndOfTheYearWhoseEndSawHalf() {
    assertThat(CitedHalfLife.of(new int[] {2, 3, 0, 5})).hasValue(2);
  }

  @Test
  void needsACitation() {
    assertThat(CitedHalfLife.of(new int[] {0, 0})).isEmpty();
    assertThat(CitedHalfLife.of(new int[0])).isEmpty();
    assertThat(CitedHalfLife.of(new int[] {1})).hasValue(0.5);
  }
}
