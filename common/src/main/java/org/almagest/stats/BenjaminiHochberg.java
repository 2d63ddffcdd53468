package org.almagest.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * P-values of many tests, adjusted for their number so that a bound on them bounds the false
 * discovery rate (Benjamini and Hochberg 1995).
 *
 * <p>With m p-values p(1) ≤ … ≤ p(m), the adjusted one is q(i) = min(1, min over j ≥ i of m p(j) /
 * j). Rejecting all tests with q ≤ α keeps the expected share of false rejections among all
 * rejections at most α where the tests are independent or positively dependent.
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * The adjusted p-values, in O(m log m). A test without a p-value was not made: it stays without
   * one and does not count in m.
   *
   * @param pValues each from 0 to 1, or empty
   * @return the adjusted p-value of each test, in the order given
   * @throws IllegalArgumentException for a p-value out of [0, 1]
   */
  public static List<OptionalDouble> adjusted(List<OptionalDouble> pValues) {
    int[] rising =
        IntStream.range(0, pValues.size())
            .filter(i -> pValues.get(i).isPresent())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues.get(i).getAsDouble()))
            .mapToInt(Integer::intValue)
            .toArray();
    List<OptionalDouble> adjusted =
        new ArrayList<>(Collections.nCopies(pValues.size(), OptionalDouble.empty()));
    double smallest = 1;
    for (int rank = rising.length; rank > 0; rank--) {
      double p = pValues.get(rising[rank - 1]).getAsDouble();
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException(p + " is no p-value");
      }
      // The factor first: it is at least 1, so q never falls below p by rounding.
      smallest = Math.min(smallest, (double) rising.length / rank * p);
      adjusted.set(rising[rank - 1], OptionalDouble.of(smallest));
    }
    return adjusted;
  }
}
