package org.almagest.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.stage.PaperTexts;
import org.almagest.stage.SparkSuite;
import org.almagest.stage.StageBench;
import org.almagest.table.PaperTerms;
import org.almagest.table.PaperVectors;
import org.almagest.table.Papers;
import org.almagest.table.TableContract;
import org.almagest.table.Vocabulary;
import org.almagest.text.Phrases;
import org.almagest.text.Phrases.Phrase;
import org.almagest.text.StopWords;
import org.apache.spark.ml.feature.CountVectorizer;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.ml.feature.IDF;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("serial") // see SparkSuite
class TermsIT extends SparkSuite {
  private static final long SEED = 11;
  private static final double TOLERANCE = 1e-9;
  private static final StructType TOKENS =
      new StructType()
          .add("paper_id", DataTypes.StringType)
          .add("tokens", DataTypes.createArrayType(DataTypes.StringType));

  @TempDir Path directory;

  /** Every word of every paper is kept, and no phrase, unless a test says otherwise. */
  private Settings settings =
      Settings.defaults()
          .with(Setting.TERMS_MIN_DOCUMENT_FREQUENCY, "1", "test")
          .with(Setting.TERMS_MAX_DOCUMENT_FREQUENCY, "1", "test")
          .with(Setting.TERMS_TERMS_PER_PAPER, "1000", "test")
          .with(Setting.TERMS_PHRASES, "none", "test");

  private void set(Setting setting, String value) {
    settings = settings.with(setting, value, "test");
  }

  private StageBench run(PaperTexts papers, int partitions) {
    StageBench bench =
        new StageBench(directory.resolve("warehouse"), spark())
            .with(Papers.TABLE, dataset(Papers.TABLE, papers.rows()).repartition(partitions));
    try {
      bench.run(new TermsJob(settings));
      return bench;
    } catch (RuntimeException e) {
      bench.close();
      throw e;
    }
  }

  private List<Row> vocabulary(PaperTexts papers) {
    try (StageBench bench = run(papers, 2)) {
      return bench.table(Vocabulary.TABLE).orderBy(Vocabulary.TERM_ID.col()).collectAsList();
    }
  }

  /** Terms in the order of their ids. */
  private List<String> terms(PaperTexts papers) {
    List<Row> rows = vocabulary(papers);
    for (int id = 0; id < rows.size(); id++) {
      assertThat(rows.get(id).getInt(0)).isEqualTo(id);
    }
    return rows.stream().map(row -> row.<String>getAs(Vocabulary.TERM.name())).toList();
  }

  /** Papers of words that are neither stop words nor plurals; some words are in most papers. */
  private static PaperTexts randomPapers(int count) {
    Random random = new Random(SEED);
    PaperTexts papers = new PaperTexts();
    for (int p = 0; p < count; p++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 5 + random.nextInt(30); i++) {
        int word = (int) (60 * random.nextDouble() * random.nextDouble());
        text.append("wörd").append((char) ('a' + word % 26)).append(word).append(' ');
      }
      papers.add("p" + p, 2020, "Headword " + p, p % 5 == 0 ? null : text.toString());
    }
    return papers;
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "triples"})
  void tfIdfIsThatOfSparkMllibOnTheSameTokens(String longestPhrases) {
    set(Setting.TERMS_MIN_DOCUMENT_FREQUENCY, "4");
    set(Setting.TERMS_MAX_DOCUMENT_FREQUENCY, "0.6");
    set(Setting.TERMS_PHRASES, longestPhrases);
    set(Setting.TERMS_PHRASE_MIN_NPMI, "0.1");
    PaperTexts papers = randomPapers(80);
    Map<String, double[]> expected;
    Map<String, double[]> actual = new TreeMap<>();
    try (StageBench bench = run(papers, 3)) {
      Phrases phrases = phrases(bench.table(Vocabulary.TABLE));
      assertThat(phrases.size() > 0).isEqualTo(longestPhrases.equals("triples"));
      expected = mllib(papers, phrases, 4, 0.6);
      for (Row row : bench.table(PaperTerms.TABLE).collectAsList()) {
        actual.put(
            row.getString(0) + " " + row.<String>getAs(PaperTerms.TERM.name()),
            new double[] {row.<Integer>getAs(PaperTerms.TF.name()), row.getDouble(5)});
      }
    }
    assertThat(actual).hasSizeGreaterThan(500).hasSameSizeAs(expected);
    expected.forEach(
        (key, tfAndTfIdf) -> {
          assertThat(actual).containsKey(key);
          assertThat(actual.get(key)[0]).as("tf of %s", key).isEqualTo(tfAndTfIdf[0]);
          assertThat(actual.get(key)[1])
              .as("tfidf of %s", key)
              .isCloseTo(tfAndTfIdf[1], within(TOLERANCE));
        });
  }

  /** The phrases of a vocabulary whose words have one form each. */
  private static Phrases phrases(Dataset<Row> vocabulary) {
    return new Phrases(
        vocabulary.where(Vocabulary.WORDS.col().gt(1)).collectAsList().stream()
            .map(
                row ->
                    new Phrase(
                        List.of(row.<String>getAs(Vocabulary.TERM.name()).split(" ", -1)),
                        row.<Double>getAs(Vocabulary.NPMI.name())))
            .toList());
  }

  /** tf and tfidf of each paper and term by CountVectorizer and IDF. */
  private Map<String, double[]> mllib(
      PaperTexts papers, Phrases phrases, double minDf, double maxDf) {
    TermCounter counter = new TermCounter(StopWords.builtIn(), phrases);
    List<Row> tokens = new ArrayList<>();
    for (Row paper : dataset(Papers.TABLE, papers.rows()).collectAsList()) {
      List<String> keys = new ArrayList<>();
      counter.visit(
          RowFactory.create(paper.getAs("title"), paper.getAs("abstract")),
          (key, start, words) -> keys.add(key));
      tokens.add(RowFactory.create(paper.getAs("paper_id"), keys.toArray()));
    }
    Dataset<Row> documents = spark().createDataFrame(tokens, TOKENS);
    CountVectorizerModel counts =
        new CountVectorizer()
            .setInputCol("tokens")
            .setOutputCol("tf")
            .setMinDF(minDf)
            .setMaxDF(maxDf)
            .fit(documents);
    Dataset<Row> counted = counts.transform(documents);
    Dataset<Row> weighed =
        new IDF().setInputCol("tf").setOutputCol("tfidf").fit(counted).transform(counted);
    Map<String, double[]> result = new HashMap<>();
    for (Row row : weighed.collectAsList()) {
      Vector tf = row.getAs("tf");
      Vector tfidf = row.getAs("tfidf");
      for (int term = 0; term < tf.size(); term++) {
        if (tf.apply(term) > 0) {
          result.put(
              row.getString(0) + " " + counts.vocabulary()[term],
              new double[] {tf.apply(term), tfidf.apply(term)});
        }
      }
    }
    return result;
  }

  @Test
  void dropsTermsBelowTheMinimumAndAboveTheMaximumDocumentFrequency() {
    set(Setting.TERMS_MIN_DOCUMENT_FREQUENCY, "2");
    set(Setting.TERMS_MAX_DOCUMENT_FREQUENCY, "0.75");
    PaperTexts papers =
        new PaperTexts()
            .add("p1", "quark lepton meson photon photon")
            .add("p2", "quark lepton meson")
            .add("p3", "quark lepton")
            .add("p4", "quark");
    List<Row> vocabulary = vocabulary(papers);
    assertThat(vocabulary)
        .extracting(row -> row.mkString(" ").replaceAll(" [0-9.]+ 1 null$", ""))
        .containsExactly("0 lepton 3 3", "1 meson 2 2");
    assertThat(vocabulary.get(0).getDouble(4)).isCloseTo(Math.log(5 / 4.0), within(TOLERANCE));
    assertThat(vocabulary.get(1).getDouble(4)).isCloseTo(Math.log(5 / 3.0), within(TOLERANCE));
  }

  @Test
  void keepsTheTermsInMostPapersAndNumbersThemByFallingDocumentFrequency() {
    PaperTexts papers =
        new PaperTexts()
            .add("p1", "asteroid asteroid asteroid asteroid orbit zebra")
            .add("p2", "orbit planet zebra")
            .add("p3", "orbit planet");
    assertThat(terms(papers)).containsExactly("orbit", "planet", "zebra", "asteroid");
    set(Setting.TERMS_VOCABULARY_SIZE, "2");
    assertThat(terms(papers))
        .as("a tie is cut by the term's key")
        .containsExactly("orbit", "planet");
    try (StageBench bench = run(papers, 2)) {
      assertThat(sorted(bench.table(PaperVectors.TABLE)))
          .containsExactly(
              "[p1,ArraySeq(0),ArraySeq(1),1]",
              "[p2,ArraySeq(0, 1),ArraySeq(1, 1),2]",
              "[p3,ArraySeq(0, 1),ArraySeq(1, 1),2]");
    }
  }

  @Test
  void singularAndPluralAreOneTermInItsMostFrequentWrittenForm() {
    List<Row> vocabulary =
        vocabulary(
            new PaperTexts()
                .add("p1", "Networks networks NETWORKS network")
                .add("p2", "network")
                .add("p3", "theory theory theories"));
    assertThat(vocabulary)
        .extracting(row -> row.mkString(" ").replaceAll(" [0-9.]+ 1 null$", ""))
        .containsExactly("0 networks 2 5", "1 theory 1 3");
  }

  @Test
  void stopWordsAndTheUsersOwnAreNoTerms() throws IOException {
    PaperTexts papers = new PaperTexts().add("p1", "The quark of Widgets and the lepton");
    assertThat(terms(papers)).containsExactlyInAnyOrder("quark", "widgets", "lepton");
    Path more = Files.writeString(directory.resolve("stop.txt"), "# ours\nWidgets lepton # too\n");
    set(Setting.TERMS_STOP_WORDS, more.toString());
    assertThat(terms(papers)).containsExactly("quark");
  }

  @Test
  void aPaperWithoutTermsHasAnEmptyVectorAndIsCounted() {
    PaperTexts papers =
        new PaperTexts().add("p1", "quark lepton").add("p2", 2020, "The of", "$x^2$ 12 34");
    try (StageBench bench =
        new StageBench(directory.resolve("warehouse"), spark())
            .with(Papers.TABLE, dataset(Papers.TABLE, papers.rows()))) {
      assertThat(bench.run(new TermsJob(settings)))
          .containsEntry("terms", 2L)
          .containsEntry("tokens", 2L)
          .containsEntry("papers without terms", 1L);
      assertThat(sorted(bench.table(PaperVectors.TABLE)))
          .contains("[p2,ArraySeq(),ArraySeq(),0]")
          .hasSize(2);
      assertThat(sorted(bench.table(PaperTerms.TABLE))).noneMatch(row -> row.startsWith("[p2"));
    }
  }

  @Test
  void ranksTermsByFallingTfIdfAndKeepsAsManyAsAsked() {
    set(Setting.TERMS_TERMS_PER_PAPER, "2");
    PaperTexts papers =
        new PaperTexts()
            .add("p1", "quark quark quark lepton meson photon")
            .add("p2", "lepton meson")
            .add("p3", "meson");
    try (StageBench bench = run(papers, 2)) {
      assertThat(
              bench
                  .table(PaperTerms.TABLE)
                  .where("paper_id = 'p1'")
                  .orderBy("rank")
                  .select("rank", "term", "tf")
                  .collectAsList())
          .extracting(row -> row.mkString(" "))
          .containsExactly("1 quark 3", "2 photon 1");
    }
  }

  @Test
  void noTermWithinTheLimitsIsAUsageErrorThatNamesTheSetting() {
    set(Setting.TERMS_MIN_DOCUMENT_FREQUENCY, "3");
    assertThatThrownBy(() -> run(new PaperTexts().add("p1", "quark").add("p2", "quark"), 1))
        .isInstanceOfSatisfying(
            AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("terms.min-document-frequency")
        .hasMessageContaining("3 of the 2 papers");
  }

  @Test
  void aKeptVocabularyHasTheSameTermsAndPhrasesCountedInThePapersOfToday() {
    set(Setting.TERMS_PHRASES, "pairs");
    set(Setting.TERMS_PHRASE_MIN_NPMI, "0.9");
    set(Setting.TERMS_PHRASE_MIN_DOCUMENT_FREQUENCY, "2");
    set(Setting.TERMS_REFRESH, "keep");
    PaperTexts papers =
        new PaperTexts()
            .add("p1", "dark matter quarks")
            .add("p2", "dark matter lepton")
            .add("p3", "quark mesons quark");
    List<Row> vectorBefore;
    try (StageBench bench = run(papers, 1)) {
      assertThat(bench.warnings())
          .containsExactly(
              "terms.refresh is keep, but this warehouse has no vocabulary yet: one is found anew.");
      assertThat(counted(bench))
          .containsExactly(
              "0 dark matter 2 2 2", "1 quark 2 3 1", "2 lepton 1 1 1", "3 mesons 1 1 1");
      vectorBefore = bench.table(PaperVectors.TABLE).where("paper_id = 'p1'").collectAsList();
      bench.publish();
    }
    PaperTexts others =
        new PaperTexts()
            .add("p1", "dark matter quarks")
            .add("p4", "quarks of galaxies, dark matter, quarks and a meson");
    try (StageBench bench =
        new StageBench(directory.resolve("warehouse"), spark(), "second")
            .with(Papers.TABLE, dataset(Papers.TABLE, others.rows()).repartition(2))) {
      bench.run(new TermsJob(settings));

      assertThat(bench.warnings()).isEmpty();
      assertThat(counted(bench))
          .containsExactly(
              "0 dark matter 2 2 2", "1 quark 2 3 1", "2 lepton 0 0 1", "3 mesons 1 1 1");
      List<Row> vocabulary =
          bench.table(Vocabulary.TABLE).orderBy(Vocabulary.TERM_ID.col()).collectAsList();
      assertThat(vocabulary)
          .extracting(row -> Math.exp(row.<Double>getAs(Vocabulary.IDF.name())))
          .usingElementComparator((a, b) -> Math.abs(a - b) < TOLERANCE ? 0 : 1)
          .containsExactly(1.0, 1.0, 3.0, 1.5);
      assertThat(vocabulary.get(0).<Double>getAs(Vocabulary.NPMI.name()))
          .isCloseTo(1, within(TOLERANCE));
      assertThat(bench.table(PaperVectors.TABLE).where("paper_id = 'p1'").collectAsList())
          .hasSize(1)
          .isEqualTo(vectorBefore);
    }
  }

  /** Number, form, document and collection frequency and words of each term. */
  private static List<String> counted(StageBench bench) {
    return bench
        .table(Vocabulary.TABLE)
        .orderBy(Vocabulary.TERM_ID.col())
        .select("term_id", "term", "document_frequency", "collection_frequency", "words")
        .collectAsList()
        .stream()
        .map(row -> row.mkString(" "))
        .toList();
  }

  @Test
  void tablesDoNotDependOnPartitions() {
    set(Setting.TERMS_PHRASES, "triples");
    set(Setting.TERMS_PHRASE_MIN_NPMI, "0");
    set(Setting.TERMS_PHRASE_MIN_DOCUMENT_FREQUENCY, "2");
    PaperTexts papers = randomPapers(60);
    List<List<String>> runs = new ArrayList<>();
    for (int partitions : new int[] {1, 2, 7}) {
      spark().conf().set("spark.sql.shuffle.partitions", String.valueOf(partitions));
      try (StageBench bench = run(papers, partitions)) {
        List<String> rows = new ArrayList<>();
        for (TableContract table :
            List.of(Vocabulary.TABLE, PaperVectors.TABLE, PaperTerms.TABLE)) {
          rows.addAll(sorted(bench.table(table)));
        }
        runs.add(rows);
      } finally {
        spark().conf().set("spark.sql.shuffle.partitions", "3");
      }
    }
    assertThat(runs.get(0))
        .as("phrases")
        .anyMatch(row -> row.matches("\\[\\d+,\\S+ \\S+.*,[23],.*"));
    assertThat(runs.get(1)).isEqualTo(runs.get(0));
    assertThat(runs.get(2)).isEqualTo(runs.get(0));
  }
}
