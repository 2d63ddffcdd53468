package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** Two authors with papers together; author_a &lt; author_b. */
public final class CoauthorEdges {
  public static final TableColumn AUTHOR_A =
      TableColumn.required("author_a", DataTypes.StringType, "The author whose id comes first.");
  public static final TableColumn AUTHOR_B =
      TableColumn.required("author_b", DataTypes.StringType, "The other one.");
  public static final TableColumn PAPERS =
      TableColumn.required("papers", DataTypes.LongType, "Papers together.");
  public static final TableColumn WEIGHT_FULL =
      TableColumn.required("weight_full", DataTypes.DoubleType, "Full counting: 1 a paper.");
  public static final TableColumn WEIGHT_FRACTIONAL =
      TableColumn.required(
          "weight_fractional",
          DataTypes.DoubleType,
          "Fractional counting after Newman (2001): 1 / (n - 1) a paper of n " + "authors.");
  public static final TableColumn FIRST_YEAR =
      TableColumn.optional(
          "first_year", DataTypes.IntegerType, "Year of the first paper together with a year.");
  public static final TableColumn LAST_YEAR =
      TableColumn.optional(
          "last_year", DataTypes.IntegerType, "Year of the last paper together with a year.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "coauthor_edges",
          "Two authors with papers together; author_a < author_b.",
          List.of(AUTHOR_A, AUTHOR_B),
          PAPERS,
          WEIGHT_FULL,
          WEIGHT_FRACTIONAL,
          FIRST_YEAR,
          LAST_YEAR);

  private CoauthorEdges() {}
}
