package org.almagest.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OpeningTest {
  private static final OptionalInt UNTIL_SETTLED = OptionalInt.empty();

  @Test
  void dependsOnTheCorpusAndOnTheTokensOfATopic() {
    assertThat(Opening.of(2_000_000, 1_000, UNTIL_SETTLED)).isEqualTo(Opening.OF_SMALL);
    assertThat(Opening.of(2_000_001, 100, UNTIL_SETTLED)).isEqualTo(Opening.OF_LARGE);
    assertThat(Opening.of(6_322_186, 100, UNTIL_SETTLED)).isEqualTo(Opening.OF_LARGE);
    assertThat(Opening.of(6_322_186, 1_000, UNTIL_SETTLED)).isEqualTo(Opening.OF_FINE);
    assertThat(Opening.of(20_000_000, 1_000, UNTIL_SETTLED)).isEqualTo(Opening.OF_LARGE);
  }

  @Test
  void dependsOnWhetherFewSweepsAreAskedFor() {
    assertThat(Opening.of(6_322_186, 100, OptionalInt.of(50))).isEqualTo(Opening.OF_SHORT);
    assertThat(Opening.of(6_322_186, 100, OptionalInt.of(51))).isEqualTo(Opening.OF_LARGE);
    assertThat(Opening.of(6_322_186, 1_000, OptionalInt.of(5))).isEqualTo(Opening.OF_FINE);
    assertThat(Opening.of(100_000, 100, OptionalInt.of(5))).isEqualTo(Opening.OF_SMALL);
  }
}
