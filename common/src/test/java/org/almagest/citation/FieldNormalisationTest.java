package org.almagest.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Two groups one can rank by hand, and means that are known. */
class FieldNormalisationTest {
  private static final int[] CITATIONS = {0, 3, 3, 10, 7, 7, 4};
  private static final int[] GROUP = {0, 0, 0, 0, 2, 2, FieldNormalisation.NO_GROUP};

  @Test
  void ranksPapersWithinTheirGroup() {
    assertThat(FieldNormalisation.percentiles(CITATIONS, GROUP))
        .containsExactly(12.5, 50, 50, 87.5, 50, 50, Double.NaN);
  }

  @Test
  void dividesByTheMeanOfTheGroup() {
    assertThat(FieldNormalisation.scores(CITATIONS, GROUP))
        .containsExactly(0, 0.75, 0.75, 2.5, 1, 1, Double.NaN);
  }

  @Test
  void expectsNothingWhereNobodyIsCited() {
    assertThat(FieldNormalisation.scores(new int[] {0, 0}, new int[] {0, 0}))
        .containsOnly(Double.NaN);
    assertThat(FieldNormalisation.percentiles(new int[] {0, 0}, new int[] {0, 0})).containsOnly(50);
    assertThat(FieldNormalisation.scores(new int[0], new int[0])).isEmpty();
    assertThat(FieldNormalisation.percentiles(new int[0], new int[0])).isEmpty();
  }

  @Test
  void ranksTheLargestCountsAndGroups() {
    int last = Integer.MAX_VALUE - 1;
    int[] group = {last, last};
    assertThat(FieldNormalisation.percentiles(new int[] {Integer.MAX_VALUE, 1}, group))
        .containsExactly(75, 25);
  }

  @Test
  void refusesWhatIsNoCount() {
    assertThatThrownBy(() -> FieldNormalisation.scores(new int[] {-1}, new int[] {0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FieldNormalisation.percentiles(new int[] {1}, new int[] {-2}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FieldNormalisation.scores(new int[] {1}, new int[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void hasTheMeansItPromises(
      @ForAll @Size(min = 1, max = 50) List<@IntRange(max = 9) Integer> counts) {
    int[] citations = counts.stream().mapToInt(Integer::intValue).toArray();
    int[] group = IntStream.range(0, citations.length).map(i -> i % 2).toArray();
    double[] percentile = FieldNormalisation.percentiles(citations, group);
    double[] score = FieldNormalisation.scores(citations, group);
    for (int g = 0; g < Math.min(2, citations.length); g++) {
      int[] members = membersOf(group, g);
      assertThat(Arrays.stream(members).mapToDouble(i -> percentile[i]).average().orElseThrow())
          .isCloseTo(50, within(1e-9));
      if (Arrays.stream(members).anyMatch(i -> citations[i] > 0)) {
        assertThat(Arrays.stream(members).mapToDouble(i -> score[i]).average().orElseThrow())
            .isCloseTo(1, within(1e-9));
      }
    }
  }

  private static int[] membersOf(int[] group, int wanted) {
    return IntStream.range(0, group.length).filter(i -> group[i] == wanted).toArray();
  }
}
