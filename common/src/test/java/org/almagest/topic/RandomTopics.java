package org.almagest.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Topics drawn at random, for properties: each term is in half of them. */
final class RandomTopics {
  private RandomTopics() {}

  static List<SparseDistribution> of(int topics, int terms, long seed) {
    Random random = new Random(seed);
    List<SparseDistribution> drawn = new ArrayList<>();
    for (int topic = 0; topic < topics; topic++) {
      double[] weights = new double[terms];
      weights[random.nextInt(terms)] = 1;
      for (int term = 0; term < terms; term++) {
        if (random.nextBoolean()) {
          weights[term] += -Math.log(1 - random.nextDouble());
        }
      }
      drawn.add(SparseDistribution.ofDense(weights));
    }
    return drawn;
  }
}
