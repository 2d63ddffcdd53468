package org.almagest.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.config.TopicsRefresh;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.stage.CorpusEstimate;
import org.almagest.stage.Stage;
import org.almagest.stage.StageContext;
import org.almagest.table.PaperTopics;
import org.almagest.table.PaperVectors;
import org.almagest.table.Papers;
import org.almagest.table.TableContract;
import org.almagest.table.TopicFacets;
import org.almagest.table.TopicLineage;
import org.almagest.table.TopicModels;
import org.almagest.table.TopicPairs;
import org.almagest.table.TopicPapers;
import org.almagest.table.TopicTerms;
import org.almagest.table.TopicTraining;
import org.almagest.table.TopicTrends;
import org.almagest.table.TopicWords;
import org.almagest.table.Topics;
import org.almagest.table.Vocabulary;
import org.almagest.topic.SparseDistribution;
import org.almagest.topics.TopicTransforms.TopicSize;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.Tuple3;

/** The topics stage: trains a model, weighs every paper, and writes the tables. */
public final class TopicsJob implements Stage {
  /** Name of the stage. */
  public static final String NAME = "topics";

  private static final int TOPICS_IN_TASK = 100;

  private final TopicsConfig config;
  private final int vocabularySize;

  /**
   * @throws AlmagestException (usage) for a setting with a wrong value
   */
  public TopicsJob(Settings settings) {
    this.config = TopicsConfig.from(settings);
    this.vocabularySize = settings.integer(Setting.TERMS_VOCABULARY_SIZE, 1, Integer.MAX_VALUE);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<TableContract> reads() {
    return List.of(Papers.TABLE, Vocabulary.TABLE, PaperVectors.TABLE);
  }

  @Override
  public List<TableContract> tellsOfChange() {
    return List.of(TopicLineage.TABLE);
  }

  @Override
  public List<TableContract> readsOfBase() {
    return List.of(TopicWords.TABLE, Topics.TABLE, TopicModels.TABLE, Vocabulary.TABLE);
  }

  @Override
  public Set<Setting> settingsWithoutEffect() {
    // The vocabulary's size is only for the estimate of memory; the vocabulary itself is read.
    return Set.of(Setting.TOPICS_CHECKPOINT_SWEEPS, Setting.TERMS_VOCABULARY_SIZE);
  }

  @Override
  public List<TableContract> writes() {
    return List.of(
        Topics.TABLE,
        TopicTerms.TABLE,
        TopicWords.TABLE,
        PaperTopics.TABLE,
        TopicPapers.TABLE,
        TopicTrends.TABLE,
        TopicFacets.TABLE,
        TopicPairs.TABLE,
        TopicModels.TABLE,
        TopicTraining.TABLE,
        TopicLineage.TABLE);
  }

  @Override
  public List<String> memory(CorpusEstimate corpus, int cores) {
    if (config.algorithm() != TopicsConfig.Algorithm.GIBBS) {
      return List.of();
    }
    int topicCount = config.topicCounts().get(config.topicCounts().size() - 1);
    return new TopicsMemory(corpus, vocabularySize, topicCount, cores).lines();
  }

  @Override
  public Map<String, Long> run(StageContext context) {
    Dataset<Row> papers = context.read(Papers.TABLE);
    Dataset<Row> vectors = context.read(PaperVectors.TABLE);
    List<Row> vocabulary =
        context
            .read(Vocabulary.TABLE)
            .orderBy(Vocabulary.TERM_ID.col())
            .select(Vocabulary.TERM.col(), Vocabulary.COLLECTION_FREQUENCY.col())
            .collectAsList();
    if (vocabulary.size() < 2) {
      throw new AlmagestException(
          ExitCode.USAGE,
          "Topics need a vocabulary of at least two terms, and it has "
              + vocabulary.size()
              + "; lower terms.min-document-frequency or add papers.");
    }

    String[] terms = terms(vocabulary);
    Optional<PreviousTopics> previous = PreviousTopics.in(context.snapshot(), terms);
    ModelSearch search = search(context, vectors, terms.length, previous);
    MeasuredModel model = search.selected();
    context.write(TopicTraining.TABLE, small(context, TopicTraining.TABLE, search.trainingRows()));

    context.step("weighing papers");
    Dataset<Row> kept =
        context
            .snapshot()
            .writeScratch(
                "topic_weights",
                TopicTransforms.keptWeights(model.topics().weigh(vectors), config.minWeight()));
    TopicSize[] sizes = TopicTransforms.sizes(kept, model.size());
    TopicIdentity identity = identity(previous, model, sizes);
    context.write(
        TopicModels.TABLE,
        small(context, TopicModels.TABLE, search.modelRows(identity.largestId())));
    TopicOverview overview =
        new TopicOverview(model, corpusProbability(vocabulary), terms, sizes, identity.idOfTopic());
    Dataset<Row> paperTopics =
        context.write(PaperTopics.TABLE, TopicTransforms.paperTopics(kept, identity.idOfTopic()));
    Dataset<Row> trendSums =
        context.snapshot().writeScratch("topic_trends", TrendTransforms.sums(paperTopics, papers));
    context.write(TopicTrends.TABLE, TrendTransforms.trends(trendSums));
    context.write(
        Topics.TABLE,
        small(context, Topics.TABLE, overview.topicRows(TrendTransforms.growth(trendSums))));
    context.write(
        TopicTerms.TABLE,
        small(context, TopicTerms.TABLE, overview.termRows(config.termsPerTopic())));
    context.write(TopicWords.TABLE, words(context, model, terms, identity.idOfTopic()));
    context.write(TopicPapers.TABLE, FacetTransforms.representatives(paperTopics, vectors));
    context.write(TopicFacets.TABLE, FacetTransforms.facets(paperTopics, papers));
    context.write(
        TopicPairs.TABLE,
        PairTransforms.pairs(paperTopics, overview.distances(), overview.topicOfId()));
    context.write(TopicLineage.TABLE, small(context, TopicLineage.TABLE, identity.lineage()));

    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("topics", (long) model.size());
    counts.put("sweeps", (long) model.topics().iterations());
    TrendTransforms.Undated undated = TrendTransforms.undated(papers);
    counts.put("papers without a year, not in trends", undated.withoutYear());
    counts.put("papers of a year alone, not in months of trends", undated.yearAlone());
    return counts;
  }

  private ModelSearch search(
      StageContext context,
      Dataset<Row> vectors,
      int vocabularySize,
      Optional<PreviousTopics> previous) {
    Optional<GibbsModel> start = start(context, previous);
    TrainingTask task =
        new TrainingTask(
            vectors,
            vocabularySize,
            start.map(GibbsModel::size).orElse(config.topicCounts().get(0)),
            start,
            config,
            context.seed(),
            context.spark().sparkContext().defaultParallelism(),
            context::step,
            context.snapshot()::checkpoints);
    if (start.isEmpty()) {
      return ModelSearch.among(task);
    }
    return config.refresh() == TopicsRefresh.FOLD_IN
        ? ModelSearch.unchanged(task)
        : ModelSearch.from(task);
  }

  /** The last model, if there is one and it is to be made use of. */
  private Optional<GibbsModel> start(StageContext context, Optional<PreviousTopics> previous) {
    if (config.refresh() == TopicsRefresh.RETRAIN || previous.isEmpty()) {
      return Optional.empty();
    }
    GibbsModel model =
        previous
            .get()
            .model(context.seed())
            .orElseThrow(
                () ->
                    AlmagestException.usage(
                        "topics.refresh is "
                            + config.refresh().label()
                            + ", but the last topics of this warehouse are not of the trainer"
                            + " gibbs, and only its models can be gone on with. Set topics.refresh"
                            + " to retrain."));
    if (config.refresh() == TopicsRefresh.FOLD_IN) {
      previous.get().changeOfVocabulary().ifPresent(context.steps()::warning);
    }
    if (!config.topicCounts().equals(List.of(model.size()))) {
      context
          .steps()
          .warning(
              "The %d topics of the last model are kept, as topics.refresh is %s; topics.count is not looked at."
                  .formatted(model.size(), config.refresh().label()));
    }
    return Optional.of(model);
  }

  private static TopicIdentity identity(
      Optional<PreviousTopics> previous, MeasuredModel model, TopicSize[] sizes) {
    double[] shares = Arrays.stream(sizes).mapToDouble(TopicSize::tokenShare).toArray();
    return previous
        .map(before -> TopicIdentity.following(before, model.terms(), shares))
        .orElseGet(() -> TopicIdentity.first(shares));
  }

  /** Unpacked on the executors: a model of a thousand topics has millions of these rows. */
  private static Dataset<Row> words(
      StageContext context, MeasuredModel model, String[] terms, int[] idOfTopic) {
    List<SparseDistribution> topics = model.terms();
    List<Tuple3<Integer, Double, SparseDistribution>> numbered = new ArrayList<>();
    for (int topic = 0; topic < topics.size(); topic++) {
      numbered.add(
          new Tuple3<>(
              idOfTopic[topic], OrNull.of(model.topics().tokens(topic)), topics.get(topic)));
    }
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(context.spark().sparkContext());
    Broadcast<String[]> forms = spark.broadcast(terms);
    JavaRDD<Row> rows =
        spark
            .parallelize(numbered, 1 + numbered.size() / TOPICS_IN_TASK)
            .flatMap(
                topic ->
                    IntStream.range(0, topic._3().size())
                        .mapToObj(
                            i ->
                                RowFactory.create(
                                    topic._1(),
                                    forms.value()[topic._3().index(i)],
                                    topic._3().value(i),
                                    topic._2() == null ? null : topic._2() * topic._3().value(i)))
                        .iterator());
    return context.spark().createDataFrame(rows, TopicWords.TABLE.schema());
  }

  private static Dataset<Row> small(StageContext context, TableContract table, List<Row> rows) {
    return context.spark().createDataFrame(rows, table.schema()).coalesce(1);
  }

  private static String[] terms(List<Row> vocabulary) {
    return vocabulary.stream().map(row -> row.getString(0)).toArray(String[]::new);
  }

  /** P(term). A term that was kept and that no paper has any more counts as if it came once. */
  private static double[] corpusProbability(List<Row> vocabulary) {
    long[] occurrences =
        vocabulary.stream().mapToLong(row -> Math.max(1, row.getLong(1))).toArray();
    double tokens = Arrays.stream(occurrences).sum();
    return Arrays.stream(occurrences).mapToDouble(count -> count / tokens).toArray();
  }
}
