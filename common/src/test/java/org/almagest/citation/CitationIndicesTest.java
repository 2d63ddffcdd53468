package org.almagest.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Indices one can count by hand. */
class CitationIndicesTest {
  @Test
  void countsAShortCareer() {
    CitationIndices indices = alone(4, 25, 8, 3, 5);
    assertThat(indices.papers()).isEqualTo(5);
    assertThat(indices.citations()).isEqualTo(45);
    assertThat(indices.h()).as("25, 8, 5, 4 have four or more, no five have five").isEqualTo(4);
    assertThat(indices.g()).as("45 ≥ 5², and there is no sixth paper").isEqualTo(5);
    assertThat(indices.i10()).isEqualTo(1);
  }

  @Test
  void letsOneFamousPaperRaiseTheGIndexOnly() {
    CitationIndices indices = alone(17, 0, 0, 0, 0);
    assertThat(indices.h()).isEqualTo(1);
    assertThat(indices.g()).isEqualTo(4);
  }

  @Test
  void isZeroWithoutCitationsAndWithoutPapers() {
    assertThat(alone(0, 0)).isEqualTo(new CitationIndices(2, 0, 0, 0, 0, 0));
    assertThat(alone()).isEqualTo(new CitationIndices(0, 0, 0, 0, 0, 0));
  }

  @Test
  void dividesCitationsByAuthorsForTheFractionalIndex() {
    // 12/4 = 3, 9/3 = 3, 6/2 = 3, 5/2 = 2.5.
    CitationIndices indices = CitationIndices.of(new int[] {12, 9, 6, 5}, new int[] {4, 3, 2, 2});
    assertThat(indices.h()).isEqualTo(4);
    assertThat(indices.fractionalH()).isEqualTo(3);
    // 2.9 does not reach the second rank's neighbour: 2.9 ≥ 2, but only 1.9 for the third.
    assertThat(CitationIndices.of(new int[] {29, 29, 19}, new int[] {10, 10, 10}).fractionalH())
        .isEqualTo(2);
  }

  @Test
  void countsCitationsThatOverflowAnInt() {
    assertThat(alone(Integer.MAX_VALUE, Integer.MAX_VALUE).citations())
        .isEqualTo(2L * Integer.MAX_VALUE);
  }

  @Test
  void dividesByTheYearsOfTheCareer() {
    assertThat(alone(9, 9, 9).mQuotient(2001, 2010)).isEqualTo(0.3);
    assertThat(alone(9, 9, 9).mQuotient(2010, 2010)).isEqualTo(3);
    assertThatThrownBy(() -> alone(9).mQuotient(2010, 2009))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsNoPaper() {
    assertThatThrownBy(() -> alone(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CitationIndices.of(new int[] {1}, new int[] {0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CitationIndices.of(new int[] {1}, new int[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void agreesWithTheDefinitions(@ForAll @Size(max = 40) List<@IntRange(max = 60) Integer> counts) {
    int[] citations = counts.stream().mapToInt(Integer::intValue).toArray();
    CitationIndices indices = alone(citations);
    int h = 0;
    int g = 0;
    for (int k = 1; k <= citations.length; k++) {
      int rank = k;
      if (Arrays.stream(citations).filter(c -> c >= rank).count() >= k) {
        h = k;
      }
      if (Arrays.stream(citations).map(c -> -c).sorted().limit(k).sum() <= -k * k) {
        g = k;
      }
    }
    assertThat(indices.h()).isEqualTo(h).isEqualTo(indices.fractionalH());
    assertThat(indices.g()).isEqualTo(g).isGreaterThanOrEqualTo(h);
  }

  private static CitationIndices alone(int... citations) {
    int[] authors = new int[citations.length];
    Arrays.fill(authors, 1);
    return CitationIndices.of(citations, authors);
  }
}
