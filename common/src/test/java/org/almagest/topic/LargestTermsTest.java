package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** First terms of a topic. */
class LargestTermsTest {
  private static final SparseDistribution TERMS =
      SparseDistribution.ofWeights(new int[] {2, 3, 5, 8}, new double[] {1, 4, 4, 2});

  @Test
  void mostProbableFirstAndOfEqualOnesTheSmallerId() {
    assertThat(LargestTerms.of(TERMS, 3)).containsExactly(3, 5, 8);
    assertThat(LargestTerms.of(TERMS, 9)).as("all there are").containsExactly(3, 5, 8, 2);
    assertThat(LargestTerms.of(TERMS, 0)).isEmpty();
  }

  @Test
  void byAScoreOfOnesOwn() {
    assertThat(LargestTerms.by(TERMS, at -> -TERMS.value(at), 2)).containsExactly(2, 8);
  }

  @Property
  void selectsAsSortingDoes(
      @ForAll List<@IntRange(max = 5) Integer> scores, @ForAll @IntRange(max = 12) int count) {
    int[] sorted =
        IntStream.range(0, scores.size())
            .boxed()
            .sorted(Comparator.<Integer, Integer>comparing(scores::get).reversed())
            .limit(count)
            .mapToInt(Integer::intValue)
            .toArray();

    assertThat(LargestTerms.positions(scores.size(), scores::get, count)).isEqualTo(sorted);
  }
}
