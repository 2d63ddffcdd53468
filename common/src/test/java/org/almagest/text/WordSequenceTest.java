package org.almagest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WordSequenceTest {
  private static final int GAP = WordSequence.GAP;

  static WordSequence of(int... words) {
    WordSequence sequence = new WordSequence();
    Arrays.stream(words).forEach(sequence::add);
    return sequence;
  }

  private static List<Integer> words(WordSequence sequence) {
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i < sequence.length(); i++) {
      words.add(sequence.get(i));
    }
    return words;
  }

  private static List<Integer> decoded(byte[] bytes) {
    WordSequence sequence = of(5, 5, 5); // What was there before is forgotten.
    sequence.decode(bytes);
    return words(sequence);
  }

  @Test
  void encodesRunsOfNeighboursAndOneGapBetweenTwo() {
    byte[] bytes =
        of(GAP, 7, GAP, 0, 126, 127, GAP, GAP, 9, GAP, 1, Integer.MAX_VALUE - 1).encodeRuns();
    assertThat(bytes).startsWith(1, 127, 0x80, 1, 0, 2);
    assertThat(decoded(bytes)).containsExactly(0, 126, 127, GAP, 1, Integer.MAX_VALUE - 1);
  }

  @Test
  void aWordWithoutNeighboursIsNotKept() {
    assertThat(of(3, GAP, 4).encodeRuns()).isEmpty();
    assertThat(of().encodeRuns()).isEmpty();
  }

  @Test
  void aPositionBeyondTheEndIsAGap() {
    assertThat(of(3).get(1)).isEqualTo(GAP);
  }

  @Property
  void everyTwoNeighboursSurvive(@ForAll List<@IntRange(min = -1, max = 300) Integer> words) {
    WordSequence sequence = of(words.stream().mapToInt(Integer::intValue).toArray());
    assertThat(neighbours(decoded(sequence.encodeRuns()))).isEqualTo(neighbours(words));
  }

  private static List<String> neighbours(List<Integer> words) {
    List<String> neighbours = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i - 1) >= 0 && words.get(i) >= 0) {
        neighbours.add(words.get(i - 1) + " " + words.get(i));
      }
    }
    return neighbours;
  }
}
