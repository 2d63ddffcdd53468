package org.almagest.notebook.chart;

/**
 * About how wide a text is drawn, in pixels. The reader's font is not known here, so widths are
 * those of common sans-serif ones, and rather too large than too small.
 */
final class TextWidth {
  private static final String NARROW = "fijlrtI.,:;'|!()[]/ -";
  private static final String WIDE = "mwMW@%—…";

  private TextWidth() {}

  /** The width of a text at that size. */
  static double of(String text, double size) {
    return size * text.codePoints().mapToDouble(TextWidth::ofCharacter).sum();
  }

  /** The text, or as much of its beginning as fits into a width, with an ellipsis. */
  static String cut(String text, double size, double width) {
    if (of(text, size) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && of(text.substring(0, end).strip() + "…", size) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).strip() + "…";
  }

  private static double ofCharacter(int c) {
    if (c >= 0x1100) {
      return 1;
    }
    if (NARROW.indexOf(c) >= 0) {
      return 0.38;
    }
    if (WIDE.indexOf(c) >= 0) {
      return 0.95;
    }
    return Character.isUpperCase(c) ? 0.72 : 0.61;
  }
}
