package org.almagest.topics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.stage.Stage;
import org.almagest.stage.StageContext;
import org.almagest.table.PaperTopics;
import org.almagest.table.PaperVectors;
import org.almagest.table.Papers;
import org.almagest.table.TableContract;
import org.almagest.table.TopicTerms;
import org.almagest.table.TopicTrends;
import org.almagest.table.Topics;
import org.almagest.table.Vocabulary;
import org.almagest.topic.CoherenceCounts;
import org.almagest.topics.TopicTransforms.TopicSize;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The topics stage: trains a model, weighs every paper, and writes the tables. */
public final class TopicsJob implements Stage {
  /** Name of the stage. */
  public static final String NAME = "topics";

  /** Terms over which coherence is taken, as is usual. */
  private static final int COHERENCE_TERMS = 10;

  private final TopicsConfig config;

  /**
   * @throws AlmagestException (usage) for a setting with a wrong value
   */
  public TopicsJob(Settings settings) {
    this.config = TopicsConfig.from(settings);
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
  public List<TableContract> writes() {
    return List.of(Topics.TABLE, TopicTerms.TABLE, PaperTopics.TABLE, TopicTrends.TABLE);
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

    context.step("training " + config.topicCount() + " topics");
    TrainedTopics model =
        config.algorithm().trainer().train(vectors, vocabulary.size(), config, context.seed());
    context.step("weighing papers");
    Dataset<Row> kept =
        context
            .snapshot()
            .writeScratch(
                "topic_weights",
                TopicTransforms.keptWeights(model.weigh(vectors), config.minWeight()));
    TopicSize[] sizes = TopicTransforms.sizes(kept, config.topicCount());
    TopicOverview overview =
        new TopicOverview(
            model.termProbabilities(), corpusProbability(vocabulary), terms(vocabulary), sizes);
    context.step("measuring coherence");
    CoherenceCounts coherence =
        TopicTransforms.coherence(vectors, overview.topTerms(COHERENCE_TERMS), vocabulary.size());

    context.write(
        Topics.TABLE,
        context
            .spark()
            .createDataFrame(overview.topicRows(sizes, coherence), Topics.TABLE.schema())
            .coalesce(1));
    context.write(
        TopicTerms.TABLE,
        context
            .spark()
            .createDataFrame(
                overview.termRows(overview.topTerms(config.termsPerTopic())),
                TopicTerms.TABLE.schema())
            .coalesce(1));
    Dataset<Row> paperTopics =
        context.write(PaperTopics.TABLE, TopicTransforms.paperTopics(kept, overview.idOfTopic()));
    context.write(TopicTrends.TABLE, TopicTransforms.trends(paperTopics, papers));

    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("topics", (long) config.topicCount());
    counts.put("papers without a year, not in trends", TopicTransforms.withoutYear(papers));
    return counts;
  }

  private static String[] terms(List<Row> vocabulary) {
    return vocabulary.stream().map(row -> row.getString(0)).toArray(String[]::new);
  }

  private static double[] corpusProbability(List<Row> vocabulary) {
    double tokens = vocabulary.stream().mapToLong(row -> row.getLong(1)).sum();
    return vocabulary.stream().mapToDouble(row -> row.getLong(1) / tokens).toArray();
  }
}
