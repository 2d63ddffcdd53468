package org.almagest.topic;

import java.io.Serializable;

/**
 * A probability distribution of which only the values above zero are kept: terms of a topic, mostly
 * a few thousand of a vocabulary. Memory: 12 bytes a value.
 */
public final class SparseDistribution implements Serializable {
  private static final long serialVersionUID = 1L;

  /** How far values may be from summing to 1, which those stored as floats are. */
  private static final double SUM_TOLERANCE = 1e-3;

  private final int[] indices;
  private final double[] values;
  private final double sum;

  private SparseDistribution(int[] indices, double[] values) {
    this.indices = indices;
    this.values = values;
    double total = 0;
    for (double value : values) {
      total += value;
    }
    this.sum = total;
  }

  /**
   * A distribution with the values given.
   *
   * @param indices rising, from 0
   * @param values above 0; they sum to 1 to within 0.001
   * @throws IllegalArgumentException for anything else
   */
  public static SparseDistribution of(int[] indices, double[] values) {
    SparseDistribution distribution = checked(indices, values.clone());
    if (!(Math.abs(distribution.sum - 1) <= SUM_TOLERANCE)) {
      throw new IllegalArgumentException("a distribution sums to 1, not " + distribution.sum);
    }
    return distribution;
  }

  /**
   * A distribution in proportion to weights, such as counts.
   *
   * @param indices rising, from 0
   * @param weights above 0, at least one
   * @throws IllegalArgumentException for anything else
   */
  public static SparseDistribution ofWeights(int[] indices, double[] weights) {
    double[] values = weights.clone();
    double total = checked(indices, values).sum;
    if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("weights that sum to " + total + " have no proportions");
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= total;
    }
    return checked(indices, values);
  }

  /**
   * A distribution in proportion to dense weights.
   *
   * @param weights weight of each index, at least 0 and not all 0
   * @throws IllegalArgumentException for anything else
   */
  public static SparseDistribution ofDense(double[] weights) {
    int size = 0;
    for (double weight : weights) {
      size += weight == 0 ? 0 : 1;
    }
    int[] indices = new int[size];
    double[] values = new double[size];
    int at = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] != 0) {
        indices[at] = i;
        values[at++] = weights[i];
      }
    }
    return ofWeights(indices, values);
  }

  private static SparseDistribution checked(int[] indices, double[] values) {
    if (indices.length != values.length) {
      throw new IllegalArgumentException(
          indices.length + " indices do not fit " + values.length + " values");
    }
    for (int i = 0; i < indices.length; i++) {
      if (indices[i] < 0 || (i > 0 && indices[i] <= indices[i - 1])) {
        throw new IllegalArgumentException("indices do not rise from 0 at " + indices[i]);
      }
      if (!(values[i] > 0 && values[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("value " + values[i] + " at index " + indices[i]);
      }
    }
    return new SparseDistribution(indices.clone(), values);
  }

  /** Number of values above 0. */
  public int size() {
    return indices.length;
  }

  /** Index of the value at a position; they rise. */
  public int index(int position) {
    return indices[position];
  }

  /** The value at a position. */
  public double value(int position) {
    return values[position];
  }

  /** Sum of the values in order of position, which is 1 but for rounding. */
  double sum() {
    return sum;
  }
}
