package org.almagest.author;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The name of an author without what spelling varies in: case, accents and spacing. */
public final class NameKey {
  /** Scripts whose marks may be left out; those of Latin and Greek letters are "inherited". */
  private static final Set<Character.UnicodeScript> OPTIONAL_MARKS =
      EnumSet.of(
          Character.UnicodeScript.INHERITED,
          Character.UnicodeScript.CYRILLIC,
          Character.UnicodeScript.ARABIC,
          Character.UnicodeScript.HEBREW);

  // "Inherited", too, but they tell ga from ka and pa from ha.
  private static final int KANA_VOICED = 0x3099;
  private static final int KANA_SEMI_VOICED = 0x309A;

  private NameKey() {}

  /**
   * Folds a name: no accents, letters such as ø, ł and ß spelled out, compatibility forms of
   * characters, lower case, runs of white space as one blank, exactly one blank after a full stop
   * ({@code J.R. Smith} is {@code J. R. Smith}). Marks that are letters in their script, such as
   * vowels in Devanagari, stay. Idempotent.
   */
  public static String fold(String name) {
    boolean ascii = isAscii(name);
    String decomposed = ascii ? name : Normalizer.normalize(name, Normalizer.Form.NFKD);
    String lower = decomposed.toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder(lower.length());
    boolean blank = false;
    int c;
    for (int i = 0; i < lower.length(); i += Character.charCount(c)) {
      c = lower.codePointAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        blank = true;
      } else if (!isAccent(c)) {
        if (blank && !key.isEmpty()) {
          key.append(' ');
        }
        append(key, c);
        blank = c == '.';
      }
    }
    return ascii ? key.toString() : Normalizer.normalize(key, Normalizer.Form.NFC);
  }

  private static boolean isAccent(int c) {
    return Character.getType(c) == Character.NON_SPACING_MARK
        && OPTIONAL_MARKS.contains(Character.UnicodeScript.of(c))
        && c != KANA_VOICED
        && c != KANA_SEMI_VOICED;
  }

  private static void append(StringBuilder key, int c) {
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
      default -> key.appendCodePoint(c);
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
