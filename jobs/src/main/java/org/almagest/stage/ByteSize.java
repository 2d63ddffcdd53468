package org.almagest.stage;

import java.util.Locale;

/** Sizes in bytes as a person reads them. */
public final class ByteSize {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};
  private static final double STEP = 1000;

  private ByteSize() {}

  /** {@code 0 B}, {@code 812 B}, {@code 1.2 MB}: in powers of 1,000, with two figures at least. */
  public static String text(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= STEP && unit < UNITS.length - 1) {
      value /= STEP;
      unit++;
    }
    return String.format(
        Locale.ROOT, unit == 0 || value >= 100 ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
  }
}
