package org.almagest.graph;

/**
 * Numbers of paths, which grow beyond what a double holds: each is a mantissa from 1 to below 2 and
 * a power of 2, or 0. Exact up to 2⁵³, then to 16 digits; 12 bytes each.
 */
final class PathCounts {
  private final double[] mantissa;
  private final int[] exponent;

  /** All 0. */
  PathCounts(int counts) {
    this.mantissa = new double[counts];
    this.exponent = new int[counts];
  }

  void setOne(int index) {
    mantissa[index] = 1;
    exponent[index] = 0;
  }

  boolean isZero(int index) {
    return mantissa[index] == 0;
  }

  /** Adds another's count to one of these. */
  void add(int index, PathCounts other, int otherIndex) {
    double its = other.mantissa[otherIndex];
    if (its == 0) {
      return;
    }
    int itsExponent = other.exponent[otherIndex];
    if (mantissa[index] == 0) {
      mantissa[index] = its;
      exponent[index] = itsExponent;
      return;
    }
    int larger = Math.max(exponent[index], itsExponent);
    double sum =
        Math.scalb(mantissa[index], exponent[index] - larger)
            + Math.scalb(its, itsExponent - larger);
    int carry = Math.getExponent(sum);
    mantissa[index] = Math.scalb(sum, -carry);
    exponent[index] = larger + carry;
  }

  /** The product of two counts over a third, which is not 0. */
  static double ratio(
      PathCounts a, int aIndex, PathCounts b, int bIndex, PathCounts over, int overIndex) {
    double mantissas = a.mantissa[aIndex] * b.mantissa[bIndex] / over.mantissa[overIndex];
    long exponents = (long) a.exponent[aIndex] + b.exponent[bIndex] - over.exponent[overIndex];
    return Math.scalb(mantissas, (int) Math.max(Integer.MIN_VALUE, exponents));
  }

  /** A count as a double; infinite beyond 2¹⁰²³. */
  double value(int index) {
    return Math.scalb(mantissa[index], exponent[index]);
  }
}
