package org.almagest.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Words that say nothing about a paper's subject: English function words, the boilerplate of
 * abstracts, and names of LaTeX commands that survive in saved text. Compared by written form.
 */
public final class StopWords implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String RESOURCE = "stop-words.txt";

  private final HashSet<String> words;

  private StopWords(Set<String> words) {
    this.words = new HashSet<>(words);
  }

  /** The built-in list. */
  public static StopWords builtIn() {
    try (InputStream in = StopWords.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not beside " + StopWords.class);
      }
      return new StopWords(read(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** This list and further words. */
  public StopWords and(Collection<String> more) {
    Set<String> all = new HashSet<>(words);
    more.forEach(word -> all.add(Tokenizer.lowerCase(word.strip())));
    return new StopWords(all);
  }

  /** Whether a token in lower case is one. */
  public boolean contains(String token) {
    return words.contains(token);
  }

  /** All words, sorted. */
  public SortedSet<String> words() {
    return new TreeSet<>(words);
  }

  /** Reads a list: one or more words a line; {@code #} starts a comment. */
  public static Set<String> read(Reader source) throws IOException {
    Set<String> words = new HashSet<>();
    BufferedReader reader = new BufferedReader(source);
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      int comment = line.indexOf('#');
      String content = comment < 0 ? line : line.substring(0, comment);
      for (String word : content.strip().split("\\s+", -1)) {
        if (!word.isEmpty()) {
          words.add(Tokenizer.lowerCase(word));
        }
      }
    }
    return words;
  }
}
