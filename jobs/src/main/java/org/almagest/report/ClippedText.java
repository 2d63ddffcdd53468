package org.almagest.report;

import java.util.Locale;

/** Text as long as a page has room for. */
final class ClippedText {
  private static final String ELLIPSIS = "…";
  private static final int ELLIPSIS_BYTES = 3;
  private static final int ESCAPE_BYTES = 6;

  private ClippedText() {}

  /**
   * The text, cut off at a character so that it takes no more than so many bytes in the page: UTF-8
   * with the escapes of JSON, and those of {@link PageJson}.
   */
  static String of(String text, int mostBytes) {
    int bytes = 0;
    int fits = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      bytes += bytes(character);
      if (bytes > mostBytes) {
        return text.substring(0, fits).stripTrailing() + ELLIPSIS;
      }
      i += Character.charCount(character);
      if (bytes <= mostBytes - ELLIPSIS_BYTES) {
        fits = i;
      }
    }
    return text;
  }

  /** A label that fits, or null. */
  static String orNull(String text, int mostBytes) {
    return text == null ? null : of(text, mostBytes);
  }

  /** The last part of a path, without what leads to it. */
  static String fileName(String path) {
    String trimmed = path.replace('\\', '/');
    int slash = trimmed.lastIndexOf('/', trimmed.length() - 2);
    return trimmed.substring(slash + 1);
  }

  /** A count with its noun, such as {@code 1 author} or {@code 1,200 authors}. */
  static String quantity(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }

  private static int bytes(int character) {
    if (character < ' ' || character == '<' || character == '>' || character == '&') {
      return ESCAPE_BYTES;
    }
    if (character == '"' || character == '\\') {
      return 2;
    }
    if (character < 0x80) {
      return 1;
    }
    if (character == 0x2028
        || character == 0x2029
        || Character.getType(character) == Character.SURROGATE) {
      return ESCAPE_BYTES;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < 0x10000 ? 3 : 4;
  }
}
