package org.almagest.trending;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.stage.ByteSize;
import org.almagest.stage.CorpusEstimate;
import org.almagest.stage.Stage;
import org.almagest.stage.StageContext;
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

/**
 * The trending stage: papers that people look at by day, week and month, and terms and topics that
 * burst. It needs papers alone: what there is of citations, terms and topics adds to it.
 */
public final class TrendingJob implements Stage {
  /** Name of the stage. */
  public static final String NAME = "trending";

  private static final String TERM = "term";
  private static final String TOPIC = "topic";

  /** Of a row of tests and its list. */
  private static final int BYTES_PER_TEST = 400;

  private final TrendingConfig config;
  private final int vocabularySize;

  /**
   * @throws org.almagest.fault.AlmagestException (usage) for a setting with a wrong value
   */
  public TrendingJob(Settings settings) {
    this.config = TrendingConfig.from(settings);
    this.vocabularySize = settings.integer(Setting.TERMS_VOCABULARY_SIZE, 1, Integer.MAX_VALUE);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<TableContract> reads() {
    return List.of(Papers.TABLE);
  }

  @Override
  public List<TableContract> readsWhereThere() {
    return List.of(
        Citations.TABLE, Vocabulary.TABLE, PaperVectors.TABLE, Topics.TABLE, PaperTopics.TABLE);
  }

  @Override
  public List<TableContract> writes() {
    return List.of(Trending.TABLE, Bursts.TABLE);
  }

  @Override
  public Set<Setting> settingsWithoutEffect() {
    // The vocabulary's size is only for the estimate of memory; the vocabulary itself is read.
    return Set.of(Setting.TERMS_VOCABULARY_SIZE);
  }

  @Override
  public List<String> memory(CorpusEstimate corpus, int cores) {
    return List.of(
        "a task holds the tests of one period, of at most %,d terms, in %s or less"
            .formatted(vocabularySize, ByteSize.text((long) vocabularySize * BYTES_PER_TEST)));
  }

  @Override
  public boolean isSeeded() {
    return false;
  }

  @Override
  public Map<String, Long> run(StageContext context) {
    Dataset<Row> papers = context.read(Papers.TABLE);
    context.step("finding periods");
    ToldPeriods periods = ToldPeriods.latest(papers, config.periods());
    Optional<Dataset<Row>> topics =
        context
            .readWhereThere(PaperTopics.TABLE)
            .map(BurstTransforms::topics)
            .map(lists -> tested(context, periods, papers, TOPIC, lists));
    writeTrending(context, papers, periods, topics);
    Optional<Dataset<Row>> terms =
        context
            .readWhereThere(PaperVectors.TABLE)
            .map(BurstTransforms::terms)
            .map(lists -> tested(context, periods, papers, TERM, lists));
    writeBursts(context, terms, topics);

    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("trending papers", context.snapshot().rows(Trending.TABLE));
    counts.put("bursts", context.snapshot().rows(Bursts.TABLE));
    counts.put(
        "papers without a day, not trending",
        papers.where(Papers.PUBLISHED_DATE.col().isNull()).count());
    return counts;
  }

  /**
   * The tests of terms or topics.
   *
   * @param lists from {@link BurstTransforms#terms} or {@link BurstTransforms#topics}
   */
  private Dataset<Row> tested(
      StageContext context,
      ToldPeriods periods,
      Dataset<Row> papers,
      String kind,
      Dataset<Row> lists) {
    context.step("counting papers of each " + kind);
    Dataset<Row> counts =
        BurstTransforms.counts(
            papers,
            lists,
            periods.ofCounts(context.spark(), config.baseline()),
            kind,
            config.burstMinPapers());
    return context.snapshot().writeScratch("tested_" + kind + "s", BurstTransforms.tested(counts));
  }

  private void writeTrending(
      StageContext context,
      Dataset<Row> papers,
      ToldPeriods told,
      Optional<Dataset<Row>> testedTopics) {
    context.step("scoring papers");
    Dataset<Row> periods = told.ofScores(context.spark(), config);
    Dataset<Row> published = ScoreTransforms.published(papers, periods);
    Dataset<Row> events =
        context
            .readWhereThere(Citations.TABLE)
            .map(citations -> published.union(ScoreTransforms.cited(papers, citations, periods)))
            .orElse(published);
    Dataset<Row> candidates = ScoreTransforms.candidates(events, papers, periods);
    Dataset<Row> withTopics =
        testedTopics
            .map(
                tested ->
                    ScoreTransforms.withTopics(
                        candidates,
                        context.read(PaperTopics.TABLE),
                        ScoreTransforms.growth(tested)))
            .orElseGet(() -> ScoreTransforms.withoutTopics(candidates));
    context.write(Trending.TABLE, ScoreTransforms.trending(withTopics, config).coalesce(1));
  }

  private void writeBursts(
      StageContext context, Optional<Dataset<Row>> terms, Optional<Dataset<Row>> topics) {
    Dataset<Row> bursts = context.spark().createDataFrame(List.of(), Bursts.TABLE.schema());
    if (terms.isPresent()) {
      bursts =
          bursts.union(
              BurstTransforms.labelled(
                  BurstTransforms.bursts(terms.get(), config),
                  context
                      .read(Vocabulary.TABLE)
                      .select(Vocabulary.TERM_ID.col(), Vocabulary.TERM.col())));
    }
    if (topics.isPresent()) {
      bursts =
          bursts.union(
              BurstTransforms.labelled(
                  BurstTransforms.bursts(topics.get(), config),
                  context.read(Topics.TABLE).select(Topics.TOPIC_ID.col(), Topics.LABEL.col())));
    }
    context.write(Bursts.TABLE, bursts.coalesce(1));
  }
}
