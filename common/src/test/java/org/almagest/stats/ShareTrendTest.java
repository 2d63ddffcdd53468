package org.almagest.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.almagest.stats.ShareTrend.Growth;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The growth of shares over periods. */
class ShareTrendTest {
  private static final Offset<Double> TOLERANCE = within(1e-9);

  @Test
  void growthIsTheSlopeWithTheErrorThatItsScatterShows() {
    Growth growth = withEqualErrors(0.1, 0.2, 0.2, 0.3).growth().get();
    // Slope: 0.3 / 5. The fit 0.11, 0.17, 0.23, 0.29 misses by 1, 3, 3, 1 standard errors of 0.01:
    // χ² = 20, over two degrees of freedom 10. Error: sqrt(10 · 0.0001 / 5).
    assertThat(growth.slope()).isCloseTo(0.06, TOLERANCE);
    assertThat(growth.slopeError()).isCloseTo(Math.sqrt(2e-4), TOLERANCE);
    assertThat(growth.relative()).isCloseTo(0.06 / 0.2, TOLERANCE);
    // With two degrees of freedom P(|T| > t) = 1 - t / sqrt(2 + t²), and t = sqrt(18).
    assertThat(growth.pValue()).isCloseTo(1 - Math.sqrt(18.0 / 20.0), TOLERANCE);
    assertThat(growth.pValue()).isCloseTo(0.051317, within(1e-6));
  }

  @Test
  void slopeCoefficientsSplitTheSlopeByPeriodsAndByParts() {
    // Shares 1/2, 1/2 and 1 of two papers a year; σ² = 1/3, v = 1/4, 1/4 and half of 1/3 over 2.
    // t̄ = (0 + 4 + 24) / 20 = 1.4; Σ (t - t̄)² / v = 12.8.
    ShareTrend trend = trend(new long[] {2, 2, 2}, new double[] {1, 1, 2}, new double[] {1, 1, 2});
    double[] coefficients = trend.slopeCoefficients().get();
    assertThat(coefficients).containsExactly(new double[] {-0.4375, -0.125, 0.5625}, TOLERANCE);
    assertThat(trend.growth().get().slope()).isCloseTo(0.28125, TOLERANCE);
  }

  @Test
  void slopeCoefficientsGiveTheSlopeWhereAPeriodIsWithoutPapers() {
    ShareTrend trend =
        trend(new long[] {3, 0, 5, 4}, new double[] {0.5, 0, 2, 3}, new double[] {0.2, 0, 1, 2.5});
    double[] coefficients = trend.slopeCoefficients().get();
    assertThat(coefficients[1]).isZero();
    assertThat(coefficients[0] * 0.5 / 3 + coefficients[2] * 2 / 5 + coefficients[3] * 3 / 4)
        .isCloseTo(trend.growth().get().slope(), TOLERANCE);
    assertThat(trend(new long[] {3, 5}, new double[] {1, 1}, new double[] {1, 1}))
        .matches(two -> two.slopeCoefficients().isEmpty());
  }

  @Test
  void theErrorIsNeverLessThanThatOfTheShares() {
    Growth growth = withEqualErrors(0.10, 0.11, 0.12).growth().get();
    // No scatter at all. Error: sqrt(0.0001 / 2), so t = sqrt 2; with one degree of freedom
    // P(|T| > t) = 1 - 2 / π · atan t.
    assertThat(growth.slopeError()).isCloseTo(Math.sqrt(0.5e-4), TOLERANCE);
    assertThat(growth.pValue()).isCloseTo(1 - 2 / Math.PI * Math.atan(Math.sqrt(2)), TOLERANCE);
  }

  @Test
  void pValuesAreThoseOfTheTableOfStudentsT() {
    // The shares 0.2 + b t ± 0.01 in the pattern + - - + + - - + of eight periods are orthogonal to
    // the line: χ² is 8, over six degrees of freedom. Two-sided 5 % is at t = 2.446912 there.
    double b = 2.4469118511 * Math.sqrt(8.0 / 6.0 * 1e-4 / 42.0);
    double[] shares = new double[8];
    int[] sign = {1, -1, -1, 1, 1, -1, -1, 1};
    for (int t = 0; t < 8; t++) {
      shares[t] = 0.2 + b * t + 0.01 * sign[t];
    }
    assertThat(withEqualErrors(shares).growth().get().pValue()).isCloseTo(0.05, within(1e-8));
  }

  @Test
  void periodsWithoutPapersKeepTheirPlaceInTime() {
    double[] shares = {0.1, 0.2, 0.4};
    ShareTrend gap =
        trend(
            new long[] {101, 101, 0, 101},
            new double[] {10.1, 20.2, 0, 40.4},
            new double[] {101 * (0.01 + 0.01), 101 * (0.01 + 0.04), 0, 101 * (0.01 + 0.16)});
    assertThat(gap.growth().get().slope()).isCloseTo(0.1, TOLERANCE);
    assertThat(withEqualErrors(shares).growth().get().slope()).isCloseTo(0.15, TOLERANCE);
  }

  @Test
  void fewerThanThreePeriodsWithPapersShowNoGrowth() {
    assertThat(withEqualErrors(0.1, 0.2).growth()).isEmpty();
    assertThat(trend(new long[] {9, 0, 9}, new double[] {1, 0, 2}, new double[] {1, 0, 2}).growth())
        .isEmpty();
    assertThat(trend(new long[] {}, new double[] {}, new double[] {}).growth()).isEmpty();
  }

  @Test
  void aTopicWithoutWeightShowsNoGrowth() {
    assertThat(trend(new long[] {9, 9, 9}, new double[3], new double[3]).growth()).isEmpty();
  }

  @Test
  void periodsWithoutTheTopicDoNotDecideAlone() {
    // 0, 0, 0 and then a tenth of the papers. With weights of 1 / 0 the slope would be 0.
    Growth growth =
        trend(
                new long[] {100, 100, 100, 100},
                new double[] {0, 0, 0, 10},
                new double[] {0, 0, 0, 10})
            .growth()
            .get();
    assertThat(growth.slope()).isGreaterThan(0.005);
    assertThat(growth.pValue()).isBetween(0.05, 0.9);
  }

  @Test
  void equalWeightsEverywhereAreATrendWithoutError() {
    double[] sums = {10, 20, 30, 40};
    double[] squares = {1, 4, 9, 16};
    Growth growth = trend(new long[] {100, 100, 100, 100}, sums, squares).growth().get();
    assertThat(growth.slope()).isCloseTo(0.1, TOLERANCE);
    assertThat(growth.pValue()).isLessThan(1e-6);
    Growth flat =
        trend(
                new long[] {100, 100, 100, 100},
                new double[] {10, 10, 10, 10},
                new double[] {1, 1, 1, 1})
            .growth()
            .get();
    assertThat(flat.pValue()).isGreaterThan(0.99);
  }

  @Test
  void refusesSumsThatNoWeightsHave() {
    assertThatThrownBy(() -> trend(new long[] {2}, new double[] {3}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 papers");
    assertThatThrownBy(() -> trend(new long[] {2}, new double[] {1}, new double[] {1.5}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> trend(new long[] {2, 2}, new double[] {1}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void callsOneInTwentyStillTopicsGrowingWhereYearsDiffer() {
    // Each year's share strays by a factor from the same mean: no growth, but more than chance.
    assertThat(falsePositives(0.3)).isBetween(0.035, 0.065);
  }

  @Test
  void errsOnTheSafeSideWherePapersDifferByChanceAlone() {
    assertThat(falsePositives(0)).isBetween(0.005, 0.05);
  }

  @Property
  void turnsWithTime(
      @ForAll @Size(min = 3, max = 12) List<@DoubleRange(min = 0.05, max = 0.6) Double> values) {
    double[] shares = values.stream().mapToDouble(Double::doubleValue).toArray();
    double[] reversed = new double[shares.length];
    for (int t = 0; t < shares.length; t++) {
      reversed[t] = shares[shares.length - 1 - t];
    }
    Growth forth = withEqualErrors(shares).growth().get();
    Growth back = withEqualErrors(reversed).growth().get();
    assertThat(back.slope()).isCloseTo(-forth.slope(), TOLERANCE);
    assertThat(back.pValue()).isCloseTo(forth.pValue(), within(1e-6)).isBetween(0.0, 1.0);
  }

  /** Share of still topics with a p-value below 0.05: 2,000 topics, 10 years of 500 papers. */
  private static double falsePositives(double spreadOfYears) {
    Random random = new Random(5);
    int topics = 2000;
    int found = 0;
    for (int topic = 0; topic < topics; topic++) {
      long[] papers = new long[10];
      double[] sums = new double[10];
      double[] squares = new double[10];
      for (int t = 0; t < papers.length; t++) {
        papers[t] = 500;
        double present = 0.2 * Math.exp(spreadOfYears * random.nextGaussian());
        for (int paper = 0; paper < papers[t]; paper++) {
          if (random.nextDouble() < present) {
            double weight = random.nextDouble();
            sums[t] += weight;
            squares[t] += weight * weight;
          }
        }
      }
      if (trend(papers, sums, squares).growth().get().pValue() < 0.05) {
        found++;
      }
    }
    return (double) found / topics;
  }

  /** Periods of 101 papers whose weights have the variance 0.01, so that each error is 0.01. */
  private static ShareTrend withEqualErrors(double... shares) {
    long[] papers = new long[shares.length];
    double[] sums = new double[shares.length];
    double[] squares = new double[shares.length];
    for (int t = 0; t < shares.length; t++) {
      papers[t] = 101;
      sums[t] = 101 * shares[t];
      squares[t] = 101 * (0.01 + shares[t] * shares[t]);
    }
    return trend(papers, sums, squares);
  }

  private static ShareTrend trend(long[] papers, double[] sums, double[] squares) {
    return ShareTrend.of(papers, sums, squares);
  }
}
