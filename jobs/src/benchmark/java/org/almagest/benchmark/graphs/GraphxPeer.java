package org.almagest.benchmark.graphs;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
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
  private final JavaSparkContext context;
  private final Broadcast<BenchmarkGraph> broadcast;
  private final double tolerance;
  private final Map<Directions, Graph<Object, Object>> graphs = new EnumMap<>(Directions.class);

  /** What becomes of an undirected edge. */
  private enum Directions {
    ONE,
    BOTH
  }

  /**
   * @param tolerance by which the rank of a node, of a sum of n, must change to be told on
   */
  GraphxPeer(BenchmarkGraph source, SparkSession spark, double tolerance) {
    this.source = source;
    this.tolerance = tolerance;
    context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    broadcast = context.broadcast(source);
  }

  /** The graph in memory, made when an algorithm first asks for it. */
  private Graph<Object, Object> graph(Directions directions) {
    return graphs.computeIfAbsent(directions, this::made);
  }

  private Graph<Object, Object> made(Directions directions) {
    long start = System.nanoTime();
    Broadcast<BenchmarkGraph> edges = broadcast;
    JavaRDD<Tuple2<Object, Object>> vertices =
        numbers(source.nodes()).map(node -> new Tuple2<>((long) node, 1));
    // Made in the task: a task that brings all edges of a large graph would be too large itself.
    JavaRDD<Edge<Object>> all =
        numbers(source.edges()).flatMap(edge -> edges(edges.value(), edge, directions).iterator());
    Graph<Object, Object> graph =
        Graph.apply(vertices.rdd(), all.rdd(), 1, IN_MEMORY, IN_MEMORY, INT, INT);
    graph.vertices().count();
    graph.edges().count();
    System.err.printf(
        "%s: its graph is in memory after %.0f s%n", name(), (System.nanoTime() - start) / 1e9);
    return graph;
  }

  private static List<Edge<Object>> edges(BenchmarkGraph graph, int edge, Directions directions) {
    Edge<Object> there = new Edge<>(graph.from(edge), graph.to(edge), 1);
    return directions == Directions.ONE
        ? List.of(there)
        : List.of(there, new Edge<>(graph.to(edge), graph.from(edge), 1));
  }

  /** Those below a bound, in one partition. */
  private JavaRDD<Integer> numbers(int bound) {
    return context
        .parallelize(List.of(bound), 1)
        .flatMap(end -> IntStream.range(0, end).iterator());
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
                      Directions.BOTH,
                      graph ->
                          PageRank.runUntilConvergence(graph, tolerance, RESTART, INT, INT)
                              .vertices())));
      case COMPONENTS ->
          Optional.of(
              timed(Directions.ONE, graph -> ConnectedComponents.run(graph, INT, INT).vertices()));
      case CLUSTERING ->
          Optional.of(
              clustering(
                  timed(Directions.ONE, graph -> TriangleCount.run(graph, INT, INT).vertices())));
      case WEIGHTED_PAGERANK, CORES, LEIDEN, BETWEENNESS, CLOSENESS -> Optional.empty();
    };
  }

  private Outcome timed(
      Directions directions, Function<Graph<Object, Object>, VertexRDD<Object>> work) {
    Graph<Object, Object> graph = graph(directions);
    long start = System.nanoTime();
    VertexRDD<Object> vertices = work.apply(graph);
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
