package org.almagest.citations;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.get;
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
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * From papers and citations to metrics of papers. The graph is gathered in one task of one
 * executor, where it is computed at memory speed.
 */
final class CitationTransforms {
  /** The ends of more citations do not fit into one array. */
  private static final long MOST_CITATIONS = 1_000_000_000L;

  private static final String FIELD = "field";

  private static final StructType NUMBERED =
      new StructType()
          .add(Papers.PAPER_ID.name(), DataTypes.StringType)
          .add(Papers.YEAR.name(), DataTypes.IntegerType)
          .add(FIELD, DataTypes.StringType)
          .add(PaperMeasures.NODE, DataTypes.IntegerType);

  private static final Column TO_ITSELF =
      Citations.CITING_ID.col().equalTo(Citations.CITED_ID.col());

  private CitationTransforms() {}

  /**
   * Papers with year, field and number, by rising id, so that numbers do not depend on files or
   * partitions.
   */
  static Dataset<Row> numbered(Dataset<Row> papers) {
    Column field = coalesce(Papers.PRIMARY_CATEGORY.col(), get(Papers.CATEGORIES.col(), lit(0)));
    return papers
        .sparkSession()
        .createDataFrame(
            papers
                .select(Papers.PAPER_ID.col(), Papers.YEAR.col(), field)
                .sort(Papers.PAPER_ID.col())
                .javaRDD()
                .zipWithIndex()
                .map(
                    pair ->
                        RowFactory.create(
                            pair._1().get(0),
                            pair._1().get(1),
                            pair._1().get(2),
                            pair._2().intValue())),
            NUMBERED);
  }

  /**
   * What is computed of each paper.
   *
   * @param papers from {@link #numbered}
   * @return columns of {@link #NUMBERED} and {@link PaperMeasures#SCHEMA}
   */
  static Dataset<Row> measured(
      Dataset<Row> papers,
      Dataset<Row> citations,
      long paperCount,
      long citationCount,
      PaperMeasures measures) {
    if (paperCount > Integer.MAX_VALUE - 8 || citationCount > MOST_CITATIONS) {
      throw new AlmagestException(
          ExitCode.RESOURCES,
          String.format(
              "The citation graph of %,d papers and %,d citations is too large for one executor,"
                  + " whose limit is %,d citations; leave the stage citations out.",
              paperCount, citationCount, MOST_CITATIONS));
    }
    String[] names = CitationNetwork.ROWS.fieldNames();
    Dataset<Row> arcs =
        citations
            .where(Citations.RESOLVED.col().and(not(TO_ITSELF)))
            .join(ends(papers, Citations.CITING_ID.name(), names[0]), Citations.CITING_ID.name())
            .join(ends(papers, Citations.CITED_ID.name(), names[1]), Citations.CITED_ID.name())
            .select(
                col(names[0]),
                col(names[1]),
                coalesce(Citations.SELF_CITATION.col(), lit(false)),
                lit(null).cast(DataTypes.IntegerType),
                lit(null).cast(DataTypes.StringType));
    // A row for each paper, so that the task has input where there are no citations, too.
    Dataset<Row> nodes =
        papers.select(
            col(PaperMeasures.NODE),
            lit(CitationNetwork.NO_PAPER),
            lit(false),
            Papers.YEAR.col(),
            col(FIELD));
    int nodeCount = (int) paperCount;
    Dataset<Row> computed =
        nodes
            .union(arcs)
            .repartition(1)
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>)
                    rows -> measures.of(CitationNetwork.read(rows, nodeCount)),
                Encoders.row(PaperMeasures.SCHEMA));
    return papers.join(computed, PaperMeasures.NODE);
  }

  private static Dataset<Row> ends(Dataset<Row> papers, String paper, String node) {
    return papers.select(Papers.PAPER_ID.col().as(paper), col(PaperMeasures.NODE).as(node));
  }

  /**
   * The paper_metrics table.
   *
   * @param measured from {@link #measured}
   */
  static Dataset<Row> metrics(Dataset<Row> measured, Dataset<Row> citations) {
    String references = PaperMetrics.REFERENCE_COUNT.name();
    Dataset<Row> listed =
        citations
            .groupBy(Citations.CITING_ID.col().as(PaperMetrics.PAPER_ID.name()))
            .agg(PaperMetrics.REFERENCE_COUNT.as(count(lit(1))));
    return measured
        .join(listed, new String[] {PaperMetrics.PAPER_ID.name()}, "left")
        .withColumn(references, coalesce(col(references), lit(0)))
        .select(PaperMetrics.TABLE.allColumns());
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

  /** Figures of the citations table. */
  static Map<String, Long> figures(Dataset<Row> citations) {
    Column cites = Citations.RESOLVED.col().and(not(TO_ITSELF));
    Row sums =
        citations
            .agg(
                number(cites),
                number(not(Citations.RESOLVED.col())),
                number(cites.and(Citations.SELF_CITATION.col())),
                number(TO_ITSELF))
            .head();
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("citations", sums.getLong(0));
    figures.put("references to or by works outside the corpus, kept", sums.getLong(1));
    figures.put("self-citations", sums.getLong(2));
    figures.put("papers that cite themselves, not counted", sums.getLong(3));
    return figures;
  }

  private static Column number(Column condition) {
    return coalesce(sum(condition.cast(DataTypes.LongType)), lit(0L));
  }
}
