package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One country that authors give. */
public final class Countries {
  public static final TableColumn COUNTRY_CODE =
      TableColumn.required("country_code", DataTypes.StringType, "ISO 3166-1 alpha-2, such as DE.");
  public static final TableColumn PAPERS =
      TableColumn.required("papers", DataTypes.LongType, "Papers with an author of it.");
  public static final TableColumn FRACTIONAL_PAPERS =
      TableColumn.required(
          "fractional_papers",
          DataTypes.DoubleType,
          "Sum of its parts of papers: an author's share, 1 / number of authors, is split evenly"
              + " among the countries that the author gives.");
  public static final TableColumn INTERNATIONAL_PAPERS =
      TableColumn.required(
          "international_papers",
          DataTypes.LongType,
          "Those of its papers that have another country, too.");
  public static final TableColumn AUTHORS =
      TableColumn.required("authors", DataTypes.LongType, "Authors who give it on a paper.");
  public static final TableColumn INSTITUTIONS =
      TableColumn.required(
          "institutions", DataTypes.LongType, "Institutions that authors give as being there.");
  public static final TableColumn FIRST_YEAR =
      TableColumn.optional(
          "first_year", DataTypes.IntegerType, "Year of the first paper with a year.");
  public static final TableColumn LAST_YEAR =
      TableColumn.optional(
          "last_year", DataTypes.IntegerType, "Year of the last paper with a year.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "countries",
          "One country that authors give.",
          List.of(COUNTRY_CODE),
          PAPERS,
          FRACTIONAL_PAPERS,
          INTERNATIONAL_PAPERS,
          AUTHORS,
          INSTITUTIONS,
          FIRST_YEAR,
          LAST_YEAR);

  private Countries() {}
}
