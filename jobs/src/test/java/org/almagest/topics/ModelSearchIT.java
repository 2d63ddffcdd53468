package org.almagest.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.stage.SparkSuite;
import org.almagest.table.PaperVectors;
import org.almagest.table.TableColumn;
import org.almagest.table.TopicModels;
import org.almagest.topic.SparseDistribution;
import org.almagest.topic.TopicCounts;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What topic_models tells: of a model and papers made by hand, and of models that are trained. */
@SuppressWarnings("serial") // see SparkSuite
class ModelSearchIT extends SparkSuite {
  private static final Offset<Double> TOLERANCE = within(1e-12);
  private static final int VOCABULARY = 5;

  @TempDir Path directory;

  /** Sixteen papers: term 0 is in four, 1 in four, 2 in eight, 3 in four and 4 in six. */
  private static List<Row> papers() {
    int[][] termsOfPapers = {
      {0, 1, 2}, {0, 1, 2}, {0, 2}, {0, 2}, {1}, {1}, {2, 3}, {2, 3}, {2, 3}, {2, 3}
    };
    List<Row> papers = new ArrayList<>();
    for (int[] terms : termsOfPapers) {
      int[] counts = new int[VOCABULARY];
      for (int term : terms) {
        counts[term] = 2;
      }
      papers.add(TermVectors.of("p" + papers.size(), counts));
    }
    while (papers.size() < 16) {
      papers.add(TermVectors.of("p" + papers.size(), 0, 0, 0, 0, 1));
    }
    papers.add(TermVectors.of("without terms, and so not counted", new int[VOCABULARY]));
    return papers;
  }

  /** One topic of the terms 0, 1 and 2, and one of 2 and 3. */
  private static GibbsModel model() {
    List<SparseDistribution> topics =
        List.of(
            SparseDistribution.of(new int[] {0, 1, 2}, new double[] {0.5, 0.25, 0.25}),
            SparseDistribution.of(new int[] {2, 3}, new double[] {0.4, 0.6}));
    return new GibbsModel(
            TopicCounts.of(VOCABULARY, topics, new long[] {80, 40}),
            1,
            new double[] {0.3, 0.2},
            0.07,
            5,
            23,
            List.of(new TrainingMeasure(20, OptionalDouble.of(60.5), 200)))
        .withPerplexity(40.5);
  }

  private TrainingTask task(List<Row> papers, String topicCounts, Optional<GibbsModel> start) {
    TopicsConfig config =
        TopicsConfig.from(
            Settings.defaults()
                .with(Setting.TOPICS_COUNT, topicCounts, "test")
                .with(Setting.TOPICS_ITERATIONS, "60", "test"));
    return new TrainingTask(
        dataset(PaperVectors.TABLE, papers).repartition(2),
        VOCABULARY,
        config.topicCounts().get(0),
        start,
        config,
        11,
        2,
        step -> {},
        Warehouse.at(directory.toString(), new Configuration()).stage("run", spark())::checkpoints);
  }

  /** Rows of topic_models, by number of topics. */
  private List<Row> models(ModelSearch search) {
    return dataset(TopicModels.TABLE, search.modelRows(7))
        .orderBy(TopicModels.TOPIC_COUNT.col())
        .collectAsList();
  }

  private static double number(Row model, TableColumn column) {
    return model.<Double>getAs(column.name());
  }

  @Test
  void theFiguresOfAModelAreThoseWorkedOutByHand() {
    List<Row> rows = models(ModelSearch.unchanged(task(papers(), "2", Optional.of(model()))));

    assertThat(rows).hasSize(1);
    Row row = rows.get(0);
    // p(0) = p(1) = p(3) = 1/4 and p(2) = 1/2. NPMI of 0 and 1, together in 1/8: ln 2 / ln 8 = 1/3;
    // of 0 and 2, in 1/4: ln 2 / ln 4 = 1/2; of 1 and 2, in 1/8: 0; of 2 and 3, in 1/4: 1/2.
    double first = (1.0 / 3 + 1.0 / 2 + 0) / 3;
    assertThat(number(row, TopicModels.COHERENCE_NPMI))
        .isCloseTo((first + 1.0 / 2) / 2, TOLERANCE)
        .isCloseTo(7.0 / 18, TOLERANCE);
    // Vectors of NPMI, by 6: (6, 2, 3), (2, 6, 0) and (3, 0, 6) with sum (11, 8, 9), whose cosines
    // with it are 109 / 7, 70 / √40 and 87 / √45 over √266. Those of the second topic, by 2: (2, 1)
    // and (1, 2) with sum (3, 3), and each cosine is 9 / √90.
    double firstCv = (109.0 / 7 + 70 / Math.sqrt(40) + 87 / Math.sqrt(45)) / 3 / Math.sqrt(266);
    assertThat(number(row, TopicModels.COHERENCE_CV))
        .isCloseTo((firstCv + 9 / Math.sqrt(90)) / 2, TOLERANCE);
    // Four distinct terms among five.
    assertThat(number(row, TopicModels.DIVERSITY)).isEqualTo(0.8);
    assertThat(number(row, TopicModels.HELD_OUT_PERPLEXITY))
        .as("not that of its last sweep")
        .isEqualTo(40.5);
    assertThat(number(row, TopicModels.WORD_PRIOR)).isEqualTo(0.07);
    assertThat(row.<Double>getAs(TopicModels.STABILITY.name())).isNull();
    assertThat(row.<Integer>getAs(TopicModels.TOPIC_COUNT.name())).isEqualTo(2);
    assertThat(row.<Integer>getAs(TopicModels.ITERATIONS.name())).isEqualTo(23);
    assertThat(row.<Boolean>getAs(TopicModels.SELECTED.name())).isTrue();
    assertThat(row.<String>getAs(TopicModels.ALGORITHM.name())).isEqualTo("gibbs");
    assertThat(row.<String>getAs(TopicModels.REASON.name()))
        .isEqualTo("the last model, unchanged, as topics.refresh says");
    assertThat(number(row, TopicModels.SECONDS)).as("nothing was trained").isZero();
  }

  @Test
  void ofSeveralModelsTheReasonNamesTheQualitiesAndSecondsAreThoseOfTheTraining() {
    Random random = new Random(3);
    List<Row> papers = new ArrayList<>();
    for (int p = 0; p < 40; p++) {
      int[] counts = new int[VOCABULARY];
      for (int token = 0; token < 20; token++) {
        counts[p % 2 == 0 ? random.nextInt(2) : 2 + random.nextInt(3)]++;
      }
      papers.add(TermVectors.of("p" + p, counts));
    }
    long start = System.nanoTime();
    List<Row> rows = models(ModelSearch.among(task(papers, "2,3", Optional.empty())));
    double elapsed = (System.nanoTime() - start) / 1e9;

    assertThat(rows)
        .extracting(row -> row.<Integer>getAs(TopicModels.TOPIC_COUNT.name()))
        .containsExactly(2, 3);
    assertThat(rows).allSatisfy(row -> assertThat(number(row, TopicModels.SECONDS)).isPositive());
    assertThat(rows.stream().mapToDouble(row -> number(row, TopicModels.SECONDS)).sum())
        .isLessThan(elapsed);
    Row best = rows.stream().max(Comparator.comparingDouble(ModelSearchIT::quality)).orElseThrow();
    Row other = rows.get(0).equals(best) ? rows.get(1) : rows.get(0);
    assertThat(quality(best)).as("one is better, or nothing is told").isGreaterThan(quality(other));
    assertThat(best.<Boolean>getAs(TopicModels.SELECTED.name())).isTrue();
    assertThat(other.<Boolean>getAs(TopicModels.SELECTED.name())).isFalse();
    assertThat(best.<String>getAs(TopicModels.REASON.name()))
        .isEqualTo("greatest topic quality, mean NPMI times diversity: " + written(best));
    assertThat(other.<String>getAs(TopicModels.REASON.name()))
        .isEqualTo(
            "topic quality, mean NPMI times diversity, of "
                + written(other)
                + " is less than the "
                + written(best)
                + " of "
                + best.<Integer>getAs(TopicModels.TOPIC_COUNT.name())
                + " topics");
  }

  private static double quality(Row model) {
    return number(model, TopicModels.COHERENCE_NPMI) * number(model, TopicModels.DIVERSITY);
  }

  private static String written(Row model) {
    return String.format(Locale.ROOT, "%.3f", quality(model));
  }
}
