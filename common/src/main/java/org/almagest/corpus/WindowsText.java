package org.almagest.corpus;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Decodes text of the web's first decades: Windows-1252, in which parts in UTF-8 may stand. What is
 * a sequence of bytes of UTF-8 is read as such, since as Windows-1252 it would make no sense
 * ({@code Ã©}); any other byte beyond ASCII is Windows-1252.
 */
final class WindowsText {
  private static final char UNDEFINED = '\uFFFD';
  private static final String UPPER_HALF = upperHalf();

  private WindowsText() {}

  /**
   * The text, without NUL characters.
   *
   * @throws RecordFault {@link RejectReason#INVALID_TEXT} for a byte that neither encoding has
   */
  static String decode(byte[] bytes) throws RecordFault {
    StringBuilder text = new StringBuilder(bytes.length);
    int i = 0;
    while (i < bytes.length) {
      int length = bytes[i] >= 0 ? 1 : sequenceLength(bytes, i);
      if (length > 0) {
        text.append(new String(bytes, i, length, StandardCharsets.UTF_8));
        i += length;
        continue;
      }
      char c = UPPER_HALF.charAt(bytes[i] & 0x7F);
      if (c == UNDEFINED) {
        throw new RecordFault(
            RejectReason.INVALID_TEXT, "A byte of the text is neither Windows-1252 nor UTF-8.");
      }
      text.append(c);
      i++;
    }
    return Utf8.checked(text.toString());
  }

  /** Bytes of the character beyond ASCII that starts there in UTF-8; 0 where there is none. */
  private static int sequenceLength(byte[] bytes, int from) {
    int lead = bytes[from] & 0xFF;
    int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    return length > 0 && from + length <= bytes.length && Utf8.isStrict(bytes, from, from + length)
        ? length
        : 0;
  }

  private static String upperHalf() {
    byte[] bytes = new byte[128];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (128 + i);
    }
    return new String(bytes, Charset.forName("windows-1252"));
  }
}
