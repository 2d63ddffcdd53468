package org.almagest.report;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.almagest.report.ReportData.Word;
import org.almagest.table.ExactSum;
import org.almagest.table.TopicWords;
import org.almagest.table.Topics;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The words that a reader of a topic may want to see: those that come first for some λ by relevance
 * (Sievert and Shirley 2014), r(w, k | λ) = λ ln P(w | k) + (1 - λ) ln (P(w | k) / P(w)), where
 * P(w) is the sum over all topics of P(w | k) times the topic's share of tokens.
 */
final class TopicWordChoice {
  /** From what is particular to what is frequent; what comes first for others is first for one. */
  private static final double[] LAMBDAS = {0, 0.2, 0.4, 0.6, 0.8, 1};

  private static final int MOST_WORDS = 12_000;
  private static final int MOST_WORDS_OF_TOPIC = 50;
  private static final int LEAST_WORDS_OF_TOPIC = 20;
  private static final int PHRASES = 8;
  private static final double PHRASE_LAMBDA = 0.6;
  private static final int WORD_BYTES = 48;
  private static final int DIGITS = 3;
  private static final String LOG_PROBABILITY = "log_probability";
  private static final String LOG_LIFT = "log_lift";
  private static final String CORPUS_PROBABILITY = "corpus_probability";

  private final int wordsOfTopic;

  TopicWordChoice(int topics) {
    this.wordsOfTopic =
        Math.max(
            LEAST_WORDS_OF_TOPIC, Math.min(MOST_WORDS_OF_TOPIC, MOST_WORDS / Math.max(1, topics)));
  }

  /** Words by topic. */
  Map<Integer, List<Word>> words(Dataset<Row> topicWords, Dataset<Row> topics) {
    int each = Math.max(1, wordsOfTopic / 3);
    Map<Integer, Map<String, Word>> chosen = new HashMap<>();
    List<Row> rows = candidates(measured(topicWords, topics), each).collectAsList();
    // Round by round, so that no λ takes the room of another.
    for (int place = 1; place <= Math.max(each, PHRASES); place++) {
      for (Row row : rows) {
        Map<String, Word> words = chosen.computeIfAbsent(row.getInt(0), topic -> new TreeMap<>());
        if (isOfPlace(row, place) && words.size() < wordsOfTopic) {
          words.putIfAbsent(row.getString(1), word(row));
        }
      }
    }
    Map<Integer, List<Word>> byTopic = new HashMap<>();
    chosen.forEach((topic, words) -> byTopic.put(topic, new ArrayList<>(words.values())));
    return byTopic;
  }

  private static boolean isOfPlace(Row row, int place) {
    for (int i = 0; i <= LAMBDAS.length; i++) {
      if (!row.isNullAt(4 + i) && row.getInt(4 + i) == place) {
        return true;
      }
    }
    return false;
  }

  private static Word word(Row row) {
    return new Word(
        ClippedText.of(row.getString(1), WORD_BYTES),
        Figures.places(row.getDouble(2), DIGITS),
        Figures.places(row.getDouble(3), DIGITS));
  }

  /** topic_id, term, ln P(term | topic) and ln of its lift. */
  static Dataset<Row> measured(Dataset<Row> topicWords, Dataset<Row> topics) {
    Dataset<Row> probable = topicWords.where(TopicWords.PROBABILITY.col().gt(0));
    Dataset<Row> shares = topics.select(Topics.TOPIC_ID.col(), Topics.TOKEN_SHARE.col());
    Dataset<Row> corpus =
        probable
            .join(broadcast(shares), Topics.TOPIC_ID.name())
            .groupBy(TopicWords.TERM.col())
            .agg(
                ExactSum.of(TopicWords.PROBABILITY.col().multiply(Topics.TOKEN_SHARE.col()))
                    .as(CORPUS_PROBABILITY));
    return probable
        .join(corpus, TopicWords.TERM.name())
        .where(col(CORPUS_PROBABILITY).gt(0))
        .select(
            TopicWords.TOPIC_ID.col(),
            TopicWords.TERM.col(),
            log(TopicWords.PROBABILITY.col()).as(LOG_PROBABILITY),
            log(TopicWords.PROBABILITY.col().divide(col(CORPUS_PROBABILITY))).as(LOG_LIFT));
  }

  /** Those that are among the first for some λ, with their places. */
  private static Dataset<Row> candidates(Dataset<Row> measured, int each) {
    Dataset<Row> placed = measured;
    Column isFirst = lit(false);
    for (int i = 0; i < LAMBDAS.length; i++) {
      placed = placed.withColumn("place" + i, place(LAMBDAS[i], lit(0)));
      isFirst = isFirst.or(col("place" + i).leq(each));
    }
    Column isWord = TopicWords.TERM.col().contains(" ").cast("int");
    placed =
        placed.withColumn(
            "phrase",
            org.apache.spark.sql.functions.when(isWord.equalTo(1), place(PHRASE_LAMBDA, isWord)));
    return placed
        .where(isFirst.or(col("phrase").leq(PHRASES)))
        .orderBy(TopicWords.TOPIC_ID.col(), TopicWords.TERM.col());
  }

  private static Column place(double lambda, Column group) {
    Column relevance =
        col(LOG_PROBABILITY).multiply(lambda).plus(col(LOG_LIFT).multiply(1 - lambda));
    return row_number()
        .over(
            Window.partitionBy(TopicWords.TOPIC_ID.col(), group)
                .orderBy(relevance.desc(), TopicWords.TERM.col()));
  }
}
