package org.almagest.citation;

/**
 * How long a paper slept, and when it woke (Ke, Ferrara, Radicchi and Flammini 2015).
 *
 * <p>With c(t) the citations in year t after publication, t = 0 that of publication, and tₘ the
 * first year with the most citations, l(t) = (c(tₘ) - c(0)) t / tₘ + c(0) is the line from the
 * first year to the best one. The beauty coefficient B is the sum over t = 0 … tₘ of (l(t) - c(t))
 * / max(1, c(t)); it is 0 where tₘ = 0, and below 0 where citations rose early. The awakening year
 * is the t ≤ tₘ whose point (t, c(t)) is farthest from that line, the first of several.
 *
 * @param coefficient B
 * @param awakeningAge years from publication to awakening
 */
public record SleepingBeauty(double coefficient, int awakeningAge) {
  /**
   * The coefficient of one paper, in O(years).
   *
   * @param citationsByAge citations in each year from that of publication on, from 0; may be empty
   */
  public static SleepingBeauty of(int[] citationsByAge) {
    int best = 0;
    for (int t = 1; t < citationsByAge.length; t++) {
      if (citationsByAge[t] > citationsByAge[best]) {
        best = t;
      }
    }
    if (best == 0) {
      return new SleepingBeauty(0, 0);
    }
    long first = citationsByAge[0];
    long rise = citationsByAge[best] - first;
    double coefficient = 0;
    long farthest = 0;
    int awakening = 0;
    for (int t = 0; t <= best; t++) {
      // tₘ (l(t) - c(t)), which is whole: the distance from the line but for a common factor.
      long below = rise * t + (first - citationsByAge[t]) * best;
      coefficient += (double) below / best / Math.max(1, citationsByAge[t]);
      if (Math.abs(below) > farthest) {
        farthest = Math.abs(below);
        awakening = t;
      }
    }
    return new SleepingBeauty(coefficient, awakening);
  }
}
