package org.almagest.quality;

import java.util.Map;
import java.util.Optional;

/** How far the shares of topics have moved. */
record TopicDrift() implements Measure {
  @Override
  public Optional<Observed> observe(Candidate candidate, Map<String, Tally> tallies) {
    return TopicShares.of(candidate)
        .map(
            topics ->
                new Observed(
                    topics.distance(),
                    Sentence.of(
                        "Total variation distance to %s, over the %,d topics with the same id",
                        candidate.before(), topics.shares().size())));
  }
}
