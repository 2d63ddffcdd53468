package org.almagest.terms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.config.TopicsRefresh;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.text.StopWords;

/**
 * What makes a term.
 *
 * @param minDocumentFrequency fewest papers a term must stand in
 * @param maxDocumentFrequencyShare largest share of papers it may stand in, 0 to 1
 * @param vocabularySize largest number of terms
 * @param termsPerPaper top terms kept for each paper
 * @param stopWords words that are none
 * @param phrases what makes a phrase
 * @param refresh what becomes of the vocabulary of the snapshot before
 */
record TermsConfig(
    int minDocumentFrequency,
    double maxDocumentFrequencyShare,
    int vocabularySize,
    int termsPerPaper,
    StopWords stopWords,
    PhrasesConfig phrases,
    Refresh refresh) {
  // Papers' vectors hold term ids of this many at most in memory of each task.
  private static final int LARGEST_VOCABULARY = 10_000_000;

  /** What a run does with the vocabulary of the snapshot before. */
  enum Refresh {
    /** Keeps it as {@link #KEEP} does if there are topics, which are to stay as they are. */
    AUTO("auto"),
    /** Finds a vocabulary of its own. */
    RENEW("renew"),
    /** Counts the same terms and phrases. */
    KEEP("keep");

    private final String label;

    Refresh(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  static TermsConfig from(Settings settings) {
    return new TermsConfig(
        settings.integer(Setting.TERMS_MIN_DOCUMENT_FREQUENCY, 1, Integer.MAX_VALUE),
        settings.number(Setting.TERMS_MAX_DOCUMENT_FREQUENCY, 0, 1),
        settings.integer(Setting.TERMS_VOCABULARY_SIZE, 1, LARGEST_VOCABULARY),
        settings.integer(Setting.TERMS_TERMS_PER_PAPER, 1, 1000),
        stopWords(settings),
        PhrasesConfig.from(settings),
        refresh(settings));
  }

  private static Refresh refresh(Settings settings) {
    Refresh refresh =
        settings.choice(Setting.TERMS_REFRESH, List.of(Refresh.values()), Refresh::label);
    boolean keepsTopics =
        settings.text(Setting.TOPICS_REFRESH).equals(TopicsRefresh.FOLD_IN.label());
    return refresh == Refresh.AUTO && !keepsTopics ? Refresh.RENEW : refresh;
  }

  private static StopWords stopWords(Settings settings) {
    StopWords builtIn = StopWords.builtIn();
    String file = settings.text(Setting.TERMS_STOP_WORDS);
    if (file.isBlank()) {
      return builtIn;
    }
    try (var reader = Files.newBufferedReader(Path.of(file))) {
      Set<String> more = StopWords.read(reader);
      return builtIn.and(more);
    } catch (IOException e) {
      throw new AlmagestException(
          ExitCode.USAGE,
          Setting.TERMS_STOP_WORDS.key()
              + " names "
              + file
              + " ("
              + settings.value(Setting.TERMS_STOP_WORDS).origin()
              + "), which cannot be read as UTF-8 text; check the path.",
          e);
    }
  }
}
