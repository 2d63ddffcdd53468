package org.almagest.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.stage.ContractRow;
import org.almagest.stage.SparkSuite;
import org.almagest.stage.StageBench;
import org.almagest.table.PaperVectors;
import org.almagest.table.Papers;
import org.almagest.table.TopicLineage;
import org.almagest.table.TopicModels;
import org.almagest.table.TopicTerms;
import org.almagest.table.TopicWords;
import org.almagest.table.Topics;
import org.almagest.table.Vocabulary;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred papers of five planted topics, the larger ones first, each of eight words that no other
 * has and that are equally frequent in it.
 */
@SuppressWarnings("serial") // see SparkSuite
class TopicLineageIT extends SparkSuite {
  private static final int PLANTED = 5;
  private static final int WORDS = 8;
  private static final int[] PAPERS = {28, 24, 20, 16, 12};
  private static final int TIMES = 5;

  @TempDir Path directory;

  private static String term(int topic, int word) {
    return "topic%dword%d".formatted(topic, word);
  }

  private static Stream<String> terms(int topic) {
    return IntStream.range(0, WORDS).mapToObj(word -> term(topic, word));
  }

  private static Stream<String> gone(String kind) {
    return IntStream.range(0, WORDS).mapToObj(word -> kind + word);
  }

  /**
   * @param kept terms of the vocabulary that no paper has
   */
  private StageBench corpus(String runId, String... kept) {
    List<Row> papers = new ArrayList<>();
    List<Row> vectors = new ArrayList<>();
    List<Row> vocabulary = new ArrayList<>();
    for (int topic = 0; topic < PLANTED; topic++) {
      Object[] ids = IntStream.range(topic * WORDS, (topic + 1) * WORDS).boxed().toArray();
      Object[] counts = new Object[WORDS];
      Arrays.fill(counts, TIMES);
      for (int p = 0; p < PAPERS[topic]; p++) {
        String id = "t%dp%d".formatted(topic, p);
        papers.add(
            ContractRow.of(Papers.TABLE)
                .with(Papers.PAPER_ID, id)
                .with(Papers.TITLE, id)
                .with(Papers.YEAR, 2000 + p % 4)
                .build());
        vectors.add(
            ContractRow.of(PaperVectors.TABLE)
                .with(PaperVectors.PAPER_ID, id)
                .with(PaperVectors.TERM_IDS, ids)
                .with(PaperVectors.TERM_COUNTS, counts)
                .with(PaperVectors.TOKEN_COUNT, (long) TIMES * WORDS)
                .build());
      }
      for (int word = 0; word < WORDS; word++) {
        vocabulary.add(
            ContractRow.of(Vocabulary.TABLE)
                .with(Vocabulary.TERM_ID, topic * WORDS + word)
                .with(Vocabulary.TERM, term(topic, word))
                .with(Vocabulary.DOCUMENT_FREQUENCY, (long) PAPERS[topic])
                .with(Vocabulary.COLLECTION_FREQUENCY, (long) TIMES * PAPERS[topic])
                .with(Vocabulary.IDF, 1.0)
                .with(Vocabulary.WORDS, 1)
                .build());
      }
    }
    for (String term : kept) {
      vocabulary.add(
          ContractRow.of(Vocabulary.TABLE)
              .with(Vocabulary.TERM_ID, vocabulary.size())
              .with(Vocabulary.TERM, term)
              .with(Vocabulary.WORDS, 1)
              .build());
    }
    return new StageBench(directory.resolve("warehouse"), spark(), runId)
        .with(Papers.TABLE, dataset(Papers.TABLE, papers))
        .with(Vocabulary.TABLE, dataset(Vocabulary.TABLE, vocabulary))
        .with(PaperVectors.TABLE, dataset(PaperVectors.TABLE, vectors).repartition(3));
  }

  private static Settings settings(int topics) {
    return Settings.defaults()
        .with(Setting.TOPICS_COUNT, String.valueOf(topics), "test")
        .with(Setting.TOPICS_ITERATIONS, "100", "test");
  }

  private static TopicsJob stage(int topics) {
    return new TopicsJob(settings(topics));
  }

  private final List<Row> earlierTopics = new ArrayList<>();
  private final List<Row> earlierWords = new ArrayList<>();

  private void earlierTopic(int id, Stream<String> terms) {
    List<String> all = terms.toList();
    earlierTopics.add(
        ContractRow.of(Topics.TABLE)
            .with(Topics.TOPIC_ID, id)
            .with(Topics.LABEL, "a")
            .with(Topics.PRIOR, 0.5)
            .build());
    for (String term : all) {
      earlierWords.add(
          ContractRow.of(TopicWords.TABLE)
              .with(TopicWords.TOPIC_ID, id)
              .with(TopicWords.TERM, term)
              .with(TopicWords.PROBABILITY, 1.0 / all.size())
              .with(TopicWords.TOKENS, 100.0)
              .build());
    }
  }

  private void publishEarlierTopics(int largestId) {
    Row model =
        ContractRow.of(TopicModels.TABLE)
            .with(TopicModels.TOPIC_COUNT, earlierTopics.size())
            .with(TopicModels.SELECTED, true)
            .with(TopicModels.WORD_PRIOR, 0.01)
            .with(TopicModels.LARGEST_TOPIC_ID, largestId)
            .build();
    try (StageBench bench = new StageBench(directory.resolve("warehouse"), spark(), "earlier")) {
      bench
          .with(Topics.TABLE, dataset(Topics.TABLE, earlierTopics))
          .with(TopicWords.TABLE, dataset(TopicWords.TABLE, earlierWords))
          .with(TopicModels.TABLE, dataset(TopicModels.TABLE, List.of(model)))
          .publish();
    }
  }

  @Test
  void tellsWhichTopicsAreTheSameSplitMergedWereBornAndDied() {
    earlierTopic(2, terms(0));
    earlierTopic(3, terms(1).limit(3));
    earlierTopic(5, terms(1).skip(3).limit(3));
    earlierTopic(7, Stream.of(terms(2), terms(3), gone("old")).flatMap(words -> words));
    earlierTopic(9, Stream.concat(terms(4).limit(1), gone("older")));
    publishEarlierTopics(20);

    try (StageBench bench = corpus("today")) {
      bench.run(stage(PLANTED));

      // Larger topics come first among the new ids, which begin above all that there were.
      assertThat(
              bench
                  .table(TopicWords.TABLE)
                  .where(TopicWords.PROBABILITY.col().gt(0.05))
                  .collectAsList())
          .extracting(row -> row.getInt(0) + " " + row.getString(1))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, PLANTED)
                  .boxed()
                  .flatMap(topic -> terms(topic).map(t -> (topic == 0 ? 2 : 20 + topic) + " " + t))
                  .toList());
      List<Row> lineage =
          bench.table(TopicLineage.TABLE).orderBy(TopicLineage.EVENT.col()).collectAsList();
      assertThat(lineage)
          .extracting(row -> row.mkString(" ").replaceAll(" \\S+$", ""))
          .containsExactly(
              "0 same 2 2",
              "1 split 7 22",
              "2 split 7 23",
              "3 merged 3 21",
              "4 merged 5 21",
              "5 born null 24",
              "6 died 9 null");
      // The cosines of uniform distributions: words shared over the root of words times words.
      double[] similarities = {
        1,
        8 / Math.sqrt(8 * 24),
        8 / Math.sqrt(8 * 24),
        3 / Math.sqrt(3 * 8),
        3 / Math.sqrt(3 * 8),
        1 / Math.sqrt(8 * 9),
        1 / Math.sqrt(8 * 9)
      };
      for (int event = 0; event < similarities.length; event++) {
        assertThat(lineage.get(event).<Double>getAs(TopicLineage.SIMILARITY.name()))
            .as("event %d", event)
            .isCloseTo(similarities[event], within(0.005));
      }
      assertThat(largestId(bench)).isEqualTo(24);
    }
  }

  @Test
  void aKeptTopicOfWordsThatNoPaperHasAnyMoreStaysWithFiniteRelevance() {
    earlierTopic(1, terms(0));
    earlierTopic(4, gone("old"));
    publishEarlierTopics(4);

    try (StageBench bench = corpus("today", gone("old").toArray(String[]::new))) {
      bench.run(new TopicsJob(settings(2).with(Setting.TOPICS_REFRESH, "fold-in", "test")));

      assertThat(bench.table(TopicLineage.TABLE).orderBy("event").collectAsList())
          .allSatisfy(row -> assertThat(row.getDouble(4)).isCloseTo(1, within(1e-12)))
          .extracting(row -> row.mkString(" ").replaceAll(" \\S+$", ""))
          .containsExactly("0 same 1 1", "1 same 4 4");
      assertThat(bench.table(TopicWords.TABLE).collectAsList())
          .containsExactlyInAnyOrderElementsOf(earlierWords);
      // Each counts as if it came once.
      long tokens = (long) TIMES * WORDS * Arrays.stream(PAPERS).sum() + WORDS;
      double relevance = Math.log(1 / 8.0) - 0.4 * Math.log(1.0 / tokens);
      assertThat(bench.table(TopicTerms.TABLE).where("topic_id = 4").collectAsList())
          .hasSize(WORDS)
          .allSatisfy(
              row ->
                  assertThat(row.<Double>getAs(TopicTerms.RELEVANCE.name()))
                      .isCloseTo(relevance, within(1e-9)));
    }
  }

  private static Set<Integer> ids(StageBench bench) {
    Set<Integer> ids = new TreeSet<>();
    bench.table(Topics.TABLE).collectAsList().forEach(row -> ids.add(row.getInt(0)));
    return ids;
  }

  private static int largestId(StageBench bench) {
    List<Row> models = bench.table(TopicModels.TABLE).collectAsList();
    assertThat(models).hasSize(1);
    return models.get(0).<Integer>getAs(TopicModels.LARGEST_TOPIC_ID.name());
  }

  @Test
  void idsThatAreGoneDoNotComeBackWithMoreTopics() {
    List<Set<Integer>> ids = new ArrayList<>();
    int[] counts = {PLANTED, 2, 2, PLANTED};
    for (int run = 0; run < counts.length; run++) {
      try (StageBench bench = corpus("run" + run)) {
        bench.run(stage(counts[run]));
        ids.add(ids(bench));
        assertThat(ids.get(run)).hasSize(counts[run]);
        assertThat(largestId(bench))
            .isEqualTo(ids.stream().flatMap(Set::stream).max(Integer::compare).orElseThrow());
        bench.publish();
      }
    }
    Set<Integer> gone = new TreeSet<>(ids.get(0));
    gone.addAll(ids.get(1));
    gone.removeAll(ids.get(2));
    assertThat(gone).as("ids that are gone").hasSizeGreaterThanOrEqualTo(3);
    assertThat(ids.get(3)).doesNotContainAnyElementsOf(gone);
  }
}
