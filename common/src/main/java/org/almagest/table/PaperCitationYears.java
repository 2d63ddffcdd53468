package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** The citations of one paper at one age. */
public final class PaperCitationYears {
  public static final TableColumn PAPER_ID =
      TableColumn.required("paper_id", DataTypes.StringType, "The cited paper.");
  public static final TableColumn AGE =
      TableColumn.required(
          "age",
          DataTypes.IntegerType,
          "Years from its publication to that of the citing papers; 0 for those of an earlier year,"
              + " too.");
  public static final TableColumn CITATIONS =
      TableColumn.required(
          "citations",
          DataTypes.IntegerType,
          "Citations of that age, at least 1; those where a year is unknown have no age.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "paper_citation_years",
          "The citations of one paper at one age.",
          List.of(PAPER_ID, AGE),
          CITATIONS);

  private PaperCitationYears() {}
}
