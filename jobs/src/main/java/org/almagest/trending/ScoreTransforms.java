package org.almagest.trending;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_diff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.almagest.table.Bursts;
import org.almagest.table.Citations;
import org.almagest.table.ExactSum;
import org.almagest.table.PaperTopics;
import org.almagest.table.Papers;
import org.almagest.table.Trending;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** From papers, citations and topics to the trending papers. Formulas: {@link Trending}. */
final class ScoreTransforms {
  private static final String DAY = "day";
  private static final String GROWTH = "growth";
  private static final double HALF = 0.5;
  private static final String[] KEYS = {
    Trending.PERIOD.name(), Trending.PERIOD_START.name(), Trending.PAPER_ID.name()
  };

  private ScoreTransforms() {}

  /** Papers with a day of publication, by that day. */
  private static Dataset<Row> dated(Dataset<Row> papers) {
    return papers
        .where(Papers.PUBLISHED_DATE.col().isNotNull())
        .select(Papers.PAPER_ID.col(), Papers.PUBLISHED_DATE.col().as(DAY));
  }

  /** An event for each period in which something of it is left. */
  private static Dataset<Row> left(Dataset<Row> events, Dataset<Row> periods) {
    return events.join(broadcast(periods), isLeft());
  }

  private static Column age() {
    return date_diff(col(ToldPeriods.END), col(DAY));
  }

  private static Column isLeft() {
    return age()
        .geq(0)
        .and(age().lt(col(ToldPeriods.HALF_LIFE).multiply(TrendingConfig.HALF_LIVES)));
  }

  /** d, which is 0 where nothing is left. */
  private static Column decay() {
    return when(isLeft(), pow(lit(HALF), age().divide(col(ToldPeriods.HALF_LIFE)))).otherwise(0.0);
  }

  /** Papers published lately: candidates, although nobody may look at them. */
  static Dataset<Row> published(Dataset<Row> papers, Dataset<Row> periods) {
    return left(dated(papers), periods)
        .selectExpr(KEYS)
        .withColumn(Trending.RECENT_CITATIONS.name(), lit(0.0))
        .withColumn(Trending.PERIOD_CITATIONS.name(), lit(0L));
  }

  /** Papers cited lately, in the columns of {@link #published}. */
  static Dataset<Row> cited(Dataset<Row> papers, Dataset<Row> citations, Dataset<Row> periods) {
    Column isSelfCitation = coalesce(Citations.SELF_CITATION.col(), lit(false));
    Dataset<Row> events =
        citations
            .where(
                Citations.RESOLVED
                    .col()
                    .and(not(isSelfCitation))
                    .and(not(Citations.CITING_ID.col().equalTo(Citations.CITED_ID.col()))))
            .select(Citations.CITING_ID.col().as(Papers.PAPER_ID.name()), Citations.CITED_ID.col())
            .join(dated(papers), Papers.PAPER_ID.name())
            .select(Citations.CITED_ID.as(Citations.CITED_ID.col()), col(DAY));
    return left(events, periods)
        .groupBy(
            Trending.PERIOD.col(),
            Trending.PERIOD_START.col(),
            Citations.CITED_ID.col().as(Trending.PAPER_ID.name()))
        .agg(
            ExactSum.of(decay()).as(Trending.RECENT_CITATIONS.name()),
            sum(col(DAY).geq(Trending.PERIOD_START.col()).cast("long"))
                .as(Trending.PERIOD_CITATIONS.name()));
  }

  /**
   * Candidates, each once a period, with their age, their decay and what their sources tell; papers
   * that were cited before they were published are left out until then.
   *
   * @param events rows of {@link #published} and {@link #cited}
   */
  static Dataset<Row> candidates(Dataset<Row> events, Dataset<Row> papers, Dataset<Row> periods) {
    return events
        .groupBy(Trending.PERIOD.col(), Trending.PERIOD_START.col(), Trending.PAPER_ID.col())
        .agg(
            max(Trending.RECENT_CITATIONS.col()).as(Trending.RECENT_CITATIONS.name()),
            max(Trending.PERIOD_CITATIONS.col()).as(Trending.PERIOD_CITATIONS.name()))
        .join(
            broadcast(periods), new String[] {Trending.PERIOD.name(), Trending.PERIOD_START.name()})
        .join(
            papers
                .where(Papers.PUBLISHED_DATE.col().isNotNull())
                .select(
                    Papers.PAPER_ID.col(),
                    Papers.PUBLISHED_DATE.col().as(DAY),
                    Papers.UPVOTES.col().as(Trending.UPVOTES.name()),
                    Papers.COMMENT_COUNT.col().as(Trending.COMMENTS.name())),
            Papers.PAPER_ID.name())
        .withColumn(Trending.AGE_DAYS.name(), age())
        .where(Trending.AGE_DAYS.col().geq(0))
        .withColumn(Trending.DECAY.name(), decay())
        .drop(DAY, ToldPeriods.END, ToldPeriods.HALF_LIFE);
  }

  /** g of each topic and period, where it is above 0. */
  static Dataset<Row> growth(Dataset<Row> testedTopics) {
    return testedTopics
        .where(Bursts.RATIO_LOW.col().gt(1.0))
        .select(
            Bursts.PERIOD.col(),
            Bursts.PERIOD_START.col(),
            Bursts.ITEM_ID.col().as(PaperTopics.TOPIC_ID.name()),
            log2(Bursts.RATIO_LOW.col()).as(GROWTH));
  }

  /** Candidates with their main topic, and how their topics grow. */
  static Dataset<Row> withTopics(
      Dataset<Row> candidates, Dataset<Row> paperTopics, Dataset<Row> growth) {
    String topic = PaperTopics.TOPIC_ID.name();
    Dataset<Row> grown =
        candidates
            .selectExpr(KEYS)
            .join(paperTopics, PaperTopics.PAPER_ID.name())
            .join(
                broadcast(growth),
                new String[] {Trending.PERIOD.name(), Trending.PERIOD_START.name(), topic})
            .groupBy(Trending.PERIOD.col(), Trending.PERIOD_START.col(), Trending.PAPER_ID.col())
            .agg(ExactSum.of(PaperTopics.WEIGHT.col().multiply(col(GROWTH))).as(GROWTH));
    return candidates
        .join(BurstTransforms.mainTopics(paperTopics), new String[] {KEYS[2]}, "left")
        .join(grown, KEYS, "left")
        .withColumn(
            Trending.TOPIC_GROWTH.name(),
            when(Trending.TOPIC_ID.col().isNotNull(), coalesce(col(GROWTH), lit(0.0))))
        .drop(GROWTH);
  }

  /** Candidates where no topics are known. */
  static Dataset<Row> withoutTopics(Dataset<Row> candidates) {
    return candidates
        .withColumn(Trending.TOPIC_ID.name(), lit(null).cast(Trending.TOPIC_ID.type()))
        .withColumn(Trending.TOPIC_GROWTH.name(), lit(null).cast(Trending.TOPIC_GROWTH.type()));
  }

  /** The trending table. */
  static Dataset<Row> trending(Dataset<Row> candidates, TrendingConfig config) {
    Column attention =
        greatest(
            coalesce(Trending.UPVOTES.col(), lit(0))
                .cast("long")
                .plus(coalesce(Trending.COMMENTS.col(), lit(0))),
            lit(0L));
    Dataset<Row> scored =
        candidates
            .withColumn(
                Trending.ATTENTION_PART.name(),
                doublings(attention.multiply(Trending.DECAY.col()), config.attentionWeight()))
            .withColumn(
                Trending.CITATION_PART.name(),
                doublings(Trending.RECENT_CITATIONS.col(), config.citationWeight()))
            .withColumn(
                Trending.TOPIC_PART.name(),
                coalesce(Trending.TOPIC_GROWTH.col(), lit(0.0))
                    .multiply(Trending.DECAY.col())
                    .multiply(config.topicWeight()))
            .withColumn(
                Trending.SCORE.name(),
                Trending.ATTENTION_PART
                    .col()
                    .plus(Trending.CITATION_PART.col())
                    .plus(Trending.TOPIC_PART.col()))
            .where(Trending.SCORE.col().gt(0));
    return scored
        .withColumn(
            Trending.RANK.name(),
            row_number()
                .over(
                    Window.partitionBy(Trending.PERIOD.col(), Trending.PERIOD_START.col())
                        .orderBy(
                            Trending.SCORE.col().desc(),
                            Trending.AGE_DAYS.col(),
                            Trending.PAPER_ID.col())))
        .where(Trending.RANK.col().leq(config.top()))
        .select(Trending.TABLE.allColumns());
  }

  private static Column doublings(Column events, double weight) {
    return log2(events.plus(1.0)).multiply(weight);
  }
}
