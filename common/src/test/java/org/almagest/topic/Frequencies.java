package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Compares how often something was drawn with its probability. */
final class Frequencies {
  private static final int STANDARD_ERRORS = 4;

  private Frequencies() {}

  /** Fails if the share of hits is further than four standard errors from the probability. */
  static void assertShare(String what, long hits, long trials, double probability) {
    double standardError = Math.sqrt(probability * (1 - probability) / trials);
    assertThat((double) hits / trials)
        .as(what)
        .isCloseTo(probability, within(STANDARD_ERRORS * standardError));
  }

  /** Fails if any outcome is further than four standard errors from its probability. */
  static void assertShares(long[] hits, double... probabilities) {
    long trials = 0;
    for (long hit : hits) {
      trials += hit;
    }
    assertThat(hits).hasSameSizeAs(probabilities);
    for (int outcome = 0; outcome < hits.length; outcome++) {
      assertShare("outcome " + outcome, hits[outcome], trials, probabilities[outcome]);
    }
  }
}
