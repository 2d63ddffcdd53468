package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** Two institutions with papers together; institution_a &lt; institution_b. */
public final class InstitutionEdges {
  public static final TableColumn INSTITUTION_A =
      TableColumn.required(
          "institution_a", DataTypes.StringType, "The institution whose id comes first.");
  public static final TableColumn INSTITUTION_B =
      TableColumn.required("institution_b", DataTypes.StringType, "The other one.");
  public static final TableColumn PAPERS =
      TableColumn.required(
          "papers",
          DataTypes.LongType,
          "Papers together, those of more than coauthors.max-authors-per-paper authors left out; an"
              + " author who gives two institutions joins them, too.");
  public static final TableColumn WEIGHT_FULL =
      TableColumn.required("weight_full", DataTypes.DoubleType, "Full counting: 1 a paper.");
  public static final TableColumn WEIGHT_FRACTIONAL =
      TableColumn.required(
          "weight_fractional",
          DataTypes.DoubleType,
          "Collaboration strength after Newman (2001): 1 / (n - 1) a paper of n institutions.");
  public static final TableColumn WEIGHT_COMPLETE_NORMALISED =
      TableColumn.required(
          "weight_complete_normalised",
          DataTypes.DoubleType,
          "Complete-normalised counting (Gauffriau et al. 2007): 1 / n a paper of n institutions.");
  public static final TableColumn ASSOCIATION_STRENGTH =
      TableColumn.required(
          "association_strength",
          DataTypes.DoubleType,
          "Papers together over the number to be expected by chance, 2m c_ab / (s_a s_b), as in"
              + " coauthor_edges.");
  public static final TableColumn FIRST_YEAR =
      TableColumn.optional(
          "first_year", DataTypes.IntegerType, "Year of the first paper together with a year.");
  public static final TableColumn LAST_YEAR =
      TableColumn.optional(
          "last_year", DataTypes.IntegerType, "Year of the last paper together with a year.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "institution_edges",
          "Two institutions with papers together; institution_a < institution_b.",
          List.of(INSTITUTION_A, INSTITUTION_B),
          PAPERS,
          WEIGHT_FULL,
          WEIGHT_FRACTIONAL,
          WEIGHT_COMPLETE_NORMALISED,
          ASSOCIATION_STRENGTH,
          FIRST_YEAR,
          LAST_YEAR);

  private InstitutionEdges() {}
}
