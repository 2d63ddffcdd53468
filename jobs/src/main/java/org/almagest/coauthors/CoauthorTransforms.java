package org.almagest.coauthors;

import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.udf;

import org.almagest.author.NameKey;
import org.almagest.table.Authors;
import org.almagest.table.Authorships;
import org.almagest.table.Papers;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** From authorships to authors and edges. */
final class CoauthorTransforms {
  /** Authors of a paper in rising order, each once. */
  static final String AUTHOR_IDS = "author_ids";

  private static final String AUTHOR_COUNT = "authorship_count";

  private CoauthorTransforms() {}

  /** Authorships with the year of their paper. */
  static Dataset<Row> withYears(Dataset<Row> authorships, Dataset<Row> papers) {
    return authorships.join(
        papers.select(Papers.PAPER_ID.col(), Papers.YEAR.col()), Papers.PAPER_ID.name());
  }

  /** The authors table. An author who stands on a paper twice has it once. */
  static Dataset<Row> authors(Dataset<Row> dated) {
    UserDefinedFunction nameKey = udf((UDF1<String, String>) NameKey::fold, DataTypes.StringType);
    Dataset<Row> names =
        dated
            .groupBy(Authorships.AUTHOR_ID.col(), Authorships.RAW_NAME.col())
            .agg(countDistinct(Authorships.PAPER_ID.col()).as("papers_under_name"))
            .groupBy(Authorships.AUTHOR_ID.col())
            .agg(
                min_by(
                        trim(Authorships.RAW_NAME.col()),
                        struct(lit(0).minus(col("papers_under_name")), Authorships.RAW_NAME.col()))
                    .as(Authors.DISPLAY_NAME.name()));
    return dated
        .groupBy(Authorships.AUTHOR_ID.col())
        .agg(
            countDistinct(Authorships.PAPER_ID.col()).as(Authors.PAPER_COUNT.name()),
            min(Papers.YEAR.col()).as(Authors.FIRST_YEAR.name()),
            max(Papers.YEAR.col()).as(Authors.LAST_YEAR.name()))
        .join(names, Authors.AUTHOR_ID.name())
        .withColumn(Authors.NAME_KEY.name(), nameKey.apply(Authors.DISPLAY_NAME.col()));
  }

  /** Papers with the sorted set of their authors. */
  static Dataset<Row> teams(Dataset<Row> dated) {
    return dated
        .groupBy(Authorships.PAPER_ID.col())
        .agg(
            count(lit(1)).as(AUTHOR_COUNT),
            array_sort(collect_set(Authorships.AUTHOR_ID.col())).as(AUTHOR_IDS),
            first(Papers.YEAR.col(), true).as(Papers.YEAR.name()));
  }

  /**
   * What the limit leaves out: papers with more authors (hyper-authorship, Cronin 2001), and the
   * pairs of authors on them, n (n - 1) / 2 for each paper of n.
   */
  static long[] above(Dataset<Row> teams, int maxAuthors) {
    Column authors = array_size(col(AUTHOR_IDS)).cast(DataTypes.LongType);
    Row row =
        teams
            .where(col(AUTHOR_COUNT).gt(maxAuthors))
            .agg(count(lit(1)), coalesce(sum(authors.multiply(authors.minus(1))), lit(0L)))
            .head();
    return new long[] {row.getLong(0), row.getLong(1) / 2};
  }

  /** Those of the papers, with their number of authors, that are not above the limit. */
  static Dataset<Row> within(Dataset<Row> teams, int maxAuthors) {
    return teams.where(col(AUTHOR_COUNT).leq(maxAuthors));
  }

  /** Pairs of authors of teams within the limit, once for each paper that they share. */
  static Dataset<Row> pairs(Dataset<Row> teams, int maxAuthors) {
    return Collaboration.pairs(
        within(teams, maxAuthors).withColumnRenamed(AUTHOR_IDS, Collaboration.MEMBERS));
  }
}
