package org.almagest.quality;

import java.util.Map;
import java.util.Optional;

/** The share of topics of the snapshot before whose id no topic has now. */
record GoneTopics() implements Measure {
  @Override
  public Optional<Observed> observe(Candidate candidate, Map<String, Tally> tallies) {
    return TopicShares.of(candidate)
        .map(
            topics -> {
              int before = topics.gone() + topics.shares().size();
              return new Observed(
                  (double) topics.gone() / before,
                  Sentence.of(
                      "%,d of %,d topics of %s are gone",
                      topics.gone(), before, candidate.before()));
            });
  }
}
