package org.almagest.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Histories of citation whose coefficient one can work out. */
class SleepingBeautyTest {
  @Test
  void addsUpWhatIsMissingToTheLine() {
    // The line is 0, 2, 4, 6, 8; missing are 0, 2, 4, 5 and 0.
    SleepingBeauty paper = SleepingBeauty.of(new int[] {0, 0, 0, 1, 8, 3});
    assertThat(paper.coefficient()).isCloseTo(11, within(1e-12));
    assertThat(paper.awakeningAge()).isEqualTo(3);
  }

  @Test
  void dividesByTheCitationsOfTheYear() {
    // The line is 2, 5, 8: (2-2)/2 + (5-4)/4 + 0.
    assertThat(SleepingBeauty.of(new int[] {2, 4, 8}).coefficient()).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void isZeroWhereCitationsGrowEvenlyOrNeverGrow() {
    assertThat(SleepingBeauty.of(new int[] {1, 3, 5, 7})).isEqualTo(new SleepingBeauty(0, 0));
    assertThat(SleepingBeauty.of(new int[] {9, 3, 1})).isEqualTo(new SleepingBeauty(0, 0));
    assertThat(SleepingBeauty.of(new int[] {0, 0})).isEqualTo(new SleepingBeauty(0, 0));
    assertThat(SleepingBeauty.of(new int[0])).isEqualTo(new SleepingBeauty(0, 0));
  }

  @Test
  void isNegativeWhereCitationsRoseEarly() {
    // The line is 0, 3, 6, 9: (3-8)/8 + (6-8)/8.
    SleepingBeauty paper = SleepingBeauty.of(new int[] {0, 8, 8, 9});
    assertThat(paper.coefficient()).isCloseTo(-7 / 8.0, within(1e-12));
    assertThat(paper.awakeningAge()).isEqualTo(1);
  }

  @Test
  void endsAtTheFirstOfTheBestYears() {
    assertThat(SleepingBeauty.of(new int[] {0, 4, 0, 4}).coefficient()).isZero();
  }

  @Test
  void growsTheLongerThePaperSleeps() {
    // After n silent years 10 citations: the sum of 10 t / n for t below n, which is 5 (n - 1).
    int[] history = new int[101];
    history[100] = 10;
    SleepingBeauty paper = SleepingBeauty.of(history);
    assertThat(paper.coefficient()).isCloseTo(495, within(1e-9));
    assertThat(paper.awakeningAge()).isEqualTo(99);
  }
}
