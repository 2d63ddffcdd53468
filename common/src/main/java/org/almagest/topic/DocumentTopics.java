package org.almagest.topic;

/** What a document holds of each topic, as the mean of some samples. */
public final class DocumentTopics {
  private final int[] topics;
  private final double[] counts;
  private final int tokens;

  DocumentTopics(int[] topics, double[] counts, int tokens) {
    this.topics = topics;
    this.counts = counts;
    this.tokens = tokens;
  }

  /** Number of topics that were drawn at least once. */
  public int size() {
    return topics.length;
  }

  /** The i-th of these topics; they rise. */
  public int topic(int i) {
    return topics[i];
  }

  /** Mean number of the document's tokens in the i-th of these topics. */
  public double count(int i) {
    return counts[i];
  }

  /** Number of the document's tokens: the sum of the counts. */
  public int tokens() {
    return tokens;
  }
}
