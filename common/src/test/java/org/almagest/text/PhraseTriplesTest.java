package org.almagest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which three words count as a triple, and which are a phrase. */
class PhraseTriplesTest {
  private static final int GAP = WordSequence.GAP;
  private static final int MARKOV = 0;
  private static final int CHAIN = 1;
  private static final int MONTE = 2;
  private static final int CARLO = 3;
  private static final int OTHER = 4;

  /** Of 10,000 tokens; pairs in the order of their words. */
  private final PhraseTriples triples =
      new PhraseTriples(
          10_000,
          new long[] {100, 100, 100, 100, 1000},
          new PhrasePairs(
              new long[] {
                PhrasePairs.key(MARKOV, CHAIN),
                PhrasePairs.key(CHAIN, MONTE),
                PhrasePairs.key(MONTE, CARLO)
              },
              new long[] {50, 20, 100},
              new double[] {0.8, 0.6, 1}));

  private List<String> counted(int... words) {
    OccurrenceCounts counts = new OccurrenceCounts();
    counts.startPaper();
    triples.count(WordSequenceTest.of(words), counts);
    List<String> counted = new ArrayList<>();
    counts.forEach(
        (key, papers, times) -> counted.add(Arrays.toString(triples.words(key)) + " " + times));
    return counted;
  }

  private long key(int... words) {
    OccurrenceCounts counts = new OccurrenceCounts();
    counts.startPaper();
    triples.count(WordSequenceTest.of(words), counts);
    long[] key = new long[1];
    counts.forEach((k, papers, times) -> key[0] = k);
    assertThat(counts.size()).isOne();
    return key[0];
  }

  @Test
  void countsThreeNeighboursThatBeginOrEndWithAPhrase() {
    assertThat(counted(MARKOV, CHAIN, OTHER, GAP, MARKOV, CHAIN, OTHER))
        .containsExactly("[0, 1, 4] 2");
    assertThat(counted(OTHER, MONTE, CARLO)).containsExactly("[4, 2, 3] 1");
    assertThat(counted(MARKOV, CHAIN, MONTE)).containsExactly("[0, 1, 2] 1");
    assertThat(counted(OTHER, MARKOV, OTHER)).isEmpty();
  }

  @Test
  void countsNothingAcrossAGap() {
    assertThat(counted(MARKOV, CHAIN, GAP, OTHER)).isEmpty();
    assertThat(counted(OTHER, GAP, MONTE, CARLO)).isEmpty();
    assertThat(counted(MARKOV, CHAIN)).isEmpty();
    assertThat(counted()).isEmpty();
  }

  @Test
  void whatCutsAFirmerPairInTwoDoesNotCount() {
    assertThat(counted(MARKOV, CHAIN, MONTE, CARLO)).isEmpty();
    assertThat(counted(OTHER, CHAIN, MONTE, CARLO))
        .as("other chain monte would cut monte carlo; chain monte carlo cuts nothing firmer")
        .containsExactly("[1, 2, 3] 1");
  }

  @Test
  void scoresTheThreeWords() {
    // ln(0.002 / 0.01³) / (-2 ln 0.002)
    assertThat(triples.npmi(key(MARKOV, CHAIN, MONTE), 20))
        .isCloseTo(Math.log(2000) / (2 * Math.log(500)), within(1e-12));
  }

  @Test
  void theThirdWordMustBeMoreThanAnAccidentalNeighbourOfTheBetterPair() {
    long key = key(OTHER, MONTE, CARLO);
    // A tenth of all words is `other`, and so is a tenth of those before `monte carlo`: the three
    // words score ln(0.001 / (0.1 · 0.01 · 0.01)) / (-2 ln 0.001) = 1/3, their parts 0.
    assertThat(triples.npmi(key, 10)).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(triples.isPhrase(key, 10, 0.3)).isFalse();
    // Half of them: ln(0.005 / (0.1 · 0.01)) / -ln 0.005 = 0.304 for the parts.
    assertThat(triples.isPhrase(key, 50, 0.4)).isTrue();
    assertThat(triples.isPhrase(key, 50, 0.61)).isFalse();
  }

  @Test
  void theTripleMustReachTheLimitItself() {
    long key = key(MARKOV, CHAIN, MONTE);
    double npmi = triples.npmi(key, 20);
    assertThat(triples.isPhrase(key, 20, npmi)).isTrue();
    assertThat(triples.isPhrase(key, 20, Math.nextUp(npmi))).isFalse();
  }
}
