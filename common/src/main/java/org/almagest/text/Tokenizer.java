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

  /** Commands whose argument is not prose. */
  private static final Set<String> OPAQUE_COMMANDS =
      Set.of("cite", "citep", "citet", "ref", "eqref", "label", "url", "href", "footnote", "input");

  private final StringBuilder word = new StringBuilder(MAX_LENGTH);
  private final TokenSink sink;
  private String text = "";
  private int letters;
  // Whether anything but blanks has come since the last token.
  private boolean apart;

  private Tokenizer(TokenSink sink) {
    this.sink = sink;
  }

  /** Sends each token of the text to the sink, and tells where tokens are no neighbours. */
  public static void tokenize(String text, TokenSink sink) {
    new Tokenizer(sink)
        .run(isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC));
  }

  private void run(String input) {
    text = input;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c >= 128) {
        i = beyondAscii(i);
      } else if (Character.isLetterOrDigit(c)) {
        boolean address = "hHfFwW".indexOf(c) >= 0 && startsAddress(i);
        i = address ? skipTo(NonProse.endOfAddress(text, i)) : letter(c, i);
      } else if (c == '-') {
        i = hyphen(i);
      } else if (c == '\\') {
        i = command(i);
      } else if (c == '$') {
        i = skipTo(NonProse.endOfFormula(text, i));
      } else if (c == '<') {
        i = skipTo(NonProse.endOfTag(text, i));
      } else if (c == '&') {
        i = skipTo(NonProse.endOfEntity(text, i));
      } else if (c == '{' || c == '}') {
        i++; // Braces inside a word do not end it: {B}ayesian.
      } else if (Character.isWhitespace(c)) {
        endWord();
        i++;
      } else {
        i = skipTo(i + 1);
      }
    }
    endWord();
  }

  private boolean startsAddress(int i) {
    return NonProse.startsAddress(text, i)
        || (word.isEmpty() && NonProse.startsBareAddress(text, i));
  }

  private int letter(char c, int i) {
    if (c >= 'A' && c <= 'Z') {
      word.append((char) (c + ('a' - 'A')));
      letters++;
    } else {
      word.append(c);
      if (c >= 'a') {
        letters++;
      }
    }
    return i + 1;
  }

  private int beyondAscii(int i) {
    int c = text.codePointAt(i);
    if (c == '\u2010' || c == '\u2011') {
      return hyphen(i);
    }
    if (Character.isLetterOrDigit(c)) {
      word.appendCodePoint(Character.toLowerCase(c));
      if (Character.isLetter(c)) {
        letters++;
      }
    } else if (isMark(c) && !word.isEmpty()) {
      word.appendCodePoint(c); // A vowel in many scripts, and an accent that did not compose.
    } else if (Character.isSpaceChar(c)) {
      endWord();
    } else if (c != '\u00ad') { // A soft hyphen does not end a word.
      skipTo(i);
    }
    return i + Character.charCount(c);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return (type == Character.NON_SPACING_MARK && !isVariationSelector(c))
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isVariationSelector(int c) {
    return c >= '\uFE00' && c <= '\uFE0F';
  }

  private int hyphen(int i) {
    boolean inside =
        !word.isEmpty()
            && i + 1 < text.length()
            && Character.isLetterOrDigit(text.codePointAt(i + 1));
    if (!inside) {
      return skipTo(i + 1);
    }
    word.append('-');
    return i + 1;
  }

  /** Leaves out what lies up to there: the words on its two sides are no neighbours. */
  private int skipTo(int end) {
    endWord();
    apart = true;
    return end;
  }

  private int command(int start) {
    int i = start + 1;
    if (i >= text.length()) {
      return i;
    }
    char c = text.charAt(i);
    if (LatexLetters.ACCENT_SIGNS.indexOf(c) >= 0) {
      return accent(LatexLetters.combiningMark(String.valueOf(c)), i + 1);
    }
    int end = endOfName(i);
    if (end == i) {
      return skipTo(i + 1); // An escaped sign such as \% or \$.
    }
    String name = text.substring(i, end);
    boolean argument = end < text.length() && text.charAt(end) == '{';
    if (argument && LatexLetters.combiningMark(name) != 0) {
      return accent(LatexLetters.combiningMark(name), end);
    }
    String letter = LatexLetters.letter(name);
    if (!letter.isEmpty()) {
      word.append(letter);
      letters++;
      return skipBlank(end);
    }
    return skipTo(
        argument && OPAQUE_COMMANDS.contains(name) ? NonProse.endOfArgument(text, end) : end);
  }

  /** One letter with its accent, as in {@code \"o}, {@code \"{o}} or {@code \'\i}. */
  private int accent(char mark, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) == '{') {
      i++;
    }
    int next = i + 1;
    if (i < text.length() && text.charAt(i) == '\\') {
      int end = endOfName(i + 1);
      String name = text.substring(i + 1, end);
      if (!name.equals("i") && !name.equals("j")) {
        return i; // Another command, which is read on its own.
      }
      i++;
      next = skipBlank(end);
    }
    if (i >= text.length() || !Character.isLetter(text.charAt(i))) {
      return skipTo(i);
    }
    String decomposed = "" + Character.toLowerCase(text.charAt(i)) + mark;
    word.append(Normalizer.normalize(decomposed, Normalizer.Form.NFC));
    letters++;
    return next;
  }

  private int endOfName(int start) {
    int end = start;
    while (end < text.length() && isAsciiLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** LaTeX takes the blank after the name of a command for its end: {@code S\o ren}. */
  private int skipBlank(int i) {
    return i < text.length() && text.charAt(i) == ' ' ? i + 1 : i;
  }

  private void endWord() {
    // A hyphen is last where it glues an address to a word.
    while (!word.isEmpty() && word.charAt(word.length() - 1) == '-') {
      word.setLength(word.length() - 1);
    }
    int length = word.length();
    if (length >= MIN_LENGTH && length <= MAX_LENGTH && letters > 0) {
      if (apart) {
        sink.gap();
      }
      sink.accept(word.toString());
      apart = false;
    } else if (length > 0) {
      apart = true;
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
