package org.almagest.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  /** Zachary (1977): who met whom outside the karate club; members are numbered from 1. */
  private static final int[] KARATE_CLUB = {
    1, 2, 1, 3, 1, 4, 1, 5, 1, 6, 1, 7, 1, 8, 1, 9, 1, 11, 1, 12, 1, 13, 1, 14, 1, 18, 1, 20, 1, 22,
    1, 32, 2, 3, 2, 4, 2, 8, 2, 14, 2, 18, 2, 20, 2, 22, 2, 31, 3, 4, 3, 8, 3, 9, 3, 10, 3, 14, 3,
    28, 3, 29, 3, 33, 4, 8, 4, 13, 4, 14, 5, 7, 5, 11, 6, 7, 6, 11, 6, 17, 7, 17, 9, 31, 9, 33, 9,
    34, 10, 34, 14, 34, 15, 33, 15, 34, 16, 33, 16, 34, 19, 33, 19, 34, 20, 34, 21, 33, 21, 34, 23,
    33, 23, 34, 24, 26, 24, 28, 24, 30, 24, 33, 24, 34, 25, 26, 25, 28, 25, 32, 26, 32, 27, 30, 27,
    34, 28, 34, 29, 32, 29, 34, 30, 33, 30, 34, 31, 33, 31, 34, 32, 33, 32, 34, 33, 34
  };

  @Test
  void ranksAStarAsInClosedForm() {
    int leaves = 5;
    double[] ranks = PAGE_RANK.ranks(unweighted(leaves + 1, 0, 1, 0, 2, 0, 3, 0, 4, 0, 5));
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
    assertThat(PAGE_RANK.ranks(unweighted(4, 0, 1, 0, 2, 0, 3, 1, 2, 1, 3, 2, 3)))
        .containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, TOLERANCE);
  }

  @Test
  void givesComponentsRankByTheirNumberOfNodes() {
    double[] ranks = PAGE_RANK.ranks(unweighted(5, 0, 1, 2, 3, 3, 4));
    assertThat(ranks[0] + ranks[1]).isCloseTo(2 / 5.0, TOLERANCE);
    assertThat(ranks[2] + ranks[3] + ranks[4]).isCloseTo(3 / 5.0, TOLERANCE);
    assertThat(ranks[0]).isCloseTo(ranks[1], TOLERANCE);
    assertThat(ranks[3]).isGreaterThan(ranks[2]);
  }

  @Test
  void spreadsTheRankOfIsolatedNodesOverAll() {
    double[] ranks = PAGE_RANK.ranks(unweighted(3, 0, 1));
    // The isolated node: r = (1-d)/3 + d r/3, so r = (1-d) / (3-d).
    double isolated = (1 - DAMPING) / (3 - DAMPING);
    assertThat(ranks)
        .containsExactly(
            new double[] {(1 - isolated) / 2, (1 - isolated) / 2, isolated}, TOLERANCE);
    assertThat(PAGE_RANK.ranks(unweighted(4))).containsOnly(0.25);
  }

  @Test
  void sendsRankAlongEdgesByTheirWeight() {
    // A path 1 – 0 – 2 with weights 3 and 1: node 1 gets three times what node 2 gets from 0.
    double[] ranks =
        PAGE_RANK.ranks(UndirectedGraph.of(3, new int[] {0, 1, 0, 2}, new double[] {3, 1}));
    double base = (1 - DAMPING) / 3;
    double hub = (1 + 2 * DAMPING) / (3 * (1 + DAMPING));
    assertThat(ranks)
        .containsExactly(
            new double[] {hub, base + DAMPING * hub * 3 / 4, base + DAMPING * hub / 4}, TOLERANCE);
  }

  @Test
  void findsThePublishedRanksOfTheKarateClub() {
    assertThat(KARATE_CLUB).hasSize(2 * 78);
    int[] ends = Arrays.stream(KARATE_CLUB).map(member -> member - 1).toArray();
    double[] ranks = PAGE_RANK.ranks(unweighted(34, ends));
    assertThat(ranks[33]).isCloseTo(0.1009, within(5e-5));
    assertThat(ranks[0]).isCloseTo(0.0970, within(5e-5));
    assertThat(Arrays.stream(ranks).max()).hasValue(ranks[33]);
  }

  @Test
  void isUniformWithoutDamping() {
    double[] ranks = new PageRank(0, 1e-12, 100).ranks(unweighted(4, 0, 1, 0, 2, 0, 3));
    assertThat(ranks).containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, TOLERANCE);
  }

  @Test
  void isEmptyForAGraphWithoutNodes() {
    assertThat(PAGE_RANK.ranks(unweighted(0))).isEmpty();
  }

  @Test
  void stopsAfterTheGivenNumberOfIterations() {
    // One step from the uniform vector of a star with three leaves: the hub gets 3/4 of d.
    double[] ranks = new PageRank(DAMPING, 1e-14, 1).ranks(unweighted(4, 0, 1, 0, 2, 0, 3));
    assertThat(ranks[0]).isCloseTo((1 - DAMPING) / 4 + DAMPING * 3 / 4, TOLERANCE);
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
    int[] names = shuffled(edges.nodes(), seed);
    double[] ranks = PAGE_RANK.ranks(edges.graph());
    double[] renamed = PAGE_RANK.ranks(edges.renamed(names).graph());
    for (int node = 0; node < ranks.length; node++) {
      assertThat(renamed[names[node]]).isCloseTo(ranks[node], TOLERANCE);
    }
  }

  @Provide
  Arbitrary<EdgeList> edgeLists() {
    return RandomGraphs.edgeLists();
  }

  private static int[] shuffled(int nodes, long seed) {
    List<Integer> names = IntStream.range(0, nodes).boxed().collect(Collectors.toList());
    Collections.shuffle(names, new Random(seed));
    return names.stream().mapToInt(Integer::intValue).toArray();
  }

  private static UndirectedGraph unweighted(int nodes, int... ends) {
    double[] weights = new double[ends.length / 2];
    Arrays.fill(weights, 1);
    return UndirectedGraph.of(nodes, ends, weights);
  }
}
