package org.almagest.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.almagest.graph.RandomGraphs.Edge;
import org.almagest.graph.RandomGraphs.EdgeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed sparse rows, and what is no graph. */
class UndirectedGraphTest {
  @Test
  void holdsEachEdgeInTheRowsOfBothEnds() {
    UndirectedGraph graph = UndirectedGraph.weighted(4).add(2, 0, 2).add(0, 1, 1.5).build();
    assertThat(graph.nodes()).isEqualTo(4);
    assertThat(graph.edges()).isEqualTo(2);
    assertThat(new int[] {graph.degree(0), graph.degree(1), graph.degree(2), graph.degree(3)})
        .containsExactly(2, 1, 1, 0);
    assertThat(graph.strength(0)).isEqualTo(3.5);
    assertThat(graph.strength(3)).isZero();
    assertThat(neighbours(graph, 0)).containsExactly(1, 2);
    assertThat(neighbours(graph, 2)).containsExactly(0);
    assertThat(graph.weight(graph.rowStart(2))).isEqualTo(2);
  }

  @Test
  void mergesDuplicatesAndReversedEdgesAndCountsThem() {
    UndirectedGraph graph =
        UndirectedGraph.weighted(3)
            .add(0, 1, 0.25)
            .add(1, 2)
            .add(1, 0, 0.5)
            .add(0, 1, 4)
            .add(2, 1, 8)
            .build();
    assertThat(graph.edges()).isEqualTo(2);
    assertThat(graph.duplicates()).isEqualTo(3);
    assertThat(neighbours(graph, 1)).containsExactly(0, 2);
    assertThat(weights(graph, 1)).containsExactly(4.75, 9);
    assertThat(weights(graph, 0)).containsExactly(4.75);
  }

  @Test
  void weighsEdgesWithoutWeightsAsOneHoweverOftenTheyCome() {
    UndirectedGraph graph = KnownGraphs.undirected(3, 0, 1, 1, 0, 0, 1, 2, 0);
    assertThat(graph.duplicates()).isEqualTo(2);
    assertThat(weights(graph, 0)).containsExactly(1, 1);
    assertThat(graph.strength(0)).isEqualTo(2);
    assertThat(graph.edges()).isEqualTo(2);
  }

  @Test
  void dropsSelfLoopsAndCountsThem() {
    UndirectedGraph graph = KnownGraphs.undirected(2, 0, 0, 0, 1, 1, 1, 0, 0);
    assertThat(graph.selfLoops()).isEqualTo(3);
    assertThat(graph.duplicates()).isZero();
    assertThat(graph.degree(0)).isEqualTo(1);
  }

  @Test
  void mayHaveNoEdgesAndNoNodes() {
    assertThat(UndirectedGraph.weighted(0).build().nodes()).isZero();
    assertThat(UndirectedGraph.unweighted(2).build().degree(1)).isZero();
    assertThat(UndirectedGraph.unweighted(2).build().edges()).isZero();
  }

  @Test
  void holdsMoreEdgesThanAChunkOfTheBuffer() {
    int nodes = 70_000;
    UndirectedGraph.Builder builder = UndirectedGraph.weighted(nodes);
    for (int round = 0; round < 2; round++) {
      for (int node = nodes - 1; node > 0; node--) {
        builder.add(node, 0, node);
      }
    }
    UndirectedGraph graph = builder.build();
    assertThat(graph.degree(0)).isEqualTo(nodes - 1);
    assertThat(graph.duplicates()).isEqualTo(nodes - 1);
    assertThat(weights(graph, 0)[41]).isEqualTo(84);
    assertThat(weights(graph, 42)).containsExactly(84);
    assertThat(graph.strength(0)).isEqualTo((double) nodes * (nodes - 1));
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, -1", "3, 0", "0, 3", "5, 5"})
  void refusesAnEdgeToNowhere(int a, int b) {
    assertThatThrownBy(() -> UndirectedGraph.unweighted(3).add(a, b))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(a + "–" + b);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAWeightThatIsNoPositiveNumber(double weight) {
    assertThatThrownBy(() -> UndirectedGraph.weighted(2).add(0, 1, weight))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weight " + weight);
  }

  @Test
  void refusesAWeightWhereThereAreNone() {
    assertThatThrownBy(() -> UndirectedGraph.unweighted(2).add(0, 1, 2))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesANegativeNumberOfNodes() {
    assertThatThrownBy(() -> UndirectedGraph.unweighted(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void isTheSameInAnyOrderOfEdges(@ForAll("edgeLists") EdgeList edges, @ForAll long seed) {
    Random random = new Random(seed);
    List<Edge> repeated = new ArrayList<>();
    for (Edge e : edges.edges()) {
      for (int copies = 1 + random.nextInt(4); copies > 0; copies--) {
        repeated.add(new Edge(e.a(), e.b(), e.weight() / copies));
      }
    }
    UndirectedGraph graph = new EdgeList(edges.nodes(), repeated).graph();
    repeated.replaceAll(e -> random.nextBoolean() ? e : new Edge(e.b(), e.a(), e.weight()));
    Collections.shuffle(repeated, random);
    UndirectedGraph shuffled = new EdgeList(edges.nodes(), repeated).graph();
    assertThat(graph.edges()).isEqualTo(edges.edges().size());
    for (int node = 0; node < graph.nodes(); node++) {
      assertThat(neighbours(shuffled, node)).isEqualTo(neighbours(graph, node)).isSorted();
      assertThat(weights(shuffled, node)).isEqualTo(weights(graph, node));
    }
  }

  @Provide
  Arbitrary<EdgeList> edgeLists() {
    return RandomGraphs.edgeLists();
  }

  private static int[] neighbours(UndirectedGraph graph, int node) {
    int[] neighbours = new int[graph.degree(node)];
    Arrays.setAll(neighbours, i -> graph.neighbour(graph.rowStart(node) + i));
    return neighbours;
  }

  private static double[] weights(UndirectedGraph graph, int node) {
    double[] weights = new double[graph.degree(node)];
    Arrays.setAll(weights, i -> graph.weight(graph.rowStart(node) + i));
    return weights;
  }
}
