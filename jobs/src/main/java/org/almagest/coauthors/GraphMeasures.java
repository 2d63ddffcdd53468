package org.almagest.coauthors;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nanvl;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.almagest.distributed.BlockedGraph;
import org.almagest.distributed.DistributedCentrality;
import org.almagest.distributed.DistributedComponents;
import org.almagest.distributed.DistributedCores;
import org.almagest.distributed.DistributedPageRank;
import org.almagest.distributed.DistributedTriangles;
import org.almagest.graph.Communities;
import org.almagest.graph.ConnectedComponents;
import org.almagest.graph.CoreNumbers;
import org.almagest.graph.PageRank;
import org.almagest.graph.SampledCentrality;
import org.almagest.graph.Triangles;
import org.almagest.graph.UndirectedGraph;
import org.almagest.table.AuthorMetrics;
import org.almagest.table.TableColumn;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** All that is computed of each node of a co-author graph, in one task or in blocks. */
final class GraphMeasures implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double DAMPING = 0.85;
  private static final int MAX_ITERATIONS = 1000;

  /** Passes of the search for communities. */
  static final int LEIDEN_ITERATIONS = 10;

  /** Column of the node's number. */
  static final String NODE = BlockedGraph.NODE;

  private static final String LABEL = "component_label";
  private static final String TRIANGLES = "triangles";

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

  /** Columns of {@link #communities}. */
  static final StructType COMMUNITY_SCHEMA =
      new StructType()
          .add(NODE, DataTypes.IntegerType)
          .add(AuthorMetrics.COMMUNITY_ID.name(), DataTypes.IntegerType);

  private final CoauthorsConfig config;
  private final long seed;

  GraphMeasures(CoauthorsConfig config, long seed) {
    this.config = config;
    this.seed = seed;
  }

  private PageRank pageRank() {
    return new PageRank(DAMPING, config.pageRankTolerance(), MAX_ITERATIONS);
  }

  /** Rows of {@link #SCHEMA}, one for each node. */
  Iterator<Row> of(UndirectedGraph graph) {
    double[] ranks = pageRank().ranks(graph);
    ConnectedComponents components = ConnectedComponents.of(graph);
    Communities communities = communitiesOf(graph);
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

  /** Rows of {@link #COMMUNITY_SCHEMA}, one for each node. */
  Iterator<Row> communities(UndirectedGraph graph) {
    Communities communities = communitiesOf(graph);
    return IntStream.range(0, graph.nodes())
        .mapToObj(node -> RowFactory.create(node, communities.of(node)))
        .iterator();
  }

  private Communities communitiesOf(UndirectedGraph graph) {
    return Communities.of(graph, config.communityResolution(), LEIDEN_ITERATIONS, seed);
  }

  /** The same of a graph in blocks, but for communities, which need all of it in one task. */
  Dataset<Row> of(BlockedGraph graph) {
    Map<String, JavaPairRDD<Integer, double[]>> columns = new LinkedHashMap<>();
    columns.put(AuthorMetrics.DEGREE.name(), graph.degrees());
    columns.put(AuthorMetrics.STRENGTH.name(), graph.strengths());
    columns.put(AuthorMetrics.PAGERANK.name(), DistributedPageRank.ofUndirected(graph, pageRank()));
    columns.put(LABEL, DistributedComponents.labels(graph));
    columns.put(AuthorMetrics.CORE_NUMBER.name(), DistributedCores.of(graph));
    columns.put(TRIANGLES, DistributedTriangles.of(graph));
    DistributedCentrality centrality =
        DistributedCentrality.of(graph, config.centralitySamples(), seed);
    columns.put(AuthorMetrics.BETWEENNESS.name(), centrality.betweenness());
    columns.put(AuthorMetrics.BETWEENNESS_ERROR.name(), centrality.betweennessError());
    columns.put(AuthorMetrics.HARMONIC_CLOSENESS.name(), centrality.harmonicCloseness());
    columns.put(AuthorMetrics.HARMONIC_CLOSENESS_ERROR.name(), centrality.harmonicClosenessError());
    Dataset<Row> nodes = graph.table(columns);
    Column degree = AuthorMetrics.DEGREE.col();
    // Null where there is no pair of neighbours to close.
    Column clustering =
        when(degree.gt(1), col(TRIANGLES).divide(degree.multiply(degree.minus(1)).divide(2)));
    return nodes
        .join(DistributedComponents.numbers(nodes, LABEL), LABEL)
        .select(
            col(NODE),
            AuthorMetrics.DEGREE.as(degree),
            AuthorMetrics.STRENGTH.col(),
            AuthorMetrics.PAGERANK.col(),
            AuthorMetrics.COMPONENT_ID.as(col(DistributedComponents.NUMBER)),
            AuthorMetrics.IN_GIANT_COMPONENT.as(col(DistributedComponents.GIANT)),
            AuthorMetrics.COMMUNITY_ID.as(lit(null)),
            AuthorMetrics.CORE_NUMBER.as(AuthorMetrics.CORE_NUMBER.col()),
            AuthorMetrics.CLUSTERING.as(clustering),
            AuthorMetrics.BETWEENNESS.col(),
            number(AuthorMetrics.BETWEENNESS_ERROR),
            AuthorMetrics.HARMONIC_CLOSENESS.col(),
            number(AuthorMetrics.HARMONIC_CLOSENESS_ERROR));
  }

  private static Column number(TableColumn column) {
    return column.as(nanvl(column.col(), lit(null)));
  }

  private static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
