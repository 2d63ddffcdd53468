package org.almagest.coauthors;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;

import java.util.Locale;
import org.almagest.table.Authors;
import org.almagest.table.Authorships;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.CoauthorPeriods;
import org.almagest.table.CommunityPeriods;
import org.almagest.table.ExactSum;
import org.almagest.table.Papers;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * The co-author graph and its communities by periods of years. Periods start at multiples of their
 * length, so that a refresh does not move them.
 */
final class PeriodTransforms {
  private static final String PERIOD = CoauthorPeriods.PERIOD_START.name();

  private final int years;

  PeriodTransforms(int years) {
    this.years = years;
  }

  /** How tables name a span. */
  static String label(PeriodGraphs.Span span) {
    return span.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The coauthor_periods table.
   *
   * @param nodes authors with their numbers, from {@link AuthorGraph#numbered}
   * @param dated authorships with years
   * @param pairs of authors, from {@link Collaboration#pairs}
   */
  Dataset<Row> graphs(
      Dataset<Row> nodes, Dataset<Row> dated, Dataset<Row> pairs, PeriodGraphs graphs) {
    Dataset<Row> inPeriods = inPeriods(dated);
    Column author = Authors.AUTHOR_ID.col();
    Dataset<Row> alone =
        inPeriods
            .select(author, col(PERIOD))
            .distinct()
            .join(nodes, Authors.AUTHOR_ID.name())
            .select(
                col(PERIOD),
                col(GraphMeasures.NODE).as("from"),
                lit(PeriodGraphs.NODE_ALONE).as("to"),
                lit(0L).as("together"));
    Dataset<Row> links =
        inPeriods(pairs)
            .groupBy(col(PERIOD), col(Collaboration.A), col(Collaboration.B))
            .agg(sum(CoauthorEdges.PAPERS.col()).as("together"))
            .join(nodes.toDF(Collaboration.A, "from"), Collaboration.A)
            .join(nodes.toDF(Collaboration.B, "to"), Collaboration.B)
            .select(col(PERIOD), col("from"), col("to"), col("together"));
    Dataset<Row> summaries =
        alone
            .unionByName(links)
            .repartition(1)
            .sortWithinPartitions(PERIOD, "from", "to")
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>) graphs::of, Encoders.row(PeriodGraphs.SCHEMA));
    return summaries
        .join(papers(inPeriods), new String[] {CoauthorPeriods.SPAN.name(), PERIOD})
        .withColumn(CoauthorPeriods.PERIOD_END.name(), end())
        .select(CoauthorPeriods.TABLE.allColumns());
  }

  /** Papers of each period, and of all up to it. */
  private static Dataset<Row> papers(Dataset<Row> inPeriods) {
    Dataset<Row> window =
        inPeriods
            .groupBy(col(PERIOD))
            .agg(countDistinct(Authorships.PAPER_ID.col()).as(CoauthorPeriods.PAPERS.name()));
    Dataset<Row> cumulative =
        window
            .select(col(PERIOD))
            .join(window.withColumnRenamed(PERIOD, "earlier"), col("earlier").leq(col(PERIOD)))
            .groupBy(col(PERIOD))
            .agg(sum(CoauthorPeriods.PAPERS.col()).as(CoauthorPeriods.PAPERS.name()));
    String span = CoauthorPeriods.SPAN.name();
    return window
        .withColumn(span, lit(label(PeriodGraphs.Span.WINDOW)))
        .unionByName(cumulative.withColumn(span, lit(label(PeriodGraphs.Span.CUMULATIVE))));
  }

  /**
   * The community_periods table.
   *
   * @param members of communities, with their ids
   * @param dated authorships with years
   */
  Dataset<Row> communities(Dataset<Row> members, Dataset<Row> dated) {
    return inPeriods(dated)
        .join(
            members.select(Authors.AUTHOR_ID.col(), CommunityPeriods.COMMUNITY_ID.col()),
            Authors.AUTHOR_ID.name())
        .groupBy(CommunityPeriods.COMMUNITY_ID.col(), col(PERIOD))
        .agg(
            countDistinct(Authors.AUTHOR_ID.col()).as(CommunityPeriods.SIZE.name()),
            countDistinct(Authorships.PAPER_ID.col()).as(CommunityPeriods.PAPERS.name()),
            ExactSum.of(Authorships.FRACTION.col()).as(CommunityPeriods.FRACTIONAL_PAPERS.name()))
        .withColumn(CommunityPeriods.PERIOD_END.name(), end())
        .select(CommunityPeriods.TABLE.allColumns());
  }

  /** Rows with a year, with the first year of their period. */
  private Dataset<Row> inPeriods(Dataset<Row> dated) {
    Column year = Papers.YEAR.col();
    return dated
        .where(year.isNotNull())
        .withColumn(PERIOD, year.minus(pmod(year, lit(years))).cast(DataTypes.IntegerType));
  }

  private Column end() {
    return col(PERIOD).plus(years - 1);
  }
}
