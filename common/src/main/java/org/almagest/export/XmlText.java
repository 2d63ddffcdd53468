package org.almagest.export;

/**
 * Text as a reader of XML 1.0 gives it back: {@code Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] |
 * [#xE000-#xFFFD] | [#x10000-#x10FFFF]} (W3C 2008, section 2.2). Other characters cannot be written
 * in any way, and U+FFFD stands for them. Marks such as {@code <} are left to the writer.
 */
final class XmlText {
  private XmlText() {}

  /** Text of an element: every line break is LF, as a reader takes it (section 2.11). */
  static String content(String text) {
    String oneBreak =
        text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    StringBuilder legal = new StringBuilder(oneBreak.length());
    oneBreak
        .codePoints()
        .forEach(c -> legal.appendCodePoint(isAllowed(c) ? c : UnicodeText.REPLACEMENT));
    return legal.toString();
  }

  /** Value of an attribute: line breaks and tabs are blanks, as a reader takes them (3.3.3). */
  static String attribute(String text) {
    return content(text).replace('\n', ' ').replace('\t', ' ');
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
