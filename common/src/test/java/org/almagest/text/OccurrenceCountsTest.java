package org.almagest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OccurrenceCountsTest {
  private static Map<Long, List<Long>> told(OccurrenceCounts counts) {
    Map<Long, List<Long>> told = new HashMap<>();
    counts.forEach(
        (key, papers, occurrences) ->
            assertThat(told.put(key, List.of(papers, occurrences))).isNull());
    assertThat(counts.size()).isEqualTo(told.size());
    return told;
  }

  @Test
  void countsOccurrencesAndThePapersThatHoldThem() {
    OccurrenceCounts counts = new OccurrenceCounts();
    counts.startPaper();
    counts.add(7);
    counts.add(7);
    counts.add(0);
    counts.startPaper();
    counts.add(7);
    counts.add(-1);
    assertThat(told(counts))
        .isEqualTo(Map.of(7L, List.of(2L, 3L), 0L, List.of(1L, 1L), -1L, List.of(1L, 1L)));
  }

  @Test
  void keepsItsCountsWhileItGrows() {
    OccurrenceCounts counts = new OccurrenceCounts();
    for (int paper = 0; paper < 2; paper++) {
      counts.startPaper();
      for (long key = 0; key < 100_000; key++) {
        counts.add(key << 32);
      }
    }
    Map<Long, List<Long>> told = told(counts);
    assertThat(told).hasSize(100_000);
    assertThat(told.values()).containsOnly(List.of(2L, 2L));
  }

  @Property
  void countsAsAMapOfListsDoes(@ForAll List<List<Long>> papers) {
    OccurrenceCounts counts = new OccurrenceCounts();
    Map<Long, List<Long>> expected = new HashMap<>();
    for (List<Long> paper : papers) {
      counts.startPaper();
      Set<Long> seen = new HashSet<>();
      for (long key : paper) {
        counts.add(key);
        long firstOfPaper = seen.add(key) ? 1 : 0;
        expected.merge(
            key,
            List.of(1L, 1L),
            (count, one) -> List.of(count.get(0) + firstOfPaper, count.get(1) + 1));
      }
    }
    assertThat(told(counts)).isEqualTo(expected);
  }
}
