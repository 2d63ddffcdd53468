package org.almagest.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the name that was probably meant. */
public final class NearestName {
  private NearestName() {}

  /**
   * The candidate at the smallest distance from a mistyped name, without regard to case; among
   * equals the first in alphabetical order.
   *
   * @throws IllegalArgumentException if there is no candidate
   */
  public static String of(String mistyped, Collection<String> candidates) {
    String lowerCase = mistyped.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .min(
            Comparator.comparingInt(
                    (String candidate) -> distance(lowerCase, candidate.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow(() -> new IllegalArgumentException("there is no candidate"));
  }

  /**
   * Optimal string alignment distance (Damerau 1964, restricted): the fewest insertions, deletions,
   * substitutions and swaps of neighbours that turn one string into the other, where no part is
   * edited twice. Time |a|·|b|.
   */
  static int distance(String a, String b) {
    int[] twoBack = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(previous[j] + 1, current[j - 1] + 1);
        best = Math.min(best, previous[j - 1] + substitution);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, twoBack[j - 2] + 1);
        }
        current[j] = best;
      }
      int[] spare = twoBack;
      twoBack = previous;
      previous = current;
      current = spare;
    }
    return previous[b.length()];
  }
}
