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
          "Collaboration strength after Newman (2001), fractional counting of links: 1 / (n - 1) a"
              + " paper of n authors, so that an author's weights sum to the papers that have"
              + " another author.");
  public static final TableColumn WEIGHT_COMPLETE_NORMALISED =
      TableColumn.required(
          "weight_complete_normalised",
          DataTypes.DoubleType,
          "Complete-normalised counting (Gauffriau et al. 2007), fractional counting of authors: 1 /"
              + " n a paper of n authors, an author's share of it.");
  public static final TableColumn ASSOCIATION_STRENGTH =
      TableColumn.required(
          "association_strength",
          DataTypes.DoubleType,
          "Papers together over the number to be expected if authors met by chance (van Eck and"
              + " Waltman 2009), c_ab / (s_a s_b / 2m) = 2m c_ab / (s_a s_b): c_ab the papers"
              + " together, s_a and s_b each author's sum of c over all edges, m the sum of c over"
              + " all edges of the graph; above 1 for more than expected.");
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
          WEIGHT_COMPLETE_NORMALISED,
          ASSOCIATION_STRENGTH,
          FIRST_YEAR,
          LAST_YEAR);

  private CoauthorEdges() {}
}
