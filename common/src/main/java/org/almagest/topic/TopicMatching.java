package org.almagest.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.almagest.stats.OptimalAssignment;

/**
 * Which topics of a newer model are topics of an older one, by the similarity s(o, n) of an old
 * topic o to a new topic n.
 *
 * <p>Topics are paired one to one so that the similarities of all pairs sum to the most. The events
 * follow from the pairs and two bounds:
 *
 * <ul>
 *   <li>SAME (o, n): the two are a pair and s(o, n) ≥ {@code sameFrom}.
 *   <li>n is a part of o if o is the old topic most similar to n, of equal ones the first, and s(o,
 *       n) ≥ {@code relatedFrom}. SPLIT (o, n): n is a part of o, and o has at least two parts.
 *   <li>o goes into n if n is the new topic most similar to o, of equal ones the first, and s(o, n)
 *       ≥ {@code relatedFrom}. MERGED (o, n): o goes into n, and at least two topics do.
 *   <li>BORN n: n is in no event above.
 *   <li>DIED o: o is in no event above.
 * </ul>
 *
 * <p>So every topic is in at least one event. A pair can be in several: a topic that split lives on
 * in one of its parts if the two are SAME, too.
 */
public final class TopicMatching {
  private static final int NONE = -1;

  private final double[][] similarity;
  private final int newTopics;
  private final double relatedFrom;
  private final int[] newOfOld;
  private final int[] oldOfNew;

  private TopicMatching(double[][] similarity, int newTopics, double sameFrom, double relatedFrom) {
    this.similarity = similarity;
    this.newTopics = newTopics;
    this.relatedFrom = relatedFrom;
    newOfOld = OptimalAssignment.ofLargestSum(similarity);
    oldOfNew = new int[newTopics];
    Arrays.fill(oldOfNew, NONE);
    for (int o = 0; o < newOfOld.length; o++) {
      int n = newOfOld[o];
      if (n != NONE && similarity[o][n] >= sameFrom) {
        oldOfNew[n] = o;
      } else {
        newOfOld[o] = NONE;
      }
    }
  }

  /**
   * Matches the topics of two models over the same term indices by the {@link CosineSimilarity
   * cosine} of their term distributions.
   *
   * @param sameFrom least similarity of topics that are the same, in (0, 1]
   * @param relatedFrom least similarity of a topic to its parts, in (0, 1]
   */
  public static TopicMatching of(
      List<SparseDistribution> oldTopics,
      List<SparseDistribution> newTopics,
      double sameFrom,
      double relatedFrom) {
    return ofSimilarity(
        CosineSimilarity.between(oldTopics, newTopics), newTopics.size(), sameFrom, relatedFrom);
  }

  /**
   * Matches topics by any similarity.
   *
   * @param similarity from 0 to 1, as [old topic][new topic]
   * @param newTopics number of new topics, which no row tells if there is no old topic
   */
  public static TopicMatching ofSimilarity(
      double[][] similarity, int newTopics, double sameFrom, double relatedFrom) {
    if (!(sameFrom > 0 && sameFrom <= 1 && relatedFrom > 0 && relatedFrom <= 1)) {
      throw new IllegalArgumentException("bounds of similarity are above 0 and at most 1");
    }
    for (double[] row : similarity) {
      if (row.length != newTopics) {
        throw new IllegalArgumentException(
            "a row of " + row.length + " similarities to " + newTopics + " new topics");
      }
    }
    return new TopicMatching(similarity, newTopics, sameFrom, relatedFrom);
  }

  /** The new topic that is the same as an old one. */
  public OptionalInt newTopicOf(int oldTopic) {
    return optional(newOfOld[oldTopic]);
  }

  /** The old topic that is the same as a new one. */
  public OptionalInt oldTopicOf(int newTopic) {
    return optional(oldOfNew[newTopic]);
  }

  /** All events, by kind, then old and new topic. */
  public List<LineageEvent> events() {
    List<LineageEvent> events = new ArrayList<>();
    boolean[] oldSeen = new boolean[similarity.length];
    boolean[] newSeen = new boolean[newTopics];
    int[] nearestOld = new int[newTopics];
    Arrays.setAll(nearestOld, this::nearestOld);
    int[] nearestNew = new int[similarity.length];
    Arrays.setAll(nearestNew, this::nearestNew);
    int[] parts = related(nearestOld, similarity.length);
    int[] sources = related(nearestNew, newTopics);
    addPairs(LineageEvent.Kind.SAME, (o, n) -> newOfOld[o] == n, events, oldSeen, newSeen);
    addPairs(
        LineageEvent.Kind.SPLIT,
        (o, n) -> nearestOld[n] == o && parts[o] > 1,
        events,
        oldSeen,
        newSeen);
    addPairs(
        LineageEvent.Kind.MERGED,
        (o, n) -> nearestNew[o] == n && sources[n] > 1,
        events,
        oldSeen,
        newSeen);
    addBorn(events, newSeen);
    addDied(events, oldSeen);
    return events;
  }

  private interface Relation {
    boolean holds(int oldTopic, int newTopic);
  }

  private void addPairs(
      LineageEvent.Kind kind,
      Relation relation,
      List<LineageEvent> events,
      boolean[] oldSeen,
      boolean[] newSeen) {
    for (int o = 0; o < similarity.length; o++) {
      for (int n = 0; n < newTopics; n++) {
        if (relation.holds(o, n)) {
          events.add(
              new LineageEvent(kind, OptionalInt.of(o), OptionalInt.of(n), similarity[o][n]));
          oldSeen[o] = true;
          newSeen[n] = true;
        }
      }
    }
  }

  private void addBorn(List<LineageEvent> events, boolean[] seen) {
    for (int n = 0; n < newTopics; n++) {
      if (!seen[n]) {
        double largest = 0;
        for (double[] row : similarity) {
          largest = Math.max(largest, row[n]);
        }
        events.add(
            new LineageEvent(
                LineageEvent.Kind.BORN, OptionalInt.empty(), OptionalInt.of(n), largest));
      }
    }
  }

  private void addDied(List<LineageEvent> events, boolean[] seen) {
    for (int o = 0; o < similarity.length; o++) {
      if (!seen[o]) {
        double largest = Arrays.stream(similarity[o]).max().orElse(0);
        events.add(
            new LineageEvent(
                LineageEvent.Kind.DIED, OptionalInt.of(o), OptionalInt.empty(), largest));
      }
    }
  }

  /** The old topic a new one is a part of, or -1. */
  private int nearestOld(int newTopic) {
    int nearest = NONE;
    for (int o = 0; o < similarity.length; o++) {
      double s = similarity[o][newTopic];
      if (s >= relatedFrom && (nearest == NONE || s > similarity[nearest][newTopic])) {
        nearest = o;
      }
    }
    return nearest;
  }

  /** The new topic an old one goes into, or -1. */
  private int nearestNew(int oldTopic) {
    double[] row = similarity[oldTopic];
    int nearest = NONE;
    for (int n = 0; n < newTopics; n++) {
      if (row[n] >= relatedFrom && (nearest == NONE || row[n] > row[nearest])) {
        nearest = n;
      }
    }
    return nearest;
  }

  private static int[] related(int[] nearest, int topics) {
    int[] count = new int[topics];
    for (int topic : nearest) {
      if (topic != NONE) {
        count[topic]++;
      }
    }
    return count;
  }

  private static OptionalInt optional(int topic) {
    return topic == NONE ? OptionalInt.empty() : OptionalInt.of(topic);
  }
}
