package org.almagest.topic;

import java.util.OptionalInt;

/**
 * What became of a topic between two models; {@link TopicMatching} states the rule.
 *
 * @param kind what happened
 * @param oldTopic topic of the older model; empty for one that was born
 * @param newTopic topic of the newer model; empty for one that died
 * @param similarity of the two; where there is one only, its largest to any topic of the other
 *     model, 0 if that has none
 */
public record LineageEvent(
    Kind kind, OptionalInt oldTopic, OptionalInt newTopic, double similarity) {

  /** Kinds of events. */
  public enum Kind {
    /** The two are the same topic. */
    SAME,
    /** The new topic is a part of the old one, which has other parts. */
    SPLIT,
    /** The old topic went into the new one, as others did. */
    MERGED,
    /** The new topic comes from none of the old ones. */
    BORN,
    /** The old topic lives on in none of the new ones. */
    DIED
  }
}
