package org.almagest.coauthors;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.util.Iterator;
import java.util.List;
import org.almagest.distributed.BlockedGraph;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.graph.UndirectedGraph;
import org.almagest.stage.RowNumbers;
import org.almagest.table.AuthorMetrics;
import org.almagest.table.Authors;
import org.almagest.table.Authorships;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.ExactSum;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The co-author graph with numbers for authors. It is computed by one task of one executor, where
 * it takes some 60 bytes an edge, at memory speed; or in blocks over all executors, where it is too
 * large for that, and only its communities in one task.
 */
final class AuthorGraph {
  private static final int NO_NODE = -1;
  private static final StructType ENDS =
      new StructType()
          .add("a", DataTypes.IntegerType)
          .add("b", DataTypes.IntegerType)
          .add("weight", DataTypes.DoubleType);

  private final Dataset<Row> authors;
  private final Dataset<Row> nodes;
  private final Dataset<Row> ends;
  private final BlockedGraph.Scratch scratch;
  private final int nodeCount;
  private final long edgeCount;

  /**
   * @param authors rows of the authors table
   * @param edges rows of the coauthor_edges table
   * @param authorCount rows of {@code authors}
   * @param edgeCount rows of {@code edges}
   * @param scratch where authors are kept with their numbers, and what is computed in blocks
   * @throws AlmagestException (resources) for more authors than there are numbers
   */
  AuthorGraph(
      Dataset<Row> authors,
      Dataset<Row> edges,
      long authorCount,
      long edgeCount,
      BlockedGraph.Scratch scratch) {
    if (authorCount > Integer.MAX_VALUE - 8) {
      throw new AlmagestException(
          ExitCode.RESOURCES,
          String.format(
              "A co-author graph of %,d authors is too large: the limit is %,d.",
              authorCount, Integer.MAX_VALUE - 8));
    }
    this.authors = authors;
    this.scratch = scratch;
    this.nodeCount = (int) authorCount;
    this.edgeCount = edgeCount;
    this.nodes =
        scratch.write(
            "numbered_authors",
            RowNumbers.byRising(
                Authors.AUTHOR_ID, authors.select(Authors.AUTHOR_ID.col()), GraphMeasures.NODE));
    this.ends =
        edges
            .join(renamed(nodes, CoauthorEdges.AUTHOR_A.name(), "a"), CoauthorEdges.AUTHOR_A.name())
            .join(renamed(nodes, CoauthorEdges.AUTHOR_B.name(), "b"), CoauthorEdges.AUTHOR_B.name())
            .select(col("a"), col("b"), CoauthorEdges.PAPERS.col().cast(DataTypes.DoubleType));
  }

  /** Authors with their numbers, by rising id. */
  Dataset<Row> nodes() {
    return nodes;
  }

  /** Rows of {@link GraphMeasures#SCHEMA}, computed in one task. */
  Dataset<Row> measured(GraphMeasures measures) {
    return inOneTask(ends, measures::of, GraphMeasures.SCHEMA);
  }

  /**
   * Rows of {@link GraphMeasures#SCHEMA}, in an order of their own, computed in blocks and kept.
   *
   * @param withCommunities these are found in one task
   */
  Dataset<Row> measuredInBlocks(GraphMeasures measures, boolean withCommunities) {
    Dataset<Row> kept = scratch.write("author_graph", ends);
    Dataset<Row> measured;
    try (BlockedGraph graph = BlockedGraph.undirected(kept, nodeCount, edgeCount, scratch)) {
      measured = scratch.write("author_measures", measures.of(graph));
    }
    if (!withCommunities) {
      return measured;
    }
    Dataset<Row> communities =
        scratch.write(
            "author_communities",
            inOneTask(kept, measures::communities, GraphMeasures.COMMUNITY_SCHEMA));
    return measured.drop(AuthorMetrics.COMMUNITY_ID.name()).join(communities, GraphMeasures.NODE);
  }

  private Dataset<Row> inOneTask(
      Dataset<Row> edges, Function<UndirectedGraph, Iterator<Row>> rowsOf, StructType schema) {
    int nodeTotal = nodeCount;
    long edgeTotal = edgeCount;
    return edges
        .union(noEdge(authors.sparkSession()))
        .repartition(1)
        .sortWithinPartitions("a", "b")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> rowsOf.call(read(rows, nodeTotal, edgeTotal)),
            Encoders.row(schema));
  }

  /**
   * The author_metrics table.
   *
   * @param measured rows of {@link GraphMeasures#SCHEMA}
   */
  Dataset<Row> metrics(Dataset<Row> measured, Dataset<Row> authorships) {
    Dataset<Row> papers =
        authorships
            .groupBy(Authorships.AUTHOR_ID.col())
            .agg(
                ExactSum.of(Authorships.FRACTION.col()).as(AuthorMetrics.FRACTIONAL_PAPERS.name()));
    return nodes
        .join(measured, GraphMeasures.NODE)
        .join(
            authors.select(
                Authors.AUTHOR_ID.col(), Authors.PAPER_COUNT.col().as(AuthorMetrics.PAPERS.name())),
            Authors.AUTHOR_ID.name())
        .join(papers, Authors.AUTHOR_ID.name())
        .select(AuthorMetrics.TABLE.allColumns());
  }

  private static Dataset<Row> renamed(Dataset<Row> nodes, String author, String node) {
    return nodes.select(Authors.AUTHOR_ID.col().as(author), col(GraphMeasures.NODE).as(node));
  }

  /**
   * A row that stands for no edge. Where there are no edges, Spark would see an empty input while
   * it runs, drop the one task, and with it all authors.
   */
  private static Dataset<Row> noEdge(SparkSession spark) {
    return spark.createDataFrame(List.of(RowFactory.create(NO_NODE, NO_NODE, 0.0)), ENDS);
  }

  private static UndirectedGraph read(Iterator<Row> edges, int nodes, long edgeCount) {
    UndirectedGraph.Builder builder = UndirectedGraph.weighted(nodes);
    while (edges.hasNext()) {
      Row edge = edges.next();
      if (edge.getInt(0) != NO_NODE) {
        builder.add(edge.getInt(0), edge.getInt(1), edge.getDouble(2));
      }
    }
    UndirectedGraph graph = builder.build();
    if (graph.edges() != edgeCount) {
      throw new IllegalStateException(graph.edges() + " edges came of " + edgeCount);
    }
    return graph;
  }

  /** Number of connected components, and the size of the largest one. */
  static long[] components(Dataset<Row> metrics) {
    Row row =
        metrics
            .groupBy(AuthorMetrics.COMPONENT_ID.col())
            .agg(count(lit(1)).as("size"))
            .agg(count(lit(1)), coalesce(max(col("size")), lit(0L)))
            .head();
    return new long[] {row.getLong(0), row.getLong(1)};
  }
}
