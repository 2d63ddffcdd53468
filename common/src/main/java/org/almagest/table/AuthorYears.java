package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One author in one year with papers. */
public final class AuthorYears {
  public static final TableColumn AUTHOR_ID =
      TableColumn.required("author_id", DataTypes.StringType, "The author.");
  public static final TableColumn YEAR =
      TableColumn.required("year", DataTypes.IntegerType, "Year of publication.");
  public static final TableColumn PAPERS =
      TableColumn.required("papers", DataTypes.LongType, "Papers of the year, at least 1.");
  public static final TableColumn COLLABORATORS =
      TableColumn.required(
          "collaborators",
          DataTypes.LongType,
          "Authors with whom there is a paper of that year; those of papers with more than"
              + " coauthors.max-authors-per-paper authors do not count.");
  public static final TableColumn NEW_COLLABORATORS =
      TableColumn.required(
          "new_collaborators",
          DataTypes.LongType,
          "Those among them with whom there is no earlier paper; papers without a year do not"
              + " count.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "author_years",
          "One author in one year with papers.",
          List.of(AUTHOR_ID, YEAR),
          PAPERS,
          COLLABORATORS,
          NEW_COLLABORATORS);

  private AuthorYears() {}
}
