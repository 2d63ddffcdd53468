package org.almagest.citations;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.sum;

import java.util.LinkedHashMap;
import java.util.Map;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.table.Citations;
import org.almagest.table.PaperCitationYears;
import org.almagest.table.PaperMetrics;
import org.almagest.table.Papers;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * From papers and citations to metrics of papers. The graph is gathered in one task of one
 * executor, where it is computed at memory speed.
 */
final class CitationTransforms {
  /** The ends of more citations do not fit into one array. */
  private static final long MOST_CITATIONS = 1_000_000_000L;

  private CitationTransforms() {}

  /**
   * Refuses a graph that does not fit into one task.
   *
   * @throws AlmagestException (resources) if it does not
   */
  static void requireFits(long paperCount, long citationCount) {
    if (paperCount + citationCount > Integer.MAX_VALUE - 8 || citationCount > MOST_CITATIONS) {
      throw new AlmagestException(
          ExitCode.RESOURCES,
          String.format(
              "The citation graph of %,d papers and %,d citations is too large for one executor,"
                  + " whose limit is %,d citations; leave the stage citations out.",
              paperCount, citationCount, MOST_CITATIONS));
    }
  }

  /**
   * What is computed of each paper.
   *
   * @param papers from {@link CitationLinks#numbered}
   * @param works from {@link CitationLinks#citedWorks}
   * @return columns of the papers and {@link PaperMeasures#SCHEMA}
   */
  static Dataset<Row> measured(
      Dataset<Row> papers, Dataset<Row> works, int paperCount, PaperMeasures measures) {
    // A row for each paper, so that the task has input where there are no citations, too.
    Dataset<Row> nodes =
        papers.select(
            col(CitationLinks.NODE),
            Papers.YEAR.col(),
            col(CitationLinks.FIELD),
            nothing(3),
            nothing(4),
            nothing(5));
    Dataset<Row> arcs =
        works.select(
            col(CitationLinks.CITED),
            nothing(1),
            nothing(2),
            col(CitationLinks.CITING),
            col(CitationLinks.SELF_CITATIONS),
            col(CitationLinks.CITES_ITSELF));
    Dataset<Row> computed =
        nodes
            .union(arcs)
            .repartition(1)
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>)
                    rows -> measures.of(CitationNetwork.read(rows, paperCount)),
                Encoders.row(PaperMeasures.SCHEMA));
    return papers.join(computed, CitationLinks.NODE);
  }

  private static Column nothing(int column) {
    return lit(null).cast(CitationNetwork.ROWS.fields()[column].dataType());
  }

  /**
   * The paper_metrics table.
   *
   * @param measured from {@link #measured}
   */
  static Dataset<Row> metrics(Dataset<Row> measured) {
    return measured.select(PaperMetrics.TABLE.allColumns());
  }

  /**
   * The paper_citation_years table.
   *
   * @param measured from {@link #measured}
   */
  static Dataset<Row> citationYears(Dataset<Row> measured) {
    return measured
        .select(
            PaperCitationYears.PAPER_ID.col(),
            posexplode(col(PaperMeasures.BY_AGE))
                .as(
                    new String[] {
                      PaperCitationYears.AGE.name(), PaperCitationYears.CITATIONS.name()
                    }))
        .where(PaperCitationYears.CITATIONS.col().gt(0));
  }

  /** The latest year of a paper; 0 where no year is known. */
  static int latestYear(Dataset<Row> papers) {
    return papers.agg(coalesce(max(Papers.YEAR.col()), lit(0))).head().getInt(0);
  }

  /**
   * Figures for the summary.
   *
   * @param metrics the paper_metrics table
   */
  static Map<String, Long> figures(Dataset<Row> citations, Dataset<Row> metrics) {
    Row ofPapers =
        metrics
            .agg(sumOf(PaperMetrics.CITATIONS.col()), sumOf(PaperMetrics.SELF_CITATIONS.col()))
            .head();
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("citations", ofPapers.getLong(0));
    figures.put(
        "references to or by works outside the corpus, kept",
        citations.where(not(Citations.RESOLVED.col())).count());
    figures.put("self-citations", ofPapers.getLong(1));
    figures.put(
        "papers that cite themselves, not counted",
        citations
            .where(CitationLinks.TO_ITSELF)
            .select(Citations.CITING_ID.col())
            .distinct()
            .count());
    return figures;
  }

  private static Column sumOf(Column number) {
    return coalesce(sum(number.cast(DataTypes.LongType)), lit(0L));
  }
}
