package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/**
 * One term or topic that stands in more papers of a period than those before it let expect.
 *
 * <p>Of the n papers of the period x have the item, and y of the m papers of the periods right
 * before it, as many as trending.baseline. Then
 *
 * <ul>
 *   <li>rate_ratio = ((x + ½) / (n + ½)) / ((y + ½) / (m + ½)), whose logarithm has the standard
 *       error sqrt(1 / (x + ½) - 1 / (n + ½) + 1 / (y + ½) - 1 / (m + ½)) (Pettigrew, Gart and
 *       Thomas 1986);
 *   <li>p_value is the probability of x or more of the x + y papers in the period if the item were
 *       as likely in it as before: the upper tail of a hypergeometric distribution (Fisher's exact
 *       test, one-sided);
 *   <li>q_value is p_value adjusted for the number of items of that kind tested in that period
 *       (Benjamini and Hochberg 1995). An item is tested where x + y is at least
 *       trending.burst-min-papers, and told of where x is, too, and q_value is at most
 *       trending.burst-q.
 * </ul>
 */
public final class Bursts {
  public static final TableColumn PERIOD =
      TableColumn.required(
          "period", DataTypes.StringType, "Kind of period: day, week, month or year.");
  public static final TableColumn PERIOD_START =
      TableColumn.required(
          "period_start",
          DataTypes.DateType,
          "First day of the period, Monday for a week; the latest periods with papers, as many as"
              + " trending.periods.");
  public static final TableColumn KIND =
      TableColumn.required("kind", DataTypes.StringType, "What bursts: term or topic.");
  public static final TableColumn RANK =
      TableColumn.required(
          "rank",
          DataTypes.IntegerType,
          "Place among those of its kind and period by rising p_value, from 1; ties by falling"
              + " rate_ratio, then by item_id.");
  public static final TableColumn ITEM_ID =
      TableColumn.required(
          "item_id", DataTypes.IntegerType, "The term_id of vocabulary, or topic_id of topics.");
  public static final TableColumn LABEL =
      TableColumn.required(
          "label", DataTypes.StringType, "The term as it is written, or the topic's label.");
  public static final TableColumn PAPERS =
      TableColumn.required(
          "papers",
          DataTypes.LongType,
          "Papers of the period that hold the term, or whose main topic it is.");
  public static final TableColumn PERIOD_PAPERS =
      TableColumn.required(
          "period_papers",
          DataTypes.LongType,
          "All papers of the period with terms, or with topics.");
  public static final TableColumn BASELINE_PAPERS =
      TableColumn.required(
          "baseline_papers",
          DataTypes.LongType,
          "Papers of the periods before that hold the term, or whose main topic it is.");
  public static final TableColumn BASELINE_PERIOD_PAPERS =
      TableColumn.required(
          "baseline_period_papers",
          DataTypes.LongType,
          "All papers of the periods before with terms, or with topics, at least 1.");
  public static final TableColumn RATE_RATIO =
      TableColumn.required(
          "rate_ratio",
          DataTypes.DoubleType,
          "How many times as frequent as in the periods before, with half a paper added to each"
              + " count, so that it is finite.");
  public static final TableColumn RATIO_LOW =
      TableColumn.required(
          "ratio_low",
          DataTypes.DoubleType,
          "Lower end of the 95 % confidence interval of rate_ratio.");
  public static final TableColumn RATIO_HIGH =
      TableColumn.required("ratio_high", DataTypes.DoubleType, "Its upper end.");
  public static final TableColumn P_VALUE =
      TableColumn.required(
          "p_value",
          DataTypes.DoubleType,
          "Probability of as many papers or more by chance (Fisher's exact test, one-sided).");
  public static final TableColumn Q_VALUE =
      TableColumn.required(
          "q_value",
          DataTypes.DoubleType,
          "p_value adjusted for the number of terms or topics tested in the period (Benjamini and"
              + " Hochberg 1995); below 0.05, at most one in twenty such bursts is expected to be"
              + " chance.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "bursts",
          "One term or topic that stands in more papers of a period than those before it let"
              + " expect.",
          List.of(PERIOD, PERIOD_START, KIND, RANK),
          ITEM_ID,
          LABEL,
          PAPERS,
          PERIOD_PAPERS,
          BASELINE_PAPERS,
          BASELINE_PERIOD_PAPERS,
          RATE_RATIO,
          RATIO_LOW,
          RATIO_HIGH,
          P_VALUE,
          Q_VALUE);

  private Bursts() {}
}
