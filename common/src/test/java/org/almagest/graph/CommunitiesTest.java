package org.almagest.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommunitiesTest {
  private static final int ITERATIONS = 10;

  private static Communities of(UndirectedGraph graph) {
    return Communities.of(graph, 1, ITERATIONS, 1);
  }

  @Test
  void findsTheGreatestModularityOfTheKarateClub() {
    // 0.4198 is its maximum, with four communities (Brandes et al. 2008).
    Communities communities = of(KnownGraphs.karateClub());
    assertThat(communities.modularity()).isCloseTo(0.4198, within(5e-5));
    assertThat(communities.count()).isEqualTo(4);
    // The instructor and the president parted.
    assertThat(communities.of(0)).isNotEqualTo(communities.of(33));
  }

  @Test
  void separatesTwoTrianglesThatAnEdgeJoins() {
    UndirectedGraph graph = KnownGraphs.undirected(7, 0, 1, 1, 2, 2, 0, 2, 3, 3, 4, 4, 5, 5, 3);
    Communities communities = of(graph);
    assertThat(IntStream.range(0, 7).map(communities::of)).containsExactly(0, 0, 0, 1, 1, 1, 2);
    assertThat(IntStream.range(0, 3).map(communities::size)).containsExactly(3, 3, 1);
    // Each: 3 of 7 edges within, half of the strength.
    assertThat(communities.contribution(0)).isCloseTo(3 / 7.0 - 1 / 4.0, within(1e-12));
    assertThat(communities.contribution(2)).isZero();
    assertThat(communities.modularity()).isCloseTo(6 / 7.0 - 1 / 2.0, within(1e-12));
  }

  @Test
  void weighsEdges() {
    // A path of four: the heavy edge in the middle holds its ends together.
    UndirectedGraph graph =
        UndirectedGraph.weighted(4).add(0, 1, 1).add(1, 2, 10).add(2, 3, 1).build();
    Communities communities = of(graph);
    assertThat(communities.of(1)).isEqualTo(communities.of(2));
  }

  @Test
  void aHigherResolutionGivesSmallerCommunities() {
    UndirectedGraph graph = KnownGraphs.karateClub();
    assertThat(Communities.of(graph, 4, ITERATIONS, 1).count()).isGreaterThan(of(graph).count());
    assertThat(Communities.of(graph, 0.1, ITERATIONS, 1).count()).isEqualTo(1);
  }

  @Test
  void theSameSeedGivesTheSameCommunities() {
    UndirectedGraph graph = KnownGraphs.karateClub();
    Communities first = Communities.of(graph, 1, ITERATIONS, 5);
    Communities second = Communities.of(graph, 1, ITERATIONS, 5);
    assertThat(IntStream.range(0, 34).map(first::of).toArray())
        .isEqualTo(IntStream.range(0, 34).map(second::of).toArray());
  }

  @Test
  void nodesWithoutEdgesAreAlone() {
    Communities communities = of(KnownGraphs.undirected(3));
    assertThat(IntStream.range(0, 3).map(communities::of)).containsExactly(0, 1, 2);
    assertThat(communities.modularity()).isZero();
    assertThat(of(KnownGraphs.undirected(0)).count()).isZero();
  }
}
