package org.almagest.stats;

import org.apache.commons.math3.special.Gamma;

/**
 * How many times as frequent something is in one set of papers as in another, and how sure that is.
 *
 * <p>Of n papers x have it; of the m papers of the other set, the baseline, y do.
 *
 * <ul>
 *   <li>Ratio: r = ((x + ½) / (n + ½)) / ((y + ½) / (m + ½)), where the halves keep it finite and
 *       make its logarithm almost unbiased (Pettigrew, Gart and Thomas 1986).
 *   <li>95 % confidence interval: r exp(± 1.96 se), with se² = 1 / (x + ½) - 1 / (n + ½) + 1 / (y +
 *       ½) - 1 / (m + ½), the variance of the logarithm from the same paper.
 *   <li>P-value: Σ over i from x to min(n, t) of C(n, i) C(m, t - i) / C(n + m, t), with t = x + y:
 *       the probability that so many or more of the t papers are among the n where each is as
 *       likely there as in the baseline (Fisher's exact test, one-sided; Fisher 1935).
 * </ul>
 *
 * @param cases x
 * @param papers n, at least 1
 * @param baselineCases y
 * @param baselinePapers m, at least 1
 */
public record RateRatio(long cases, long papers, long baselineCases, long baselinePapers) {
  /** The 0.975 quantile of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /** A term that adds less than this part of the sum changes no digit of it. */
  private static final double NEGLIGIBLE = 1e-17;

  /**
   * @throws IllegalArgumentException where there is no paper in one of the sets, or there are more
   *     cases than papers
   */
  public RateRatio {
    if (papers < 1
        || baselinePapers < 1
        || cases < 0
        || cases > papers
        || baselineCases < 0
        || baselineCases > baselinePapers) {
      throw new IllegalArgumentException(
          "no rates: %d of %d papers, %d of %d before"
              .formatted(cases, papers, baselineCases, baselinePapers));
    }
  }

  /** r. */
  public double ratio() {
    return (cases + 0.5) / (papers + 0.5) / ((baselineCases + 0.5) / (baselinePapers + 0.5));
  }

  /** Lower end of the confidence interval of r. */
  public double low() {
    return ratio() * StrictMath.exp(-Z * error());
  }

  /** Upper end of it. */
  public double high() {
    return ratio() * StrictMath.exp(Z * error());
  }

  private double error() {
    return Math.sqrt(
        1 / (cases + 0.5)
            - 1 / (papers + 0.5)
            + 1 / (baselineCases + 0.5)
            - 1 / (baselinePapers + 0.5));
  }

  /** The p-value, in at most as many steps as there are cases in both sets. */
  public double pValue() {
    long total = cases + baselineCases;
    long least = Math.max(0, total - baselinePapers);
    if (cases == least) {
      return 1;
    }
    // The shorter tail: its terms fall from the first on.
    double mean = (double) total * papers / ((double) papers + baselinePapers);
    return Math.min(1, cases > mean ? upperTail(total) : 1 - lowerTail(total, least));
  }

  private double upperTail(long total) {
    double term = probability(cases, total);
    double sum = term;
    for (long i = cases; i < Math.min(papers, total) && term > NEGLIGIBLE * sum; i++) {
      term *=
          (double) (papers - i)
              / (i + 1)
              * ((double) (total - i) / (baselinePapers - total + i + 1));
      sum += term;
    }
    return sum;
  }

  /** Of fewer than x cases. */
  private double lowerTail(long total, long least) {
    double term = probability(cases - 1, total);
    double sum = term;
    for (long i = cases - 1; i > least && term > NEGLIGIBLE * sum; i--) {
      term *=
          (double) i / (papers - i + 1) * ((double) (baselinePapers - total + i) / (total - i + 1));
      sum += term;
    }
    return sum;
  }

  private double probability(long i, long total) {
    return StrictMath.exp(
        logChoices(papers, i)
            + logChoices(baselinePapers, total - i)
            - logChoices(papers + baselinePapers, total));
  }

  /** ln C(n, k). */
  private static double logChoices(long n, long k) {
    return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
  }
}
