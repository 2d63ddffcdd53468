package org.almagest.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.almagest.graph.RandomGraphs.EdgeList;
import org.junit.jupiter.api.Test;

/** A few papers whose references one can compare by hand. */
class CoupledPapersTest {
  private static final CoupledPapers ALL = new CoupledPapers(100, 1, 100);

  /** Papers 3, 4 and 5 cite {0, 1}, {0, 1, 2} and {2}. */
  private static final DirectedGraph PAPERS =
      KnownGraphs.directed(6, 3, 0, 3, 1, 4, 0, 4, 1, 4, 2, 5, 2);

  private record Pair(int paper, int other, int shared, double cosine, double association) {}

  @Test
  void couplesPapersBySharedReferences() {
    List<Pair> pairs = pairs(ALL, PAPERS, Coupling.BIBLIOGRAPHIC);
    assertThat(pairs).extracting(Pair::paper).containsExactly(3, 4, 4, 5);
    assertThat(pairs).extracting(Pair::other).containsExactly(4, 3, 5, 4);
    assertThat(pairs).extracting(Pair::shared).containsExactly(2, 2, 1, 1);
    assertThat(pairs.get(0).cosine()).isCloseTo(2 / Math.sqrt(6), within(1e-15));
    // By chance 3 and 4 would share 2 · 3 / 3 of the three references.
    assertThat(pairs.get(0).association()).isCloseTo(1, within(1e-15));
    assertThat(pairs.get(2).association()).isCloseTo(1, within(1e-15));
  }

  @Test
  void couplesPapersBySharedCitingPapers() {
    List<Pair> pairs = pairs(ALL, PAPERS, Coupling.CO_CITATION);
    assertThat(pairs).extracting(Pair::paper).containsExactly(0, 0, 1, 1, 2, 2);
    assertThat(pairs).extracting(Pair::other).containsExactly(1, 2, 0, 2, 0, 1);
    assertThat(pairs.get(0).cosine()).isCloseTo(1, within(1e-15));
    assertThat(pairs.get(0).association()).isCloseTo(2 * 3 / 4.0, within(1e-15));
    assertThat(pairs.get(1).cosine()).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void keepsTheTopAndWhatSharesEnough() {
    assertThat(pairs(new CoupledPapers(1, 1, 100), PAPERS, Coupling.CO_CITATION))
        .extracting(Pair::other)
        .containsExactly(1, 0, 0);
    assertThat(pairs(new CoupledPapers(9, 2, 100), PAPERS, Coupling.CO_CITATION))
        .extracting(Pair::paper)
        .containsExactly(0, 1);
  }

  @Test
  void leavesOutWhatTooManyShare() {
    // All four cite 0; only 1 and 2 cite 5 as well, which then is all they have.
    DirectedGraph graph = KnownGraphs.directed(6, 1, 0, 2, 0, 3, 0, 4, 0, 1, 5, 2, 5);
    List<Pair> pairs = new ArrayList<>();
    int leftOut =
        new CoupledPapers(9, 1, 3)
            .forEach(
                graph,
                Coupling.BIBLIOGRAPHIC,
                (p, q, shared, cosine, association) ->
                    pairs.add(new Pair(p, q, shared, cosine, association)));
    assertThat(leftOut).isEqualTo(1);
    assertThat(pairs).extracting(Pair::paper).containsExactly(1, 2);
    assertThat(pairs).extracting(Pair::cosine).containsOnly(1.0);
  }

  @Test
  void visitsPapersInAnyOrder() {
    CoupledPapers.Search search = ALL.search(PAPERS, Coupling.BIBLIOGRAPHIC);
    List<Integer> others = new ArrayList<>();
    for (int paper = 5; paper >= 0; paper--) {
      search.visit(paper, (p, q, shared, cosine, association) -> others.add(q));
    }
    assertThat(others).containsExactly(4, 3, 5, 4);
    assertThat(search.leftOut()).isZero();
  }

  @Test
  void findsNothingInAnEmptyGraph() {
    assertThat(pairs(ALL, KnownGraphs.directed(0), Coupling.BIBLIOGRAPHIC)).isEmpty();
    assertThat(pairs(ALL, KnownGraphs.directed(3), Coupling.CO_CITATION)).isEmpty();
  }

  @Test
  void refusesLimitsWithoutMeaning() {
    assertThatThrownBy(() -> new CoupledPapers(0, 1, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CoupledPapers(1, 0, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CoupledPapers(1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 100)
  void countsWhatBothRowsHoldAndKeepsTheBest(@ForAll("edgeLists") EdgeList edges) {
    DirectedGraph graph = edges.directed();
    List<Pair> all = pairs(ALL, graph, Coupling.BIBLIOGRAPHIC);
    int expected = 0;
    for (int p = 0; p < graph.nodes(); p++) {
      for (int q = 0; q < graph.nodes(); q++) {
        expected += p != q && shared(graph, p, q) > 0 ? 1 : 0;
      }
    }
    assertThat(all).hasSize(expected);
    assertThat(all)
        .allMatch(pair -> pair.shared() == shared(graph, pair.paper(), pair.other()))
        .allMatch(pair -> pair.cosine() > 0 && pair.cosine() < 1 + 1e-12);
    List<Pair> best = pairs(new CoupledPapers(2, 1, 100), graph, Coupling.BIBLIOGRAPHIC);
    List<Pair> firstTwo = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i < 2 || all.get(i - 2).paper() != all.get(i).paper()) {
        firstTwo.add(all.get(i));
      }
    }
    assertThat(best).isEqualTo(firstTwo);
  }

  @Provide
  Arbitrary<EdgeList> edgeLists() {
    return RandomGraphs.edgeLists();
  }

  private static int shared(DirectedGraph graph, int p, int q) {
    int shared = 0;
    for (int at = graph.outStart(p); at < graph.outStart(p + 1); at++) {
      shared += graph.out().indexOf(q, graph.target(at)) >= 0 ? 1 : 0;
    }
    return shared;
  }

  private static List<Pair> pairs(CoupledPapers coupled, DirectedGraph graph, Coupling coupling) {
    List<Pair> pairs = new ArrayList<>();
    coupled.forEach(
        graph,
        coupling,
        (p, q, shared, cosine, association) ->
            pairs.add(new Pair(p, q, shared, cosine, association)));
    return pairs;
  }
}
