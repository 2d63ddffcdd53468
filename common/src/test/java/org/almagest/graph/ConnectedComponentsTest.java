package org.almagest.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.almagest.graph.RandomGraphs.EdgeList;
import org.junit.jupiter.api.Test;

/** Components, numbered by size and then by their smallest node. */
class ConnectedComponentsTest {
  @Test
  void numbersComponentsByFallingSize() {
    // 0 – 1, 2 – 3 – 4 – 5, and 6 alone.
    assertThat(components(7, 0, 1, 4, 5, 3, 4, 2, 3)).containsExactly(1, 1, 0, 0, 0, 0, 2);
  }

  @Test
  void putsTheSmallestNodeFirstAmongComponentsOfOneSize() {
    assertThat(components(6, 4, 1, 0, 5, 3, 2)).containsExactly(0, 1, 2, 2, 1, 0);
  }

  @Test
  void givesANodeWithoutEdgesAComponentOfItsOwn() {
    assertThat(components(3)).containsExactly(0, 1, 2);
  }

  @Test
  void isEmptyForAGraphWithoutNodes() {
    assertThat(components(0)).isEmpty();
  }

  @Test
  void findsALongPathWithoutRecursion() {
    ConnectedComponents path = ConnectedComponents.of(KnownGraphs.path(200_000));
    assertThat(path.count()).isEqualTo(1);
    assertThat(path.size(0)).isEqualTo(200_000);
  }

  @Test
  void callsTheLargestComponentGiantUnlessAnotherIsAsLarge() {
    ConnectedComponents one = ConnectedComponents.of(KnownGraphs.undirected(5, 0, 1, 2, 3, 3, 4));
    assertThat(one.count()).isEqualTo(2);
    assertThat(one.isInGiant(2)).isTrue();
    assertThat(one.isInGiant(0)).isFalse();
    ConnectedComponents two = ConnectedComponents.of(KnownGraphs.undirected(4, 0, 1, 2, 3));
    assertThat(two.isInGiant(0)).isFalse();
    assertThat(ConnectedComponents.of(KnownGraphs.karateClub()).isInGiant(33)).isTrue();
  }

  @Property
  void joinsTheEndsOfEveryEdgeAndNumbersWithoutGaps(@ForAll("edgeLists") EdgeList edges) {
    int[] component = components(edges.graph());
    assertThat(edges.edges()).allMatch(edge -> component[edge.a()] == component[edge.b()]);
    int components = Arrays.stream(component).max().orElse(-1) + 1;
    long[] size = new long[components];
    Arrays.stream(component).forEach(c -> size[c]++);
    for (int c = 1; c < components; c++) {
      assertThat(size[c]).isBetween(1L, size[c - 1]);
    }
    assertThat(components).isGreaterThanOrEqualTo(edges.nodes() - edges.edges().size());
  }

  @Provide
  Arbitrary<EdgeList> edgeLists() {
    return RandomGraphs.edgeLists();
  }

  private static int[] components(int nodes, int... ends) {
    return components(KnownGraphs.undirected(nodes, ends));
  }

  private static int[] components(UndirectedGraph graph) {
    ConnectedComponents components = ConnectedComponents.of(graph);
    return IntStream.range(0, graph.nodes()).map(components::component).toArray();
  }
}
