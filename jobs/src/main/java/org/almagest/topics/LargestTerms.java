package org.almagest.topics;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.almagest.topic.SparseDistribution;

/** The first terms of a topic. */
final class LargestTerms {
  private LargestTerms() {}

  /** Ids of the most probable terms, most probable first; of equal ones the smaller id first. */
  static int[] of(SparseDistribution terms, int count) {
    return by(terms, terms::value, count);
  }

  /** Ids of the terms with the greatest scores; of equal ones the smaller id first. */
  static int[] by(SparseDistribution terms, IntToDoubleFunction scoreAtPosition, int count) {
    return IntStream.range(0, terms.size())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(at -> -scoreAtPosition.applyAsDouble(at))
                .thenComparing(Comparator.naturalOrder()))
        .limit(count)
        .mapToInt(terms::index)
        .toArray();
  }
}
