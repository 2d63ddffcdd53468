package org.almagest.text;

/** Takes the tokens of a text, in order. */
@FunctionalInterface
public interface TokenSink {
  /** One token, in lower case. */
  void accept(String token);

  /**
   * Comes before a token that does not stand beside the token before it: something other than
   * blanks is between them, such as a punctuation mark, a formula or a number.
   */
  default void gap() {}
}
