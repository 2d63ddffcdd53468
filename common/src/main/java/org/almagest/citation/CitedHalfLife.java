package org.almagest.citation;

import java.util.OptionalDouble;

/**
 * The age by which a paper had half of its citations: the median age of citations (Burton and
 * Kebler 1960), from counts by year.
 *
 * <p>Citations of age t, in whole years, are taken as spread evenly from t to t + 1. With C(t)
 * those younger than t and C all, the half-life is t + (C / 2 - C(t)) / c(t) in the first year t by
 * whose end half of them came.
 */
public final class CitedHalfLife {
  private CitedHalfLife() {}

  /**
   * The half-life in years, in O(years); empty without citations.
   *
   * @param citationsByAge citations in each year from that of publication on, from 0
   */
  public static OptionalDouble of(int[] citationsByAge) {
    long all = 0;
    for (int count : citationsByAge) {
      all += count;
    }
    if (all == 0) {
      return OptionalDouble.empty();
    }
    long before = 0;
    int age = 0;
    while (2 * (before + citationsByAge[age]) < all) {
      before += citationsByAge[age++];
    }
    return OptionalDouble.of(age + (all - 2 * before) / (2.0 * citationsByAge[age]));
  }
}
