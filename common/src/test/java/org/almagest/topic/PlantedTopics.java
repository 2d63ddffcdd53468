package org.almagest.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A corpus of known topics: each has words of its own with weights 1, 1/2, 1/3, …, and one token in
 * twenty is any word. A document has a main topic and another with up to 40 % of its tokens.
 */
final class PlantedTopics {
  private static final double ANY_WORD = 0.05;
  private static final double LARGEST_SECOND_SHARE = 0.4;

  private final int topics;
  private final int wordsPerTopic;
  private final Random random;
  private final List<int[]> documents = new ArrayList<>();

  private PlantedTopics(int topics, int wordsPerTopic, long seed) {
    this.topics = topics;
    this.wordsPerTopic = wordsPerTopic;
    this.random = new Random(seed);
  }

  static PlantedTopics of(
      int topics, int wordsPerTopic, int documents, int documentTokens, long seed) {
    PlantedTopics planted = new PlantedTopics(topics, wordsPerTopic, seed);
    List<double[]> weights = planted.weights();
    for (int document = 0; document < documents; document++) {
      int second = planted.random.nextInt(topics);
      double share = LARGEST_SECOND_SHARE * planted.random.nextDouble();
      int[] counts = new int[planted.vocabularySize()];
      for (int token = 0; token < documentTokens; token++) {
        int topic = planted.random.nextDouble() < share ? second : document % topics;
        counts[planted.draw(weights.get(topic))]++;
      }
      planted.documents.add(counts);
    }
    return planted;
  }

  int vocabularySize() {
    return topics * wordsPerTopic;
  }

  /** The topics that were planted. */
  List<SparseDistribution> distributions() {
    return weights().stream().map(SparseDistribution::ofDense).toList();
  }

  /**
   * A block of the documents from {@code from} to below {@code to}, whose keys are their places.
   */
  TokenBlock block(int from, int to) {
    TokenBlock.Builder builder = new TokenBlock.Builder(topics);
    for (int document = from; document < to; document++) {
      int[] counts = documents.get(document);
      int[] terms = new int[counts.length];
      Arrays.setAll(terms, word -> word);
      builder.add(document, terms, counts);
    }
    return builder.build();
  }

  private List<double[]> weights() {
    List<double[]> all = new ArrayList<>();
    for (int topic = 0; topic < topics; topic++) {
      double[] own = new double[vocabularySize()];
      for (int rank = 0; rank < wordsPerTopic; rank++) {
        own[topic * wordsPerTopic + rank] = 1.0 / (rank + 1);
      }
      double sum = Arrays.stream(own).sum();
      all.add(
          Arrays.stream(own)
              .map(weight -> (1 - ANY_WORD) * weight / sum + ANY_WORD / own.length)
              .toArray());
    }
    return all;
  }

  private int draw(double[] weights) {
    double left = random.nextDouble();
    int word = 0;
    while (word < weights.length - 1 && left >= weights[word]) {
      left -= weights[word++];
    }
    return word;
  }
}
