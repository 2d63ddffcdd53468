package org.almagest.citations;

import java.io.Serializable;
import java.util.Iterator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.almagest.citation.CitedHalfLife;
import org.almagest.citation.FieldNormalisation;
import org.almagest.citation.SleepingBeauty;
import org.almagest.graph.PageRank;
import org.almagest.table.PaperMetrics;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * All that is computed of each paper of a citation network, in one task.
 *
 * @param latestYear of a paper: the present of AttRank
 */
record PaperMeasures(CitationsConfig config, int latestYear) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double TOLERANCE = 1e-12;
  private static final PageRank PAGE_RANK = new PageRank(0.85, TOLERANCE, 1000);

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
    double[] attRanks =
        config.attRank(TOLERANCE).ranks(network.graph(), network.years(), latestYear);
    int[] citations = network.citations();
    double[] percentiles = FieldNormalisation.percentiles(citations, network.groups());
    double[] scores = FieldNormalisation.scores(citations, network.groups());
    return IntStream.range(0, citations.length)
        .mapToObj(
            paper -> {
              int[] byAge = network.citationsByAge(paper);
              OptionalDouble halfLife = CitedHalfLife.of(byAge);
              SleepingBeauty beauty = SleepingBeauty.of(byAge);
              boolean aged = byAge.length > 0;
              return RowFactory.create(
                  paper,
                  citations[paper],
                  network.references(paper),
                  network.graph().outDegree(paper),
                  network.selfCitations(paper),
                  pageRanks[paper],
                  attRanks[paper],
                  number(halfLife.orElse(Double.NaN)),
                  aged ? (Double) beauty.coefficient() : null,
                  aged ? (Integer) (network.years()[paper] + beauty.awakeningAge()) : null,
                  number(percentiles[paper]),
                  number(scores[paper]),
                  byAge);
            })
        .iterator();
  }

  private static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
