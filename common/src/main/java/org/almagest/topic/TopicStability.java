package org.almagest.topic;

import java.util.List;
import org.almagest.stats.OptimalAssignment;

/**
 * How surely a topic comes again when the model is trained from another seed: the mean, over models
 * of other seeds, of the cosine between its term distribution and that of its counterpart, where
 * the counterparts are paired one to one so that all cosines sum to the most; 0 in a model that has
 * none left for it.
 *
 * <p>After Greene, O'Callaghan and Cunningham (2014) and Belford, Mac Namee and Greene (2018), who
 * compare the ranks of the top terms instead of their probabilities.
 */
public final class TopicStability {
  private TopicStability() {}

  /**
   * The stability of each topic of a reference model, from 0 to 1.
   *
   * @param reference its topics
   * @param others the topics of each other model, over the same term indices; at least one model
   */
  public static double[] of(
      List<SparseDistribution> reference, List<List<SparseDistribution>> others) {
    if (others.isEmpty()) {
      throw new IllegalArgumentException("stability needs a model of another seed");
    }
    double[] stability = new double[reference.size()];
    for (List<SparseDistribution> other : others) {
      double[][] cosine = CosineSimilarity.between(reference, other);
      int[] counterpart = OptimalAssignment.ofLargestSum(cosine);
      for (int topic = 0; topic < stability.length; topic++) {
        if (counterpart[topic] >= 0) {
          stability[topic] += cosine[topic][counterpart[topic]] / others.size();
        }
      }
    }
    return stability;
  }
}
