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

/** Each of the three parts alone, and what they come to together. */
class AttRankTest {
  private static final Offset<Double> TOLERANCE = within(1e-10);

  /** 2 and 3 cite 0, in 2000 and 2010; 3 cites 1. */
  private static final DirectedGraph PAPERS = KnownGraphs.directed(4, 2, 0, 3, 0, 3, 1);

  private static final int[] YEARS = {1990, 1995, 2000, 2010};

  @Test
  void countsRecentCitationsForAttention() {
    assertThat(rank(0, 1, 0, 5, 0).ranks(PAPERS, YEARS, 2011))
        .containsExactly(new double[] {0.5, 0.5, 0, 0}, TOLERANCE);
    assertThat(rank(0, 1, 0, 12, 0).ranks(PAPERS, YEARS, 2011))
        .containsExactly(new double[] {2 / 3.0, 1 / 3.0, 0, 0}, TOLERANCE);
    assertThat(rank(0, 1, 0, 1, 0).ranks(PAPERS, YEARS, 2011))
        .as("nothing was cited in the last year")
        .containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, TOLERANCE);
  }

  @Test
  void prefersTheYoungByTheDecay() {
    double[] ranks = rank(0, 0, 1, 1, 0.1).ranks(PAPERS, YEARS, 2010);
    assertThat(ranks[3] / ranks[2]).isCloseTo(Math.E, TOLERANCE);
    assertThat(Arrays.stream(ranks).sum()).isCloseTo(1, TOLERANCE);
    int[] unknown = {AttRank.UNKNOWN_YEAR, 2010, 2010, 2012};
    assertThat(rank(0, 0, 1, 1, 0.1).ranks(PAPERS, unknown, 2010))
        .containsExactly(new double[] {0, 1 / 3.0, 1 / 3.0, 1 / 3.0}, TOLERANCE);
  }

  @Test
  void mixesTheThreePartsByTheirShares() {
    // 1 → 0, with r = ½ (P r + D / 2) + ¼ A + ¼ T, A = (1, 0), T = (½, ½) without decay:
    // r₀ = ½ (r₁ + r₀ / 2) + 3/8 and r₁ = r₀ / 4 + 1/8, so that r₀ = 7/10.
    double[] ranks =
        new AttRank(0.5, 0.25, 0.25, 1, 0, 1e-14)
            .ranks(KnownGraphs.directed(2, 1, 0), new int[] {2000, 2001}, 2001);
    assertThat(ranks).containsExactly(new double[] {0.7, 0.3}, TOLERANCE);
  }

  @Test
  void isEmptyForAGraphWithoutNodes() {
    assertThat(rank(0.5, 0.5, 0, 1, 0).ranks(KnownGraphs.directed(0), new int[0], 2000)).isEmpty();
  }

  @Test
  void refusesParametersWithoutMeaning() {
    assertThatThrownBy(() -> rank(0.5, 0.2, 0.2, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rank(1, 0, 0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rank(0.5, 0.5, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rank(0.5, 0.5, 0, 1, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rank(0.5, 0.5, 0, 1, 0).ranks(PAPERS, new int[3], 2000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 100)
  void isPageRankWithoutAttentionAndDecay(@ForAll("edgeLists") EdgeList edges) {
    DirectedGraph.Builder unweighted = DirectedGraph.unweighted(edges.nodes());
    edges.edges().forEach(e -> unweighted.add(e.a(), e.b()));
    DirectedGraph graph = unweighted.build();
    assertThat(rank(0.6, 0, 0.4, 1, 0).ranks(graph, new int[edges.nodes()], 0))
        .containsExactly(new PageRank(0.6, 1e-14, 1_000).ranks(graph), TOLERANCE);
  }

  @Provide
  Arbitrary<EdgeList> edgeLists() {
    return RandomGraphs.edgeLists();
  }

  private static AttRank rank(
      double citations, double attention, double youth, int years, double decay) {
    return new AttRank(citations, attention, youth, years, decay, 1e-14);
  }
}
