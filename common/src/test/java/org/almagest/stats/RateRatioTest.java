package org.almagest.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.junit.jupiter.api.Test;

class RateRatioTest {
  @Test
  void theLadyTastingTeaIsRightByChanceOnceInSeventyTimes() {
    // Fisher (1935): four of four cups against none of four.
    assertThat(new RateRatio(4, 4, 0, 4).pValue()).isCloseTo(1.0 / 70, within(1e-12));
    // Three or more right: (1 + 16) / 70.
    assertThat(new RateRatio(3, 4, 1, 4).pValue()).isCloseTo(17.0 / 70, within(1e-12));
    assertThat(new RateRatio(1, 4, 3, 4).pValue()).isCloseTo(69.0 / 70, within(1e-12));
  }

  @Test
  void theRatioAndItsIntervalAreThoseOfTheFormula() {
    RateRatio ratio = new RateRatio(9, 99, 19, 999);
    // (9.5 / 99.5) / (19.5 / 999.5), and 1 / 9.5 - 1 / 99.5 + 1 / 19.5 - 1 / 999.5.
    assertThat(ratio.ratio()).isCloseTo(4.8938281, within(1e-6));
    double error = Math.sqrt(0.10526316 - 0.01005025 + 0.05128205 - 0.00100050);
    assertThat(ratio.low()).isCloseTo(4.8938281 * Math.exp(-1.959964 * error), within(1e-5));
    assertThat(ratio.high()).isCloseTo(4.8938281 * Math.exp(1.959964 * error), within(1e-5));
  }

  @Test
  void whatWasNeverThereBeforeHasAFiniteRatio() {
    RateRatio ratio = new RateRatio(5, 10, 0, 1000);
    assertThat(ratio.ratio()).isFinite().isGreaterThan(100);
    assertThat(ratio.low()).isPositive().isLessThan(ratio.ratio());
  }

  @Test
  void whatIsInNoPaperOrInAllIsNoBurst() {
    assertThat(new RateRatio(0, 10, 5, 10).pValue()).isEqualTo(1);
    assertThat(new RateRatio(10, 10, 10, 10).pValue()).isEqualTo(1);
    assertThat(new RateRatio(0, 10, 0, 10).pValue()).isEqualTo(1);
  }

  @Test
  void millionsOfPapersTakeNoLongTail() {
    double p = new RateRatio(6_000, 1_000_000, 40_000, 10_000_000).pValue();
    assertThat(p).isPositive().isLessThan(1e-100);
    assertThat(new RateRatio(4_000, 1_000_000, 40_000, 10_000_000).pValue())
        .isCloseTo(0.5, within(0.01));
  }

  @Test
  void refusesCountsThatCannotBe() {
    assertThatThrownBy(() -> new RateRatio(1, 0, 0, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 of 0");
    assertThatThrownBy(() -> new RateRatio(0, 5, 6, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void thePValueIsTheTailOfTheHypergeometricDistribution(
      @ForAll @IntRange(min = 1, max = 60) int papers,
      @ForAll @IntRange(min = 1, max = 60) int baseline,
      @ForAll @IntRange(max = 60) int cases,
      @ForAll @IntRange(max = 60) int baselineCases) {
    int x = Math.min(cases, papers);
    int y = Math.min(baselineCases, baseline);
    double expected =
        new HypergeometricDistribution(null, papers + baseline, papers, x + y)
            .upperCumulativeProbability(x);
    assertThat(new RateRatio(x, papers, y, baseline).pValue()).isCloseTo(expected, within(1e-9));
  }
}
