package org.almagest.sample;

import java.util.Locale;

/** How a topic's share of the papers changes over the years. */
enum Trend {
  RISING(0.4, 1.6),
  STEADY(1, 1),
  FALLING(1.6, 0.4);

  private final double atStart;
  private final double atEnd;

  Trend(double atStart, double atEnd) {
    this.atStart = atStart;
    this.atEnd = atEnd;
  }

  /**
   * Factor on the topic's weight, linear in time.
   *
   * @param time 0 in the first year, 1 in the last one
   */
  double factor(double time) {
    return atStart + (atEnd - atStart) * time;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
