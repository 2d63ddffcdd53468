package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** How the papers of one author are cited. */
public final class AuthorCitationMetrics {
  public static final TableColumn AUTHOR_ID =
      TableColumn.required("author_id", DataTypes.StringType, "The author.");
  public static final TableColumn PAPERS =
      TableColumn.required("papers", DataTypes.LongType, "Papers.");
  public static final TableColumn CITATIONS =
      TableColumn.required(
          "citations", DataTypes.LongType, "Citations of the papers, self-citations included.");
  public static final TableColumn H_INDEX =
      TableColumn.required(
          "h_index",
          DataTypes.IntegerType,
          "Largest h such that h papers have h citations or more each.");
  public static final TableColumn G_INDEX =
      TableColumn.required(
          "g_index",
          DataTypes.IntegerType,
          "Largest g, up to the number of papers, such that the g most cited have g² citations"
              + " together.");
  public static final TableColumn I10 =
      TableColumn.required("i10", DataTypes.IntegerType, "Papers with 10 citations or more.");
  public static final TableColumn M_QUOTIENT =
      TableColumn.optional(
          "m_quotient",
          DataTypes.DoubleType,
          "h_index a year from the author's first paper to the latest year of the corpus, both"
              + " counted; null where no paper has a year.");
  public static final TableColumn FRACTIONAL_H =
      TableColumn.required(
          "fractional_h",
          DataTypes.IntegerType,
          "h-index with the citations of each paper divided by the number of its authors.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "author_citation_metrics",
          "How the papers of one author are cited.",
          List.of(AUTHOR_ID),
          PAPERS,
          CITATIONS,
          H_INDEX,
          G_INDEX,
          I10,
          M_QUOTIENT,
          FRACTIONAL_H);

  private AuthorCitationMetrics() {}
}
