package org.almagest.citations;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.size;

import java.util.LinkedHashMap;
import java.util.Map;
import org.almagest.table.BibliographicCoupling;
import org.almagest.table.Cocitation;
import org.almagest.table.PaperMetrics;
import org.almagest.table.Papers;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** From citations to papers that share references, or citing papers. */
final class CouplingTransforms {
  private CouplingTransforms() {}

  /**
   * The bibliographic_coupling table.
   *
   * @param papers from {@link CitationLinks#numbered}
   * @param coupled rows of {@link PaperCoupling#SCHEMA}
   */
  static Dataset<Row> bibliographic(Dataset<Row> papers, Dataset<Row> coupled) {
    return named(papers, coupled)
        .select(
            BibliographicCoupling.PAPER_ID.col(),
            BibliographicCoupling.RANK.as(col(PaperCoupling.RANK)),
            BibliographicCoupling.OTHER_ID.col(),
            BibliographicCoupling.SHARED.as(col(PaperCoupling.SHARED)),
            BibliographicCoupling.COSINE.as(col(PaperCoupling.COSINE)),
            BibliographicCoupling.ASSOCIATION.as(col(PaperCoupling.ASSOCIATION)));
  }

  /**
   * The cocitation table.
   *
   * @param papers from {@link CitationLinks#numbered}
   * @param coupled rows of {@link PaperCoupling#SCHEMA}
   */
  static Dataset<Row> cocitation(Dataset<Row> papers, Dataset<Row> coupled) {
    return named(papers, coupled)
        .select(
            Cocitation.PAPER_ID.col(),
            Cocitation.RANK.as(col(PaperCoupling.RANK)),
            Cocitation.OTHER_ID.col(),
            Cocitation.SHARED.as(col(PaperCoupling.SHARED)),
            Cocitation.COSINE.as(col(PaperCoupling.COSINE)),
            Cocitation.ASSOCIATION.as(col(PaperCoupling.ASSOCIATION)));
  }

  private static Dataset<Row> named(Dataset<Row> papers, Dataset<Row> coupled) {
    Dataset<Row> ids = papers.select(Papers.PAPER_ID.col(), col(CitationLinks.NODE));
    return coupled
        .join(ids, CitationLinks.NODE)
        .join(ids.toDF(Cocitation.OTHER_ID.name(), PaperCoupling.OTHER), PaperCoupling.OTHER);
  }

  /**
   * Figures for the summary: what is left out.
   *
   * @param metrics the paper_metrics table
   */
  static Map<String, Long> figures(Dataset<Row> works, Dataset<Row> metrics, int maxPapers) {
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put(
        "works that more than " + maxPapers + " papers cite, left out of bibliographic coupling",
        works.where(size(col(CitationLinks.CITING)).gt(maxPapers)).count());
    figures.put(
        "papers that cite more than " + maxPapers + " papers, left out of co-citation",
        metrics.where(PaperMetrics.RESOLVED_REFERENCES.col().gt(maxPapers)).count());
    return figures;
  }
}
