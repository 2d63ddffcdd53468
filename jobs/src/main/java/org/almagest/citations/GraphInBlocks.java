package org.almagest.citations;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import java.util.LinkedHashMap;
import java.util.Map;
import org.almagest.distributed.BlockedGraph;
import org.almagest.distributed.DistributedAttRank;
import org.almagest.distributed.DistributedPageRank;
import org.almagest.graph.AttRank;
import org.almagest.graph.Coupling;
import org.almagest.table.PaperMetrics;
import org.almagest.table.Papers;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * A citation graph that is too large for one task, computed over all executors: ranks in blocks,
 * and all else by grouping citations.
 *
 * @param papers from {@link CitationLinks#numbered}
 * @param works from {@link CitationLinks#citedWorks}
 * @param scratch where it keeps what it reads again
 */
record GraphInBlocks(
    Dataset<Row> papers, Dataset<Row> works, int paperCount, BlockedGraph.Scratch scratch)
    implements CitationGraph {
  @Override
  public Dataset<Row> measured(PaperMeasures measures) {
    return new GroupedCitations(papers, works).measured(ranks(measures));
  }

  /** PageRank and AttRank of each paper. */
  private Dataset<Row> ranks(PaperMeasures measures) {
    Dataset<Row> cited = works.where(col(CitationLinks.CITED).isNotNull());
    Row arcCount = cited.agg(sum(size(col(CitationLinks.CITING)))).head();
    Dataset<Row> arcs =
        cited.select(
            explode(col(CitationLinks.CITING)), col(CitationLinks.CITED), lit(1.0).as("weight"));
    Dataset<Row> years =
        papers
            .where(Papers.YEAR.col().isNotNull())
            .select(col(CitationLinks.NODE), Papers.YEAR.col().cast(DataTypes.DoubleType));
    try (BlockedGraph graph =
        BlockedGraph.directed(
            arcs, paperCount, arcCount.isNullAt(0) ? 0 : arcCount.getLong(0), scratch)) {
      Map<String, JavaPairRDD<Integer, double[]>> columns = new LinkedHashMap<>();
      columns.put(
          PaperMetrics.PAGERANK.name(),
          DistributedPageRank.ofDirected(graph, PaperMeasures.PAGE_RANK));
      columns.put(
          PaperMetrics.ATTRANK.name(),
          DistributedAttRank.of(
              graph,
              measures.attRank(),
              graph.column(years, AttRank.UNKNOWN_YEAR),
              measures.latestYear()));
      return scratch.write("paper_ranks", graph.table(columns));
    }
  }

  @Override
  public Dataset<Row> coupled(CitationsConfig config, Coupling coupling) {
    return new CouplingInBlocks(works, config.coupledPapers(), scratch).coupled(coupling);
  }
}
