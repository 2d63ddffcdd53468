package org.almagest.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.almagest.graph.RandomGraphs.EdgeList;
import org.junit.jupiter.api.Test;

/** The kernels for blocks, in rounds over all blocks of small graphs, against those for graphs. */
class BlockKernelsTest {
  private static final double DAMPING = 0.85;

  /** A graph in blocks of so many nodes. */
  private static List<GraphBlock> cut(UndirectedGraph graph, int size) {
    List<GraphBlock> blocks = new ArrayList<>();
    for (int first = 0; first < graph.nodes(); first += size) {
      int nodes = Math.min(size, graph.nodes() - first);
      GraphBlock.Builder builder = new GraphBlock.Builder(graph.nodes(), first, nodes);
      for (int node = first; node < first + nodes; node++) {
        for (int at = graph.rowStart(node); at < graph.rowStart(node + 1); at++) {
          builder.add(graph.neighbour(at), node, graph.weight(at));
        }
      }
      blocks.add(builder.build());
    }
    return blocks;
  }

  private static double[] view(GraphBlock block, double[] values) {
    double[] view = new double[block.nodes() + block.remote().length];
    Arrays.setAll(view, place -> values[block.node(place)]);
    return view;
  }

  /** One round: the new values of each block's nodes, from a view of the old ones. */
  private static double[] round(
      List<GraphBlock> blocks, double[] values, BiFunction<GraphBlock, double[], double[]> next) {
    double[] after = new double[values.length];
    for (GraphBlock block : blocks) {
      double[] own = next.apply(block, view(block, values));
      System.arraycopy(own, 0, after, block.first(), block.nodes());
    }
    return after;
  }

  private static double[] ofNodes(int nodes, ToDoubleFunction<Integer> value) {
    double[] values = new double[nodes];
    Arrays.setAll(values, value::applyAsDouble);
    return values;
  }

  @Test
  void aBlockHasTheRowsOfItsNodesAndSeesNoOthers() {
    // Arcs to nodes 2 and 3 of five; one comes twice, one from within, one from the node itself.
    GraphBlock block =
        new GraphBlock.Builder(5, 2, 2)
            .add(4, 2, 1)
            .add(0, 2, 2)
            .add(4, 2, 3)
            .add(3, 2, 5)
            .add(3, 3, 9)
            .add(0, 3, 7)
            .build();
    assertThat(block.remote()).containsExactly(0, 4);
    assertThat(block.arcs()).isEqualTo(4);
    assertThat(block.degree(0)).isEqualTo(3);
    assertThat(block.strength(0)).isEqualTo(2 + 4 + 5);
    assertThat(block.degree(1)).isEqualTo(1);
    assertThat(block.strength(1)).isEqualTo(7);
    assertThat(block.remoteStrengths()).containsExactly(2 + 7, 4);
    assertThat(block.localStrengths()).containsExactly(0, 5);
    assertThat(new int[] {block.node(0), block.node(1), block.node(2), block.node(3)})
        .containsExactly(2, 3, 0, 4);
  }

  @Test
  void aBlockRefusesArcsToNodesOfOthers() {
    GraphBlock.Builder builder = new GraphBlock.Builder(5, 2, 2);
    assertThatThrownBy(() -> builder.add(2, 4, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("node 4 is not one of the 2 from 2");
    assertThatThrownBy(() -> builder.add(2, 1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Provide
  Arbitrary<EdgeList> edgeLists() {
    return RandomGraphs.edgeLists();
  }

  @Property(tries = 100)
  void coresAreThoseOfTheWholeGraph(
      @ForAll("edgeLists") EdgeList edges, @ForAll @IntRange(min = 1, max = 9) int size) {
    UndirectedGraph graph = edges.graph();
    List<GraphBlock> blocks = cut(graph, size);
    double[] values = ofNodes(graph.nodes(), graph::degree);
    int[] lowered = {1};
    while (lowered[0] > 0) {
      lowered[0] = 0;
      values =
          round(
              blocks,
              values,
              (block, view) -> {
                lowered[0] += BlockedCores.settle(block, view);
                return view;
              });
    }
    int[] cores = CoreNumbers.of(graph);
    assertThat(values).containsExactly(ofNodes(graph.nodes(), node -> cores[node]));
  }

  /** Several values of each node, in a view of all. */
  private static double[] wideView(GraphBlock block, double[] values, int width) {
    double[] view = new double[width * (block.nodes() + block.remote().length)];
    Arrays.setAll(view, i -> values[width * block.node(i / width) + i % width]);
    return view;
  }

  private static double[] told(
      List<BlockedShortestPaths> states, Function<BlockedShortestPaths, double[]> told) {
    return states.stream().map(told).flatMapToDouble(Arrays::stream).toArray();
  }

  @Property(tries = 100)
  void shortestPathsAreThoseOfTheWholeGraph(
      @ForAll("edgeLists") EdgeList edges, @ForAll @IntRange(min = 1, max = 9) int size) {
    UndirectedGraph graph = edges.graph();
    int nodes = graph.nodes();
    int[] sources = {0, nodes / 2, nodes - 1};
    List<GraphBlock> blocks = cut(graph, size);
    List<BlockedShortestPaths> states =
        blocks.stream().map(block -> BlockedShortestPaths.from(sources, block)).toList();
    int step = -1;
    for (int reached = 1; reached > 0; ) {
      int now = ++step;
      double[] told = told(states, state -> state.frontier(now));
      reached = 0;
      for (int b = 0; b < states.size(); b++) {
        double[] view = wideView(blocks.get(b), told, sources.length);
        reached += states.get(b).advance(blocks.get(b), view, now);
      }
    }
    for (; step > 1; step--) {
      int now = step;
      double[] told = told(states, state -> state.shares(now));
      for (int b = 0; b < states.size(); b++) {
        double[] view = wideView(blocks.get(b), told, sources.length);
        states.get(b).goBack(blocks.get(b), view, now);
      }
    }
    double[][] expected = new double[4][nodes];
    ShortestPaths paths = new ShortestPaths(graph);
    for (int source : sources) {
      paths.search(source);
      for (int i = 1; i < paths.reached(); i++) {
        int node = paths.node(i);
        double near = 1.0 / paths.distance(node);
        expected[0][node] += paths.dependency(node);
        expected[1][node] += paths.dependency(node) * paths.dependency(node);
        expected[2][node] += near;
        expected[3][node] += near * near;
      }
    }
    for (int b = 0; b < states.size(); b++) {
      double[][] sums = new double[4][blocks.get(b).nodes()];
      states.get(b).addTo(sums);
      for (int sum = 0; sum < sums.length; sum++) {
        for (int local = 0; local < sums[sum].length; local++) {
          assertThat(sums[sum][local])
              .isCloseTo(expected[sum][blocks.get(b).first() + local], within(1e-9));
        }
      }
    }
  }

  @Property(tries = 100)
  void ranksAreThoseOfTheWholeGraph(
      @ForAll("edgeLists") EdgeList edges, @ForAll @IntRange(min = 1, max = 9) int size) {
    UndirectedGraph graph = edges.graph();
    int nodes = graph.nodes();
    List<GraphBlock> blocks = cut(graph, size);
    BlockedPageRank pageRank = new BlockedPageRank(DAMPING, nodes);
    double[] strengths = ofNodes(nodes, graph::strength);
    double[] before = ofNodes(nodes, node -> 1.0 / nodes);
    double[] ranks = before;
    double weight = 1;
    for (int step = 1; step <= 80; step++) {
      weight = pageRank.weight(step, weight);
      double now = weight;
      double[] earlier = before;
      double[] current = ranks;
      double[] sent = BlockedPageRank.sent(ranks, strengths);
      before = ranks;
      ranks =
          round(
              blocks,
              sent,
              (block, view) ->
                  pageRank
                      .next(block, view, own(block, current), own(block, earlier), now)
                      .ranks());
    }
    double sum = Arrays.stream(ranks).sum();
    double[] expected = new PageRank(DAMPING, 1e-14, 1000).ranks(graph);
    for (int node = 0; node < nodes; node++) {
      assertThat(ranks[node] / sum).isCloseTo(expected[node], within(1e-13));
    }
  }

  /** Arcs to nodes of a block, in blocks of so many nodes; each weighs 1. */
  private static List<GraphBlock> cut(DirectedGraph graph, int size) {
    List<GraphBlock> blocks = new ArrayList<>();
    for (int first = 0; first < graph.nodes(); first += size) {
      int nodes = Math.min(size, graph.nodes() - first);
      GraphBlock.Builder builder = new GraphBlock.Builder(graph.nodes(), first, nodes);
      for (int node = first; node < first + nodes; node++) {
        for (int at = graph.inStart(node); at < graph.inStart(node + 1); at++) {
          builder.add(graph.source(at), node, 1);
        }
      }
      blocks.add(builder.build());
    }
    return blocks;
  }

  @Property(tries = 100)
  void attentionIsThatOfTheWholeGraph(
      @ForAll("edgeLists") EdgeList edges, @ForAll @IntRange(min = 1, max = 9) int size) {
    DirectedGraph graph = edges.directed();
    int nodes = graph.nodes();
    // Every fifth paper has no year.
    double[] years = ofNodes(nodes, node -> node % 5 == 4 ? AttRank.UNKNOWN_YEAR : 2000 + node % 8);
    AttRank settings = new AttRank(0.4, 0.4, 0.2, 3, 0.2, 1e-14);
    BlockedAttRank attRank = new BlockedAttRank(settings, 2006, nodes);
    double[] references = ofNodes(nodes, graph::outDegree);
    List<GraphBlock> blocks = cut(graph, size);
    double[] recent = round(blocks, attRank.recent(years), BlockedAttRank::recentCitations);
    double[] young = attRank.young(years);
    double[] restart =
        attRank.restart(recent, young, Arrays.stream(recent).sum(), Arrays.stream(young).sum());
    BlockedAttRank.State state = attRank.start(references);
    double[] ranks = state.ranks();
    double[] sent = state.sent();
    double dangling = state.dangling();
    double change = 1;
    for (int steps = 0; attRank.goesOn(steps, change); steps++) {
      double[] nextRanks = new double[nodes];
      double[] nextSent = new double[nodes];
      double nextDangling = 0;
      change = 0;
      for (GraphBlock block : blocks) {
        BlockedAttRank.State next =
            attRank.next(
                block,
                view(block, sent),
                dangling,
                own(block, restart),
                own(block, ranks),
                own(block, references));
        System.arraycopy(next.ranks(), 0, nextRanks, block.first(), block.nodes());
        System.arraycopy(next.sent(), 0, nextSent, block.first(), block.nodes());
        nextDangling += next.dangling();
        change += next.change();
      }
      ranks = nextRanks;
      sent = nextSent;
      dangling = nextDangling;
    }
    int[] whole = Arrays.stream(years).mapToInt(year -> (int) year).toArray();
    double[] expected = settings.ranks(graph, whole, 2006);
    for (int node = 0; node < nodes; node++) {
      assertThat(ranks[node]).isCloseTo(expected[node], within(1e-13));
    }
  }

  private static double[] own(GraphBlock block, double[] values) {
    return Arrays.copyOfRange(values, block.first(), block.first() + block.nodes());
  }

  @Test
  void weightsOfStepsFallToThatOfOverRelaxation() {
    BlockedPageRank pageRank = new BlockedPageRank(DAMPING, 10);
    double weight = 0;
    for (int step = 1; step <= 60; step++) {
      weight = pageRank.weight(step, weight);
    }
    assertThat(pageRank.weight(1, 0)).isEqualTo(1);
    assertThat(pageRank.weight(2, 1)).isCloseTo(1 / (1 - 0.85 * 0.85 / 2), within(1e-15));
    assertThat(weight).isCloseTo(2 / (1 + Math.sqrt(1 - 0.85 * 0.85)), within(1e-12));
  }

  @Property(tries = 100)
  void hubsFindEveryTriangleOnce(
      @ForAll("edgeLists") EdgeList edges, @ForAll @IntRange(min = 1, max = 9) int size) {
    UndirectedGraph graph = edges.graph();
    double[] degrees = ofNodes(graph.nodes(), graph::degree);
    List<GraphBlock> blocks = cut(graph, size);
    List<HubRows> hubs =
        blocks.stream().map(block -> HubRows.of(block, view(block, degrees))).toList();
    long[] through = new long[graph.nodes()];
    for (int from = 0; from < blocks.size(); from++) {
      for (int local = 0; local < blocks.get(from).nodes(); local++) {
        int[] row = hubs.get(from).row(local);
        long[] counts = new long[row.length];
        for (HubRows target : hubs) {
          through[blocks.get(from).first() + local] += target.close(row, counts);
        }
        for (int i = 0; i < row.length; i++) {
          through[row[i]] += counts[i];
        }
      }
    }
    Triangles triangles = Triangles.of(graph);
    for (int node = 0; node < through.length; node++) {
      assertThat(through[node]).as("through %d", node).isEqualTo(triangles.through(node));
    }
  }

  @Test
  void labelsHookAndJump() {
    // A path 4 – 1 – 3 – 0 – 2 in one block of all: settled at once.
    GraphBlock path = cut(KnownGraphs.undirected(5, 4, 1, 1, 3, 3, 0, 0, 2), 5).get(0);
    double[] labels = BlockedComponents.labels(path);
    assertThat(labels).containsExactly(0, 1, 2, 3, 4);
    BlockedComponents.settle(path, labels);
    assertThat(labels).containsOnly(0);

    // Three nodes that had the labels 7, 7 and 9: one of those of 7 has come to 5.
    double[] before = {7, 9, 7};
    double[] now = {7, 9, 5};
    BlockedComponents.Offers offers = BlockedComponents.offers(before, now);
    assertThat(offers.labels()).containsExactly(7, 9);
    assertThat(offers.least()).containsExactly(5, 9);
    // Node 7 took the offer and is told of node 3 by another; node 9 has not changed.
    int changed = BlockedComponents.jump(now, before, offers, new double[] {3, 9});
    assertThat(now).containsExactly(3, 9, 3);
    assertThat(changed).isEqualTo(2);
  }
}
