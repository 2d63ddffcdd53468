package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Coherence of topics over counted papers, by NPMI and C_V. */
class CoherenceCountsTest {
  private static final int VOCABULARY = 6;
  private static final int[][] OVERLAPPING_TOPICS = {{0, 1, 2}, {2, 3}, {5, 4, 0, 1}};
  private static final Offset<Double> TOLERANCE = within(1e-12);

  @Test
  void meansTheNpmiOfAllPairs() {
    CoherenceCounts counts =
        counted(new int[][] {{0, 1, 2}}, new int[][] {{0, 1}, {0, 1, 2}, {0}, {2, 5}});
    // Of 4 papers, 3 hold term 0, 2 hold term 1 and 2 hold term 2.
    // Terms 0 and 1: 2 papers. ln((2/4) / (3/4 · 2/4)) / -ln(2/4) = ln(4/3) / ln 2 = 0.41504.
    // Terms 0 and 2: 1 paper.  ln((1/4) / (3/4 · 2/4)) / -ln(1/4) = ln(2/3) / ln 4 = -0.29248.
    // Terms 1 and 2: 1 paper.  ln((1/4) / (2/4 · 2/4)) / -ln(1/4) = ln 1 / ln 4 = 0.
    double expected = (Math.log(4 / 3.0) / Math.log(2) + Math.log(2 / 3.0) / Math.log(4)) / 3;
    assertThat(counts.npmi(0)).hasValueCloseTo(expected, TOLERANCE);
    assertThat(expected).isCloseTo(0.04085, within(1e-5));
  }

  @Test
  void isMinusOneForTermsThatNeverStandTogether() {
    CoherenceCounts counts = counted(new int[][] {{0, 1}, {0, 4}}, new int[][] {{0}, {1}, {0, 2}});
    assertThat(counts.npmi(0)).hasValue(-1);
    assertThat(counts.npmi(1)).as("a term that no paper holds").hasValue(-1);
  }

  @Test
  void isOneForTermsThatNeverStandApart() {
    CoherenceCounts counts =
        counted(new int[][] {{0, 1}, {2, 3}}, new int[][] {{0, 1, 2, 3}, {2, 3}});
    assertThat(counts.npmi(0)).hasValueCloseTo(1.0, TOLERANCE);
    assertThat(counts.npmi(1)).as("in every paper").hasValue(1);
  }

  @Test
  void isEmptyForATopicWithFewerThanTwoTerms() {
    CoherenceCounts counts = counted(new int[][] {{0}, {}, {0, 1}}, new int[][] {{0, 1}});
    assertThat(counts.npmi(0)).isEmpty();
    assertThat(counts.npmi(1)).isEmpty();
    assertThat(counts.npmi(2)).isPresent();
  }

  @Test
  void cvMeansTheCosinesOfContextVectorsToTheirSum() {
    CoherenceCounts counts =
        counted(new int[][] {{0, 1, 2}}, new int[][] {{0, 1}, {0, 1, 2}, {0}, {2, 5}});
    // NPMI as above: a = 0.41504 of terms 0 and 1, b = -0.29248 of 0 and 2, 0 of 1 and 2.
    // Vectors (1, a, b), (a, 1, 0), (b, 0, 1); their sum (1 + a + b, 1 + a, 1 + b).
    double a = Math.log(4 / 3.0) / Math.log(2);
    double b = Math.log(2 / 3.0) / Math.log(4);
    double x = 1 + a + b;
    double y = 1 + a;
    double z = 1 + b;
    double length = Math.sqrt(x * x + y * y + z * z);
    double expected =
        ((x + a * y + b * z) / Math.sqrt(1 + a * a + b * b)
                + (a * x + y) / Math.sqrt(1 + a * a)
                + (b * x + z) / Math.sqrt(1 + b * b))
            / (3 * length);
    assertThat(counts.cv(0)).hasValueCloseTo(expected, TOLERANCE);
    assertThat(expected).isCloseTo(0.59133, within(1e-5));
  }

  @Test
  void cvTakesAPairThatNeverStandsTogetherAsVeryRare() {
    // Each term in one of two papers: NPMI = ln(10⁻¹² / 0.25) / -ln 10⁻¹² = -0.94983 = c.
    // Vectors (1, c) and (c, 1), sum (1 + c, 1 + c).
    CoherenceCounts counts = counted(new int[][] {{0, 1}}, new int[][] {{0}, {1}});
    double c = Math.log(1e-12 / 0.25) / -Math.log(1e-12);
    double expected = (1 + c) / Math.sqrt(1 + c * c) / Math.sqrt(2);
    assertThat(counts.cv(0)).hasValueCloseTo(expected, TOLERANCE);
    assertThat(c).isCloseTo(-0.94983, within(1e-5));
  }

  @Test
  void cvIsOneForTermsThatNeverStandApart() {
    CoherenceCounts counts =
        counted(new int[][] {{0, 1}, {2, 3}}, new int[][] {{0, 1, 2, 3}, {2, 3}});
    assertThat(counts.cv(0)).hasValueCloseTo(1.0, TOLERANCE);
    assertThat(counts.cv(1)).as("in every paper").hasValueCloseTo(1.0, TOLERANCE);
  }

  @Test
  void cvCountsATermInNoPaperAsZero() {
    CoherenceCounts counts = counted(new int[][] {{0, 4}, {4, 5}}, new int[][] {{0}, {1}});
    assertThat(counts.cv(0)).hasValueCloseTo(0.5, TOLERANCE);
    assertThat(counts.cv(1)).hasValue(0);
  }

  @Test
  void cvIsEmptyForATopicWithFewerThanTwoTerms() {
    CoherenceCounts counts = counted(new int[][] {{0}, {}, {0, 1}}, new int[][] {{0, 1}});
    assertThat(counts.cv(0)).isEmpty();
    assertThat(counts.cv(1)).isEmpty();
    assertThat(counts.cv(2)).isPresent();
  }

  @Test
  void watchesATermOfTwoTopicsOnce() {
    assertThat(new CoherenceCounts(new int[][] {{0, 1}, {1, 2}}, VOCABULARY).slots()).isEqualTo(3);
  }

  @Test
  void leavesTheScratchAsItWas() {
    CoherenceCounts counts = new CoherenceCounts(new int[][] {{0, 1}}, VOCABULARY);
    boolean[] present = new boolean[counts.slots()];
    counts.count(new int[] {0, 1, 3}, present);
    assertThat(present).containsOnly(false);
  }

  @Property
  void addsUpPartsToTheWhole(
      @ForAll @Size(min = 1, max = 30) List<@Size(max = 6) Set<@IntRange(max = 5) Integer>> papers,
      @ForAll @IntRange(max = 30) int cut) {
    int[][] all = sorted(papers);
    int middle = Math.min(cut, all.length);
    CoherenceCounts whole = counted(OVERLAPPING_TOPICS, all);
    CoherenceCounts sum =
        counted(OVERLAPPING_TOPICS, Arrays.copyOfRange(all, 0, middle))
            .add(counted(OVERLAPPING_TOPICS, Arrays.copyOfRange(all, middle, all.length)));
    for (int topic = 0; topic < OVERLAPPING_TOPICS.length; topic++) {
      assertThat(sum.npmi(topic)).isEqualTo(whole.npmi(topic));
      assertThat(sum.cv(topic)).isEqualTo(whole.cv(topic));
      assertThat(whole.cv(topic).getAsDouble()).isBetween(-1.0 - 1e-12, 1.0 + 1e-12);
      assertThat(whole.npmi(topic).getAsDouble()).isBetween(-1.0 - 1e-12, 1.0 + 1e-12);
    }
  }

  @Property
  void countsABlockAsItsPapers(
      @ForAll @Size(max = 30) List<@Size(max = 6) Set<@IntRange(max = 5) Integer>> papers) {
    int[][] all = sorted(papers);
    TokenBlock.Builder builder = new TokenBlock.Builder(OVERLAPPING_TOPICS.length);
    for (int paper = 0; paper < all.length; paper++) {
      int[] occurrences = new int[all[paper].length];
      Arrays.fill(occurrences, 1 + paper % 2);
      builder.add(paper, all[paper], occurrences);
    }

    CoherenceCounts counts = new CoherenceCounts(OVERLAPPING_TOPICS, VOCABULARY);
    counts.count(builder.build());

    CoherenceCounts expected = counted(OVERLAPPING_TOPICS, all);
    for (int topic = 0; topic < OVERLAPPING_TOPICS.length; topic++) {
      assertThat(counts.npmi(topic)).isEqualTo(expected.npmi(topic));
      assertThat(counts.cv(topic)).isEqualTo(expected.cv(topic));
    }
  }

  private static int[][] sorted(List<Set<Integer>> papers) {
    return papers.stream()
        .map(terms -> terms.stream().mapToInt(Integer::intValue).sorted().toArray())
        .toArray(int[][]::new);
  }

  private static CoherenceCounts counted(int[][] topics, int[][] papers) {
    CoherenceCounts counts = new CoherenceCounts(topics, VOCABULARY);
    boolean[] present = new boolean[counts.slots()];
    for (int[] paper : papers) {
      counts.count(paper, present);
    }
    return counts;
  }
}
