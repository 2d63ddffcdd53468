package org.almagest.benchmark.topics;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What the judge wants of a model: P(word | topic) of all words and topics, and the prior. */
final class TopicWordModel {
  private final int topicCount;
  private final int words;
  private final double[] alpha;
  // By word, so that a word's topics lie side by side.
  private final float[] probabilities;

  /** P(word | topic) of a model. */
  interface Probability {
    double of(int word, int topic);
  }

  /**
   * @param words number of words
   * @param alpha for each topic what is added to its tokens in a document to estimate its weight
   */
  TopicWordModel(int words, double[] alpha, Probability probability) {
    this.words = words;
    this.topicCount = alpha.length;
    this.alpha = alpha.clone();
    probabilities = new float[Math.multiplyExact(words, topicCount)];
    for (int word = 0; word < words; word++) {
      for (int topic = 0; topic < topicCount; topic++) {
        probabilities[word * topicCount + topic] = (float) probability.of(word, topic);
      }
    }
  }

  int topicCount() {
    return topicCount;
  }

  double alpha(int topic) {
    return alpha[topic];
  }

  double probability(int word, int topic) {
    return probabilities[word * topicCount + topic];
  }

  /** The most probable words of each topic, most probable first; of equal ones the smaller id. */
  int[][] topWords(int count) {
    return IntStream.range(0, topicCount)
        .parallel()
        .mapToObj(topic -> topWords(topic, count))
        .toArray(int[][]::new);
  }

  private int[] topWords(int topic, int count) {
    long[] order = new long[words];
    for (int word = 0; word < words; word++) {
      // Bits of floats that are not negative rise as the floats do.
      int bits = Float.floatToIntBits(probabilities[word * topicCount + topic]);
      order[word] = (long) ~bits << 32 | word;
    }
    Arrays.sort(order);
    return Arrays.stream(order).limit(count).mapToInt(entry -> (int) entry).toArray();
  }
}
