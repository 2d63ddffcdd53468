package org.almagest.text;

/** Text within HTML and XML. */
public final class Markup {
  private static final int REPLACEMENT = 0xFFFD;

  private Markup() {}

  /**
   * Text that stays text, between tags and in the quotes of an attribute. What XML 1.0 cannot hold,
   * such as control characters and halves of surrogate pairs, becomes U+FFFD.
   */
  public static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isHeld(c) ? c : REPLACEMENT);
              }
            });
    return out.toString();
  }

  /** The characters of XML 1.0 (fifth edition), production 2. */
  private static boolean isHeld(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
