package org.almagest.graph;

import java.io.Serializable;

/**
 * A total over all n nodes s of a value x(s), estimated from k of them that were drawn without
 * replacement: n x̄, which has no bias, with the standard error n √((1 - k / n) S² / k), where x̄
 * and S² are the mean and the variance, over k - 1, of the k values. The error is 0 where k = n,
 * and NaN for one of several nodes.
 *
 * @param factor by which values are multiplied
 * @param nodes n
 * @param sample k
 */
public record SampledTotal(double factor, int nodes, int sample) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What a dependency δ(s|v) adds to betweenness: each pair of nodes is met from both ends. */
  public static final double PER_DEPENDENCY = 0.5;

  /** What 1 / d(s,v) adds to harmonic closeness: its share of all other nodes. */
  public static double perNearness(int nodes) {
    return 1.0 / Math.max(1, nodes - 1);
  }

  /** The estimate from the sum of the k values. */
  public double estimate(double sum) {
    return factor * nodes / sample * sum;
  }

  /** Its standard error, from the sum of the k values and that of their squares. */
  public double error(double sum, double squares) {
    if (sample == nodes) {
      return 0;
    }
    double variance = Math.max(0, squares - sum * sum / sample) / (sample - 1);
    return factor * nodes * Math.sqrt((1 - sample / (double) nodes) * variance / sample);
  }
}
