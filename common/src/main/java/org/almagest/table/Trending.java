package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/**
 * One paper that people look at in one day, week or month.
 *
 * <p>With e the last day of the period, H the half-life in days (trending.half-life times 1, 7 or
 * 30) and d(t) = 2^(-(e - t) / H) what is left at e of an event of day t:
 *
 * <ul>
 *   <li>attention_part = w_a log2(1 + (upvotes + comments) d(p)), with p the paper's day of
 *       publication: a source tells how many votes there are and not when they came, so they count
 *       from that day;
 *   <li>citation_part = w_c log2(1 + Σ d(c)), over the papers of the corpus that cite it, each with
 *       its own day c of publication, self-citations left out;
 *   <li>topic_part = w_t d(p) Σ θ(k) g(k), where θ(k) is the weight of topic k in the paper and
 *       g(k) = max(0, log2 of the lower end of the 95 % confidence interval of the rate ratio of k
 *       in the period), see {@link Bursts}: the growth that is sure;
 *   <li>score = attention_part + citation_part + topic_part, with the weights w_a, w_c and w_t of
 *       trending.attention-weight, trending.citation-weight and trending.topic-weight.
 * </ul>
 *
 * <p>So one point of score is one doubling. No event is counted before it happened: p, c ≤ e. What
 * is left of an event after eight half-lives, less than 0.4 %, counts as nothing. Papers without a
 * day of publication, and those of score 0, are left out.
 *
 * <p>Exponential decay is that of radioactivity; of attention to online news it was measured by Wu
 * and Huberman (2007), "Novelty and collective attention".
 */
public final class Trending {
  public static final TableColumn PERIOD =
      TableColumn.required("period", DataTypes.StringType, "Kind of period: day, week or month.");
  public static final TableColumn PERIOD_START =
      TableColumn.required(
          "period_start",
          DataTypes.DateType,
          "First day of the period, Monday for a week; only the latest periods in which papers were"
              + " published are told of, as many as trending.periods.");
  public static final TableColumn RANK =
      TableColumn.required(
          "rank",
          DataTypes.IntegerType,
          "Place by falling score, from 1; ties by later publication, then by paper_id.");
  public static final TableColumn PAPER_ID =
      TableColumn.required("paper_id", DataTypes.StringType, "The paper.");
  public static final TableColumn SCORE =
      TableColumn.required(
          "score",
          DataTypes.DoubleType,
          "attention_part + citation_part + topic_part, above 0; one more is one doubling.");
  public static final TableColumn ATTENTION_PART =
      TableColumn.required(
          "attention_part",
          DataTypes.DoubleType,
          "trending.attention-weight times log2(1 + (upvotes + comments) decay); 0 where the source"
              + " tells of neither.");
  public static final TableColumn CITATION_PART =
      TableColumn.required(
          "citation_part",
          DataTypes.DoubleType,
          "trending.citation-weight times log2(1 + recent_citations).");
  public static final TableColumn TOPIC_PART =
      TableColumn.required(
          "topic_part",
          DataTypes.DoubleType,
          "trending.topic-weight times decay times topic_growth; 0 without topics.");
  public static final TableColumn AGE_DAYS =
      TableColumn.required(
          "age_days",
          DataTypes.IntegerType,
          "Days from the paper's publication to the last day of the period.");
  public static final TableColumn DECAY =
      TableColumn.required(
          "decay",
          DataTypes.DoubleType,
          "2^(-age_days / half-life in days), from 0 to 1; 0 from eight half-lives on.");
  public static final TableColumn UPVOTES =
      TableColumn.optional(
          "upvotes", DataTypes.IntegerType, "Votes at the time of capture; null where not told.");
  public static final TableColumn COMMENTS =
      TableColumn.optional(
          "comments",
          DataTypes.IntegerType,
          "Comments at the time of capture; null where not told.");
  public static final TableColumn RECENT_CITATIONS =
      TableColumn.required(
          "recent_citations",
          DataTypes.DoubleType,
          "Citations by other papers of the corpus up to the last day of the period, each times"
              + " 2^(-its age in days / half-life), without self-citations.");
  public static final TableColumn PERIOD_CITATIONS =
      TableColumn.required(
          "period_citations", DataTypes.LongType, "How many of them were published in the period.");
  public static final TableColumn TOPIC_ID =
      TableColumn.optional(
          "topic_id",
          DataTypes.IntegerType,
          "Its main topic, of greatest weight; null without topics.");
  public static final TableColumn TOPIC_GROWTH =
      TableColumn.optional(
          "topic_growth",
          DataTypes.DoubleType,
          "Growth of its topics in the period, weighted as the paper has them, in doublings that are"
              + " sure; null without topics.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "trending",
          "One paper that people look at in one day, week or month.",
          List.of(PERIOD, PERIOD_START, RANK),
          PAPER_ID,
          SCORE,
          ATTENTION_PART,
          CITATION_PART,
          TOPIC_PART,
          AGE_DAYS,
          DECAY,
          UPVOTES,
          COMMENTS,
          RECENT_CITATIONS,
          PERIOD_CITATIONS,
          TOPIC_ID,
          TOPIC_GROWTH);

  private Trending() {}
}
