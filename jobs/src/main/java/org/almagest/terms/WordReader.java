package org.almagest.terms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.almagest.text.PluralFolder;
import org.almagest.text.StopWords;
import org.almagest.text.TokenSink;
import org.almagest.text.Tokenizer;
import org.almagest.text.WordSequence;
import org.apache.spark.sql.Row;

/**
 * Reads the words of one paper after another. A word's key stands for all its written forms; stop
 * words are none, and what stands on their two sides is not side by side.
 */
final class WordReader {
  private static final int REMEMBERED_TOKENS = 200_000;
  private static final Word STOP = new Word("", WordSequence.GAP);
  private static final Word NEXT_IS_APART = new Word("", WordSequence.GAP);

  private final StopWords stopWords;
  private final Map<String, Integer> wordNumbers;
  // Folding and looking up each token again costs more than remembering the usual ones.
  private final Map<String, Word> wordOfToken = new HashMap<>();

  private final List<String> tokens = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private final WordSequence sequence = new WordSequence();

  private record Word(String key, int number) {}

  /**
   * @param wordNumbers number of each word of which there is something to find, by its key
   */
  WordReader(StopWords stopWords, Map<String, Integer> wordNumbers) {
    this.stopWords = stopWords;
    this.wordNumbers = wordNumbers;
  }

  /** Reads a title and an abstract (the first two columns; the abstract may be null). */
  void read(Row titleAndAbstract) {
    tokens.clear();
    words.clear();
    sequence.clear();
    Tokenizer.tokenize(titleAndAbstract.getString(0), sink);
    if (!titleAndAbstract.isNullAt(1)) {
      sink.gap();
      Tokenizer.tokenize(titleAndAbstract.getString(1), sink);
    }
  }

  private final TokenSink sink =
      new TokenSink() {
        @Override
        public void accept(String token) {
          add(token, wordOf(token));
        }

        @Override
        public void gap() {
          add("", NEXT_IS_APART);
        }
      };

  private void add(String token, Word word) {
    tokens.add(token);
    words.add(word);
    sequence.add(word.number());
  }

  private Word wordOf(String token) {
    Word known = wordOfToken.get(token);
    if (known != null) {
      return known;
    }
    Word word = STOP;
    if (!stopWords.contains(token)) {
      String key = PluralFolder.fold(token);
      word = new Word(key, wordNumbers.getOrDefault(key, WordSequence.GAP));
    }
    if (wordOfToken.size() < REMEMBERED_TOKENS) {
      wordOfToken.put(token, word);
    }
    return word;
  }

  /** The paper's words by number: a gap for one without a number, a stop word, or no neighbour. */
  WordSequence sequence() {
    return sequence;
  }

  /** Whether there is a word at that position of the sequence. */
  boolean isWord(int position) {
    return !words.get(position).key().isEmpty();
  }

  /** The key of the word at that position. */
  String key(int position) {
    return words.get(position).key();
  }

  /** The written form of the words at that position and those after it. */
  String form(int position, int count) {
    return count == 1
        ? tokens.get(position)
        : String.join(" ", tokens.subList(position, position + count));
  }
}
