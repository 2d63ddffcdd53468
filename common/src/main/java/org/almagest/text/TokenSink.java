package org.almagest.text;

/** Takes the tokens of a text, in order. */
@FunctionalInterface
public interface TokenSink {
  /** One token, in lower case. */
  void accept(String token);
}
