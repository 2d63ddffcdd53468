package org.almagest.digest;

import java.nio.charset.StandardCharsets;

/** Text as a part of the path of a web address. */
final class PathText {
  private static final String PLAIN = "-._~/";
  private static final String DIGITS = "0123456789ABCDEF";

  private PathText() {}

  /** The text with all but letters, digits, {@code - . _ ~} and slashes in percent form. */
  static String encode(String text) {
    StringBuilder path = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || PLAIN.indexOf(c) >= 0) {
        path.append(c);
      } else {
        path.append('%').append(DIGITS.charAt(c >> 4)).append(DIGITS.charAt(c & 0xF));
      }
    }
    return path.toString();
  }
}
