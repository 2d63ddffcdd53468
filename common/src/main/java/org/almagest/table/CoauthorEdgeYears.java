package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** Two authors in one year with papers together; author_a &lt; author_b. */
public final class CoauthorEdgeYears {
  public static final TableColumn YEAR =
      TableColumn.required(
          "year",
          DataTypes.IntegerType,
          "Year of publication; papers without a year are in coauthor_edges alone.");
  public static final TableColumn PAPERS =
      TableColumn.required(
          "papers", DataTypes.LongType, "Papers together in that year, at least 1.");
  public static final TableColumn WEIGHT_FRACTIONAL =
      TableColumn.required(
          "weight_fractional",
          DataTypes.DoubleType,
          "Sum of 1 / (n - 1) over these papers, n authors each.");
  public static final TableColumn WEIGHT_COMPLETE_NORMALISED =
      TableColumn.required(
          "weight_complete_normalised",
          DataTypes.DoubleType,
          "Sum of 1 / n over these papers, n authors each.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "coauthor_edge_years",
          "Two authors in one year with papers together, the co-author graph of any span of years;"
              + " author_a < author_b.",
          List.of(CoauthorEdges.AUTHOR_A, CoauthorEdges.AUTHOR_B, YEAR),
          PAPERS,
          WEIGHT_FRACTIONAL,
          WEIGHT_COMPLETE_NORMALISED);

  private CoauthorEdgeYears() {}
}
