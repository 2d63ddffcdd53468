package org.almagest.coauthors;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import org.almagest.table.AuthorYears;
import org.almagest.table.Authorships;
import org.almagest.table.Papers;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** What authors do from year to year. */
final class YearTransforms {
  private YearTransforms() {}

  /**
   * The author_years table.
   *
   * @param dated authorships with years
   * @param pairs of authors, from {@link Collaboration#pairs}
   */
  static Dataset<Row> authorYears(Dataset<Row> dated, Dataset<Row> pairs) {
    Column year = Papers.YEAR.col();
    Column firstYear = min(year).over(Window.partitionBy(Collaboration.A, Collaboration.B));
    Dataset<Row> collaborators =
        pairs
            .where(year.isNotNull())
            .select(
                explode(array(col(Collaboration.A), col(Collaboration.B)))
                    .as(AuthorYears.AUTHOR_ID.name()),
                year,
                firstYear.equalTo(year).as("new"))
            .groupBy(AuthorYears.AUTHOR_ID.col(), year)
            .agg(
                count(lit(1)).as(AuthorYears.COLLABORATORS.name()),
                count_if(col("new")).as(AuthorYears.NEW_COLLABORATORS.name()));
    return dated
        .where(year.isNotNull())
        .groupBy(Authorships.AUTHOR_ID.col(), year)
        .agg(countDistinct(Authorships.PAPER_ID.col()).as(AuthorYears.PAPERS.name()))
        .join(
            collaborators,
            new String[] {AuthorYears.AUTHOR_ID.name(), AuthorYears.YEAR.name()},
            "left")
        .select(
            AuthorYears.AUTHOR_ID.col(),
            AuthorYears.YEAR.col(),
            AuthorYears.PAPERS.col(),
            AuthorYears.COLLABORATORS.as(coalesce(AuthorYears.COLLABORATORS.col(), lit(0L))),
            AuthorYears.NEW_COLLABORATORS.as(
                coalesce(AuthorYears.NEW_COLLABORATORS.col(), lit(0L))));
  }

  /** Papers with authors and without a year. */
  static long papersWithoutYear(Dataset<Row> teams) {
    return teams.where(Papers.YEAR.col().isNull()).count();
  }
}
