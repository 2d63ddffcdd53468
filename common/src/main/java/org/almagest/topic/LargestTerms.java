package org.almagest.topic;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** The first terms of a topic. Time: mostly a step for each term of the topic. */
public final class LargestTerms {
  private LargestTerms() {}

  /** Ids of the most probable terms, most probable first; of equal ones the smaller id first. */
  public static int[] of(SparseDistribution terms, int count) {
    return by(terms, terms::value, count);
  }

  /** Ids of the terms with the greatest scores; of equal ones the smaller id first. */
  public static int[] by(SparseDistribution terms, IntToDoubleFunction scoreAtPosition, int count) {
    return Arrays.stream(positions(terms.size(), scoreAtPosition, count))
        .map(terms::index)
        .toArray();
  }

  /** Positions with the greatest scores, greatest first; of equal ones the smaller first. */
  static int[] positions(int size, IntToDoubleFunction scoreAtPosition, int count) {
    int[] best = new int[Math.min(size, count)];
    double[] scores = new double[best.length];
    int found = 0;
    for (int position = 0; position < size; position++) {
      double score = scoreAtPosition.applyAsDouble(position);
      int rank = found;
      while (rank > 0 && score > scores[rank - 1]) {
        rank--;
      }
      if (rank < best.length) {
        found = Math.min(found + 1, best.length);
        System.arraycopy(best, rank, best, rank + 1, found - rank - 1);
        System.arraycopy(scores, rank, scores, rank + 1, found - rank - 1);
        best[rank] = position;
        scores[rank] = score;
      }
    }
    return best;
  }
}
