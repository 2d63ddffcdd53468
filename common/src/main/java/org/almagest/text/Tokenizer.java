package org.almagest.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Splits the title or abstract of a paper into words, leaving out what is not prose: addresses,
 * LaTeX mathematics and commands, markup and character entities.
 *
 * <p>A token is a run of letters and digits with at least one letter, in lower case, from {@value
 * #MIN_LENGTH} to {@value #MAX_LENGTH} characters long; single hyphens inside it belong to it
 * ({@code few-shot}). LaTeX accents become letters ({@code Schr\"odinger} is {@code schrödinger});
 * the argument of a command such as {@code \emph{word}} stays, that of {@code \cite{…}} goes. One
 * pass, linear in the length of the text.
 */
public final class Tokenizer {
  /** Shortest token, in characters. */
  public static final int MIN_LENGTH = 2;

  /** Longest token, in characters; longer runs are data, not words, and are dropped. */
  public static final int MAX_LENGTH = 40;

  private static final int LONGEST_FORMULA = 600;
  private static final int LONGEST_TAG = 120;
  private static final int LONGEST_ENTITY = 10;
  private static final String ACCENT_COMMANDS = "\"'`^~=.";

  /** Commands whose argument is not prose. */
  private static final Set<String> OPAQUE_COMMANDS =
      Set.of("cite", "citep", "citet", "ref", "eqref", "label", "url", "href", "footnote", "input");

  private final StringBuilder word = new StringBuilder(MAX_LENGTH);
  private final TokenSink sink;
  private String text = "";
  private int letters;

  private Tokenizer(TokenSink sink) {
    this.sink = sink;
  }

  /** Sends each token of the text to the sink. */
  public static void tokenize(String text, TokenSink sink) {
    new Tokenizer(sink)
        .run(isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC));
  }

  private void run(String input) {
    text = input;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        i =
            (c == 'h' || c == 'f' || c == 'w' || c == 'H') && startsAddress(i)
                ? skipAddress(i)
                : letter(c, i);
      } else if (c == '-' || c == '\u2010' || c == '\u2011') {
        i = hyphen(i);
      } else if (c == '\\') {
        i = command(i);
      } else if (c == '$') {
        i = formula(i);
      } else if (c == '<') {
        i = tag(i);
      } else if (c == '&') {
        i = entity(i);
      } else if (c == '{' || c == '}' || c == '\u00ad') {
        i++; // Braces and soft hyphens inside a word do not end it: {B}ayesian.
      } else if (Character.isHighSurrogate(c) && i + 1 < text.length()) {
        int codePoint = text.codePointAt(i);
        if (Character.isLetterOrDigit(codePoint)) {
          word.appendCodePoint(Character.toLowerCase(codePoint));
          letters++;
        } else {
          endWord();
        }
        i += Character.charCount(codePoint);
      } else {
        endWord();
        i++;
      }
    }
    endWord();
  }

  private int letter(char c, int i) {
    if (c < 128) {
      if (c >= 'A' && c <= 'Z') {
        word.append((char) (c + ('a' - 'A')));
        letters++;
      } else {
        word.append(c);
        if (c >= 'a') {
          letters++;
        }
      }
    } else {
      word.append(Character.toLowerCase(c));
      if (Character.isLetter(c)) {
        letters++;
      }
    }
    return i + 1;
  }

  private int hyphen(int i) {
    boolean inside =
        !word.isEmpty() && i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
    if (inside) {
      word.append('-');
    } else {
      endWord();
    }
    return i + 1;
  }

  private boolean startsAddress(int i) {
    return text.startsWith("http://", i)
        || text.startsWith("https://", i)
        || text.startsWith("Https://", i)
        || text.startsWith("Http://", i)
        || text.startsWith("ftp://", i)
        || (text.startsWith("www.", i) && word.isEmpty());
  }

  private int skipAddress(int start) {
    endWord();
    int i = start;
    while (i < text.length()
        && !Character.isWhitespace(text.charAt(i))
        && ")]}>,\"".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private int formula(int start) {
    endWord();
    int from = text.startsWith("$$", start) ? start + 2 : start + 1;
    int end = text.indexOf('$', from);
    if (end < 0 || end - start > LONGEST_FORMULA) {
      return from; // A lone dollar sign is money.
    }
    return text.startsWith("$$", end) ? end + 2 : end + 1;
  }

  private int tag(int start) {
    endWord();
    boolean opens =
        start + 1 < text.length()
            && (Character.isLetter(text.charAt(start + 1)) || text.charAt(start + 1) == '/');
    int end = opens ? text.indexOf('>', start) : -1;
    return end > 0 && end - start <= LONGEST_TAG ? end + 1 : start + 1;
  }

  private int entity(int start) {
    endWord();
    int end = text.indexOf(';', start);
    if (end < 0 || end - start > LONGEST_ENTITY) {
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

  private int command(int start) {
    int i = start + 1;
    if (i >= text.length()) {
      return i;
    }
    char c = text.charAt(i);
    if (ACCENT_COMMANDS.indexOf(c) >= 0) {
      return accent(i);
    }
    if (!Character.isLetter(c)) {
      endWord(); // An escaped sign such as \% or \$.
      return i + 1;
    }
    int end = i;
    while (end < text.length() && isAsciiLetter(text.charAt(end))) {
      end++;
    }
    endWord();
    boolean opaque = OPAQUE_COMMANDS.contains(text.substring(i, end));
    if (opaque && end < text.length() && text.charAt(end) == '{') {
      int close = text.indexOf('}', end);
      return close < 0 ? end : close + 1;
    }
    return end;
  }

  /** {@code \"o}, {@code \"{o}} or {@code \'\i}: one letter with its accent. */
  private int accent(int signIndex) {
    char sign = text.charAt(signIndex);
    int i = signIndex + 1;
    while (i < text.length() && (text.charAt(i) == '{' || text.charAt(i) == '\\')) {
      i++;
    }
    if (i >= text.length() || !Character.isLetter(text.charAt(i))) {
      endWord();
      return Math.min(i, text.length());
    }
    String composed =
        Normalizer.normalize(
            "" + Character.toLowerCase(text.charAt(i)) + combining(sign), Normalizer.Form.NFC);
    word.append(composed);
    letters++;
    return i + 1;
  }

  private static char combining(char sign) {
    return switch (sign) {
      case '"' -> '\u0308';
      case '\'' -> '\u0301';
      case '`' -> '\u0300';
      case '^' -> '\u0302';
      case '~' -> '\u0303';
      case '=' -> '\u0304';
      default -> '\u0307';
    };
  }

  private void endWord() {
    int length = word.length();
    if (length >= MIN_LENGTH && length <= MAX_LENGTH && letters > 0) {
      sink.accept(word.toString());
    }
    word.setLength(0);
    letters = 0;
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  /** A text in the form in which words are compared: lower case, whatever the locale. */
  static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
