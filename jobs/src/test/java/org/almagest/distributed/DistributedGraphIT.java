package org.almagest.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.almagest.graph.ConnectedComponents;
import org.almagest.graph.CoreNumbers;
import org.almagest.graph.DirectedGraph;
import org.almagest.graph.PageRank;
import org.almagest.graph.SampledCentrality;
import org.almagest.graph.Triangles;
import org.almagest.graph.UndirectedGraph;
import org.almagest.stage.SparkSuite;
import org.almagest.warehouse.StagedSnapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs in blocks give what the kernels give that have all of a graph in one task. */
@SuppressWarnings("serial") // see SparkSuite
class DistributedGraphIT extends SparkSuite {
  private static final PageRank PAGE_RANK = new PageRank(0.85, 1e-13, 1000);
  private static final StructType ENDS =
      new StructType()
          .add("a", DataTypes.IntegerType)
          .add("b", DataTypes.IntegerType)
          .add("weight", DataTypes.DoubleType);
  private static final int NODES = 1_500;
  private static final int SOURCES = 20;

  private record Edge(int a, int b, double weight) {}

  @TempDir Path directory;

  private StagedSnapshot snapshot;
  private int graphs;

  @BeforeEach
  void openScratch() {
    snapshot =
        Warehouse.at(directory.resolve("warehouse").toString(), new Configuration())
            .stage("test", spark());
  }

  @AfterEach
  void closeScratch() {
    snapshot.close();
  }

  /**
   * Groups of some hundred nodes that are tied within, some hubs, nodes alone, self-loops, and
   * edges that come twice and reversed. Weights are whole numbers, as those of the stages are.
   */
  private static List<Edge> randomEdges(long seed) {
    Random random = new Random(seed);
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      int group = random.nextInt(9);
      // Nodes from 1,350 on are alone; those of a group lie in several blocks.
      int a = group + 9 * random.nextInt(150);
      int b = group + 9 * (random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(150));
      edges.add(new Edge(a, b, 1 + random.nextInt(5)));
      if (random.nextInt(10) == 0) {
        edges.add(new Edge(b, a, 1 + random.nextInt(5)));
      }
    }
    return edges;
  }

  private BlockedGraph.Scratch scratch() {
    int number = graphs++;
    return (name, rows) -> snapshot.writeScratch(name + "_" + number, rows);
  }

  private Dataset<Row> rows(List<Edge> edges, int partitions) {
    List<Row> rows = new ArrayList<>();
    edges.forEach(edge -> rows.add(RowFactory.create(edge.a(), edge.b(), edge.weight())));
    return spark().createDataFrame(rows, ENDS).repartition(partitions);
  }

  private BlockedGraph undirected(int nodes, List<Edge> edges, int partitions) {
    return BlockedGraph.undirected(rows(edges, partitions), nodes, edges.size(), scratch());
  }

  private static UndirectedGraph local(int nodes, List<Edge> edges) {
    UndirectedGraph.Builder builder = UndirectedGraph.weighted(nodes);
    edges.forEach(edge -> builder.add(edge.a(), edge.b(), edge.weight()));
    return builder.build();
  }

  private static double[] values(BlockedGraph graph, JavaPairRDD<Integer, double[]> column) {
    double[] values = new double[graph.nodes()];
    graph
        .table(Map.of("value", column))
        .collectAsList()
        .forEach(row -> values[row.getInt(0)] = row.getDouble(1));
    return values;
  }

  private static int[] components(BlockedGraph graph, Set<Integer> giants) {
    Dataset<Row> nodes = graph.table(Map.of("label", DistributedComponents.labels(graph)));
    int[] components = new int[graph.nodes()];
    nodes
        .join(DistributedComponents.numbers(nodes, "label"), "label")
        .select(BlockedGraph.NODE, DistributedComponents.NUMBER, DistributedComponents.GIANT)
        .collectAsList()
        .forEach(
            row -> {
              components[row.getInt(0)] = row.getInt(1);
              if (row.getBoolean(2)) {
                giants.add(row.getInt(0));
              }
            });
    return components;
  }

  private static void assertSame(BlockedGraph graph, UndirectedGraph local) {
    assertThat(graph.layout().blocks()).as("blocks").isGreaterThan(1);
    double[] degrees = values(graph, graph.degrees());
    double[] strengths = values(graph, graph.strengths());
    double[] ranks = values(graph, DistributedPageRank.ofUndirected(graph, PAGE_RANK));
    double[] cores = values(graph, DistributedCores.of(graph));
    Set<Integer> giants = new HashSet<>();
    int[] components = components(graph, giants);
    double[] expectedRanks = PAGE_RANK.ranks(local);
    int[] expectedCores = CoreNumbers.of(local);
    double[] triangles = values(graph, DistributedTriangles.of(graph));
    Triangles expectedTriangles = Triangles.of(local);
    ConnectedComponents expected = ConnectedComponents.of(local);
    DistributedCentrality centrality = DistributedCentrality.of(graph, SOURCES, 3);
    double[] betweenness = values(graph, centrality.betweenness());
    double[] betweennessError = values(graph, centrality.betweennessError());
    double[] closeness = values(graph, centrality.harmonicCloseness());
    double[] closenessError = values(graph, centrality.harmonicClosenessError());
    SampledCentrality expectedCentrality = SampledCentrality.of(local, SOURCES, 3);
    double sum = 0;
    for (int node = 0; node < local.nodes(); node++) {
      assertThat(degrees[node]).as("degree of %d", node).isEqualTo(local.degree(node));
      assertThat(strengths[node]).as("strength of %d", node).isEqualTo(local.strength(node));
      assertThat(ranks[node]).as("rank of %d", node).isCloseTo(expectedRanks[node], within(1e-12));
      assertThat(cores[node]).as("core of %d", node).isEqualTo(expectedCores[node]);
      assertThat(triangles[node])
          .as("triangles through %d", node)
          .isEqualTo((double) expectedTriangles.through(node));
      assertThat(components[node]).as("component of %d", node).isEqualTo(expected.component(node));
      assertThat(giants.contains(node)).as("%d in giant", node).isEqualTo(expected.isInGiant(node));
      assertThat(betweenness[node])
          .as("betweenness of %d", node)
          .isCloseTo(expectedCentrality.betweenness(node), withinPercentage(1e-9));
      assertThat(betweennessError[node])
          .as("error of the betweenness of %d", node)
          .isCloseTo(
              expectedCentrality.betweennessError(node), within(1e-6 * (1 + betweenness[node])));
      assertThat(closeness[node])
          .as("closeness of %d", node)
          .isEqualTo(expectedCentrality.harmonicCloseness(node));
      assertThat(closenessError[node])
          .as("error of the closeness of %d", node)
          .isEqualTo(expectedCentrality.harmonicClosenessError(node));
      sum += ranks[node];
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void agreesWithTheLocalKernelsOnRandomGraphs(long seed) {
    List<Edge> edges = randomEdges(seed);
    try (BlockedGraph graph = undirected(NODES, edges, 3)) {
      assertSame(graph, local(NODES, edges));
    }
  }

  @Test
  void directedPageRankSpreadsTheRankOfNodesWithoutArcs() {
    List<Edge> arcs = randomEdges(4);
    // Some nodes of each group point nowhere.
    arcs.removeIf(arc -> arc.a() % 7 == 0);
    DirectedGraph.Builder builder = DirectedGraph.weighted(NODES);
    arcs.forEach(arc -> builder.add(arc.a(), arc.b(), arc.weight()));
    // Power iteration takes a round for each factor d: less damping than usual saves time.
    PageRank settings = new PageRank(0.5, 1e-13, 1000);
    double[] expected = settings.ranks(builder.build());
    try (BlockedGraph graph = BlockedGraph.directed(rows(arcs, 3), NODES, arcs.size(), scratch())) {
      double[] ranks = values(graph, DistributedPageRank.ofDirected(graph, settings));
      for (int node = 0; node < NODES; node++) {
        assertThat(ranks[node]).as("rank of %d", node).isCloseTo(expected[node], within(1e-12));
      }
    }
  }

  /** Label by label, this would take a thousand rounds. */
  @Test
  void aLongPathInNoOrderIsOneComponent() {
    List<Integer> order = new ArrayList<>();
    for (int node = 0; node < NODES; node++) {
      order.add(node);
    }
    Collections.shuffle(order, new Random(5));
    List<Edge> edges = new ArrayList<>();
    for (int i = 1; i < NODES; i++) {
      edges.add(new Edge(order.get(i - 1), order.get(i), 1));
    }
    try (BlockedGraph graph = undirected(NODES, edges, 2)) {
      assertThat(components(graph, new HashSet<>())).containsOnly(0);
    }
  }

  @Test
  void digitsDoNotDependOnPartitionsOrOrder() {
    List<Edge> edges = randomEdges(6);
    Map<Integer, List<String>> tables = new TreeMap<>();
    for (int partitions : new int[] {1, 7}) {
      spark().conf().set("spark.sql.shuffle.partitions", String.valueOf(partitions));
      List<Edge> shuffled = new ArrayList<>(edges);
      Collections.shuffle(shuffled, new Random(partitions));
      try (BlockedGraph graph = undirected(NODES, shuffled, partitions)) {
        tables.put(
            partitions,
            sorted(
                graph.table(Map.of("rank", DistributedPageRank.ofUndirected(graph, PAGE_RANK)))));
      } finally {
        spark().conf().set("spark.sql.shuffle.partitions", "3");
      }
    }
    assertThat(tables.get(7)).isEqualTo(tables.get(1)).hasSize(NODES);
  }

  @Test
  void nodesWithoutEdgesAreRankedAlike() {
    try (BlockedGraph graph = undirected(200, List.of(), 1)) {
      assertThat(values(graph, DistributedPageRank.ofUndirected(graph, PAGE_RANK)))
          .hasSize(200)
          .usingComparatorWithPrecision(1e-15)
          .containsOnly(1.0 / 200);
      assertThat(values(graph, DistributedCores.of(graph))).containsOnly(0);
      assertThat(components(graph, new HashSet<>())).doesNotHaveDuplicates();
    }
  }
}
