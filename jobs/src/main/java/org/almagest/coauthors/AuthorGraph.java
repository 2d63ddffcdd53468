package org.almagest.coauthors;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.util.Iterator;
import java.util.List;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.graph.UndirectedGraph;
import org.almagest.table.AuthorMetrics;
import org.almagest.table.Authors;
import org.almagest.table.Authorships;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.ExactSum;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Metrics of the co-author graph. The graph is gathered in one task of one executor, where it takes
 * some 60 bytes an edge, and computed at memory speed.
 */
final class AuthorGraph {
  /** The ends of more edges do not fit into one array. */
  private static final long MOST_EDGES = 1_000_000_000L;

  private static final StructType INDEXED =
      new StructType()
          .add(Authors.AUTHOR_ID.name(), DataTypes.StringType)
          .add(GraphMeasures.NODE, DataTypes.IntegerType);
  private static final int NO_NODE = -1;
  private static final StructType ENDS =
      new StructType()
          .add("a", DataTypes.IntegerType)
          .add("b", DataTypes.IntegerType)
          .add("weight", DataTypes.DoubleType);

  private AuthorGraph() {}

  /**
   * The author_metrics table.
   *
   * @param nodes from {@link #numbered}
   * @param authorCount rows of {@code authors}
   * @param edgeCount rows of {@code edges}
   */
  static Dataset<Row> metrics(
      Dataset<Row> authors,
      Dataset<Row> nodes,
      Dataset<Row> edges,
      Dataset<Row> authorships,
      long authorCount,
      long edgeCount,
      GraphMeasures measures) {
    if (authorCount > Integer.MAX_VALUE - 8 || edgeCount > MOST_EDGES) {
      throw new AlmagestException(
          ExitCode.RESOURCES,
          String.format(
              "The co-author graph of %,d authors and %,d edges is too large for one executor, whose"
                  + " limit is %,d edges; lower coauthors.max-authors-per-paper.",
              authorCount, edgeCount, MOST_EDGES));
    }
    Dataset<Row> ends =
        edges
            .join(renamed(nodes, CoauthorEdges.AUTHOR_A.name(), "a"), CoauthorEdges.AUTHOR_A.name())
            .join(renamed(nodes, CoauthorEdges.AUTHOR_B.name(), "b"), CoauthorEdges.AUTHOR_B.name())
            .select(col("a"), col("b"), CoauthorEdges.PAPERS.col().cast(DataTypes.DoubleType))
            .union(noEdge(authors.sparkSession()))
            .repartition(1)
            .sortWithinPartitions("a", "b");
    int nodeCount = (int) authorCount;
    int edgeTotal = (int) edgeCount;
    Dataset<Row> computed =
        ends.mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> measures.of(read(rows, nodeCount, edgeTotal)),
            Encoders.row(GraphMeasures.SCHEMA));
    Dataset<Row> papers =
        authorships
            .groupBy(Authorships.AUTHOR_ID.col())
            .agg(
                ExactSum.of(Authorships.FRACTION.col()).as(AuthorMetrics.FRACTIONAL_PAPERS.name()));
    return nodes
        .join(computed, GraphMeasures.NODE)
        .join(
            authors.select(
                Authors.AUTHOR_ID.col(), Authors.PAPER_COUNT.col().as(AuthorMetrics.PAPERS.name())),
            Authors.AUTHOR_ID.name())
        .join(papers, Authors.AUTHOR_ID.name())
        .select(AuthorMetrics.TABLE.allColumns());
  }

  /** Numbers authors by rising id, so that numbers do not depend on files or partitions. */
  static Dataset<Row> numbered(Dataset<Row> authors) {
    SparkSession spark = authors.sparkSession();
    return spark.createDataFrame(
        authors
            .select(Authors.AUTHOR_ID.col())
            .sort(Authors.AUTHOR_ID.col())
            .javaRDD()
            .zipWithIndex()
            .map(pair -> RowFactory.create(pair._1().getString(0), pair._2().intValue())),
        INDEXED);
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

  private static UndirectedGraph read(Iterator<Row> edges, int nodes, int edgeCount) {
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
