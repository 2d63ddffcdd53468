package org.almagest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Which words become phrases: 0 graph, 1 neural, 2 network, 3 analysis. */
class PhraseMatcherTest {
  private static final int GAP = WordSequence.GAP;
  private static final int[] NEURAL_NETWORK = {1, 2};
  private static final int[] NETWORK_ANALYSIS = {2, 3};
  private static final int[] GRAPH_NEURAL_NETWORK = {0, 1, 2};

  private final PhraseMatcher matcher =
      new PhraseMatcher(new int[][] {NEURAL_NETWORK, NETWORK_ANALYSIS, GRAPH_NEURAL_NETWORK});

  /** Each part as {@code start+words=phrase}. */
  private static List<String> parts(PhraseMatcher matcher, int... words) {
    List<String> parts = new ArrayList<>();
    matcher.match(
        WordSequenceTest.of(words),
        (start, length, phrase) -> parts.add(start + "+" + length + "=" + phrase));
    return parts;
  }

  @Test
  void takesTheLongestPhrase() {
    assertThat(parts(matcher, 0, 1, 2)).containsExactly("0+3=2");
    assertThat(parts(matcher, 3, 1, 2)).containsExactly("0+1=-1", "1+2=0");
  }

  @Test
  void ofOverlappingPhrasesTakesTheFirst() {
    assertThat(parts(matcher, 1, 2, 3)).containsExactly("0+2=0", "2+1=-1");
    assertThat(parts(matcher, 0, 1, 2, 3)).containsExactly("0+3=2", "3+1=-1");
    assertThat(parts(matcher, 2, 3, 2, 3)).containsExactly("0+2=1", "2+2=1");
  }

  @Test
  void findsNoPhraseAcrossAGap() {
    assertThat(parts(matcher, 1, GAP, 2)).containsExactly("0+1=-1", "1+1=-1", "2+1=-1");
    assertThat(parts(matcher, 0, 1, GAP, 2)).hasSize(4).allMatch(part -> part.endsWith("=-1"));
  }

  @Test
  void theBeginningOfATripleIsNoPhraseByItself() {
    assertThat(parts(matcher, 0, 1)).containsExactly("0+1=-1", "1+1=-1");
    assertThat(parts(matcher, 0, 1, 3)).containsExactly("0+1=-1", "1+1=-1", "2+1=-1");
  }

  @Test
  void aWordMayStandTwiceInAPhrase() {
    PhraseMatcher twice = new PhraseMatcher(new int[][] {{4, 4}});
    assertThat(parts(twice, 4, 4, 4)).containsExactly("0+2=0", "2+1=-1");
  }

  @Test
  void withoutPhrasesEveryWordStandsAlone() {
    assertThat(parts(new PhraseMatcher(new int[0][]), 1, 2)).containsExactly("0+1=-1", "1+1=-1");
    assertThat(parts(matcher)).isEmpty();
  }

  @Test
  void refusesPhrasesOfOtherLengthsAndTheSameOneTwice() {
    assertThatThrownBy(() -> new PhraseMatcher(new int[][] {{1, 2, 3, 4}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[1, 2, 3, 4]");
    assertThatThrownBy(() -> new PhraseMatcher(new int[][] {{1, 2, 3}, {1, 2, 3}}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PhraseMatcher(new int[][] {{1, 2}, {1, 2}}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void thePartsTogetherAreTheSequence(
      @ForAll List<@IntRange(min = -1, max = 4) Integer> words,
      @ForAll @Size(max = 12)
          List<@Size(min = 2, max = 3) List<@IntRange(min = 0, max = 4) Integer>> phrases) {
    int[][] distinct =
        phrases.stream()
            .distinct()
            .map(phrase -> phrase.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    int[] sequence = words.stream().mapToInt(Integer::intValue).toArray();
    int[] next = new int[1];
    new PhraseMatcher(distinct)
        .match(
            WordSequenceTest.of(sequence),
            (start, length, phrase) -> {
              assertThat(start).isEqualTo(next[0]);
              next[0] += length;
              int[] part = Arrays.copyOfRange(sequence, start, next[0]);
              if (phrase < 0) {
                assertThat(length).isEqualTo(1);
              } else {
                assertThat(part).isEqualTo(distinct[phrase]);
              }
            });
    assertThat(next[0]).as("words and lengths of phrases add up").isEqualTo(sequence.length);
  }
}
