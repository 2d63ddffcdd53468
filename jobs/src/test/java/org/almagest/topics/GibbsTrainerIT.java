package org.almagest.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.stage.ContractRow;
import org.almagest.stage.SparkSuite;
import org.almagest.table.PaperVectors;
import org.almagest.topic.CosineSimilarity;
import org.almagest.topic.FrozenTopics;
import org.almagest.topic.HeldOutBlock;
import org.almagest.topic.SparseDistribution;
import org.almagest.topics.Opening.Growth;
import org.almagest.topics.Opening.Overrelaxation;
import org.almagest.topics.Opening.Priors;
import org.almagest.topics.Opening.Spare;
import org.almagest.topics.Opening.Start;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nine thousand papers, which are three blocks, or some more, which are four: each has two thirds
 * of its tokens in one of four planted topics of ten words, and one third in another.
 */
@SuppressWarnings("serial") // see SparkSuite
class GibbsTrainerIT extends SparkSuite {
  private static final int PAPERS = 9_000;
  private static final int PAPERS_OF_FOUR_BLOCKS = 13_000;
  private static final int PAPERS_OF_EIGHT_BLOCKS = 30_000;
  private static final int TOPICS = 4;
  private static final int WORDS_OF_TOPIC = 10;
  private static final int TOKENS = 15;
  private static final long SEED = 11;

  private static List<Row> papers;

  @TempDir Path directory;

  private Settings settings = Settings.defaults();

  @BeforeAll
  static void plant() {
    Random random = new Random(7);
    papers = planted(PAPERS, random);
    papers.add(paper("empty", new int[TOPICS * WORDS_OF_TOPIC]));
    int[] oneWord = new int[TOPICS * WORDS_OF_TOPIC];
    oneWord[3] = 1;
    papers.add(paper("one-word", oneWord));
  }

  private static List<Row> planted(int count, Random random) {
    List<Row> papers = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      int main = random.nextInt(TOPICS);
      int second = (main + 1 + random.nextInt(TOPICS - 1)) % TOPICS;
      int[] counts = new int[TOPICS * WORDS_OF_TOPIC];
      for (int t = 0; t < TOKENS; t++) {
        int topic = t % 3 == 0 ? second : main;
        counts[topic * WORDS_OF_TOPIC + random.nextInt(WORDS_OF_TOPIC)]++;
      }
      papers.add(paper("p" + p, counts));
    }
    return papers;
  }

  private static Row paper(String id, int[] counts) {
    int[] ids = IntStream.range(0, counts.length).filter(word -> counts[word] > 0).toArray();
    return ContractRow.of(PaperVectors.TABLE)
        .with(PaperVectors.PAPER_ID, id)
        .with(PaperVectors.TERM_IDS, Arrays.stream(ids).boxed().toArray())
        .with(PaperVectors.TERM_COUNTS, Arrays.stream(ids).mapToObj(w -> counts[w]).toArray())
        .with(PaperVectors.TOKEN_COUNT, (long) Arrays.stream(counts).sum())
        .build();
  }

  private TrainingTask task(int tasks, int partitions, Consumer<String> progress) {
    return task(papers, tasks, partitions, "20", progress);
  }

  private TrainingTask task(
      List<Row> papers,
      int tasks,
      int partitions,
      String checkpointSweeps,
      Consumer<String> progress) {
    return new TrainingTask(
        dataset(PaperVectors.TABLE, papers).repartition(partitions),
        TOPICS * WORDS_OF_TOPIC,
        TOPICS,
        Optional.empty(),
        TopicsConfig.from(
            settings.with(Setting.TOPICS_CHECKPOINT_SWEEPS, checkpointSweeps, "test")),
        SEED,
        tasks,
        progress,
        Warehouse.at(directory.toString(), new Configuration())
                .stage("run-" + System.nanoTime(), spark())
            ::checkpoints);
  }

  private static TrainedTopics plain;

  private TrainedTopics plain() {
    if (plain == null) {
      // Without checkpoints, on which nothing must depend.
      plain = new GibbsTrainer().train(task(papers, 2, 3, "1000", step -> {}));
    }
    return plain;
  }

  private static void assertSame(TrainedTopics actual, TrainedTopics expected) {
    assertThat(fingerprint(actual)).isEqualTo(fingerprint(expected));
    assertThat(actual.iterations()).isEqualTo(expected.iterations());
    assertThat(actual.perplexity()).isEqualTo(expected.perplexity());
    assertThat(actual.course())
        .extracting(TrainingMeasure::perplexity)
        .isEqualTo(expected.course().stream().map(TrainingMeasure::perplexity).toList());
  }

  private static String fingerprint(TrainedTopics topics) {
    return ((GibbsModel) topics).fingerprint();
  }

  @Test
  void findsWhatWasPlanted() {
    assertThat(planted(plain())).containsExactlyInAnyOrder(0, 1, 2, 3);
  }

  /** The planted topic that each topic found is, or -1. */
  private static List<Integer> planted(TrainedTopics topics) {
    List<Integer> found = new ArrayList<>();
    for (SparseDistribution topic : topics.termDistributions()) {
      double[] mass = new double[TOPICS];
      for (int i = 0; i < topic.size(); i++) {
        mass[topic.index(i) / WORDS_OF_TOPIC] += topic.value(i);
      }
      int planted = IntStream.range(0, TOPICS).filter(t -> mass[t] > 0.98).findFirst().orElse(-1);
      found.add(planted);
    }
    return found;
  }

  @Test
  void stopsWhenHeldOutPerplexityFallsNoMore() {
    assertThat(plain().iterations()).isLessThan(200);
    List<Double> perplexities = perplexities(plain());
    // With the topics of a paper known it would be 10 · exp(H(1/3)) = 10 · 1.89.
    assertThat(perplexities.get(perplexities.size() - 1)).isBetween(18.0, 24.0);
    assertThat(perplexities.get(0)).isGreaterThan(perplexities.get(perplexities.size() - 1));
  }

  private static List<Double> perplexities(TrainedTopics topics) {
    return topics.course().stream().map(measure -> measure.perplexity().orElseThrow()).toList();
  }

  @Test
  void tellsThePerplexityOfTheModelThatIsKeptAndNotOfASample() {
    FrozenTopics model = ((GibbsModel) plain()).frozen();
    List<HeldOutBlock> judges =
        new BlockedCorpus(dataset(PaperVectors.TABLE, papers), TOPICS, 1)
            .judges()
            .values()
            .collect();
    double logLikelihood = judges.stream().mapToDouble(b -> b.logLikelihood(model, SEED)).sum();
    long scored = judges.stream().mapToLong(HeldOutBlock::scoredTokens).sum();

    double perplexity = plain().perplexity().orElseThrow();

    assertThat(perplexity).isCloseTo(Math.exp(-logLikelihood / scored), within(1e-9));
    assertThat(perplexities(plain())).doesNotContain(perplexity);
  }

  @Test
  void aCorpusTooSmallToHoldPapersOutHasSpeedsAloneFromCheckpointsToo() {
    settings = settings.with(Setting.TOPICS_ITERATIONS, "35", "test");
    List<Row> few = papers.subList(0, 300);
    TrainedTopics expected = new GibbsTrainer().train(task(few, 2, 3, "1000", step -> {}));
    assertThat(expected.perplexity()).isEmpty();
    assertThat(expected.course())
        .allSatisfy(measure -> assertThat(measure.perplexity()).isEmpty())
        .allSatisfy(measure -> assertThat(measure.tokensPerSecond()).isPositive())
        .extracting(TrainingMeasure::sweep)
        .containsExactly(10, 20, 30);

    assertThatThrownBy(() -> new GibbsTrainer().train(task(few, 2, 3, "20", killedAt(30))))
        .hasMessage("killed");
    List<String> steps = new ArrayList<>();
    TrainedTopics resumed = new GibbsTrainer().train(task(few, 2, 3, "20", steps::add));

    assertThat(steps).contains("going on from the checkpoint at sweep 20");
    assertSame(resumed, expected);
  }

  @Test
  void theModelIsTheSameForAnyNumberOfTasksAndPartitions() {
    assertSame(new GibbsTrainer().train(task(1, 1, step -> {})), plain());
    assertSame(new GibbsTrainer().train(task(3, 8, step -> {})), plain());
  }

  @Test
  void theModelIsTheSameWithOneTaskForAllBlocksOrOneForEach() {
    settings = settings.with(Setting.TOPICS_ITERATIONS, "6", "test");
    List<Row> eightBlocks = planted(PAPERS_OF_EIGHT_BLOCKS, new Random(9));
    assertSame(
        new GibbsTrainer().train(task(eightBlocks, 1, 2, "1000", step -> {})),
        new GibbsTrainer().train(task(eightBlocks, 8, 32, "1000", step -> {})));
  }

  @Test
  void aTrainingThatWasBrokenOffGoesOnFromItsCheckpointToTheSameModel() {
    assertThatThrownBy(() -> new GibbsTrainer().train(task(2, 3, killedAt(70))))
        .hasMessage("killed");
    List<String> steps = new ArrayList<>();

    TrainedTopics resumed = new GibbsTrainer().train(task(3, 2, steps::add));

    assertThat(steps).contains("going on from the checkpoint at sweep 60");
    assertSame(resumed, plain());
    assertThat(directory.resolve("_checkpoints")).doesNotExist();
  }

  private static Consumer<String> killedAt(int sweep) {
    return step -> {
      if (step.startsWith("sweep " + sweep + ",")) {
        throw new IllegalStateException("killed");
      }
    };
  }

  @Test
  void aLargeCorpusHasTheSameModelForAnyNumberOfTasksAndCheckpoints() {
    settings = settings.with(Setting.TOPICS_ITERATIONS, "37", "test");
    GibbsTrainer trainer = new GibbsTrainer(Optional.of(ofLarge(new Growth(2, 6))));
    TrainedTopics expected = trainer.train(largeTask(2, 3, "1000", step -> {}));
    assertThat(planted(expected)).containsExactlyInAnyOrder(0, 1, 2, 3);

    assertThatThrownBy(() -> trainer.train(largeTask(3, 8, "7", killedAt(30))))
        .hasMessage("killed");
    List<String> steps = new ArrayList<>();
    TrainedTopics resumed = trainer.train(largeTask(3, 8, "7", steps::add));

    assertThat(steps).contains("going on from the checkpoint at sweep 28");
    assertSame(resumed, expected);

    // While it has half of the papers, too.
    assertThatThrownBy(() -> trainer.train(largeTask(2, 3, "8", killedAt(10))))
        .hasMessage("killed");
    TrainedTopics early = trainer.train(largeTask(3, 8, "8", steps::add));

    assertThat(steps).contains("going on from the checkpoint at sweep 8");
    assertSame(early, expected);
  }

  @Test
  void aLargeCorpusBeginsWithAPartOfItsPapersUnlessItsSweepsAreFew() {
    GibbsTrainer growing = new GibbsTrainer(Optional.of(ofLarge(new Growth(2, 2))));
    GibbsTrainer whole = new GibbsTrainer(Optional.of(ofLarge(Growth.NONE)));
    settings = settings.with(Setting.TOPICS_ITERATIONS, "6", "test");
    assertSame(
        growing.train(largeTask(2, 3, "1000", step -> {})),
        whole.train(largeTask(2, 3, "1000", step -> {})));

    settings = settings.with(Setting.TOPICS_ITERATIONS, "7", "test");
    assertThat(fingerprint(growing.train(largeTask(2, 3, "1000", step -> {}))))
        .isNotEqualTo(fingerprint(whole.train(largeTask(2, 3, "1000", step -> {}))));
  }

  /** With fewer sweeps to begin with than a corpus that is large takes. */
  private static Opening ofLarge(Growth growth) {
    return new Opening(
        Start.SAMPLE,
        new Priors(10, 0.003, 10),
        growth,
        new Overrelaxation(30, 0.5),
        new Spare(0.5, 20));
  }

  private TrainingTask largeTask(
      int tasks, int partitions, String checkpointSweeps, Consumer<String> progress) {
    List<Row> many = planted(PAPERS_OF_FOUR_BLOCKS, new Random(8));
    return task(many, tasks, partitions, checkpointSweeps, progress);
  }

  @Test
  void anotherTrainingDoesNotTakeOverTheCheckpoint() throws Exception {
    TrainingTask task = task(2, 3, killedAt(70));
    assertThatThrownBy(() -> new GibbsTrainer().train(task)).hasMessage("killed");
    List<String> steps = new ArrayList<>();

    new GibbsTrainer().train(task(2, 3, steps::add).anew(12));

    assertThat(steps).noneMatch(step -> step.startsWith("going on"));
  }

  @Test
  void trainingOnFromAModelKeepsItsTopics() {
    GibbsModel model = (GibbsModel) plain();
    TrainingTask task = task(2, 3, step -> {});
    TrainedTopics next =
        new GibbsTrainer()
            .train(
                new TrainingTask(
                    task.vectors(),
                    task.vocabularySize(),
                    TOPICS,
                    Optional.of(model),
                    task.config(),
                    99,
                    2,
                    task.progress(),
                    task.checkpoints()));

    assertThat(perplexities(next).get(0)).isCloseTo(model.perplexity().orElseThrow(), within(0.5));
    double[][] cosine =
        CosineSimilarity.between(next.termDistributions(), model.termDistributions());
    for (int topic = 0; topic < TOPICS; topic++) {
      assertThat(cosine[topic][topic]).isGreaterThan(0.99);
    }
  }

  @Test
  void weighsEachPaperThatHasTokensWhoeverIsWithIt() {
    Map<String, Row> all = weights(dataset(PaperVectors.TABLE, papers).repartition(5));
    assertThat(all).hasSize(PAPERS + 1).doesNotContainKey("empty").containsKey("one-word");
    Map<String, Row> few =
        weights(dataset(PaperVectors.TABLE, papers.subList(100, 110)).repartition(1));
    few.forEach((id, row) -> assertThat(row).isEqualTo(all.get(id)));
    for (Row row : all.values()) {
      assertThat(row.<Double>getList(3)).allSatisfy(w -> assertThat(w).isBetween(0.0, 1.0));
      assertThat(row.<Double>getList(3).stream().mapToDouble(w -> w).sum())
          .isLessThanOrEqualTo(1 + 1e-9);
    }
  }

  private Map<String, Row> weights(Dataset<Row> vectors) {
    Map<String, Row> result = new HashMap<>();
    plain().weigh(vectors).collectAsList().forEach(row -> result.put(row.getString(0), row));
    return result;
  }
}
