package org.almagest.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.stage.PaperTexts;
import org.almagest.stage.SparkSuite;
import org.almagest.stage.StageBench;
import org.almagest.table.PaperVectors;
import org.almagest.table.Papers;
import org.almagest.table.Vocabulary;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phrases among the terms of papers that can be counted by hand. */
@SuppressWarnings("serial") // see SparkSuite
class PhrasesIT extends SparkSuite {
  /**
   * 18 tokens: graph 2, neural 5, network 5, galaxy 2, quasar 3, pulsar 1; graph neural 2, neural
   * network 4, graph neural network 2.
   */
  private static final PaperTexts PAPERS =
      new PaperTexts()
          .add("p1", "Graph neural networks for galaxies. Neural networks and quasars")
          .add("p2", "Graph neural network, quasars")
          .add("p3", "Neural network of galaxies; quasars")
          .add("p4", 2020, "Pulsar neural", "Network");

  @TempDir Path directory;

  private Settings settings =
      Settings.defaults()
          .with(Setting.TERMS_MIN_DOCUMENT_FREQUENCY, "1", "test")
          .with(Setting.TERMS_MAX_DOCUMENT_FREQUENCY, "1", "test")
          .with(Setting.TERMS_PHRASE_MIN_DOCUMENT_FREQUENCY, "2", "test")
          .with(Setting.TERMS_PHRASE_MIN_NPMI, "0.5", "test");

  private void set(Setting setting, String value) {
    settings = settings.with(setting, value, "test");
  }

  private StageBench run(PaperTexts papers) {
    StageBench bench =
        new StageBench(directory.resolve("warehouse"), spark())
            .with(Papers.TABLE, dataset(Papers.TABLE, papers.rows()).repartition(2));
    try {
      bench.run(new TermsJob(settings));
      return bench;
    } catch (RuntimeException e) {
      bench.close();
      throw e;
    }
  }

  private List<Row> vocabulary(PaperTexts papers) {
    try (StageBench bench = run(papers)) {
      return bench
          .table(Vocabulary.TABLE)
          .orderBy(Vocabulary.TERM_ID.col())
          .select(
              Vocabulary.TERM.col(),
              Vocabulary.DOCUMENT_FREQUENCY.col(),
              Vocabulary.COLLECTION_FREQUENCY.col(),
              Vocabulary.WORDS.col(),
              Vocabulary.NPMI.col())
          .collectAsList();
    }
  }

  /** Term, document frequency, collection frequency and number of words of each. */
  private static List<String> counted(List<Row> vocabulary) {
    return vocabulary.stream()
        .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2) + " " + row.get(3))
        .toList();
  }

  @Test
  void phrasesTakeThePlaceOfTheirWords() {
    try (StageBench bench = run(PAPERS)) {
      assertThat(sorted(bench.table(PaperVectors.TABLE)))
          .containsExactly(
              "[p1,ArraySeq(0, 1, 2, 3),ArraySeq(1, 1, 1, 1),4]",
              "[p2,ArraySeq(0, 2),ArraySeq(1, 1),2]",
              "[p3,ArraySeq(0, 1, 3),ArraySeq(1, 1, 1),3]",
              "[p4,ArraySeq(4, 5, 6),ArraySeq(1, 1, 1),3]");
    }
    assertThat(counted(vocabulary(PAPERS)))
        .as("graph neural is left in no paper; title and abstract are not side by side")
        .containsExactly(
            "quasars 3 3 1",
            "galaxies 2 2 1",
            "graph neural networks 2 2 3",
            "neural networks 2 2 2",
            "network 1 1 1",
            "neural 1 1 1",
            "pulsar 1 1 1");
  }

  @Test
  void scoresPhrasesByTheirCountsInTheWholeCorpus() {
    Map<String, Row> terms =
        vocabulary(PAPERS).stream().collect(Collectors.toMap(row -> row.getString(0), row -> row));
    assertThat(terms.get("neural networks").getDouble(4))
        .as("ln((4/18) / (5/18 · 5/18)) / -ln(4/18)")
        .isCloseTo(Math.log(72 / 25.0) / Math.log(18 / 4.0), within(1e-12));
    assertThat(terms.get("graph neural networks").getDouble(4))
        .as("ln((2/18) / (2/18 · 5/18 · 5/18)) / (-2 ln(2/18))")
        .isCloseTo(Math.log(648 / 50.0) / (2 * Math.log(9)), within(1e-12));
    assertThat(terms.get("neural").isNullAt(4)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "none, ''",
    "pairs, 'graph neural,neural networks'",
    "triples, 'graph neural networks,neural networks'"
  })
  void phrasesAreAsLongAsAsked(String longest, String expected) {
    set(Setting.TERMS_PHRASES, longest);
    assertThat(
            vocabulary(PAPERS).stream()
                .filter(row -> row.getInt(3) > 1)
                .map(row -> row.getString(0))
                .collect(Collectors.joining(",")))
        .isEqualTo(expected);
  }

  @Test
  void aPhraseStandsInEnoughPapersAndScoresEnough() {
    set(Setting.TERMS_PHRASE_MIN_DOCUMENT_FREQUENCY, "3");
    assertThat(counted(vocabulary(PAPERS))).contains("neural networks 3 4 2", "graph 2 2 1");
    set(Setting.TERMS_PHRASE_MIN_NPMI, "0.71");
    assertThat(counted(vocabulary(PAPERS)))
        .contains("neural 4 5 1")
        .noneMatch(t -> t.endsWith("2"));
  }

  @Test
  void unlessSaidOtherwiseAPhraseStandsInAsManyPapersAsAnyTerm() {
    set(Setting.TERMS_PHRASE_MIN_DOCUMENT_FREQUENCY, "auto");
    set(Setting.TERMS_MIN_DOCUMENT_FREQUENCY, "3");
    assertThat(counted(vocabulary(PAPERS)))
        .containsExactly("neural networks 3 4 2", "quasars 3 3 1");
  }

  @Test
  void thoseForWhichTheVocabularyHasNoRoomLeaveTheirWordsAlone() {
    set(Setting.TERMS_VOCABULARY_SIZE, "4");
    assertThat(counted(vocabulary(PAPERS)))
        .containsExactly("neural networks 3 4 2", "quasars 3 3 1", "galaxies 2 2 1", "graph 2 2 1");
    set(Setting.TERMS_VOCABULARY_SIZE, "3");
    assertThat(counted(vocabulary(PAPERS)))
        .containsExactly("network 4 5 1", "neural 4 5 1", "quasars 3 3 1");
  }

  @Test
  void aPhraseInTooManyPapersIsNoTerm() {
    set(Setting.TERMS_PHRASE_MIN_DOCUMENT_FREQUENCY, "3");
    set(Setting.TERMS_MAX_DOCUMENT_FREQUENCY, "0.5");
    assertThat(counted(vocabulary(PAPERS)))
        .containsExactly(
            "galaxies 2 2 1", "graph 2 2 1", "network 1 1 1", "neural 1 1 1", "pulsar 1 1 1");
  }

  @Test
  void aCorpusWithoutPhrasesHasWordsOnly() {
    assertThat(counted(vocabulary(new PaperTexts().add("p1", "quark").add("p2", "quark"))))
        .containsExactly("quark 2 2 1");
  }

  @Test
  void namesTheWrongSetting() {
    set(Setting.TERMS_PHRASES, "quadruples");
    assertThatThrownBy(() -> new TermsJob(settings))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining("terms.phrases is 'quadruples'")
        .hasMessageContaining("none or pairs or triples");
  }
}
