package org.almagest.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.stage.ContractRow;
import org.almagest.stage.SparkSuite;
import org.almagest.stage.StageBench;
import org.almagest.table.PaperTopics;
import org.almagest.table.PaperVectors;
import org.almagest.table.Papers;
import org.almagest.table.TableContract;
import org.almagest.table.TopicModels;
import org.almagest.table.TopicPairs;
import org.almagest.table.TopicTerms;
import org.almagest.table.TopicTrends;
import org.almagest.table.TopicWords;
import org.almagest.table.Topics;
import org.almagest.table.Vocabulary;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The stage with Spark MLlib's trainers. Of forty papers 24 have all four words of one planted
 * topic, and 16 those of the other.
 */
@SuppressWarnings("serial") // see SparkSuite
class MllibTopicsIT extends SparkSuite {
  private static final Offset<Double> TOLERANCE = within(1e-9);
  private static final int PAPERS = 40;
  private static final int PAPERS_OF_FIRST = 24;
  private static final int WORDS_OF_TOPIC = 4;
  private static final int WORDS = 2 * WORDS_OF_TOPIC;
  private static final int ITERATIONS = 30;
  private static final List<TableContract> REPEATED =
      List.of(
          Topics.TABLE,
          TopicTerms.TABLE,
          TopicWords.TABLE,
          PaperTopics.TABLE,
          TopicTrends.TABLE,
          TopicPairs.TABLE);

  @TempDir Path directory;

  private static final Map<String, Map<TableContract, List<Row>>> TRAINED = new HashMap<>();

  private Map<TableContract, List<Row>> trained(String algorithm) {
    return TRAINED.computeIfAbsent(algorithm, name -> train(name, 3));
  }

  private Map<TableContract, List<Row>> train(String algorithm, int partitions) {
    List<Row> papers = new ArrayList<>();
    List<Row> vectors = new ArrayList<>();
    Random random = new Random(9);
    long[] occurrences = new long[WORDS];
    for (int p = 0; p < PAPERS; p++) {
      String id = id(p);
      papers.add(
          ContractRow.of(Papers.TABLE)
              .with(Papers.PAPER_ID, id)
              .with(Papers.YEAR, 2020 + p % 3)
              .build());
      int[] counts = new int[WORDS];
      for (int i = 0; i < WORDS_OF_TOPIC; i++) {
        int word = planted(p) * WORDS_OF_TOPIC + i;
        counts[word] = 2 + random.nextInt(5);
        occurrences[word] += counts[word];
      }
      vectors.add(TermVectors.of(id, counts));
    }
    vectors.add(TermVectors.of("wordless", new int[WORDS]));
    List<Row> vocabulary =
        IntStream.range(0, WORDS)
            .mapToObj(
                word ->
                    ContractRow.of(Vocabulary.TABLE)
                        .with(Vocabulary.TERM_ID, word)
                        .with(Vocabulary.TERM, term(word))
                        .with(Vocabulary.COLLECTION_FREQUENCY, occurrences[word])
                        .build())
            .toList();
    Settings settings =
        Settings.defaults()
            .with(Setting.TOPICS_ALGORITHM, algorithm, "test")
            .with(Setting.TOPICS_COUNT, "2", "test")
            .with(Setting.TOPICS_ITERATIONS, String.valueOf(ITERATIONS), "test");
    try (StageBench bench =
        new StageBench(directory.resolve("warehouse"), spark())
            .with(Papers.TABLE, dataset(Papers.TABLE, papers).repartition(partitions))
            .with(Vocabulary.TABLE, dataset(Vocabulary.TABLE, vocabulary))
            .with(
                PaperVectors.TABLE, dataset(PaperVectors.TABLE, vectors).repartition(partitions))) {
      bench.run(new TopicsJob(settings));
      Map<TableContract, List<Row>> tables = new HashMap<>();
      for (TableContract table : REPEATED) {
        tables.put(table, bench.table(table).orderBy(table.sortOrder()).collectAsList());
      }
      tables.put(TopicModels.TABLE, bench.table(TopicModels.TABLE).collectAsList());
      return tables;
    }
  }

  private static String id(int paper) {
    return "p%02d".formatted(paper);
  }

  private static int planted(int paper) {
    return paper < PAPERS_OF_FIRST ? 0 : 1;
  }

  private static String term(int word) {
    return "topic%dword%d".formatted(word / WORDS_OF_TOPIC, word % WORDS_OF_TOPIC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mllib-online", "mllib-em"})
  void theTopicsAreThePlantedOnes(String algorithm) {
    List<Row> topics = trained(algorithm).get(Topics.TABLE);
    assertThat(topics)
        .extracting(row -> row.<Long>getAs(Topics.PAPER_COUNT.name()))
        .as("larger topics come first")
        .containsExactly((long) PAPERS_OF_FIRST, (long) PAPERS - PAPERS_OF_FIRST);
    assertThat(topics.stream().mapToDouble(row -> row.<Double>getAs(Topics.TOKEN_SHARE.name())))
        .allMatch(share -> share > 0.3 && share < 0.7);

    List<Row> words = trained(algorithm).get(TopicWords.TABLE);
    assertThat(sums(words, "topic_id", "probability").values())
        .hasSize(2)
        .allSatisfy(sum -> assertThat(sum).isCloseTo(1, TOLERANCE));
    List<Row> terms = trained(algorithm).get(TopicTerms.TABLE);
    for (int topic = 0; topic < 2; topic++) {
      int id = topic;
      List<Row> ofTopic = terms.stream().filter(row -> row.getInt(0) == id).toList();
      assertThat(ofTopic)
          .extracting(row -> row.<Double>getAs(TopicTerms.PROBABILITY.name()))
          .allMatch(probability -> probability > 0 && probability < 1)
          .isSortedAccordingTo((a, b) -> Double.compare(b, a));
      List<Row> first = ofTopic.subList(0, WORDS_OF_TOPIC);
      assertThat(first)
          .extracting(row -> row.<String>getAs(TopicTerms.TERM.name()))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(topic * WORDS_OF_TOPIC, (topic + 1) * WORDS_OF_TOPIC)
                  .mapToObj(MllibTopicsIT::term)
                  .toList());
      assertThat(sums(first, "topic_id", "probability").get(id)).isGreaterThan(0.9);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mllib-online", "mllib-em"})
  void theWeightsOfAPaperSumToOneAndTheLargestIsOfThePlantedTopic(String algorithm) {
    List<Row> weights = trained(algorithm).get(PaperTopics.TABLE);
    Map<Object, Double> sums = sums(weights, "paper_id", "weight");
    assertThat(sums.keySet())
        .isEqualTo(
            IntStream.range(0, PAPERS).mapToObj(MllibTopicsIT::id).collect(Collectors.toSet()));
    assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(1, TOLERANCE));
    Map<String, Integer> main =
        weights.stream()
            .filter(row -> row.<Double>getAs(PaperTopics.WEIGHT.name()) > 0.5)
            .collect(
                Collectors.toMap(
                    row -> row.getAs(PaperTopics.PAPER_ID.name()),
                    row -> row.getAs(PaperTopics.TOPIC_ID.name())));
    for (int p = 0; p < PAPERS; p++) {
      assertThat(main).containsEntry(id(p), planted(p));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mllib-online", "mllib-em"})
  void theModelIsToldWithItsAlgorithmAndItsFigures(String algorithm) {
    assertThat(trained(algorithm).get(TopicWords.TABLE))
        .as("each topic has all words, if only a little of some")
        .hasSize(2 * WORDS)
        .allMatch(row -> row.getAs(TopicWords.TOKENS.name()) == null);
    List<Row> models = trained(algorithm).get(TopicModels.TABLE);
    assertThat(models).hasSize(1);
    Row model = models.get(0);
    assertThat(model.<String>getAs(TopicModels.ALGORITHM.name())).isEqualTo(algorithm);
    assertThat(model.<Integer>getAs(TopicModels.TOPIC_COUNT.name())).isEqualTo(2);
    assertThat(model.<Integer>getAs(TopicModels.ITERATIONS.name())).isEqualTo(ITERATIONS);
    assertThat(model.<Boolean>getAs(TopicModels.SELECTED.name())).isTrue();
    assertThat(model.<String>getAs(TopicModels.REASON.name()))
        .isEqualTo("the only number of topics in topics.count");
    assertThat(model.<Double>getAs(TopicModels.SECONDS.name())).isPositive();
    assertThat(Set.of(TopicModels.HELD_OUT_PERPLEXITY, TopicModels.WORD_PRIOR))
        .as("MLlib does not tell")
        .allMatch(column -> model.isNullAt(model.fieldIndex(column.name())));
    // The eight words are the top terms of both topics: of 28 pairs 12 are always together (1), and
    // 16 never (-1).
    assertThat(model.<Double>getAs(TopicModels.COHERENCE_NPMI.name()))
        .isCloseTo((12.0 - 16.0) / 28, TOLERANCE);
    // The NPMI of words that never meet is c; each vector is four times 1 and four times c, and the
    // sum of all has the same number everywhere.
    double c = Math.log(1e-12 / (0.6 * 0.4)) / -Math.log(1e-12);
    assertThat(model.<Double>getAs(TopicModels.COHERENCE_CV.name()))
        .isCloseTo((1 + c) / Math.sqrt(2 * (1 + c * c)), TOLERANCE);
    // Eight distinct terms among sixteen.
    assertThat(model.<Double>getAs(TopicModels.DIVERSITY.name())).isEqualTo(0.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mllib-online", "mllib-em"})
  void theSameSeedGivesTheSameRowsHoweverManyPartitionsThereAre(String algorithm) {
    Map<TableContract, List<Row>> again = train(algorithm, 5);
    for (TableContract table : REPEATED) {
      assertThat(again.get(table)).as(table.name()).isEqualTo(trained(algorithm).get(table));
      assertThat(again.get(table)).as(table.name()).isNotEmpty();
    }
  }
}
