package org.almagest.terms;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.stage.Stage;
import org.almagest.stage.StageContext;
import org.almagest.table.PaperTerms;
import org.almagest.table.PaperVectors;
import org.almagest.table.Papers;
import org.almagest.table.TableContract;
import org.almagest.table.TopicWords;
import org.almagest.table.Vocabulary;
import org.almagest.text.Phrases;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;

/**
 * The terms stage: the vocabulary of words and phrases, each paper's bag of words, and its top
 * terms by TF-IDF.
 */
public final class TermsJob implements Stage {
  /** Name of the stage. */
  public static final String NAME = "terms";

  private final TermsConfig config;

  /**
   * @throws AlmagestException (usage) for a setting with a wrong value
   */
  public TermsJob(Settings settings) {
    this.config = TermsConfig.from(settings);
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
  public List<TableContract> readsOfBase() {
    return config.refresh() == TermsConfig.Refresh.RENEW
        ? List.of()
        : List.of(Vocabulary.TABLE, TopicWords.TABLE);
  }

  @Override
  public List<TableContract> writes() {
    return List.of(Vocabulary.TABLE, PaperVectors.TABLE, PaperTerms.TABLE);
  }

  @Override
  public Map<String, String> sources(Configuration hadoop) {
    return Map.of(
        "stop words",
        String.join(" ", config.stopWords().words()),
        "refresh",
        config.refresh().label());
  }

  @Override
  public Set<Setting> settingsWithoutEffect() {
    // Which words they are counts, not the file's name. Of topics.refresh it counts what follows
    // from it for terms.refresh.
    return Set.of(Setting.TERMS_STOP_WORDS, Setting.TOPICS_REFRESH);
  }

  @Override
  public boolean isSeeded() {
    return false;
  }

  @Override
  public Map<String, Long> run(StageContext context) {
    Dataset<Row> papers =
        context
            .read(Papers.TABLE)
            .select(Papers.PAPER_ID.col(), Papers.TITLE.col(), Papers.ABSTRACT.col());
    long paperCount = context.snapshot().rows(Papers.TABLE);

    JavaSparkContext spark = JavaSparkContext.fromSparkContext(context.spark().sparkContext());
    Optional<KeptVocabulary> kept = KeptVocabulary.in(context, config.refresh());
    Phrases phrases =
        kept.map(KeptVocabulary::phrases)
            .orElseGet(() -> new PhraseFinder(context, config, paperCount).find(papers));
    Broadcast<Phrases> sharedPhrases = spark.broadcast(phrases);
    context.step("counting terms");
    List<Row> terms =
        VocabularyTransforms.numbered(
            kept.map(before -> before.recounted(papers, sharedPhrases, config, paperCount))
                .orElseGet(
                    () ->
                        VocabularyTransforms.vocabulary(
                            papers, sharedPhrases, config, paperCount)));
    if (terms.isEmpty()) {
      throw new AlmagestException(
          ExitCode.USAGE,
          "No term stands in at least "
              + config.minDocumentFrequency()
              + " of the "
              + paperCount
              + " papers; lower terms.min-document-frequency.");
    }
    Map<String, Integer> ids = new HashMap<>();
    terms.forEach(term -> ids.put(term.getString(0), term.getInt(1)));
    String[] forms = terms.stream().map(term -> term.getString(2)).toArray(String[]::new);
    double[] idf = terms.stream().mapToDouble(term -> term.getDouble(5)).toArray();
    context.write(Vocabulary.TABLE, table(context, terms, phrases));

    Broadcast<Map<String, Integer>> termIds = spark.broadcast(ids);
    Dataset<Row> vectors =
        context.write(
            PaperVectors.TABLE,
            PaperTransforms.vectors(papers, termIds, sharedPhrases, config.stopWords()));
    Dataset<Row> topTerms =
        PaperTransforms.topTerms(
            vectors, spark.broadcast(forms), spark.broadcast(idf), config.termsPerPaper());
    context.write(PaperTerms.TABLE, topTerms);

    Row totals =
        vectors
            .agg(
                functions.coalesce(
                    functions.sum(PaperVectors.TOKEN_COUNT.col()), functions.lit(0L)),
                functions.count_if(PaperVectors.TOKEN_COUNT.col().equalTo(0)))
            .head();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("terms", (long) terms.size());
    counts.put("phrases", terms.stream().filter(t -> Phrases.words(t.getString(0)) > 1).count());
    counts.put("tokens", totals.getLong(0));
    counts.put("papers without terms", totals.getLong(1));
    return counts;
  }

  private static Dataset<Row> table(StageContext context, List<Row> terms, Phrases phrases) {
    List<Row> rows =
        terms.stream()
            .map(
                t -> {
                  OptionalDouble npmi = phrases.npmi(t.getString(0));
                  return RowFactory.create(
                      t.get(1),
                      t.get(2),
                      t.get(3),
                      t.get(4),
                      t.get(5),
                      Phrases.words(t.getString(0)),
                      npmi.isPresent() ? npmi.getAsDouble() : null);
                })
            .toList();
    return context.spark().createDataFrame(rows, Vocabulary.TABLE.schema()).coalesce(1);
  }
}
