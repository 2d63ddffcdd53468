package org.almagest.coauthors;

import java.io.Serializable;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.almagest.graph.Communities;
import org.almagest.graph.ConnectedComponents;
import org.almagest.graph.CoreNumbers;
import org.almagest.graph.PageRank;
import org.almagest.graph.SampledCentrality;
import org.almagest.graph.Triangles;
import org.almagest.graph.UndirectedGraph;
import org.almagest.table.AuthorMetrics;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** All that is computed of each node of a co-author graph, in one task. */
final class GraphMeasures implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double DAMPING = 0.85;
  private static final int MAX_ITERATIONS = 1000;

  /** Passes of the search for communities. */
  static final int LEIDEN_ITERATIONS = 10;

  /** Column of the node's number. */
  static final String NODE = "node";

  /** Columns of {@link #of}. */
  static final StructType SCHEMA =
      new StructType()
          .add(NODE, DataTypes.IntegerType)
          .add(AuthorMetrics.DEGREE.name(), DataTypes.IntegerType)
          .add(AuthorMetrics.STRENGTH.name(), DataTypes.DoubleType)
          .add(AuthorMetrics.PAGERANK.name(), DataTypes.DoubleType)
          .add(AuthorMetrics.COMPONENT_ID.name(), DataTypes.IntegerType)
          .add(AuthorMetrics.IN_GIANT_COMPONENT.name(), DataTypes.BooleanType)
          .add(AuthorMetrics.COMMUNITY_ID.name(), DataTypes.IntegerType)
          .add(AuthorMetrics.CORE_NUMBER.name(), DataTypes.IntegerType)
          .add(AuthorMetrics.CLUSTERING.name(), DataTypes.DoubleType)
          .add(AuthorMetrics.BETWEENNESS.name(), DataTypes.DoubleType)
          .add(AuthorMetrics.BETWEENNESS_ERROR.name(), DataTypes.DoubleType)
          .add(AuthorMetrics.HARMONIC_CLOSENESS.name(), DataTypes.DoubleType)
          .add(AuthorMetrics.HARMONIC_CLOSENESS_ERROR.name(), DataTypes.DoubleType);

  private final CoauthorsConfig config;
  private final long seed;

  GraphMeasures(CoauthorsConfig config, long seed) {
    this.config = config;
    this.seed = seed;
  }

  /** Rows of {@link #SCHEMA}, one for each node. */
  Iterator<Row> of(UndirectedGraph graph) {
    double[] ranks = new PageRank(DAMPING, config.pageRankTolerance(), MAX_ITERATIONS).ranks(graph);
    ConnectedComponents components = ConnectedComponents.of(graph);
    Communities communities =
        Communities.of(graph, config.communityResolution(), LEIDEN_ITERATIONS, seed);
    int[] cores = CoreNumbers.of(graph);
    Triangles triangles = Triangles.of(graph);
    SampledCentrality centrality = SampledCentrality.of(graph, config.centralitySamples(), seed);
    return IntStream.range(0, graph.nodes())
        .mapToObj(
            node ->
                RowFactory.create(
                    node,
                    graph.degree(node),
                    graph.strength(node),
                    ranks[node],
                    components.component(node),
                    components.isInGiant(node),
                    communities.of(node),
                    cores[node],
                    number(triangles.clustering(node)),
                    centrality.betweenness(node),
                    number(centrality.betweennessError(node)),
                    centrality.harmonicCloseness(node),
                    number(centrality.harmonicClosenessError(node))))
        .iterator();
  }

  private static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
