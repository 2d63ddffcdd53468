package org.almagest.text;

/**
 * Folds an English plural into its singular, so that {@code network} and {@code networks} count as
 * one term: the S stemmer of Harman (1991, "How effective is suffixing?"). The result is a key for
 * counting; readers are shown the written form.
 */
public final class PluralFolder {
  private static final int SHORTEST = 4;

  private PluralFolder() {}

  /** The key of a token in lower case. The first rule that fits is the only one applied. */
  public static String fold(String token) {
    int length = token.length();
    if (length < SHORTEST || token.charAt(length - 1) != 's') {
      return token;
    }
    if (token.endsWith("ies")) {
      return token.endsWith("eies") || token.endsWith("aies")
          ? token
          : token.substring(0, length - 3) + "y";
    }
    if (token.endsWith("sses")) {
      return token.substring(0, length - 2); // Beyond Harman: classes is class, not classe.
    }
    if (token.endsWith("es")) {
      boolean kept = token.endsWith("aes") || token.endsWith("ees") || token.endsWith("oes");
      return kept ? token : token.substring(0, length - 1);
    }
    // Beyond Harman: words in -is (analysis) and -ics (physics) are no plurals.
    boolean kept =
        token.endsWith("us")
            || token.endsWith("ss")
            || token.endsWith("is")
            || token.endsWith("ics");
    return kept ? token : token.substring(0, length - 1);
  }
}
