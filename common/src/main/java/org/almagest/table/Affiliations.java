package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One institution or country that an author gives on one paper. */
public final class Affiliations {
  public static final TableColumn PAPER_ID =
      TableColumn.required("paper_id", DataTypes.StringType, "The paper.");
  public static final TableColumn POSITION =
      TableColumn.required(
          "position", DataTypes.IntegerType, "Place of the author in the list of authors, from 1.");
  public static final TableColumn RANK =
      TableColumn.required(
          "rank", DataTypes.IntegerType, "Place among those of the author on this paper, from 1.");
  public static final TableColumn AUTHOR_ID =
      TableColumn.required("author_id", DataTypes.StringType, "The author.");
  public static final TableColumn INSTITUTION_ID =
      TableColumn.optional(
          "institution_id",
          DataTypes.StringType,
          "The source's id of the institution, such as openalex:I123; null where the source does"
              + " not know which one it is.");
  public static final TableColumn INSTITUTION_NAME =
      TableColumn.optional(
          "institution_name",
          DataTypes.StringType,
          "Its name; null where only the country is known.");
  public static final TableColumn COUNTRY_CODE =
      TableColumn.optional(
          "country_code", DataTypes.StringType, "Its country, ISO 3166-1 alpha-2, such as DE.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "affiliations",
          "One institution or country that an author gives on one paper.",
          List.of(PAPER_ID, POSITION, RANK),
          AUTHOR_ID,
          INSTITUTION_ID,
          INSTITUTION_NAME,
          COUNTRY_CODE);

  private Affiliations() {}
}
