package org.almagest.quality;

import java.util.Locale;

/** What a measure tells a person. */
final class Sentence {
  private Sentence() {}

  /** A text with figures in it, written alike everywhere, and its full stop. */
  static String of(String format, Object... figures) {
    return String.format(Locale.ROOT, format, figures) + ".";
  }
}
