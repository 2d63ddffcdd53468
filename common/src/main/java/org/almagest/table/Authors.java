package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One author. */
public final class Authors {
  public static final TableColumn AUTHOR_ID =
      TableColumn.required(
          "author_id", DataTypes.StringType, "Identity by the rule of authors.identity.");
  public static final TableColumn DISPLAY_NAME =
      TableColumn.required(
          "display_name",
          DataTypes.StringType,
          "The name written on most papers; ties by code point.");
  public static final TableColumn NAME_KEY =
      TableColumn.required(
          "name_key",
          DataTypes.StringType,
          "The name without regard to case, accents and spacing.");
  public static final TableColumn PAPER_COUNT =
      TableColumn.required("paper_count", DataTypes.LongType, "Papers.");
  public static final TableColumn FIRST_YEAR =
      TableColumn.optional(
          "first_year", DataTypes.IntegerType, "Year of the first paper with a year.");
  public static final TableColumn LAST_YEAR =
      TableColumn.optional(
          "last_year", DataTypes.IntegerType, "Year of the last paper with a year.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "authors",
          "One author.",
          List.of(AUTHOR_ID),
          DISPLAY_NAME,
          NAME_KEY,
          PAPER_COUNT,
          FIRST_YEAR,
          LAST_YEAR);

  private Authors() {}
}
