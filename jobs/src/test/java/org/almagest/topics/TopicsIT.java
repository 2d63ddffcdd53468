package org.almagest.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.stage.ContractRow;
import org.almagest.stage.SparkSuite;
import org.almagest.stage.StageBench;
import org.almagest.table.PaperTopics;
import org.almagest.table.PaperVectors;
import org.almagest.table.Papers;
import org.almagest.table.TableContract;
import org.almagest.table.TopicTerms;
import org.almagest.table.TopicTrends;
import org.almagest.table.Topics;
import org.almagest.table.Vocabulary;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sixty papers, each on one of three planted topics that share no word. */
@SuppressWarnings("serial") // see SparkSuite
class TopicsIT extends SparkSuite {
  private static final long SEED = 5;
  private static final double TOLERANCE = 1e-9;
  private static final int PLANTED = 3;
  private static final int WORDS_PER_TOPIC = 8;
  private static final int PAPERS = 60;
  private static final List<TableContract> WRITTEN =
      List.of(Topics.TABLE, TopicTerms.TABLE, PaperTopics.TABLE, TopicTrends.TABLE);

  private static final Settings SETTINGS =
      Settings.defaults()
          .with(Setting.TOPICS_COUNT, "3", "test")
          .with(Setting.TOPICS_TERMS_PER_TOPIC, String.valueOf(WORDS_PER_TOPIC), "test")
          .with(Setting.TOPICS_ITERATIONS, "100", "test");

  @TempDir Path directory;

  private final List<Row> papers = new ArrayList<>();
  private final List<Row> vectors = new ArrayList<>();
  private final int[] plantedTopic = new int[PAPERS];
  private final long[] occurrences = new long[PLANTED * WORDS_PER_TOPIC];

  @BeforeEach
  void plant() {
    Random random = new Random(SEED);
    for (int p = 0; p < PAPERS; p++) {
      // Three sizes, so that the order of topics is clear.
      int topic = p % 6 < 3 ? 0 : p % 6 < 5 ? 1 : 2;
      plantedTopic[p] = topic;
      int[] counts = new int[occurrences.length];
      for (int i = 0; i < 40; i++) {
        int word = topic * WORDS_PER_TOPIC + random.nextInt(WORDS_PER_TOPIC);
        counts[word]++;
        occurrences[word]++;
      }
      paper("p%02d".formatted(p), p % 10 == 0 ? null : 2000 + p % 4, counts);
    }
    paper("wordless", 2001, new int[0]);
  }

  private void paper(String id, Integer year, int[] counts) {
    papers.add(
        ContractRow.of(Papers.TABLE)
            .with(Papers.PAPER_ID, id)
            .with(Papers.TITLE, id)
            .with(Papers.YEAR, year)
            .build());
    vectors.add(TermVectors.of(id, counts));
  }

  private List<Row> vocabulary() {
    return IntStream.range(0, occurrences.length)
        .mapToObj(
            word ->
                ContractRow.of(Vocabulary.TABLE)
                    .with(Vocabulary.TERM_ID, word)
                    .with(Vocabulary.TERM, term(word))
                    .with(Vocabulary.DOCUMENT_FREQUENCY, 10L)
                    .with(Vocabulary.COLLECTION_FREQUENCY, occurrences[word])
                    .with(Vocabulary.IDF, 1.0)
                    .with(Vocabulary.WORDS, 1)
                    .build())
        .toList();
  }

  private static String term(int word) {
    return "topic%dword%d".formatted(word / WORDS_PER_TOPIC, word % WORDS_PER_TOPIC);
  }

  private StageBench bench(int partitions) {
    return new StageBench(directory.resolve("warehouse"), spark())
        .with(Papers.TABLE, dataset(Papers.TABLE, papers).repartition(partitions))
        .with(Vocabulary.TABLE, dataset(Vocabulary.TABLE, vocabulary()).repartition(partitions))
        .with(PaperVectors.TABLE, dataset(PaperVectors.TABLE, vectors).repartition(partitions));
  }

  /** The rows of each table that the stage writes, by the table's name. */
  private record Outcome(Map<String, Long> counts, Map<String, List<Row>> tables) {
    List<Row> of(TableContract table) {
      return tables.get(table.name());
    }
  }

  private static Outcome planted;

  private Outcome ofPlantedCorpus() {
    if (planted == null) {
      planted = run(3, SETTINGS);
    }
    return planted;
  }

  private Outcome run(int partitions, Settings settings) {
    try (StageBench bench = bench(partitions)) {
      Map<String, Long> counts = bench.run(new TopicsJob(settings));
      Map<String, List<Row>> tables = new HashMap<>();
      for (TableContract table : WRITTEN) {
        tables.put(table.name(), bench.table(table).orderBy(table.sortOrder()).collectAsList());
      }
      return new Outcome(counts, tables);
    }
  }

  @Test
  void theTopTermsOfEachTopicAreOnePlantedVocabulary() {
    Map<Integer, Set<String>> termsOfTopic = new TreeMap<>();
    for (Row row : ofPlantedCorpus().of(TopicTerms.TABLE)) {
      termsOfTopic.computeIfAbsent(row.getInt(0), id -> new HashSet<>()).add(row.getString(2));
    }
    // Larger topics come first.
    for (int topic = 0; topic < PLANTED; topic++) {
      int first = topic * WORDS_PER_TOPIC;
      assertThat(termsOfTopic.get(topic))
          .isEqualTo(
              IntStream.range(first, first + WORDS_PER_TOPIC)
                  .mapToObj(TopicsIT::term)
                  .collect(Collectors.toSet()));
    }
  }

  @Test
  void theMainTopicOfEachPaperIsThePlantedOne() {
    Map<String, Row> main = new HashMap<>();
    for (Row row : ofPlantedCorpus().of(PaperTopics.TABLE)) {
      main.merge(row.getString(0), row, (a, b) -> a.getDouble(2) >= b.getDouble(2) ? a : b);
    }
    for (int p = 0; p < PAPERS; p++) {
      assertThat(main.get("p%02d".formatted(p)).getInt(1))
          .as("p%02d", p)
          .isEqualTo(plantedTopic[p]);
    }
    assertThat(ofPlantedCorpus().of(Topics.TABLE))
        .extracting(row -> row.<Long>getAs(Topics.PAPER_COUNT.name()))
        .containsExactly(30L, 20L, 10L);
  }

  @Test
  void theWeightsOfAPaperSumToOne() {
    Map<Object, Double> sums = sums(ofPlantedCorpus().of(PaperTopics.TABLE), "paper_id", "weight");
    assertThat(sums).hasSize(PAPERS);
    assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(TOLERANCE)));
  }

  @Test
  void weightsBelowTheMinimumAreLeftOutButAPapersMainTopicStays() {
    assertThat(ofPlantedCorpus().of(PaperTopics.TABLE))
        .allSatisfy(row -> assertThat(row.getDouble(2)).isGreaterThanOrEqualTo(0.01));
    Outcome mainOnly = run(2, SETTINGS.with(Setting.TOPICS_MIN_WEIGHT, "1", "test"));
    assertThat(mainOnly.of(PaperTopics.TABLE))
        .hasSize(PAPERS)
        .allSatisfy(row -> assertThat(row.getDouble(2)).isEqualTo(1));
  }

  @Test
  void tokenSharesSumToOneAndFall() {
    List<Double> shares =
        ofPlantedCorpus().of(Topics.TABLE).stream()
            .map(row -> row.<Double>getAs(Topics.TOKEN_SHARE.name()))
            .toList();
    assertThat(shares.stream().mapToDouble(s -> s).sum()).isCloseTo(1, within(TOLERANCE));
    assertThat(shares).isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void trendSharesSumToOneInEachYearAndPapersWithoutYearAreLeftOutAndCounted() {
    List<Row> trends = ofPlantedCorpus().of(TopicTrends.TABLE);
    Map<Object, Double> shares = sums(trends, "period", "share");
    assertThat(shares.keySet()).containsExactly("2000", "2001", "2002", "2003");
    assertThat(shares.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(TOLERANCE)));
    Map<Object, Double> weights = sums(trends, "period", "paper_weight");
    Map<Object, Long> papersOfYear =
        IntStream.range(0, PAPERS)
            .filter(p -> p % 10 != 0)
            .boxed()
            .collect(
                Collectors.groupingBy(
                    p -> String.valueOf(2000 + p % 4), TreeMap::new, Collectors.counting()));
    papersOfYear.forEach(
        (year, count) -> assertThat(weights.get(year)).isCloseTo(count, within(TOLERANCE)));
    assertThat(ofPlantedCorpus().counts())
        .containsEntry("papers without a year, not in trends", (long) PAPERS / 10)
        .containsEntry(
            "papers of a year alone, not in months of trends", (long) PAPERS - PAPERS / 10 + 1);
  }

  @Test
  void labelsAreDistinctAndMadeOfTheTopicsOwnTerms() {
    List<Row> topics = ofPlantedCorpus().of(Topics.TABLE);
    assertThat(topics).extracting(row -> row.getString(1)).doesNotHaveDuplicates();
    for (Row topic : topics) {
      for (String word : topic.getString(1).split(", ", -1)) {
        assertThat(word).startsWith("topic" + topic.getInt(0) + "word");
      }
    }
  }

  @Test
  void wordsThatAlwaysStandTogetherAreCoherent() {
    // The ten most probable terms are the eight of the topic and two that never meet them.
    assertThat(ofPlantedCorpus().of(Topics.TABLE))
        .allSatisfy(
            row -> assertThat(row.<Double>getAs(Topics.COHERENCE_NPMI.name())).isBetween(0.0, 1.0));
  }

  @Test
  void aPaperWithoutTermsHasNoTopics() {
    assertThat(ofPlantedCorpus().of(PaperTopics.TABLE))
        .noneMatch(row -> row.getString(0).equals("wordless"));
  }

  @Test
  void theRowsAreTheSameHoweverManyPartitionsThereAre() {
    Map<String, List<Row>> expected = ofPlantedCorpus().tables();
    int[][] layouts = {{1, 5}, {2, 1}, {7, 5}};
    for (int[] layout : layouts) {
      spark().conf().set("spark.sql.shuffle.partitions", String.valueOf(layout[0]));
      try {
        assertThat(run(layout[1], SETTINGS).tables())
            .as("%d shuffle partitions, input in %d", layout[0], layout[1])
            .isEqualTo(expected);
      } finally {
        spark().conf().set("spark.sql.shuffle.partitions", "3");
      }
    }
  }

  @Test
  void moreTopicsThanPapersWork() {
    papers.subList(4, papers.size()).clear();
    vectors.subList(4, vectors.size()).clear();
    Outcome outcome =
        run(
            1,
            SETTINGS
                .with(Setting.TOPICS_COUNT, "9", "test")
                .with(Setting.TOPICS_ITERATIONS, "5", "test"));
    assertThat(outcome.of(Topics.TABLE)).hasSize(9);
    assertThat(outcome.of(Topics.TABLE))
        .extracting(row -> row.getString(1))
        .doesNotHaveDuplicates();
    assertThat(sums(outcome.of(PaperTopics.TABLE), "paper_id", "weight").values())
        .hasSize(4)
        .allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(TOLERANCE)));
  }

  @Test
  void aVocabularyOfOneTermIsAUsageErrorThatNamesTheCure() {
    try (StageBench bench =
        new StageBench(directory.resolve("warehouse"), spark())
            .with(Papers.TABLE, dataset(Papers.TABLE, papers))
            .with(Vocabulary.TABLE, dataset(Vocabulary.TABLE, vocabulary().subList(0, 1)))
            .with(PaperVectors.TABLE, dataset(PaperVectors.TABLE, vectors))) {
      assertThatThrownBy(() -> bench.run(new TopicsJob(SETTINGS)))
          .isInstanceOfSatisfying(
              AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
          .hasMessageContaining("terms.min-document-frequency");
    }
  }
}
