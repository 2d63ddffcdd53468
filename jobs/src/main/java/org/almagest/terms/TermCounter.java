package org.almagest.terms;

import java.util.LinkedHashMap;
import java.util.Map;
import org.almagest.text.Phrases;
import org.almagest.text.StopWords;
import org.apache.spark.sql.Row;

/**
 * Counts the term keys of one paper after another. A key stands for all written forms of a word or
 * a phrase; a phrase takes the place of its words, and stop words have no key.
 */
final class TermCounter {
  private final WordReader reader;
  private final Phrases phrases;

  TermCounter(StopWords stopWords, Phrases phrases) {
    this.reader = new WordReader(stopWords, phrases.wordNumbers());
    this.phrases = phrases;
  }

  /** Hears each term with its written form. */
  @FunctionalInterface
  interface Visitor {
    /**
     * One term.
     *
     * @param key its key
     * @param start position of its first word
     * @param words its number of words
     */
    void visit(String key, int start, int words);
  }

  /**
   * Visits the terms of a title and an abstract (the first two columns; the abstract may be null).
   */
  void visit(Row titleAndAbstract, Visitor visitor) {
    reader.read(titleAndAbstract);
    phrases
        .matcher()
        .match(
            reader.sequence(),
            (start, words, phrase) -> {
              if (phrase >= 0) {
                visitor.visit(phrases.key(phrase), start, words);
              } else if (reader.isWord(start)) {
                visitor.visit(reader.key(start), start, words);
              }
            });
  }

  /** The written form of a term of the paper that is being visited. */
  String form(int start, int words) {
    return reader.form(start, words);
  }

  /** Occurrences of each key in one paper. */
  Map<String, int[]> count(Row titleAndAbstract) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    visit(
        titleAndAbstract, (key, start, words) -> counts.computeIfAbsent(key, k -> new int[1])[0]++);
    return counts;
  }
}
