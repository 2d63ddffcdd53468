package org.almagest.topic;

/**
 * How a topic spreads over papers.
 *
 * @param paperShare share of papers in which it is present: its weight is at least {@value
 *     #PRESENT_FROM}; from 0 to 1
 * @param mainShare share of papers of which it is the main topic: none has a larger weight; at most
 *     {@code paperShare}
 */
public record TopicSpread(double paperShare, double mainShare) {
  /** Least weight of a topic that is present in a paper. */
  public static final double PRESENT_FROM = 0.05;

  public TopicSpread {
    if (!(mainShare >= 0 && mainShare <= paperShare && paperShare <= 1)) {
      throw new IllegalArgumentException(
          "no topic is in " + paperShare + " of all papers and the main one of " + mainShare);
    }
  }
}
