package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One paper in the citation graph. */
public final class PaperMetrics {
  public static final TableColumn PAPER_ID =
      TableColumn.required("paper_id", DataTypes.StringType, "The paper.");
  public static final TableColumn CITATIONS =
      TableColumn.required(
          "citations",
          DataTypes.IntegerType,
          "Other papers of the corpus that cite it, self-citations included.");
  public static final TableColumn REFERENCE_COUNT =
      TableColumn.required(
          "reference_count", DataTypes.IntegerType, "Works that it cites, in the corpus or not.");
  public static final TableColumn RESOLVED_REFERENCES =
      TableColumn.required(
          "resolved_references",
          DataTypes.IntegerType,
          "Those of them that are other papers of the corpus.");
  public static final TableColumn SELF_CITATIONS =
      TableColumn.required(
          "self_citations",
          DataTypes.IntegerType,
          "Those of the citations whose paper shares an author with it.");
  public static final TableColumn PAGERANK =
      TableColumn.required(
          "pagerank",
          DataTypes.DoubleType,
          "PageRank with damping 0.85 over citations, the rank of papers without references spread"
              + " over all; sums to 1.");
  public static final TableColumn ATTRANK =
      TableColumn.required(
          "attrank",
          DataTypes.DoubleType,
          "AttRank, which adds recent attention and youth to citations: the attention that the paper"
              + " may expect; sums to 1.");
  public static final TableColumn HALF_LIFE =
      TableColumn.optional(
          "half_life",
          DataTypes.DoubleType,
          "Years after publication by which half of the citations of known age had come; null"
              + " without any.");
  public static final TableColumn SLEEPING_BEAUTY =
      TableColumn.optional(
          "sleeping_beauty",
          DataTypes.DoubleType,
          "Beauty coefficient: high for a paper that was cited little for long and then much; null"
              + " without citations of known age.");
  public static final TableColumn AWAKENING_YEAR =
      TableColumn.optional(
          "awakening_year",
          DataTypes.IntegerType,
          "Year in which it woke; null without citations of known age.");
  public static final TableColumn PERCENTILE =
      TableColumn.optional(
          "percentile",
          DataTypes.DoubleType,
          "Percentile of its citations among papers of the same first category and year, ties at"
              + " their middle, from 0 to 100; null where category or year is unknown.");
  public static final TableColumn FIELD_NORMALISED =
      TableColumn.optional(
          "field_normalised",
          DataTypes.DoubleType,
          "Its citations over the mean of papers of the same first category and year; null where one"
              + " of these is unknown or none of the papers is cited.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "paper_metrics",
          "One paper in the citation graph.",
          List.of(PAPER_ID),
          CITATIONS,
          REFERENCE_COUNT,
          RESOLVED_REFERENCES,
          SELF_CITATIONS,
          PAGERANK,
          ATTRANK,
          HALF_LIFE,
          SLEEPING_BEAUTY,
          AWAKENING_YEAR,
          PERCENTILE,
          FIELD_NORMALISED);

  private PaperMetrics() {}
}
