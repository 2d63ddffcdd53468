package org.almagest.topics;

import static org.assertj.core.api.Assertions.assertThat;

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
  void tellsHowManyTopicsThereAreBeforeSomeAreDissolvedOrMerged() {
    assertThat(Opening.OF_SMALL.mostTopics(20)).isEqualTo(40);
    assertThat(Opening.OF_LARGE.mostTopics(100)).isEqualTo(120);
    assertThat(Opening.OF_FINE.mostTopics(1_000)).isEqualTo(1_100);
    assertThat(Opening.OF_LARGE.mostTopics(1)).isEqualTo(1);
  }
}
