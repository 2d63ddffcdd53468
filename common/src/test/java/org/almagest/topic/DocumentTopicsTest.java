package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a document holds of each topic. */
class DocumentTopicsTest {
  @Test
  void tellsTopicsCountsAndTokens() {
    DocumentTopics document =
        new DocumentTopics(new int[] {2, 40_000}, new double[] {0.25, 2.75}, 3);
    assertThat(document.size()).isEqualTo(2);
    assertThat(document.topic(1)).isEqualTo(40_000);
    assertThat(document.count(0)).isEqualTo(0.25);
    assertThat(document.count(1)).isEqualTo(2.75);
    assertThat(document.tokens()).isEqualTo(3);
  }
}
