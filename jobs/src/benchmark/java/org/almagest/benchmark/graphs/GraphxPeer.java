package org.almagest.benchmark.graphs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.graphx.Edge;
import org.apache.spark.graphx.Graph;
import org.apache.spark.graphx.VertexRDD;
import org.apache.spark.graphx.lib.ConnectedComponents;
import org.apache.spark.graphx.lib.PageRank;
import org.apache.spark.graphx.lib.TriangleCount;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Spark's GraphX in this JVM, with a task at a time. Its graph is in memory before; an undirected
 * edge is an edge each way for PageRank. It knows no weights, cores or communities.
 */
@SuppressWarnings("deprecation") // GraphX is, and that is why it is only compared with.
final class GraphxPeer implements GraphPeer {
  private static final ClassTag<Object> INT = ClassTag$.MODULE$.apply(Integer.TYPE);
  private static final StorageLevel IN_MEMORY = StorageLevel.MEMORY_ONLY();
  private static final double RESTART = 0.15;

  private final BenchmarkGraph source;
  private final Graph<Object, Object> once;
  private final Graph<Object, Object> bothWays;
  private final double tolerance;

  /**
   * @param tolerance by which the rank of a node, of a sum of n, must change to be told on
   */
  GraphxPeer(BenchmarkGraph source, SparkSession spark, double tolerance) {
    this.source = source;
    this.tolerance = tolerance;
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<Edge<Object>> there = new ArrayList<>();
    List<Edge<Object>> both = new ArrayList<>();
    for (int edge = 0; edge < source.edges(); edge++) {
      there.add(new Edge<>(source.from(edge), source.to(edge), 1));
      both.add(there.get(edge));
      both.add(new Edge<>(source.to(edge), source.from(edge), 1));
    }
    once = graph(context, there);
    bothWays = graph(context, both);
  }

  private Graph<Object, Object> graph(JavaSparkContext context, List<Edge<Object>> edges) {
    List<Tuple2<Object, Object>> nodes = new ArrayList<>();
    for (int node = 0; node < source.nodes(); node++) {
      nodes.add(new Tuple2<>((long) node, 1));
    }
    JavaRDD<Tuple2<Object, Object>> vertices = context.parallelize(nodes, 1);
    Graph<Object, Object> graph =
        Graph.apply(
            vertices.rdd(), context.parallelize(edges, 1).rdd(), 1, IN_MEMORY, IN_MEMORY, INT, INT);
    graph.vertices().count();
    graph.edges().count();
    return graph;
  }

  @Override
  public String name() {
    return "graphx";
  }

  @Override
  public Optional<Outcome> run(Algorithm algorithm, long seed) {
    return switch (algorithm) {
      case PAGERANK ->
          Optional.of(
              scaled(
                  timed(
                      () ->
                          PageRank.runUntilConvergence(bothWays, tolerance, RESTART, INT, INT)
                              .vertices())));
      case COMPONENTS ->
          Optional.of(timed(() -> ConnectedComponents.run(once, INT, INT).vertices()));
      case CLUSTERING ->
          Optional.of(clustering(timed(() -> TriangleCount.run(once, INT, INT).vertices())));
      case WEIGHTED_PAGERANK, CORES, LEIDEN, BETWEENNESS, CLOSENESS -> Optional.empty();
    };
  }

  private Outcome timed(Supplier<VertexRDD<Object>> work) {
    long start = System.nanoTime();
    VertexRDD<Object> vertices = work.get();
    vertices.count();
    double seconds = (System.nanoTime() - start) / 1e9;
    double[] values = new double[source.nodes()];
    for (Tuple2<Object, Object> vertex : vertices.toJavaRDD().collect()) {
      values[((Long) vertex._1()).intValue()] = ((Number) vertex._2()).doubleValue();
    }
    vertices.unpersist(false);
    return new Outcome(seconds, Double.NaN, values);
  }

  private static Outcome scaled(Outcome ranks) {
    double sum = 0;
    for (double rank : ranks.values()) {
      sum += rank;
    }
    double[] scaled = ranks.values();
    for (int node = 0; node < scaled.length; node++) {
      scaled[node] /= sum;
    }
    return new Outcome(ranks.seconds(), Double.NaN, scaled);
  }

  /** From triangles to coefficients, which takes no time worth counting. */
  private Outcome clustering(Outcome triangles) {
    double[] degree = new double[source.nodes()];
    for (int edge = 0; edge < source.edges(); edge++) {
      degree[source.from(edge)]++;
      degree[source.to(edge)]++;
    }
    double[] values = triangles.values();
    for (int node = 0; node < values.length; node++) {
      values[node] /= degree[node] * (degree[node] - 1) / 2;
    }
    return new Outcome(triangles.seconds(), Double.NaN, values);
  }
}
