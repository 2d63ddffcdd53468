package org.almagest.terms;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.almagest.text.PluralFolder;
import org.almagest.text.StopWords;
import org.almagest.text.Tokenizer;
import org.apache.spark.sql.Row;

/**
 * Counts the term keys of one paper after another. A key stands for all written forms of a word;
 * stop words have none.
 */
final class TermCounter {
  private final StopWords stopWords;
  // Folding and looking up each token again costs more than remembering the usual ones.
  private final Map<String, String> keyOfToken = new HashMap<>();
  private static final int REMEMBERED_TOKENS = 200_000;
  private static final String STOP = "";

  TermCounter(StopWords stopWords) {
    this.stopWords = stopWords;
  }

  /** Hears each written form with its key. */
  @FunctionalInterface
  interface Visitor {
    void visit(String key, String writtenForm);
  }

  /**
   * Visits the words of a title and an abstract (the first two columns; the abstract may be null).
   */
  void visit(Row titleAndAbstract, Visitor visitor) {
    visit(titleAndAbstract.getString(0), visitor);
    if (!titleAndAbstract.isNullAt(1)) {
      visit(titleAndAbstract.getString(1), visitor);
    }
  }

  private void visit(String text, Visitor visitor) {
    Tokenizer.tokenize(
        text,
        token -> {
          String key = keyOf(token);
          if (!key.isEmpty()) {
            visitor.visit(key, token);
          }
        });
  }

  private String keyOf(String token) {
    String known = keyOfToken.get(token);
    if (known != null) {
      return known;
    }
    String key = stopWords.contains(token) ? STOP : PluralFolder.fold(token);
    if (keyOfToken.size() < REMEMBERED_TOKENS) {
      keyOfToken.put(token, key);
    }
    return key;
  }

  /** Occurrences of each key in one paper. */
  Map<String, int[]> count(Row titleAndAbstract) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    visit(titleAndAbstract, (key, form) -> counts.computeIfAbsent(key, k -> new int[1])[0]++);
    return counts;
  }
}
