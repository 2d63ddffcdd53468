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

/** NPMI coherence of topics over counted papers. */
class CoherenceCountsTest {
  private static final int VOCABULARY = 6;
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
    int[][] topics = {{0, 1, 2}, {2, 3}, {5, 4, 0, 1}};
    int[][] all =
        papers.stream()
            .map(terms -> terms.stream().mapToInt(Integer::intValue).sorted().toArray())
            .toArray(int[][]::new);
    int middle = Math.min(cut, all.length);
    CoherenceCounts whole = counted(topics, all);
    CoherenceCounts sum =
        counted(topics, Arrays.copyOfRange(all, 0, middle))
            .add(counted(topics, Arrays.copyOfRange(all, middle, all.length)));
    for (int topic = 0; topic < topics.length; topic++) {
      assertThat(sum.npmi(topic)).isEqualTo(whole.npmi(topic));
      assertThat(whole.npmi(topic).getAsDouble()).isBetween(-1.0 - 1e-12, 1.0 + 1e-12);
    }
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
