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
import org.almagest.table.Citations;
import org.almagest.table.PaperCitationYears;
import org.almagest.table.PaperMetrics;
import org.almagest.table.Papers;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** From papers, citations and what is computed of them to tables and figures. */
final class CitationTransforms {
  private CitationTransforms() {}

  /**
   * The paper_metrics table.
   *
   * @param measured papers with the columns of {@link PaperMeasures#SCHEMA}
   */
  static Dataset<Row> metrics(Dataset<Row> measured) {
    return measured.select(PaperMetrics.TABLE.allColumns());
  }

  /**
   * The paper_citation_years table.
   *
   * @param measured papers with the columns of {@link PaperMeasures#SCHEMA}
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
