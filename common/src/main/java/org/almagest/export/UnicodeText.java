package org.almagest.export;

/** Text from anywhere, made fit for files. */
final class UnicodeText {
  /** Stands where a character cannot. */
  static final char REPLACEMENT = '\uFFFD';

  private UnicodeText() {}

  /** The text with each surrogate that has no partner replaced: it has no form in UTF-8. */
  static String wellFormed(String text) {
    StringBuilder whole = null;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (isSurrogate(c)) {
        whole = whole == null ? new StringBuilder(text) : whole;
        whole.setCharAt(i, REPLACEMENT);
      }
      i += Character.charCount(c);
    }
    return whole == null ? text : whole.toString();
  }

  /**
   * The text in one line: a blank stands for each control character, tabs among them, and for each
   * character that breaks a line.
   */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(c -> line.appendCodePoint(breaksLine(c) ? ' ' : c));
    return line.toString();
  }

  private static boolean breaksLine(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
