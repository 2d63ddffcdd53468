package org.almagest.topic;

import java.util.List;

/**
 * Cosine between the term distributions of topics, over the union of their terms: Σ p q / sqrt(Σ p²
 * Σ q²), from 0 for topics without a common term to 1 for equal ones.
 */
public final class CosineSimilarity {
  private CosineSimilarity() {}

  /**
   * The similarity of each topic of one model to each of another. Takes one product for each pair
   * of topics and term they share.
   *
   * @return as [row topic][column topic]
   */
  public static double[][] between(
      List<SparseDistribution> rows, List<SparseDistribution> columns) {
    TermPostings postings = TermPostings.of(columns);
    double[] columnNorm = columns.stream().mapToDouble(CosineSimilarity::norm).toArray();
    double[][] cosine = new double[rows.size()][columns.size()];
    for (int row = 0; row < cosine.length; row++) {
      SparseDistribution topic = rows.get(row);
      double[] product = cosine[row];
      for (int i = 0; i < topic.size(); i++) {
        double p = topic.value(i);
        int end = postings.end(topic.index(i));
        for (int at = postings.start(topic.index(i)); at < end; at++) {
          product[postings.topic(at)] += p * postings.value(at);
        }
      }
      double norm = norm(topic);
      for (int column = 0; column < product.length; column++) {
        product[column] = Math.min(1, product[column] / (norm * columnNorm[column]));
      }
    }
    return cosine;
  }

  private static double norm(SparseDistribution distribution) {
    double squares = 0;
    for (int i = 0; i < distribution.size(); i++) {
      squares += distribution.value(i) * distribution.value(i);
    }
    return Math.sqrt(squares);
  }
}
