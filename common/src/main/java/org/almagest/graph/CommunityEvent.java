package org.almagest.graph;

import java.util.OptionalInt;

/**
 * What became of a community between two partitions; {@link CommunityMatching} states the rule.
 *
 * @param kind what happened
 * @param before the older community; empty for one that was born
 * @param after the newer community; empty for one that died
 * @param shared nodes that are in both; 0 where there is one only
 * @param jaccard shared nodes over those that are in at least one of the two; 0 where there is one
 *     only
 * @param sizeBefore nodes of the older community; 0 where there is none
 * @param sizeAfter nodes of the newer community; 0 where there is none
 */
public record CommunityEvent(
    Kind kind,
    OptionalInt before,
    OptionalInt after,
    long shared,
    double jaccard,
    long sizeBefore,
    long sizeAfter) {

  /** Kinds of events. */
  public enum Kind {
    /** The two are the same community. */
    CONTINUED,
    /** The newer community is a part of the older one, which has other parts or lives on. */
    SPLIT,
    /** The older community went into the newer one, which takes in others or lives on. */
    MERGED,
    /** The newer community comes from none of the older ones. */
    BORN,
    /** The older community lives on in none of the newer ones. */
    DIED
  }
}
