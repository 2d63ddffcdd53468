package org.almagest.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.almagest.topic.LineageEvent;
import org.almagest.topic.SparseDistribution;
import org.almagest.topic.TopicMatching;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Which topic has which id. In a first model, larger topics have smaller ids. Later, a topic takes
 * over the id of one of the snapshot before if their term distributions have a cosine similarity of
 * at least {@value #SAME_FROM} in the best one-to-one matching; the others take ids that no topic
 * has had, again by falling size.
 */
final class TopicIdentity {
  /** Topics this similar are one. */
  private static final double SAME_FROM = 0.7;

  /** Topics this similar may have split or merged. */
  private static final double RELATED_FROM = 0.5;

  private final int[] idOfTopic;
  private final int largestId;
  private final List<Row> lineage;

  private TopicIdentity(int[] idOfTopic, int largestId, List<Row> lineage) {
    this.idOfTopic = idOfTopic;
    this.largestId = Math.max(largestId, Arrays.stream(idOfTopic).max().orElse(-1));
    this.lineage = lineage;
  }

  /** Ids for a first model. */
  static TopicIdentity first(double[] sizes) {
    return new TopicIdentity(numbered(sizes, topic -> OptionalInt.empty(), 0), -1, List.of());
  }

  /**
   * Ids for a model that follows another.
   *
   * @param topics term distributions over the terms that {@code previous} was read with
   * @param sizes token share of each topic
   */
  static TopicIdentity following(
      PreviousTopics previous, List<SparseDistribution> topics, double[] sizes) {
    return following(previous.distributions(), previous.ids(), previous.largestId(), topics, sizes);
  }

  /**
   * Ids for a model that follows another.
   *
   * @param previous term distributions of the topics before
   * @param oldIds their ids
   * @param largestId the largest id that a topic has had so far
   * @param topics term distributions over the same terms
   * @param sizes token share of each topic
   */
  static TopicIdentity following(
      List<SparseDistribution> previous,
      int[] oldIds,
      int largestId,
      List<SparseDistribution> topics,
      double[] sizes) {
    TopicMatching matching = TopicMatching.of(previous, topics, SAME_FROM, RELATED_FROM);
    int[] ids =
        numbered(
            sizes,
            topic -> {
              OptionalInt match = matching.oldTopicOf(topic);
              return match.isPresent() ? OptionalInt.of(oldIds[match.getAsInt()]) : match;
            },
            largestId + 1);
    return new TopicIdentity(ids, largestId, rows(matching.events(), oldIds, ids));
  }

  private interface KnownId {
    OptionalInt of(int topic);
  }

  private static int[] numbered(double[] sizes, KnownId known, int firstFree) {
    int[] ids = new int[sizes.length];
    int next = firstFree;
    for (int topic :
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(topic -> -sizes[topic])
                    .thenComparing(Comparator.naturalOrder()))
            .toList()) {
      OptionalInt id = known.of(topic);
      ids[topic] = id.isPresent() ? id.getAsInt() : next++;
    }
    return ids;
  }

  private static List<Row> rows(List<LineageEvent> events, int[] oldIds, int[] ids) {
    List<Row> rows = new ArrayList<>();
    for (LineageEvent event : events) {
      rows.add(
          RowFactory.create(
              rows.size(),
              event.kind().name().toLowerCase(Locale.ROOT),
              event.oldTopic().isPresent() ? oldIds[event.oldTopic().getAsInt()] : null,
              event.newTopic().isPresent() ? ids[event.newTopic().getAsInt()] : null,
              event.similarity()));
    }
    return rows;
  }

  /** Published id of each topic of the trainer. */
  int[] idOfTopic() {
    return idOfTopic.clone();
  }

  /** The largest id that a topic has had so far, also one that is gone. */
  int largestId() {
    return largestId;
  }

  /** Rows of the topic_lineage table; none for a first model. */
  List<Row> lineage() {
    return lineage;
  }
}
