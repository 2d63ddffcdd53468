package org.almagest.topic;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How different the topics of a model are: the share of distinct terms among the 25 most probable
 * terms of all topics (Dieng, Ruiz and Blei 2020). Near 0 where topics repeat each other, 1 where
 * no term is a top term of two topics.
 */
public final class TopicDiversity {
  /** Top terms of a topic that count. */
  public static final int TERMS = 25;

  private TopicDiversity() {}

  /**
   * The diversity of a model; empty if no topic has a term.
   *
   * @param topTerms distinct term ids of each topic, most probable first; a topic with fewer than
   *     25 counts with those it has
   */
  public static OptionalDouble of(int[][] topTerms) {
    int[] all =
        Arrays.stream(topTerms).flatMapToInt(terms -> Arrays.stream(terms).limit(TERMS)).toArray();
    if (all.length == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((double) Arrays.stream(all).distinct().count() / all.length);
  }
}
