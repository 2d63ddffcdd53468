package org.almagest.notebook.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Maps values to places along an axis, with round numbers as ticks.
 *
 * @param low value at the beginning
 * @param high value at the end, above it
 * @param from pixel at the beginning
 * @param to pixel at the end; below from where the axis runs upwards
 */
record Scale(double low, double high, double from, double to) {
  private static final double[] ROUND = {1, 2, 5, 10};

  /** A scale over at least these values, which begins and ends at about that many ticks. */
  static Scale around(double low, double high, int ticks, double from, double to) {
    double top = high > low ? high : low + (low == 0 ? 1 : Math.abs(low));
    double step = step(low, top, ticks);
    return new Scale(Math.floor(low / step) * step, Math.ceil(top / step) * step, from, to);
  }

  /** The place of a value. */
  double at(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  /** About that many round values, the ends included where they are round. */
  List<Double> ticks(int count) {
    double step = step(low, high, count);
    List<Double> ticks = new ArrayList<>();
    // Multiples, not a running sum, lest 0.1 + 0.2 show.
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** The same where only whole numbers make sense, such as years. */
  List<Double> wholeTicks(int count) {
    double step = Math.max(1, step(low, high, count));
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** The smallest of 1, 2, 5 times a power of ten with no more than that many steps. */
  private static double step(double low, double high, int count) {
    double least = (high - low) / count;
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double round : ROUND) {
      if (round * power >= least * (1 - 1e-9)) {
        return round * power;
      }
    }
    return 10 * power;
  }

  /** A tick's number with no more digits than it needs. */
  static String text(double value) {
    return BigDecimal.valueOf(value)
        .setScale(10, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
