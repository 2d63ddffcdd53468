package org.almagest.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpeningTest {
  @Test
  void dependsOnTheCorpusAndOnTheTokensOfATopic() {
    assertThat(Opening.of(2_000_000, 1_000)).isEqualTo(Opening.OF_SMALL);
    assertThat(Opening.of(2_000_001, 100)).isEqualTo(Opening.OF_LARGE);
    assertThat(Opening.of(6_322_186, 100)).isEqualTo(Opening.OF_LARGE);
    assertThat(Opening.of(6_322_186, 1_000)).isEqualTo(Opening.OF_FINE);
    assertThat(Opening.of(20_000_000, 1_000)).isEqualTo(Opening.OF_LARGE);
  }

  @Test
  void papersAreHalvedAtFirstWhereEnoughSweepsComeLater() {
    assertThat(IntStream.of(0, 1, 20, 21, 40, 41).map(s -> Opening.OF_LARGE.halvingsIn(s, 61)))
        .containsExactly(2, 2, 2, 1, 1, 0);
    assertThat(IntStream.of(1, 30, 31).map(s -> Opening.OF_FINE.halvingsIn(s, 500)))
        .containsExactly(1, 1, 0);
    assertThat(Opening.OF_LARGE.halvingsIn(1, 60)).isZero();
    assertThat(IntStream.of(0, 1, 50).map(s -> Opening.OF_SMALL.halvingsIn(s, 500)))
        .containsOnly(0);
  }

  @Test
  void papersMustGrowSomeTimeAndFromASample() {
    assertThatThrownBy(() -> new Opening.Growth(1, 0)).hasMessageContaining("must double");
    Opening large = Opening.OF_LARGE;
    assertThatThrownBy(
            () ->
                new Opening(
                    Opening.Start.RANDOM_TWICE,
                    large.priors(),
                    large.growth(),
                    large.overrelaxation(),
                    large.spare()))
        .hasMessageContaining("at random");
  }

  @Test
  void tellsHowManyTopicsThereAreBeforeSomeAreDissolvedOrMerged() {
    assertThat(Opening.OF_SMALL.mostTopics(20)).isEqualTo(40);
    assertThat(Opening.OF_LARGE.mostTopics(100)).isEqualTo(120);
    assertThat(Opening.OF_FINE.mostTopics(1_000)).isEqualTo(1_100);
    assertThat(Opening.OF_LARGE.mostTopics(1)).isEqualTo(1);
  }
}
