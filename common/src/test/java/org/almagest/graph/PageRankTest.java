package org.almagest.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.almagest.graph.RandomGraphs.EdgeList;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Graphs whose ranks are known in closed form, one from the literature, and invariants. */
class PageRankTest {
  private static final double DAMPING = 0.85;
  private static final PageRank PAGE_RANK = new PageRank(DAMPING, 1e-14, 1_000);
  private static final Offset<Double> TOLERANCE = within(1e-10);

  @Test
  void ranksAStarAsInClosedForm() {
    int leaves = 5;
    double[] ranks = PAGE_RANK.ranks(KnownGraphs.star(leaves));
    // With n = k + 1 nodes: hub = (1-d)/n + d k leaf and leaf = (1-d)/n + d hub / k, so
    // hub = (1 + d k) (1-d) / (n (1 - d²)) = (1 + d k) / (n (1 + d)).
    double hub = (1 + DAMPING * leaves) / ((leaves + 1) * (1 + DAMPING));
    assertThat(ranks[0]).isCloseTo(hub, TOLERANCE);
    for (int leaf = 1; leaf <= leaves; leaf++) {
      assertThat(ranks[leaf]).isCloseTo((1 - hub) / leaves, TOLERANCE);
    }
  }

  @Test
  void ranksAllNodesOfACliqueAlike() {
    assertThat(PAGE_RANK.ranks(KnownGraphs.clique(4)))
        .containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, TOLERANCE);
  }

  @Test
  void givesComponentsRankByTheirNumberOfNodes() {
    double[] ranks = PAGE_RANK.ranks(KnownGraphs.undirected(5, 0, 1, 2, 3, 3, 4));
    assertThat(ranks[0] + ranks[1]).isCloseTo(2 / 5.0, TOLERANCE);
    assertThat(ranks[2] + ranks[3] + ranks[4]).isCloseTo(3 / 5.0, TOLERANCE);
    assertThat(ranks[0]).isCloseTo(ranks[1], TOLERANCE);
    assertThat(ranks[3]).isGreaterThan(ranks[2]);
  }

  @Test
  void spreadsTheRankOfIsolatedNodesOverAll() {
    double[] ranks = PAGE_RANK.ranks(KnownGraphs.undirected(3, 0, 1));
    // The isolated node: r = (1-d)/3 + d r/3, so r = (1-d) / (3-d).
    double isolated = (1 - DAMPING) / (3 - DAMPING);
    assertThat(ranks)
        .containsExactly(
            new double[] {(1 - isolated) / 2, (1 - isolated) / 2, isolated}, TOLERANCE);
    assertThat(PAGE_RANK.ranks(KnownGraphs.undirected(4))).containsOnly(0.25);
  }

  @Test
  void sendsRankAlongEdgesByTheirWeight() {
    // A path 1 – 0 – 2 with weights 3 and 1: node 1 gets three times what node 2 gets from 0.
    double[] ranks = PAGE_RANK.ranks(UndirectedGraph.weighted(3).add(0, 1, 3).add(0, 2, 1).build());
    double base = (1 - DAMPING) / 3;
    double hub = (1 + 2 * DAMPING) / (3 * (1 + DAMPING));
    assertThat(ranks)
        .containsExactly(
            new double[] {hub, base + DAMPING * hub * 3 / 4, base + DAMPING * hub / 4}, TOLERANCE);
  }

  @Test
  void findsThePublishedRanksOfTheKarateClub() {
    UndirectedGraph club = KnownGraphs.karateClub();
    assertThat(club.edges()).isEqualTo(78);
    double[] ranks = PAGE_RANK.ranks(club);
    assertThat(ranks[33]).isCloseTo(0.1009, within(5e-5));
    assertThat(ranks[0]).isCloseTo(0.0970, within(5e-5));
    assertThat(Arrays.stream(ranks).max()).hasValue(ranks[33]);
  }

  @Test
  void ranksADirectedChainWithItsDanglingEnd() {
    // 0 → 1 → 2: ranks are as 1, 1 + d, 1 + d + d²; what leaves 2 is spread over all alike.
    double[] parts = {1, 1 + DAMPING, 1 + DAMPING + DAMPING * DAMPING};
    double sum = Arrays.stream(parts).sum();
    assertThat(PAGE_RANK.ranks(KnownGraphs.directed(3, 0, 1, 1, 2)))
        .containsExactly(Arrays.stream(parts).map(part -> part / sum).toArray(), TOLERANCE);
    // Without a cycle one step is enough, whichever way the numbers run.
    PageRank oneStep = new PageRank(DAMPING, 1e-14, 1);
    double[] backwards = oneStep.ranks(KnownGraphs.directed(3, 2, 1, 1, 0));
    assertThat(backwards[0]).isCloseTo(parts[2] / sum, TOLERANCE);
  }

  @Test
  void ranksWhatACycleCitesAfterTheCycle() {
    // 3 and 2 cite each other, 2 cites 1 as well and that 0.
    // In units of what each gets at least: r₂ = 1 + d r₃ and r₃ = 1 + d r₂ / 2.
    double inCycle = (1 + DAMPING) / (1 - DAMPING * DAMPING / 2);
    double cited = 1 + DAMPING * inCycle / 2;
    double[] parts = {1 + DAMPING * cited, cited, inCycle, cited};
    double sum = Arrays.stream(parts).sum();
    assertThat(PAGE_RANK.ranks(KnownGraphs.directed(4, 3, 2, 2, 3, 2, 1, 1, 0)))
        .containsExactly(Arrays.stream(parts).map(part -> part / sum).toArray(), TOLERANCE);
  }

  @Test
  void sendsRankAlongArcsByTheirWeight() {
    DirectedGraph graph = DirectedGraph.weighted(3).add(0, 1, 3).add(0, 2, 1).build();
    double sum = 3 + DAMPING;
    assertThat(PAGE_RANK.ranks(graph))
        .containsExactly(
            new double[] {1 / sum, (1 + DAMPING * 3 / 4) / sum, (1 + DAMPING / 4) / sum},
            TOLERANCE);
  }

  @Test
  void ranksAllNodesOfACycleAlike() {
    assertThat(PAGE_RANK.ranks(KnownGraphs.directed(4, 0, 1, 1, 2, 2, 3, 3, 0)))
        .containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, TOLERANCE);
  }

  @Property(tries = 200)
  void solvesItsEquationOnDirectedGraphs(@ForAll("edgeLists") EdgeList edges) {
    DirectedGraph graph = edges.directed();
    double[] ranks = PAGE_RANK.ranks(graph);
    double[] expected = new double[ranks.length];
    double dangling = 0;
    for (int node = 0; node < ranks.length; node++) {
      dangling += graph.outDegree(node) == 0 ? ranks[node] : 0;
      CompressedRows out = graph.out();
      for (int at = graph.outStart(node); at < graph.outStart(node + 1); at++) {
        expected[graph.target(at)] += DAMPING * ranks[node] * out.weight[at] / out.sum(node);
      }
    }
    for (int node = 0; node < ranks.length; node++) {
      expected[node] += (1 - DAMPING + DAMPING * dangling) / ranks.length;
    }
    assertThat(ranks).containsExactly(expected, within(1e-12));
  }

  @Property(tries = 200)
  void agreesWithTheUndirectedGraphWhereEveryArcHasItsReverse(@ForAll("edgeLists") EdgeList edges) {
    DirectedGraph.Builder both = DirectedGraph.weighted(edges.nodes());
    edges.edges().forEach(e -> both.add(e.a(), e.b(), e.weight()).add(e.b(), e.a(), e.weight()));
    assertThat(PAGE_RANK.ranks(both.build()))
        .containsExactly(PAGE_RANK.ranks(edges.graph()), within(1e-12));
  }

  @Test
  void isUniformWithoutDamping() {
    double[] ranks = new PageRank(0, 1e-12, 100).ranks(KnownGraphs.star(3));
    assertThat(ranks).containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, TOLERANCE);
  }

  @Test
  void isEmptyForAGraphWithoutNodes() {
    assertThat(PAGE_RANK.ranks(KnownGraphs.undirected(0))).isEmpty();
  }

  @Test
  void stopsAfterTheGivenNumberOfIterations() {
    // One step over 0 → 1 → 2 from the uniform vector, each node from the newest before it.
    double base = (1 - DAMPING) / 3;
    double second = base + DAMPING * base;
    double third = base + DAMPING * second;
    double sum = base + second + third;
    assertThat(new PageRank(DAMPING, 1e-14, 1).ranks(KnownGraphs.directed(3, 0, 1, 1, 2)))
        .containsExactly(new double[] {base / sum, second / sum, third / sum}, TOLERANCE);
    assertThat(new PageRank(DAMPING, 1e-14, 1).ranks(KnownGraphs.path(4)))
        .isNotEqualTo(PAGE_RANK.ranks(KnownGraphs.path(4)));
  }

  @Test
  void overshootsBelowNoRankThatIsPossible() {
    // Most leave their first rank for one far below; steps that are too long must not go on.
    UndirectedGraph alone = KnownGraphs.undirected(50, 0, 1);
    double isolated = (1 - DAMPING) / (50 - 48 * DAMPING);
    UndirectedGraph star = KnownGraphs.star(60);
    for (int steps : new int[] {1, 2, 3, 1_000}) {
      PageRank few = new PageRank(DAMPING, 1e-14, steps);
      assertThat(Arrays.stream(few.ranks(alone)).sum()).isCloseTo(1, TOLERANCE);
      assertThat(few.ranks(alone)[7]).isCloseTo(isolated, TOLERANCE);
      assertThat(Arrays.stream(few.ranks(star)).min().orElseThrow()).isPositive();
    }
  }

  @Test
  void refusesParametersWithoutMeaning() {
    for (double damping : new double[] {-0.1, 1, Double.NaN}) {
      assertThatThrownBy(() -> new PageRank(damping, 1e-9, 10))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new PageRank(DAMPING, 0, 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PageRank(DAMPING, 1e-9, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void sumsToOneWithNoRankBelowItsShareOfTheRestarts(@ForAll("edgeLists") EdgeList edges) {
    double[] ranks = PAGE_RANK.ranks(edges.graph());
    assertThat(Arrays.stream(ranks).sum()).isCloseTo(1, TOLERANCE);
    assertThat(Arrays.stream(ranks).min().orElseThrow())
        .isGreaterThanOrEqualTo((1 - DAMPING) / edges.nodes() - 1e-12);
  }

  @Property(tries = 200)
  void followsTheNodesWhateverTheirNumbers(@ForAll("edgeLists") EdgeList edges, @ForAll long seed) {
    int[] names = edges.names(seed);
    double[] ranks = PAGE_RANK.ranks(edges.graph());
    double[] renamed = PAGE_RANK.ranks(edges.renamed(names).graph());
    for (int node = 0; node < ranks.length; node++) {
      assertThat(renamed[names[node]]).isCloseTo(ranks[node], within(1e-12));
    }
  }

  @Provide
  Arbitrary<EdgeList> edgeLists() {
    return RandomGraphs.edgeLists();
  }
}
