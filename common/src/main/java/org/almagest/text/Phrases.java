package org.almagest.text;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The phrases of a corpus, with the keys of the words that they consist of. */
public final class Phrases implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No word has a blank inside, so a phrase's key is no word's. */
  private static final String BETWEEN_WORDS = " ";

  private final HashMap<String, Integer> wordNumbers = new HashMap<>();
  private final HashMap<String, Double> npmiOfKey = new HashMap<>();
  private final String[] keys;
  private final PhraseMatcher matcher;

  /**
   * One phrase.
   *
   * @param words keys of its two or three words
   * @param npmi its score
   */
  public record Phrase(List<String> words, double npmi) {
    public Phrase {
      words = List.copyOf(words);
    }
  }

  /** Those phrases, numbered in their order. */
  public Phrases(List<Phrase> phrases) {
    keys = new String[phrases.size()];
    List<int[]> numbers = new ArrayList<>();
    for (Phrase phrase : phrases) {
      String key = key(phrase.words());
      keys[numbers.size()] = key;
      npmiOfKey.put(key, phrase.npmi());
      numbers.add(phrase.words().stream().mapToInt(this::number).toArray());
    }
    matcher = new PhraseMatcher(numbers.toArray(int[][]::new));
  }

  /** No phrase at all. */
  public static Phrases none() {
    return new Phrases(List.of());
  }

  private int number(String word) {
    return wordNumbers.merge(word, wordNumbers.size(), (known, next) -> known);
  }

  /** The number of each word that is in a phrase, by its key. */
  public Map<String, Integer> wordNumbers() {
    return Map.copyOf(wordNumbers);
  }

  /** The key of a term of those words: their keys, with blanks. */
  public static String key(List<String> words) {
    return String.join(BETWEEN_WORDS, words);
  }

  /** The key of a phrase: those of its words, with blanks. */
  public String key(int phrase) {
    return keys[phrase];
  }

  /** Number of phrases. */
  public int size() {
    return keys.length;
  }

  /** The score of the phrase of that key; empty for a word's key. */
  public OptionalDouble npmi(String key) {
    Double npmi = npmiOfKey.get(key);
    return npmi == null ? OptionalDouble.empty() : OptionalDouble.of(npmi);
  }

  /** Number of words of a term, by its key. */
  public static int words(String key) {
    return key.split(BETWEEN_WORDS, -1).length;
  }

  /** Finds them in a sequence of {@link #wordNumbers}. */
  public PhraseMatcher matcher() {
    return matcher;
  }
}
