package org.almagest.trending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.stage.ContractRow;
import org.almagest.stage.SparkSuite;
import org.almagest.stage.StageBench;
import org.almagest.stats.RateRatio;
import org.almagest.table.Bursts;
import org.almagest.table.Citations;
import org.almagest.table.PaperTopics;
import org.almagest.table.PaperVectors;
import org.almagest.table.Papers;
import org.almagest.table.TableContract;
import org.almagest.table.Topics;
import org.almagest.table.Trending;
import org.almagest.table.Vocabulary;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("serial") // see SparkSuite
class TrendingIT extends SparkSuite {
  @TempDir Path directory;

  private final Map<TableContract, List<Row>> tables = new LinkedHashMap<>();
  private Map<String, Long> counts;

  private void add(TableContract table, Row row) {
    tables.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
  }

  private void paper(String id, String day, Integer upvotes, Integer comments) {
    add(
        Papers.TABLE,
        ContractRow.of(Papers.TABLE)
            .with(Papers.PAPER_ID, id)
            .with(Papers.PUBLISHED_DATE, day == null ? null : Date.valueOf(day))
            .with(Papers.YEAR, day == null ? null : LocalDate.parse(day).getYear())
            .with(Papers.UPVOTES, upvotes)
            .with(Papers.COMMENT_COUNT, comments)
            .build());
  }

  private void cites(String citing, String cited, Boolean selfCitation) {
    add(
        Citations.TABLE,
        ContractRow.of(Citations.TABLE)
            .with(Citations.CITING_ID, citing)
            .with(Citations.CITED_ID, cited)
            .with(Citations.RESOLVED, true)
            .with(Citations.SELF_CITATION, selfCitation)
            .build());
  }

  private void topic(String paper, int topic, double weight) {
    add(
        PaperTopics.TABLE,
        ContractRow.of(PaperTopics.TABLE)
            .with(PaperTopics.PAPER_ID, paper)
            .with(PaperTopics.TOPIC_ID, topic)
            .with(PaperTopics.WEIGHT, weight)
            .build());
  }

  private void terms(String paper, int... terms) {
    add(
        PaperVectors.TABLE,
        ContractRow.of(PaperVectors.TABLE)
            .with(PaperVectors.PAPER_ID, paper)
            .with(PaperVectors.TERM_IDS, terms)
            .build());
  }

  private void names() {
    for (int id = 0; id < 3; id++) {
      add(
          Topics.TABLE,
          ContractRow.of(Topics.TABLE)
              .with(Topics.TOPIC_ID, id)
              .with(Topics.LABEL, "topic " + id)
              .build());
      add(
          Vocabulary.TABLE,
          ContractRow.of(Vocabulary.TABLE)
              .with(Vocabulary.TERM_ID, id)
              .with(Vocabulary.TERM, "term " + id)
              .build());
    }
  }

  /** Runs the stage and hands its two tables on. */
  private void run(Settings settings, int partitions, TableCheck check) {
    try (StageBench bench = new StageBench(directory.resolve("warehouse"), spark())) {
      tables.forEach(
          (table, rows) -> bench.with(table, dataset(table, rows).repartition(partitions)));
      counts = bench.run(new TrendingJob(settings));
      check.of(bench.table(Trending.TABLE), bench.table(Bursts.TABLE));
    }
  }

  private interface TableCheck {
    void of(Dataset<Row> trending, Dataset<Row> bursts);
  }

  /** Each row as {@code start rank paper score}, with four digits. */
  private static List<String> days(Dataset<Row> trending) {
    return trending
        .where("period = 'day'")
        .orderBy("period_start", "rank")
        .selectExpr(
            "concat_ws(' ', period_start, rank, paper_id, format_number(score, 4),"
                + " format_number(attention_part, 4), format_number(citation_part, 4))")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  /** What the comments say was computed by hand. */
  private void threeDays() {
    paper("a", "2025-12-03", 6, 1);
    paper("b", "2025-12-02", null, 3);
    paper("c", "2025-12-03", null, null);
    paper("f", "2025-12-05", null, null);
    paper("undated", null, 100, 100);
    cites("c", "b", false);
    cites("a", "c", true);
    cites("a", "f", null);
    cites("undated", "c", false);
    cites("b", "undated", false);
    cites("c", "c", null);
  }

  @Test
  void theScoreIsThatOfTheFormula() {
    threeDays();
    run(
        Settings.defaults(),
        3,
        (trending, bursts) -> {
          assertThat(days(trending))
              .containsExactly(
                  // log2(1 + 3).
                  "2025-12-02 1 b 2.0000 2.0000 0.0000",
                  // log2(1 + 7).
                  "2025-12-03 1 a 3.0000 3.0000 0.0000",
                  // log2(1 + 3 / 2) + log2(1 + 1).
                  "2025-12-03 2 b 2.3219 1.3219 1.0000",
                  // Two days later: log2(1 + 7 / 4).
                  "2025-12-05 1 a 1.4594 1.4594 0.0000",
                  // log2(1 + 3 / 8) + log2(1 + 1 / 4).
                  "2025-12-05 2 b 0.7814 0.4594 0.3219",
                  // Cited two days before it was published; c is cited by nobody who counts.
                  "2025-12-05 3 f 0.3219 0.0000 0.3219");
          assertThat(bursts.count()).isZero();
          Row week = trending.where("period = 'week' AND paper_id = 'b'").head();
          assertThat(week.getDate(1)).isEqualTo(Date.valueOf("2025-12-01"));
          assertThat(week.getLong(week.fieldIndex("period_citations"))).isEqualTo(1);
          assertThat(week.isNullAt(week.fieldIndex("topic_id"))).isTrue();
        });
    assertThat(counts).containsEntry("papers without a day, not trending", 1L);
  }

  @Test
  void weightsHalfLifeAndNumbersAreSettings() {
    threeDays();
    Settings settings =
        Settings.defaults()
            .with(Setting.TRENDING_CITATION_WEIGHT, "0", "a test")
            .with(Setting.TRENDING_ATTENTION_WEIGHT, "2", "a test")
            .with(Setting.TRENDING_HALF_LIFE, "2", "a test")
            .with(Setting.TRENDING_PERIODS, "1", "a test")
            .with(Setting.TRENDING_TOP, "1", "a test");
    run(
        settings,
        2,
        (trending, bursts) ->
            // 2 log2(1 + 7 / 2), two days being one half-life.
            assertThat(days(trending)).containsExactly("2025-12-05 1 a 4.3399 4.3399 0.0000"));
  }

  @Test
  void papersAloneAreEnoughAndWhatNobodyLooksAtIsLeftOut() {
    paper("a", "2025-12-03", null, null);
    paper("b", "2025-12-03", null, 1);
    run(
        Settings.defaults(),
        1,
        (trending, bursts) -> {
          assertThat(trending.select("paper_id").distinct().collectAsList())
              .extracting(row -> row.getString(0))
              .containsExactly("b");
          assertThat(bursts.count()).isZero();
        });
    tables.clear();
    paper("a", "2025-12-03", null, null);
    tables.put(Citations.TABLE, List.of());
    run(Settings.defaults(), 1, (trending, bursts) -> assertThat(trending.count()).isZero());
    tables.clear();
    tables.put(Papers.TABLE, List.of());
    run(Settings.defaults(), 1, (trending, bursts) -> assertThat(trending.count()).isZero());
  }

  /** In November 4 of 40 papers are of topic 0 and hold term 0, in December 16 of 20. */
  private void risingTopic() {
    for (int i = 0; i < 60; i++) {
      boolean isNew = i >= 40;
      boolean rises = isNew ? i < 56 : i < 4;
      String id = "p%02d".formatted(i);
      paper(id, isNew ? "2025-12-31" : "2025-11-10", null, null);
      topic(id, rises ? 0 : 1, 0.75);
      topic(id, 2, 0.25);
      terms(id, rises ? new int[] {0, 2} : new int[] {1, 2});
    }
    terms("p-unknown", 0);
    names();
  }

  @Test
  void whatRisesBurstsWithItsSignificance() {
    risingTopic();
    RateRatio expected = new RateRatio(16, 20, 4, 40);
    run(
        Settings.defaults(),
        3,
        (trending, bursts) -> {
          for (String kind : List.of("term", "topic")) {
            List<Row> rows =
                bursts
                    .where("period = 'month' AND kind = '" + kind + "'")
                    .select(Bursts.TABLE.allColumns())
                    .collectAsList();
            assertThat(rows).as(kind).hasSize(1);
            Row row = rows.get(0);
            assertThat(row.getDate(1)).isEqualTo(Date.valueOf("2025-12-01"));
            assertThat(row.getInt(3)).isEqualTo(1);
            assertThat(row.getInt(4)).isZero();
            assertThat(row.getString(5)).isEqualTo(kind + " 0");
            assertThat(List.of(row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9)))
                .containsExactly(16L, 20L, 4L, 40L);
            assertThat(row.getDouble(10)).isEqualTo(expected.ratio());
            assertThat(row.getDouble(11)).isEqualTo(expected.low());
            assertThat(row.getDouble(12)).isEqualTo(expected.high());
            assertThat(row.getDouble(13)).isEqualTo(expected.pValue()).isLessThan(1e-6);
            // Three terms are tested, and two topics are the main one of a paper.
            assertThat(row.getDouble(14))
                .isCloseTo((kind.equals("term") ? 3 : 2) * expected.pValue(), within(1e-15));
          }
          assertThat(bursts.where("period = 'year'").count()).as("no year before").isZero();
        });
  }

  @Test
  void theGrowthOfTopicsCountsAsFarAsItIsSure() {
    risingTopic();
    double sure = Math.log(new RateRatio(16, 20, 4, 40).low()) / Math.log(2);
    run(
        Settings.defaults(),
        3,
        (trending, bursts) -> {
          List<Row> month =
              trending
                  .where("period = 'month' AND period_start = DATE '2025-12-01'")
                  .orderBy("rank")
                  .collectAsList();
          assertThat(month).as("the others' topics do not grow").hasSize(20);
          Row first = month.get(0);
          assertThat(first.getString(3)).isEqualTo("p40");
          assertThat(first.getDouble(4)).isCloseTo(0.75 * sure, within(1e-9));
          assertThat(first.getDouble(7)).isEqualTo(first.getDouble(4));
          assertThat(first.getInt(first.fieldIndex("topic_id"))).isZero();
          Row old = month.get(16);
          assertThat(old.getString(3)).isEqualTo("p00");
          double decay = Math.pow(0.5, 51 / 30.0);
          assertThat(old.getDouble(9)).isCloseTo(decay, within(1e-12));
          assertThat(old.getDouble(4)).isCloseTo(0.75 * sure * decay, within(1e-9));
        });
  }

  @Test
  void chanceMakesNoBurstAndNeitherDoFewPapers() {
    for (int i = 0; i < 60; i++) {
      String id = "p%02d".formatted(i);
      paper(id, i >= 40 ? "2025-12-31" : "2025-11-10", null, null);
      terms(id, i % 2, 2);
    }
    paper("q1", "2025-12-31", null, null);
    terms("q1", 0);
    names();
    run(Settings.defaults(), 2, (trending, bursts) -> assertThat(bursts.count()).isZero());
  }

  @Test
  void rowsDoNotDependOnTheOrderOfPapersOrOnPartitions() {
    threeDays();
    risingTopic();
    List<List<String>> found = new ArrayList<>();
    for (int partitions : new int[] {1, 5}) {
      run(
          Settings.defaults(),
          partitions,
          (trending, bursts) -> {
            List<String> rows = new ArrayList<>(sorted(trending));
            rows.addAll(sorted(bursts));
            found.add(rows);
          });
      tables.values().forEach(rows -> Collections.shuffle(rows, new Random(7)));
    }
    assertThat(found.get(0)).isNotEmpty().isEqualTo(found.get(1));
  }

  @ParameterizedTest
  @CsvSource({
    "TRENDING_PERIODS, 0",
    "TRENDING_TOP, 1001",
    "TRENDING_HALF_LIFE, 0.1",
    "TRENDING_ATTENTION_WEIGHT, -1",
    "TRENDING_CITATION_WEIGHT, many",
    "TRENDING_TOPIC_WEIGHT, NaN",
    "TRENDING_BASELINE, 0",
    "TRENDING_BURST_Q, 1.5",
    "TRENDING_BURST_MIN_PAPERS, 0"
  })
  void aWrongSettingIsNamed(Setting setting, String value) {
    Settings settings = Settings.defaults().with(setting, value, "a test");
    assertThatThrownBy(() -> new TrendingJob(settings))
        .isInstanceOf(AlmagestException.class)
        .hasMessageStartingWith(setting.key() + " is '" + value + "'");
  }
}
