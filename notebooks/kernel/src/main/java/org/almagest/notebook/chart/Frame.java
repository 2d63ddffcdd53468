package org.almagest.notebook.chart;

import java.util.Arrays;

/**
 * Places on a plane as pixels, with the same scale in both directions and y upwards.
 *
 * @param scale pixels a unit
 */
record Frame(double scale, double shiftX, double shiftY) {

  /** The largest picture of all places within a rectangle, in its middle. */
  static Frame around(
      double[] xs, double[] ys, double left, double top, double right, double bottom) {
    double lowX = Arrays.stream(xs).min().orElse(0);
    double highX = Arrays.stream(xs).max().orElse(0);
    double lowY = Arrays.stream(ys).min().orElse(0);
    double highY = Arrays.stream(ys).max().orElse(0);
    double across = highX - lowX;
    double upwards = highY - lowY;
    double scale =
        Math.min(
            across > 0 ? (right - left) / across : Double.POSITIVE_INFINITY,
            upwards > 0 ? (bottom - top) / upwards : Double.POSITIVE_INFINITY);
    if (Double.isInfinite(scale)) {
      scale = 1;
    }
    return new Frame(
        scale,
        (left + right) / 2 - (lowX + highX) / 2 * scale,
        (top + bottom) / 2 + (lowY + highY) / 2 * scale);
  }

  double x(double value) {
    return shiftX + value * scale;
  }

  double y(double value) {
    return shiftY - value * scale;
  }
}
