package org.almagest.digest;

import org.almagest.text.Markup;

/** Text from data, made fit to be shown. */
final class DisplayText {
  private DisplayText() {}

  /**
   * The text in one line: a blank for each run of white space and control characters, and nothing
   * for characters that are not seen but turn text around or hide it, and for halves of characters.
   */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (breaks(c)) {
                if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                  line.append(' ');
                }
              } else if (!hides(c)) {
                line.appendCodePoint(c);
              }
            });
    return line.toString().strip();
  }

  /** At most so many characters, in one line, cut between words where that is near. */
  static String cut(String text, int most) {
    String line = oneLine(text);
    if (line.length() <= most) {
      return line;
    }
    int end = line.lastIndexOf(' ', most);
    end = end < most / 2 ? most : end;
    end = Character.isLowSurrogate(line.charAt(end)) ? end - 1 : end;
    return line.substring(0, end).strip() + "…";
  }

  /** For the text or an attribute of HTML, in one line. */
  static String html(String text) {
    return Markup.escaped(oneLine(text));
  }

  private static boolean breaks(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.getType(codePoint) == Character.CONTROL;
  }

  private static boolean hides(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
      default -> false;
    };
  }
}
