package org.almagest.citations;

import java.io.Serializable;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.almagest.citation.CitedHalfLife;
import org.almagest.citation.FieldNormalisation;
import org.almagest.citation.SleepingBeauty;
import org.almagest.graph.AttRank;
import org.almagest.graph.PageRank;
import org.almagest.table.PaperMetrics;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * All that is computed of each paper of a citation network: in one task, or what it is put together
 * from where it is computed over all executors.
 *
 * @param latestYear of a paper: the present of AttRank
 */
record PaperMeasures(CitationsConfig config, int latestYear) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double TOLERANCE = 1e-12;

  /** PageRank as citations have it. */
  static final PageRank PAGE_RANK = new PageRank(0.85, TOLERANCE, 1000);

  /** Column of its citations in each year from that of publication on. */
  static final String BY_AGE = "citations_by_age";

  /** Columns of {@link #of}. */
  static final StructType SCHEMA =
      new StructType()
          .add(CitationLinks.NODE, DataTypes.IntegerType)
          .add(PaperMetrics.CITATIONS.name(), DataTypes.IntegerType)
          .add(PaperMetrics.REFERENCE_COUNT.name(), DataTypes.IntegerType)
          .add(PaperMetrics.RESOLVED_REFERENCES.name(), DataTypes.IntegerType)
          .add(PaperMetrics.SELF_CITATIONS.name(), DataTypes.IntegerType)
          .add(PaperMetrics.PAGERANK.name(), DataTypes.DoubleType)
          .add(PaperMetrics.ATTRANK.name(), DataTypes.DoubleType)
          .add(PaperMetrics.HALF_LIFE.name(), DataTypes.DoubleType)
          .add(PaperMetrics.SLEEPING_BEAUTY.name(), DataTypes.DoubleType)
          .add(PaperMetrics.AWAKENING_YEAR.name(), DataTypes.IntegerType)
          .add(PaperMetrics.PERCENTILE.name(), DataTypes.DoubleType)
          .add(PaperMetrics.FIELD_NORMALISED.name(), DataTypes.DoubleType)
          .add(BY_AGE, DataTypes.createArrayType(DataTypes.IntegerType, false));

  /** Rows of {@link #SCHEMA}, one for each paper. */
  Iterator<Row> of(CitationNetwork network) {
    double[] pageRanks = PAGE_RANK.ranks(network.graph());
    double[] attRanks = attRank().ranks(network.graph(), network.years(), latestYear);
    int[] citations = network.citations();
    double[] percentiles = FieldNormalisation.percentiles(citations, network.groups());
    double[] scores = FieldNormalisation.scores(citations, network.groups());
    return IntStream.range(0, citations.length)
        .mapToObj(
            paper ->
                row(
                    paper,
                    new Counts(
                        citations[paper],
                        network.references(paper),
                        network.graph().outDegree(paper),
                        network.selfCitations(paper)),
                    pageRanks[paper],
                    attRanks[paper],
                    network.years()[paper],
                    network.citationsByAge(paper),
                    percentiles[paper],
                    scores[paper]))
        .iterator();
  }

  AttRank attRank() {
    return config.attRank(TOLERANCE);
  }

  /** What is counted of a paper. */
  record Counts(int citations, int references, int resolvedReferences, int selfCitations) {}

  /**
   * A row of {@link #SCHEMA}.
   *
   * @param byAge its citations by age in years; none where no age is known
   * @param percentile NaN where there is none
   * @param score NaN where there is none
   */
  static Row row(
      int paper,
      Counts counts,
      double pageRank,
      double attRank,
      int year,
      int[] byAge,
      double percentile,
      double score) {
    SleepingBeauty beauty = SleepingBeauty.of(byAge);
    boolean aged = byAge.length > 0;
    return RowFactory.create(
        paper,
        counts.citations(),
        counts.references(),
        counts.resolvedReferences(),
        counts.selfCitations(),
        pageRank,
        attRank,
        number(CitedHalfLife.of(byAge).orElse(Double.NaN)),
        aged ? (Double) beauty.coefficient() : null,
        aged ? (Integer) (year + beauty.awakeningAge()) : null,
        number(percentile),
        number(score),
        byAge);
  }

  private static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
