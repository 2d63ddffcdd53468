package org.almagest.coauthors;

import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.almagest.table.Affiliations;
import org.almagest.table.Authorships;
import org.almagest.table.Countries;
import org.almagest.table.ExactSum;
import org.almagest.table.Institutions;
import org.almagest.table.Papers;
import org.almagest.table.TableColumn;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Where authors work: institutions and countries, and who of them writes together. */
final class AffiliationTransforms {
  private static final String PART = "part";
  private static final String SHARED_PAPERS = "shared_papers";

  private AffiliationTransforms() {}

  /**
   * One row for each place that an author of a paper gives: its paper, position, author, year, and
   * the part of the paper that is the place's.
   *
   * @param dated authorships with years
   * @param place institution_id or country_code
   */
  static Dataset<Row> places(Dataset<Row> affiliations, Dataset<Row> dated, TableColumn place) {
    Column placesOfAuthor =
        count(lit(1))
            .over(Window.partitionBy(Affiliations.PAPER_ID.col(), Affiliations.POSITION.col()));
    return affiliations
        .where(place.col().isNotNull())
        .select(Affiliations.PAPER_ID.col(), Affiliations.POSITION.col(), place.col())
        .distinct()
        .withColumn("places", placesOfAuthor)
        .join(
            dated.select(
                Authorships.PAPER_ID.col(),
                Authorships.POSITION.col(),
                Authorships.AUTHOR_ID.col(),
                Authorships.FRACTION.col(),
                Papers.YEAR.col()),
            new String[] {Affiliations.PAPER_ID.name(), Affiliations.POSITION.name()})
        .withColumn(PART, Authorships.FRACTION.col().divide(col("places")));
  }

  /**
   * The sets of places that share a paper, as {@link CoauthorTransforms#teams} has authors.
   *
   * @param places from {@link #places}
   * @param authorTeams from {@link CoauthorTransforms#teams}: they tell how many authors a paper
   *     has
   */
  static Dataset<Row> teams(Dataset<Row> places, Dataset<Row> authorTeams, TableColumn place) {
    return places
        .groupBy(Affiliations.PAPER_ID.col())
        .agg(array_sort(collect_set(place.col())).as(Collaboration.MEMBERS))
        .join(authorTeams.drop(CoauthorTransforms.AUTHOR_IDS), Affiliations.PAPER_ID.name());
  }

  /** The institutions table. */
  static Dataset<Row> institutions(Dataset<Row> places, Dataset<Row> affiliations) {
    Column id = Institutions.INSTITUTION_ID.col();
    return totals(places, Affiliations.INSTITUTION_ID)
        .withColumnRenamed(SHARED_PAPERS, Institutions.COLLABORATIVE_PAPERS.name())
        .join(
            mostFrequent(affiliations, Affiliations.INSTITUTION_NAME, Institutions.NAME),
            id.equalTo(col("of_institution_name")),
            "left")
        .join(
            mostFrequent(affiliations, Affiliations.COUNTRY_CODE, Institutions.COUNTRY_CODE),
            id.equalTo(col("of_country_code")),
            "left")
        .select(Institutions.TABLE.allColumns());
  }

  /** The countries table. */
  static Dataset<Row> countries(Dataset<Row> places, Dataset<Row> affiliations) {
    Dataset<Row> institutions =
        affiliations
            .groupBy(Affiliations.COUNTRY_CODE.col())
            .agg(
                countDistinct(Affiliations.INSTITUTION_ID.col()).as(Countries.INSTITUTIONS.name()));
    return totals(places, Affiliations.COUNTRY_CODE)
        .withColumnRenamed(SHARED_PAPERS, Countries.INTERNATIONAL_PAPERS.name())
        .join(institutions, Countries.COUNTRY_CODE.name())
        .select(Countries.TABLE.allColumns());
  }

  private static Dataset<Row> totals(Dataset<Row> places, TableColumn place) {
    Dataset<Row> placesOfPaper =
        places
            .groupBy(Affiliations.PAPER_ID.col())
            .agg(array_size(collect_set(place.col())).gt(1).as("shared"));
    Column sharedPaper = when(col("shared"), Affiliations.PAPER_ID.col());
    return places
        .join(placesOfPaper, Affiliations.PAPER_ID.name())
        .groupBy(place.col())
        .agg(
            countDistinct(Affiliations.PAPER_ID.col()).as(Institutions.PAPERS.name()),
            ExactSum.of(col(PART)).as(Institutions.FRACTIONAL_PAPERS.name()),
            countDistinct(sharedPaper).as(SHARED_PAPERS),
            countDistinct(Authorships.AUTHOR_ID.col()).as(Institutions.AUTHORS.name()),
            min(Papers.YEAR.col()).as(Institutions.FIRST_YEAR.name()),
            max(Papers.YEAR.col()).as(Institutions.LAST_YEAR.name()));
  }

  /** The value of a column that most affiliations of an institution have. */
  private static Dataset<Row> mostFrequent(
      Dataset<Row> affiliations, TableColumn column, TableColumn name) {
    return affiliations
        .where(Affiliations.INSTITUTION_ID.col().isNotNull().and(column.col().isNotNull()))
        .groupBy(Affiliations.INSTITUTION_ID.col(), column.col())
        .agg(count(lit(1)).as("times"))
        .groupBy(Affiliations.INSTITUTION_ID.col().as("of_" + column.name()))
        .agg(
            min_by(column.col(), struct(lit(0).minus(col("times")), column.col())).as(name.name()));
  }

  /** Number of authorships that have an institution with an id, and of those with a country. */
  static long[] authorshipsPlaced(Dataset<Row> affiliations) {
    Row row =
        affiliations
            .groupBy(Affiliations.PAPER_ID.col(), Affiliations.POSITION.col())
            .agg(
                count(Affiliations.INSTITUTION_ID.col()).gt(0).as("in_institution"),
                count(Affiliations.COUNTRY_CODE.col()).gt(0).as("in_country"))
            .agg(
                coalesce(count_if(col("in_institution")), lit(0L)),
                coalesce(count_if(col("in_country")), lit(0L)))
            .head();
    return new long[] {row.getLong(0), row.getLong(1)};
  }
}
