package org.almagest.citations;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.almagest.graph.DirectedGraph;
import org.almagest.graph.SearchPaths;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The citations between papers of one topic, and their main path, in one task. It takes some 16
 * bytes a citation while it is built, and 70 a paper.
 */
final class TopicNetwork {
  /** Position of the row that tells of the network and of no citation. */
  static final int OF_NETWORK = 0;

  /** Column of the topic. */
  static final String TOPIC = "topic_id";

  /** Columns of a citation: its topic, the topic's papers, and both ends with their dates. */
  static final StructType ARCS =
      new StructType()
          .add(TOPIC, DataTypes.IntegerType)
          .add("papers", DataTypes.IntegerType)
          .add("citing", DataTypes.IntegerType)
          .add("citing_date", DataTypes.IntegerType)
          .add("cited", DataTypes.IntegerType)
          .add("cited_date", DataTypes.IntegerType);

  /** Columns of {@link #mainPath}. */
  static final StructType PATHS =
      new StructType()
          .add(TOPIC, DataTypes.IntegerType)
          .add("position", DataTypes.IntegerType)
          .add("citing", DataTypes.IntegerType)
          .add("cited", DataTypes.IntegerType)
          .add("search_paths", DataTypes.DoubleType)
          .add("weight", DataTypes.DoubleType)
          .add("arcs", DataTypes.LongType)
          .add("cyclic_arcs", DataTypes.LongType);

  private static final int BYTES_PER_PAPER = 62;

  private TopicNetwork() {}

  /** Memory of a topic's network and its main path, in bytes. */
  static long mostBytes(long papers, long citations) {
    return DirectedGraph.mostBytes(papers, citations) + BYTES_PER_PAPER * papers;
  }

  /**
   * Rows of {@link #PATHS}: first one with the numbers of citations and of those that were left out
   * so that no circle remained, then the citations of the main path from the oldest on.
   *
   * @param citations rows of {@link #ARCS} of one topic, at least one, in any order
   */
  static Iterator<Row> mainPath(int topic, Iterator<Row> citations) {
    Row first = citations.next();
    int[] dates = new int[first.getInt(1)];
    DirectedGraph.Builder arcs = DirectedGraph.unweighted(dates.length);
    for (Row citation = first; citation != null; ) {
      int citing = citation.getInt(2);
      int cited = citation.getInt(4);
      dates[citing] = citation.getInt(3);
      dates[cited] = citation.getInt(5);
      arcs.add(citing, cited);
      citation = citations.hasNext() ? citations.next() : null;
    }
    DirectedGraph graph = arcs.build();
    SearchPaths paths = SearchPaths.of(graph, dates);
    List<Row> rows = new ArrayList<>();
    rows.add(
        RowFactory.create(
            topic,
            OF_NETWORK,
            null,
            null,
            null,
            null,
            (long) graph.arcs(),
            (long) paths.cyclicArcs()));
    for (SearchPaths.Step step : paths.mainPathSteps()) {
      rows.add(
          RowFactory.create(
              topic,
              rows.size(),
              step.citing(),
              step.cited(),
              Double.isFinite(step.searchPaths()) ? (Double) step.searchPaths() : null,
              step.weight(),
              null,
              null));
    }
    return rows.iterator();
  }
}
