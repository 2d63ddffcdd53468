package org.almagest.author;

import java.text.Normalizer;
import java.util.Locale;

/** The name of an author without what spelling varies in: case, accents and spacing. */
public final class NameKey {
  private NameKey() {}

  /**
   * Folds a name: compatibility decomposition without combining marks, letters such as ø, ł and ß
   * spelled out, lower case, runs of white space as one blank, exactly one blank after a full stop
   * ({@code J.R. Smith} is {@code J. R. Smith}). Idempotent.
   */
  public static String fold(String name) {
    String decomposed = isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFKD);
    String lower = decomposed.toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder(lower.length());
    boolean blank = false;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        blank = true;
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        if (blank && !key.isEmpty()) {
          key.append(' ');
        }
        append(key, c);
        blank = c == '.';
      }
    }
    return key.toString();
  }

  private static void append(StringBuilder key, char c) {
    switch (c) {
      case 'ø' -> key.append('o');
      case 'ł' -> key.append('l');
      case 'đ', 'ð' -> key.append('d');
      case 'ħ' -> key.append('h');
      case 'ı' -> key.append('i');
      case 'ß' -> key.append("ss");
      case 'æ' -> key.append("ae");
      case 'œ' -> key.append("oe");
      case 'þ' -> key.append("th");
      case '’', '‘', '`' -> key.append('\'');
      case '‐', '‑' -> key.append('-');
      default -> key.append(c);
    }
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }
}
