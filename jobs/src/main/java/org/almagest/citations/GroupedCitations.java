package org.almagest.citations;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.almagest.citation.FieldNormalisation;
import org.almagest.graph.AttRank;
import org.almagest.table.PaperMetrics;
import org.almagest.table.Papers;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What is counted of each paper by grouping citations over all executors, instead of in one task as
 * {@link CitationNetwork} does. All counts are whole numbers, and what is made of them is made by
 * the same functions.
 *
 * @param papers from {@link CitationLinks#numbered}
 * @param works from {@link CitationLinks#citedWorks}
 */
record GroupedCitations(Dataset<Row> papers, Dataset<Row> works) {
  private static final String CITING_PAPER = "citing_paper";
  private static final String CITING_YEAR = "citing_year";
  private static final String BY_YEAR = "citations_by_year";
  private static final String LIKE = "papers_with_as_many";
  private static final String UP_TO = "papers_with_as_many_or_fewer";
  private static final String GROUP = "papers_of_group";
  private static final String GROUP_CITATIONS = "citations_of_group";

  /**
   * Rows of {@link PaperMeasures#SCHEMA}, one for each paper.
   *
   * @param ranks of each paper: its number, PageRank and AttRank
   */
  Dataset<Row> measured(Dataset<Row> ranks) {
    Dataset<Row> cited = citations();
    return cited
        .join(references(), left(CitationLinks.NODE), "left")
        .join(citingYears(), left(CitationLinks.NODE), "left")
        .join(
            standings(cited),
            left(CitationLinks.FIELD, Papers.YEAR.name(), PaperMetrics.CITATIONS.name()),
            "left")
        .join(ranks, CitationLinks.NODE)
        .select(
            col(CitationLinks.NODE),
            coalesce(Papers.YEAR.col(), lit(AttRank.UNKNOWN_YEAR)),
            PaperMetrics.CITATIONS.col(),
            orZero(PaperMetrics.REFERENCE_COUNT.col())
                .plus(when(col(CitationLinks.CITES_ITSELF), 1).otherwise(0)),
            orZero(PaperMetrics.RESOLVED_REFERENCES.col()),
            PaperMetrics.SELF_CITATIONS.col(),
            PaperMetrics.PAGERANK.col(),
            PaperMetrics.ATTRANK.col(),
            col(BY_YEAR),
            col(LIKE),
            col(UP_TO),
            col(GROUP),
            col(GROUP_CITATIONS))
        .map(
            (MapFunction<Row, Row>) GroupedCitations::measures, Encoders.row(PaperMeasures.SCHEMA));
  }

  private static String[] left(String... columns) {
    return columns;
  }

  private static Column orZero(Column number) {
    return coalesce(number, lit(0)).cast("int");
  }

  /** Each paper with its citations. */
  private Dataset<Row> citations() {
    Dataset<Row> cited =
        works
            .where(col(CitationLinks.CITED).isNotNull())
            .select(
                col(CitationLinks.CITED).as(CitationLinks.NODE),
                size(col(CitationLinks.CITING)).as("citing_papers"),
                col(CitationLinks.SELF_CITATIONS),
                col(CitationLinks.CITES_ITSELF));
    return papers
        .join(cited, left(CitationLinks.NODE), "left")
        .select(
            col(CitationLinks.NODE),
            Papers.YEAR.col(),
            col(CitationLinks.FIELD),
            orZero(col("citing_papers")).as(PaperMetrics.CITATIONS.name()),
            orZero(col(CitationLinks.SELF_CITATIONS)).as(PaperMetrics.SELF_CITATIONS.name()),
            col(CitationLinks.CITES_ITSELF));
  }

  /** Each citation of a work, in the corpus or not, by another. */
  private Dataset<Row> links() {
    return works.select(
        col(CitationLinks.CITED), explode(col(CitationLinks.CITING)).as(CITING_PAPER));
  }

  /** Of papers that cite others: how many works, and how many of the corpus. */
  private Dataset<Row> references() {
    return links()
        .groupBy(col(CITING_PAPER).as(CitationLinks.NODE))
        .agg(
            count(lit(1)).as(PaperMetrics.REFERENCE_COUNT.name()),
            count(col(CitationLinks.CITED)).as(PaperMetrics.RESOLVED_REFERENCES.name()));
  }

  /** Of papers that papers of a known year cite: those years, each with the citations from it. */
  private Dataset<Row> citingYears() {
    Dataset<Row> dated =
        papers
            .where(Papers.YEAR.col().isNotNull())
            .select(col(CitationLinks.NODE).as(CITING_PAPER), Papers.YEAR.col().as(CITING_YEAR));
    return links()
        .where(col(CitationLinks.CITED).isNotNull())
        .join(dated, CITING_PAPER)
        .groupBy(col(CitationLinks.CITED).as(CitationLinks.NODE), col(CITING_YEAR))
        .agg(count(lit(1)).cast("int").as(PaperMetrics.CITATIONS.name()))
        .groupBy(col(CitationLinks.NODE))
        .agg(collect_list(struct(col(CITING_YEAR), PaperMetrics.CITATIONS.col())).as(BY_YEAR));
  }

  /** For each number of citations in each group of papers, of a field and year, where it stands. */
  private static Dataset<Row> standings(Dataset<Row> cited) {
    WindowSpec group = Window.partitionBy(col(CitationLinks.FIELD), Papers.YEAR.col());
    return cited
        .where(Papers.YEAR.col().isNotNull().and(col(CitationLinks.FIELD).isNotNull()))
        .groupBy(col(CitationLinks.FIELD), Papers.YEAR.col(), PaperMetrics.CITATIONS.col())
        .agg(count(lit(1)).as(LIKE))
        .withColumn(UP_TO, sum(col(LIKE)).over(group.orderBy(PaperMetrics.CITATIONS.col())))
        .withColumn(GROUP, sum(col(LIKE)).over(group))
        .withColumn(
            GROUP_CITATIONS, sum(col(LIKE).multiply(PaperMetrics.CITATIONS.col())).over(group));
  }

  private static Row measures(Row paper) {
    int year = paper.getInt(1);
    int citations = paper.getInt(2);
    boolean aged = year != AttRank.UNKNOWN_YEAR && !paper.isNullAt(8);
    boolean grouped = !paper.isNullAt(9);
    return PaperMeasures.row(
        paper.getInt(0),
        new PaperMeasures.Counts(citations, paper.getInt(3), paper.getInt(4), paper.getInt(5)),
        paper.getDouble(6),
        paper.getDouble(7),
        year,
        aged ? byAge(year, paper.getList(8)) : new int[0],
        grouped
            ? FieldNormalisation.percentile(
                paper.getLong(10) - paper.getLong(9), paper.getLong(10), paper.getLong(11))
            : Double.NaN,
        grouped
            ? FieldNormalisation.score(citations, paper.getLong(11), paper.getLong(12))
            : Double.NaN);
  }

  private static int[] byAge(int year, List<Row> byYear) {
    int latest = byYear.stream().mapToInt(row -> row.getInt(0)).max().orElseThrow();
    int[] byAge = new int[CitationNetwork.age(year, latest) + 1];
    byYear.forEach(row -> byAge[CitationNetwork.age(year, row.getInt(0))] += row.getInt(1));
    return byAge;
  }
}
