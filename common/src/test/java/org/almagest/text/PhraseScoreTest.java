package org.almagest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Scores against numbers worked out by hand. */
class PhraseScoreTest {
  private static final Offset<Double> TOLERANCE = within(1e-12);

  private final PhraseScore score = new PhraseScore(1000);

  @Test
  void aPairThatNeverStandsApartScoresOne() {
    assertThat(score.ofPair(10, 10, 10)).isCloseTo(1, TOLERANCE);
  }

  @Test
  void independentWordsScoreNought() {
    // p(a) p(b) = 0.1 · 0.01 = 1/1000 = p(ab)
    assertThat(score.ofPair(1, 100, 10)).isCloseTo(0, TOLERANCE);
    // 0.1 · 0.1 · 0.1 = 1/1000
    assertThat(score.ofTriple(1, 100, 100, 100)).isCloseTo(0, TOLERANCE);
  }

  @Test
  void wordsThatShunEachOtherScoreLessThanNought() {
    // ln(0.001 / (0.1 · 0.1)) / -ln 0.001 = -ln 10 / ln 1000
    assertThat(score.ofPair(1, 100, 100)).isCloseTo(-1 / 3.0, TOLERANCE);
  }

  @Test
  void aPairIsNormalisedByItsOwnInformation() {
    // ln(0.01 / (0.01 · 0.1)) / -ln 0.01 = ln 10 / ln 100
    assertThat(score.ofPair(10, 10, 100)).isCloseTo(0.5, TOLERANCE);
  }

  @Test
  void aTripleIsNormalisedByTwiceItsInformation() {
    assertThat(score.ofTriple(10, 10, 10, 10)).isCloseTo(1, TOLERANCE);
    // ln(0.01 / (0.01 · 0.01 · 0.1)) / (-2 ln 0.01) = ln 1000 / ln 10000
    assertThat(score.ofTriple(10, 10, 10, 100)).isCloseTo(0.75, TOLERANCE);
  }

  @Property
  void noScoreIsAboveOne(
      @ForAll @LongRange(min = 1, max = 999) long together,
      @ForAll @LongRange(min = 0, max = 999) long more,
      @ForAll @LongRange(min = 0, max = 999) long stillMore) {
    long first = Math.min(999, together + more);
    long second = Math.min(999, together + stillMore);
    assertThat(score.ofPair(together, first, second)).isLessThanOrEqualTo(1 + 1e-12);
    assertThat(score.ofTriple(together, first, second, together)).isLessThanOrEqualTo(1 + 1e-12);
  }
}
