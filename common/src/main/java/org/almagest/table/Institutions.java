package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One institution that a source knows. */
public final class Institutions {
  public static final TableColumn INSTITUTION_ID =
      TableColumn.required("institution_id", DataTypes.StringType, "The source's id.");
  public static final TableColumn NAME =
      TableColumn.optional(
          "name", DataTypes.StringType, "Its name on most authorships; ties by code point.");
  public static final TableColumn COUNTRY_CODE =
      TableColumn.optional(
          "country_code", DataTypes.StringType, "Its country on most authorships; ties by code.");
  public static final TableColumn PAPERS =
      TableColumn.required("papers", DataTypes.LongType, "Papers with an author of it.");
  public static final TableColumn FRACTIONAL_PAPERS =
      TableColumn.required(
          "fractional_papers",
          DataTypes.DoubleType,
          "Sum of its parts of papers: an author's share, 1 / number of authors, is split evenly"
              + " among the institutions that the author gives and the source knows.");
  public static final TableColumn COLLABORATIVE_PAPERS =
      TableColumn.required(
          "collaborative_papers",
          DataTypes.LongType,
          "Those of its papers that have another known institution, too.");
  public static final TableColumn AUTHORS =
      TableColumn.required("authors", DataTypes.LongType, "Authors who give it on a paper.");
  public static final TableColumn FIRST_YEAR =
      TableColumn.optional(
          "first_year", DataTypes.IntegerType, "Year of the first paper with a year.");
  public static final TableColumn LAST_YEAR =
      TableColumn.optional(
          "last_year", DataTypes.IntegerType, "Year of the last paper with a year.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "institutions",
          "One institution that a source knows.",
          List.of(INSTITUTION_ID),
          NAME,
          COUNTRY_CODE,
          PAPERS,
          FRACTIONAL_PAPERS,
          COLLABORATIVE_PAPERS,
          AUTHORS,
          FIRST_YEAR,
          LAST_YEAR);

  private Institutions() {}
}
