package org.almagest.export;

/** Numbers as all formats write them. */
final class NumberText {
  /** Below this, every whole number is a double. */
  private static final double EXACT = 1L << 53;

  private NumberText() {}

  /**
   * The shortest text that gives the same number again, without a fraction where there is none:
   * {@code 3}, {@code 0.25}, {@code 1.0E-10}.
   */
  static String of(double number) {
    return Math.rint(number) == number && Math.abs(number) < EXACT
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
