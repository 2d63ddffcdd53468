package org.almagest.text;

/** Letters that LaTeX writes as commands: accents, and letters that English has not. */
final class LatexLetters {
  /** Commands of a sign that put an accent on the next letter. */
  static final String ACCENT_SIGNS = "\"'`^~=.";

  private static final char NONE = 0;

  private LatexLetters() {}

  /** The combining mark of an accent command such as {@code "} or {@code v}, or 0. */
  static char combiningMark(String command) {
    return switch (command) {
      case "\"" -> '\u0308';
      case "'" -> '\u0301';
      case "`" -> '\u0300';
      case "^" -> '\u0302';
      case "~" -> '\u0303';
      case "=" -> '\u0304';
      case "." -> '\u0307';
      case "u" -> '\u0306';
      case "v" -> '\u030C';
      case "H" -> '\u030B';
      case "r" -> '\u030A';
      case "c" -> '\u0327';
      case "k" -> '\u0328';
      case "d" -> '\u0323';
      default -> NONE;
    };
  }

  /** The letter, in lower case, that a command such as {@code o} or {@code ss} is, or "". */
  static String letter(String command) {
    return switch (command) {
      case "o", "O" -> "ø";
      case "l", "L" -> "ł";
      case "i" -> "i";
      case "j" -> "j";
      case "ss" -> "ß";
      case "ae", "AE" -> "æ";
      case "oe", "OE" -> "œ";
      case "aa", "AA" -> "å";
      default -> "";
    };
  }
}
