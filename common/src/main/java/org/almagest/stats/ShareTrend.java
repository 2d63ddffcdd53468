package org.almagest.stats;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How the share of one topic grows over periods.
 *
 * <p>Period t has n(t) papers; w is the weight of the topic in a paper, from 0 to 1 and 0 where it
 * is absent; W(t) = Σ w and Q(t) = Σ w² over the papers of the period.
 *
 * <ul>
 *   <li>Share: s(t) = W(t) / n(t). It is undefined for a period without papers, which growth leaves
 *       out.
 *   <li>Standard error, from the sample variance of the weights: se(t)² = (Q(t) / n(t) - s(t)²) /
 *       (n(t) - 1); unknown for one paper.
 *   <li>Growth: the slope b of s(t) = a + b t by weighted least squares, t = 0, 1, … in periods,
 *       weights 1 / v(t). v(t) is se(t)², but at least half of σ² / n(t), where σ² = Σ n(t) (Q(t) /
 *       n(t) - s(t)²) / Σ (n(t) - 1) is the variance of the weights within periods; else a rare
 *       topic's periods without it, whose variance is 0, would decide everything. Where se(t) is
 *       unknown v(t) is σ² / n(t).
 *   <li>Error of the slope: sqrt(max(1, χ² / (m - 2)) / Σ (t - t̄)² / v(t)), where χ² = Σ (s(t) - a
 *       - b t)² / v(t) over the m periods with papers and t̄ is the weighted mean of t (Birge
 *       1932): years differ by more than the draw of their papers, and χ² tells how much.
 *   <li>P-value: two-sided, of b over its error by Student's t with m - 2 degrees of freedom. Where
 *       papers differ by chance alone it errs on the safe side, since the error is never taken
 *       smaller than what chance explains.
 *   <li>Relative growth a period: b over the mean of the shares.
 * </ul>
 */
public final class ShareTrend implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int MIN_PERIODS = 3;
  private static final double FLOOR = 0.5;

  /** Variance of weights that all are the same: they are rounded far above its root. */
  private static final double TINY_VARIANCE = 1e-18;

  private final long[] papers;
  private final double[] share;
  private final double[] variance;

  private ShareTrend(long[] papers, double[] share, double[] variance) {
    this.papers = papers;
    this.share = share;
    this.variance = variance;
  }

  /**
   * How the share changes.
   *
   * @param slope b, change of the share a period
   * @param slopeError its standard error
   * @param relative slope over the mean of the shares
   * @param pValue probability of a slope as far from 0 or farther if the share did not change
   */
  public record Growth(double slope, double slopeError, double relative, double pValue) {}

  /**
   * The trend over successive periods.
   *
   * @param papers n, papers of each period
   * @param weightSums W
   * @param squareSums Q
   * @throws IllegalArgumentException for arrays of different lengths, and for sums that weights in
   *     [0, 1] cannot have
   */
  public static ShareTrend of(long[] papers, double[] weightSums, double[] squareSums) {
    int periods = papers.length;
    if (weightSums.length != periods || squareSums.length != periods) {
      throw new IllegalArgumentException("each period needs papers, a sum and a sum of squares");
    }
    double[] share = new double[periods];
    double[] variance = new double[periods];
    for (int t = 0; t < periods; t++) {
      double n = papers[t];
      // Sums are rounded, so the bounds are not sharp.
      double slack = 1e-6 * (1 + n);
      if (!(n >= 0
          && weightSums[t] >= 0
          && squareSums[t] >= 0
          && weightSums[t] <= n + slack
          && squareSums[t] <= weightSums[t] + slack)) {
        throw new IllegalArgumentException(
            String.format(
                "no weights in [0, 1] of %d papers sum to %s and their squares to %s",
                papers[t], weightSums[t], squareSums[t]));
      }
      if (n > 0) {
        share[t] = weightSums[t] / n;
        variance[t] = Math.max(0, squareSums[t] / n - share[t] * share[t]);
      }
    }
    return new ShareTrend(papers.clone(), share, variance);
  }

  /**
   * How the share grows; empty with fewer than three periods that have papers, and for a topic
   * without any weight.
   */
  public Optional<Growth> growth() {
    List<Integer> periods = new ArrayList<>();
    double sumOfShares = 0;
    for (int t = 0; t < papers.length; t++) {
      if (papers[t] > 0) {
        periods.add(t);
        sumOfShares += share[t];
      }
    }
    if (periods.size() < MIN_PERIODS || sumOfShares == 0) {
      return Optional.empty();
    }
    double pooled = pooledVariance();
    double weights = 0;
    double meanShare = 0;
    for (int t : periods) {
      double weight = 1 / shareVariance(t, pooled);
      weights += weight;
      meanShare += weight * share[t];
    }
    meanShare /= weights;
    double meanTime = meanTime(periods, pooled);
    double spread = 0;
    double product = 0;
    for (int t : periods) {
      double weight = 1 / shareVariance(t, pooled);
      spread += weight * (t - meanTime) * (t - meanTime);
      product += weight * (t - meanTime) * (share[t] - meanShare);
    }
    double slope = product / spread;
    double chiSquare = 0;
    for (int t : periods) {
      double residual = share[t] - meanShare - slope * (t - meanTime);
      chiSquare += residual * residual / shareVariance(t, pooled);
    }
    int degrees = periods.size() - 2;
    double error = Math.sqrt(Math.max(1, chiSquare / degrees) / spread);
    // Without a generator, which it would only need to draw from the distribution.
    TDistribution student = new TDistribution(null, degrees);
    double pValue = Math.min(1, 2 * student.cumulativeProbability(-Math.abs(slope / error)));
    double relative = slope / (sumOfShares / periods.size());
    return Optional.of(new Growth(slope, error, relative, pValue));
  }

  /**
   * What the share of each period adds to the slope: c(t) with b = Σ c(t) s(t), which is (t - t̄) /
   * v(t) over Σ (t - t̄)² / v(t), and 0 for a period without papers. If a share is the sum of
   * several parts, so is the slope, with the same c(t). Empty where growth is.
   */
  public Optional<double[]> slopeCoefficients() {
    if (growth().isEmpty()) {
      return Optional.empty();
    }
    List<Integer> periods =
        IntStream.range(0, papers.length).filter(t -> papers[t] > 0).boxed().toList();
    double pooled = pooledVariance();
    double meanTime = meanTime(periods, pooled);
    double spread = 0;
    double[] coefficients = new double[papers.length];
    for (int t : periods) {
      double away = t - meanTime;
      coefficients[t] = away / shareVariance(t, pooled);
      spread += away * coefficients[t];
    }
    for (int t : periods) {
      coefficients[t] /= spread;
    }
    return Optional.of(coefficients);
  }

  /** t̄. */
  private double meanTime(List<Integer> periods, double pooled) {
    double weights = 0;
    double sum = 0;
    for (int t : periods) {
      double weight = 1 / shareVariance(t, pooled);
      weights += weight;
      sum += weight * t;
    }
    return sum / weights;
  }

  /** σ², the variance of the weights within periods. */
  private double pooledVariance() {
    double squares = 0;
    double degrees = 0;
    for (int t = 0; t < papers.length; t++) {
      squares += papers[t] * variance[t];
      degrees += Math.max(0, papers[t] - 1);
    }
    return Math.max(TINY_VARIANCE, degrees == 0 ? 0 : squares / degrees);
  }

  /** v, the variance of a period's share. */
  private double shareVariance(int period, double pooled) {
    double n = papers[period];
    return n == 1 ? pooled : Math.max(variance[period] / (n - 1), FLOOR * pooled / n);
  }
}
