package org.almagest.text;

/**
 * Where a stretch of text ends that is not prose: an address, a formula, a tag, an entity. Every
 * search has a limit, so that many opening signs without a closing one take no quadratic time.
 */
final class NonProse {
  private static final int LONGEST_FORMULA = 600;
  private static final int LONGEST_TAG = 120;
  private static final int LONGEST_ENTITY = 10;
  private static final int LONGEST_ARGUMENT = 600;

  private NonProse() {}

  /** Whether an address with a scheme starts here. */
  static boolean startsAddress(String text, int i) {
    return startsWith(text, "http://", i)
        || startsWith(text, "https://", i)
        || startsWith(text, "ftp://", i);
  }

  /** Whether an address without a scheme starts here, if a word can. */
  static boolean startsBareAddress(String text, int i) {
    return startsWith(text, "www.", i);
  }

  private static boolean startsWith(String text, String prefix, int i) {
    return text.regionMatches(true, i, prefix, 0, prefix.length());
  }

  /** The end of an address that starts here. */
  static int endOfAddress(String text, int start) {
    int i = start;
    while (i < text.length()
        && !Character.isWhitespace(text.charAt(i))
        && ")]}>,\"".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  /** The end of a formula at a dollar sign, or of the sign alone if it opens none. */
  static int endOfFormula(String text, int start) {
    int from = text.startsWith("$$", start) ? start + 2 : start + 1;
    int end = find(text, '$', from, start + LONGEST_FORMULA);
    boolean amounts = end >= 0 && isDigit(text, from) && isDigit(text, end + 1);
    if (end < 0 || amounts) {
      return from; // A lone dollar sign is money, and so are $5 million and $10 million.
    }
    return text.startsWith("$$", end) ? end + 2 : end + 1;
  }

  /** The end of a tag at an angle bracket, or of the bracket alone if it opens none. */
  static int endOfTag(String text, int start) {
    boolean opens =
        start + 1 < text.length()
            && (Character.isLetter(text.charAt(start + 1)) || text.charAt(start + 1) == '/');
    int end = opens ? find(text, '>', start, start + LONGEST_TAG) : -1;
    return end < 0 ? start + 1 : end + 1;
  }

  /** The end of a character entity at an ampersand, or of the sign alone if it opens none. */
  static int endOfEntity(String text, int start) {
    int end = find(text, ';', start, start + LONGEST_ENTITY);
    if (end < 0) {
      return start + 1;
    }
    for (int i = start + 1; i < end; i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '#') {
        return start + 1;
      }
    }
    return end + 1;
  }

  /** The end of a command's argument at its opening brace, or the brace itself if none closes. */
  static int endOfArgument(String text, int start) {
    int close = find(text, '}', start, start + LONGEST_ARGUMENT);
    return close < 0 ? start : close + 1;
  }

  /** The next such sign, or -1 if there is none up to the limit. */
  private static int find(String text, char sign, int from, int limit) {
    // Not indexOf: a search to the end for each of many signs would be quadratic.
    for (int i = from; i <= limit && i < text.length(); i++) {
      if (text.charAt(i) == sign) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isDigit(String text, int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }
}
