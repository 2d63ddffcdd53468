package org.almagest.notebook.chart;

/** How an axis writes its values. */
public enum Unit {
  /** As they are. */
  NUMBER("", 1),
  /** Shares of 1 as percent. */
  PERCENT(" %", 100);

  private final String sign;
  private final double factor;

  Unit(String sign, double factor) {
    this.sign = sign;
    this.factor = factor;
  }

  /** A value as its axis scales it. */
  double scaled(double value) {
    return value * factor;
  }

  /** A scaled value with no more than three digits behind what its size needs. */
  String text(double scaled) {
    double size = Math.abs(scaled);
    double step = size >= 100 ? 1 : size >= 10 ? 0.1 : size >= 1 ? 0.01 : 1e-4;
    return Scale.text(Math.rint(scaled / step) * step) + sign;
  }

  /** A tick, all of whose digits count. */
  String tick(double scaled) {
    return Scale.text(scaled) + sign;
  }
}
