package org.almagest.citations;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.almagest.graph.Coupling;
import org.almagest.table.Papers;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * A citation graph that is gathered in one task of one executor, where it is computed at memory
 * speed.
 *
 * @param papers from {@link CitationLinks#numbered}
 * @param works from {@link CitationLinks#citedWorks}
 */
record GatheredGraph(Dataset<Row> papers, Dataset<Row> works, int paperCount)
    implements CitationGraph {
  @Override
  public Dataset<Row> measured(PaperMeasures measures) {
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
    int nodeCount = paperCount;
    return nodes
        .union(arcs)
        .repartition(1)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                rows -> measures.of(CitationNetwork.read(rows, nodeCount)),
            Encoders.row(PaperMeasures.SCHEMA));
  }

  private static Column nothing(int column) {
    return lit(null).cast(CitationNetwork.ROWS.fields()[column].dataType());
  }

  @Override
  public Dataset<Row> coupled(CitationsConfig config, Coupling coupling) {
    Dataset<Row> corpus = works.where(col(CitationLinks.CITED).isNotNull());
    return coupling == Coupling.CO_CITATION
        ? coupled(corpus, new PaperCoupling(config, coupling, paperCount, 0))
        : coupled(
            works,
            new PaperCoupling(
                config, coupling, paperCount, (int) (works.count() - corpus.count())));
  }

  private static Dataset<Row> coupled(Dataset<Row> works, PaperCoupling coupling) {
    return works
        .select(col(CitationLinks.CITED), col(CitationLinks.CITING))
        .repartition(1)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) coupling::of, Encoders.row(PaperCoupling.SCHEMA));
  }
}
