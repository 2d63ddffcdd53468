package org.almagest.citations;

import org.almagest.graph.Coupling;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A citation graph, wherever it is computed: the rows are the same. */
interface CitationGraph {
  /** Rows of {@link PaperMeasures#SCHEMA}, one for each paper. */
  Dataset<Row> measured(PaperMeasures measures);

  /** The papers that share most with each paper, as rows of {@link PaperCoupling#SCHEMA}. */
  Dataset<Row> coupled(CitationsConfig config, Coupling coupling);
}
