package org.almagest.quality;

import java.util.List;
import java.util.Optional;
import org.almagest.table.Topics;
import org.apache.spark.sql.Row;

/**
 * The share that each topic has of all words, now and before, for topics that have kept their id.
 *
 * @param shares pairs of the share now and the share before, in the order of the topics' ids
 * @param gone topics of the snapshot before whose id no topic has now
 */
record TopicShares(List<double[]> shares, int gone) {
  private static final String BEFORE = "before";

  /** Empty where the snapshot before had no topics. There are as many as topics, and no more. */
  static Optional<TopicShares> of(Candidate candidate) {
    if (candidate.rowsBefore(Topics.TABLE).orElse(0) == 0) {
      return Optional.empty();
    }
    return candidate
        .readBefore(Topics.TABLE)
        .map(
            before ->
                before
                    .select(Topics.TOPIC_ID.col(), Topics.TOKEN_SHARE.col().as(BEFORE))
                    .join(
                        candidate
                            .read(Topics.TABLE)
                            .select(Topics.TOPIC_ID.col(), Topics.TOKEN_SHARE.col()),
                        new String[] {Topics.TOPIC_ID.name()},
                        "left")
                    .orderBy(Topics.TOPIC_ID.col())
                    .select(Topics.TOKEN_SHARE.name(), BEFORE)
                    .collectAsList())
        .map(
            topics ->
                new TopicShares(
                    topics.stream()
                        .filter(topic -> !topic.isNullAt(0))
                        .map(TopicShares::pair)
                        .toList(),
                    (int) topics.stream().filter(topic -> topic.isNullAt(0)).count()));
  }

  private static double[] pair(Row topic) {
    return new double[] {topic.getDouble(0), topic.getDouble(1)};
  }

  /**
   * The total variation distance between the two distributions over the topics in both, each scaled
   * to sum to 1: half the sum of |p_k - q_k|, from 0 to 1. Without a topic in both it is 0.
   */
  double distance() {
    double now = shares.stream().mapToDouble(pair -> pair[0]).sum();
    double before = shares.stream().mapToDouble(pair -> pair[1]).sum();
    if (now <= 0 || before <= 0) {
      return 0;
    }
    double sum = 0;
    for (double[] pair : shares) {
      sum += Math.abs(pair[0] / now - pair[1] / before);
    }
    return sum / 2;
  }
}
