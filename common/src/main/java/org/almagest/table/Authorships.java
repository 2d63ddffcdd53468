package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One author of one paper. */
public final class Authorships {
  public static final TableColumn PAPER_ID =
      TableColumn.required("paper_id", DataTypes.StringType, "The paper.");
  public static final TableColumn POSITION =
      TableColumn.required(
          "position", DataTypes.IntegerType, "Place in the list of authors, from 1.");
  public static final TableColumn AUTHOR_ID =
      TableColumn.required(
          "author_id", DataTypes.StringType, "The author, by the rule of authors.identity.");
  public static final TableColumn RAW_NAME =
      TableColumn.required("raw_name", DataTypes.StringType, "Name as written on this paper.");
  public static final TableColumn FRACTION =
      TableColumn.required(
          "fraction", DataTypes.DoubleType, "Share of the paper: 1 / number of its authors.");
  public static final TableColumn AFFILIATION =
      TableColumn.optional(
          "affiliation", DataTypes.StringType, "Affiliations as written, joined with \"; \".");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "authorships",
          "One author of one paper.",
          List.of(PAPER_ID, POSITION),
          AUTHOR_ID,
          RAW_NAME,
          FRACTION,
          AFFILIATION);

  private Authorships() {}
}
