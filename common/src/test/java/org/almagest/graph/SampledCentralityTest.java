package org.almagest.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.almagest.graph.RandomGraphs.EdgeList;
import org.junit.jupiter.api.Test;

/** Graphs whose shortest paths one can count, and the mean of many samples. */
class SampledCentralityTest {
  private static final long SEED = 11;

  @Test
  void putsTheHubOfAStarBetweenAllPairsOfLeaves() {
    SampledCentrality star = exact(KnownGraphs.star(5));
    assertThat(star.betweenness(0)).isEqualTo(10);
    assertThat(star.betweenness(3)).isZero();
    assertThat(star.harmonicCloseness(0)).isCloseTo(1, within(1e-15));
    assertThat(star.harmonicCloseness(3)).isCloseTo((1 + 4 / 2.0) / 5, within(1e-15));
    assertThat(star.betweennessError(0)).isZero();
    assertThat(star.harmonicClosenessError(3)).isZero();
  }

  @Test
  void countsThePairsOnBothSidesOfAPathsNode() {
    SampledCentrality path = exact(KnownGraphs.path(5));
    assertThat(path.betweenness(0)).isZero();
    assertThat(path.betweenness(1)).isEqualTo(3);
    assertThat(path.betweenness(2)).isEqualTo(4);
    assertThat(path.harmonicCloseness(0))
        .isCloseTo((1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0) / 4, within(1e-15));
  }

  @Test
  void sharesAPairAmongItsShortestPaths() {
    // A square: each node is on one of the two paths between its neighbours.
    assertThat(exact(KnownGraphs.undirected(4, 0, 1, 1, 2, 2, 3, 3, 0)).betweenness(2))
        .isEqualTo(0.5);
    assertThat(exact(KnownGraphs.clique(5)).betweenness(2)).isZero();
  }

  @Test
  void addsNothingForNodesThatAreNotReached() {
    SampledCentrality pairs = exact(KnownGraphs.undirected(5, 0, 1, 2, 3));
    assertThat(pairs.harmonicCloseness(0)).isEqualTo(0.25);
    assertThat(pairs.harmonicCloseness(4)).isZero();
    assertThat(exact(KnownGraphs.undirected(1)).harmonicCloseness(0)).isZero();
  }

  @Test
  void findsThePublishedBetweennessOfTheKarateClub() {
    SampledCentrality club = exact(KnownGraphs.karateClub());
    assertThat(club.betweenness(0)).isCloseTo(231.0714, within(5e-5));
    assertThat(club.betweenness(33)).isCloseTo(160.5516, within(5e-5));
    assertThat(club.betweenness(32)).isCloseTo(76.6905, within(5e-5));
  }

  @Test
  void drawsTheSameNodesForTheSameSeed() {
    UndirectedGraph club = KnownGraphs.karateClub();
    SampledCentrality one = SampledCentrality.of(club, 9, SEED);
    SampledCentrality same = SampledCentrality.of(club, 9, SEED);
    SampledCentrality other = SampledCentrality.of(club, 9, SEED + 1);
    assertThat(one.betweenness(0)).isEqualTo(same.betweenness(0));
    assertThat(one.betweenness(0)).isNotEqualTo(other.betweenness(0));
  }

  @Test
  void isRightOnAverageAndByItsOwnStandardError() {
    UndirectedGraph club = KnownGraphs.karateClub();
    SampledCentrality exact = exact(club);
    int samples = 4_000;
    for (int node : new int[] {0, 2, 33}) {
      double mean = 0;
      double squares = 0;
      double variance = 0;
      double closeness = 0;
      double closenessVariance = 0;
      double closenessSquares = 0;
      for (int seed = 0; seed < samples; seed++) {
        SampledCentrality sampled = SampledCentrality.of(club, 12, seed);
        mean += sampled.betweenness(node) / samples;
        squares += Math.pow(sampled.betweenness(node) - exact.betweenness(node), 2) / samples;
        variance += Math.pow(sampled.betweennessError(node), 2) / samples;
        double off = sampled.harmonicCloseness(node) - exact.harmonicCloseness(node);
        closeness += off / samples;
        closenessSquares += off * off / samples;
        closenessVariance += Math.pow(sampled.harmonicClosenessError(node), 2) / samples;
      }
      // Means of 4,000: four standard errors of the mean are 6 % of that of a sample.
      assertThat(mean).isCloseTo(exact.betweenness(node), within(0.065 * Math.sqrt(squares)));
      assertThat(closeness).isCloseTo(0, within(0.065 * Math.sqrt(closenessSquares)));
      assertThat(variance / squares).isBetween(0.85, 1.15);
      assertThat(closenessVariance / closenessSquares).isBetween(0.85, 1.15);
    }
  }

  @Test
  void knowsNoErrorFromOneOfSeveralNodes() {
    assertThat(SampledCentrality.of(KnownGraphs.path(3), 1, SEED).betweennessError(1)).isNaN();
  }

  @Test
  void refusesToEstimateFromNothing() {
    UndirectedGraph path = KnownGraphs.path(3);
    assertThatThrownBy(() -> SampledCentrality.of(path, 0, SEED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 100)
  void followsTheNodesWhateverTheirNumbers(@ForAll("edgeLists") EdgeList edges, @ForAll long seed) {
    int[] names = edges.names(seed);
    SampledCentrality centrality = exact(edges.unweighted());
    SampledCentrality renamed = exact(edges.renamed(names).graph());
    for (int node = 0; node < names.length; node++) {
      assertThat(renamed.betweenness(names[node]))
          .isCloseTo(centrality.betweenness(node), within(1e-10));
      assertThat(renamed.harmonicCloseness(names[node]))
          .isCloseTo(centrality.harmonicCloseness(node), within(1e-12));
    }
  }

  @Provide
  Arbitrary<EdgeList> edgeLists() {
    return RandomGraphs.edgeLists();
  }

  private static SampledCentrality exact(UndirectedGraph graph) {
    return SampledCentrality.of(graph, Integer.MAX_VALUE, SEED);
  }
}
