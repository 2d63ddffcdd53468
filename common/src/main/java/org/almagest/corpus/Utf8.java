package org.almagest.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;

/** Strict decoding of a source's text: what is not UTF-8 is a fault, never a question mark. */
final class Utf8 {
  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /**
   * The text of a range of bytes, without NUL characters.
   *
   * @throws RecordFault {@link RejectReason#INVALID_TEXT} where the bytes are not UTF-8
   */
  static String decode(byte[] bytes, int from, int to) throws RecordFault {
    // String's own decoder is vectorised and puts U+FFFD for each malformed sequence, so only a
    // text that shows one needs the slow decoder to tell whether it stood in the source.
    String text = new String(bytes, from, to - from, UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0 && !isStrict(bytes, from, to)) {
      throw new RecordFault(RejectReason.INVALID_TEXT, "The text is not valid UTF-8.");
    }
    return withoutNul(text);
  }

  /**
   * A string that came out of escapes such as {@code \ud800}, without NUL characters.
   *
   * @throws RecordFault {@link RejectReason#INVALID_TEXT} where it holds half a surrogate pair
   */
  static String checked(String text) throws RecordFault {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw new RecordFault(
              RejectReason.INVALID_TEXT, "The text holds half a surrogate pair in an escape.");
        }
        i++;
      }
    }
    return withoutNul(text);
  }

  /** In one line: every run of white space becomes one blank, none at either end. */
  static String oneLine(String text) {
    String stripped = text.strip();
    int i = 0;
    while (i < stripped.length() && !needsCollapse(stripped, i)) {
      i++;
    }
    if (i == stripped.length()) {
      return stripped;
    }
    StringBuilder line = new StringBuilder(stripped.length()).append(stripped, 0, i);
    boolean blank = false;
    for (; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      if (Character.isWhitespace(c)) {
        blank = true;
      } else {
        if (blank) {
          line.append(' ');
          blank = false;
        }
        line.append(c);
      }
    }
    return line.toString();
  }

  private static boolean needsCollapse(String text, int i) {
    char c = text.charAt(i);
    return c == ' '
        ? i + 1 < text.length() && Character.isWhitespace(text.charAt(i + 1))
        : Character.isWhitespace(c);
  }

  private static String withoutNul(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }

  /** Whether a range of bytes is UTF-8. */
  static boolean isStrict(byte[] bytes, int from, int to) {
    try {
      UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, to - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
