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
import org.almagest.graph.SearchPaths.Step;
import org.junit.jupiter.api.Test;

/** Paths one can draw, cycles that one can break, and more paths than a double holds. */
class SearchPathsTest {
  /** 5 and 4 cite 3 and 2; 3 cites 2 and 1; 2 cites 0. */
  private static final DirectedGraph PAPERS =
      KnownGraphs.directed(6, 5, 3, 4, 3, 4, 2, 3, 2, 3, 1, 2, 0);

  @Test
  void countsThePathsOverEachArc() {
    SearchPaths paths = of(PAPERS);
    // 5-3-2-0, 5-3-1, 4-3-2-0, 4-3-1 and 4-2-0.
    assertThat(paths.paths()).isEqualTo(5);
    assertThat(weight(paths, 5, 3)).isEqualTo(2 / 5.0);
    assertThat(weight(paths, 4, 3)).isEqualTo(2 / 5.0);
    assertThat(weight(paths, 4, 2)).isEqualTo(1 / 5.0);
    assertThat(weight(paths, 3, 2)).isEqualTo(2 / 5.0);
    assertThat(weight(paths, 2, 0)).isEqualTo(3 / 5.0);
    assertThat(paths.cyclicArcs()).isZero();
  }

  @Test
  void followsThePathWithTheLargestSum() {
    assertThat(of(PAPERS).mainPath()).as("4 and 5 are alike").containsExactly(4, 3, 2, 0);
  }

  @Test
  void tellsTheMainPathFromTheOldestCitationOn() {
    assertThat(of(PAPERS).mainPathSteps())
        .containsExactly(
            new Step(2, 0, 3, 3 / 5.0), new Step(3, 2, 2, 2 / 5.0), new Step(4, 3, 2, 2 / 5.0));
    assertThat(of(KnownGraphs.directed(3)).mainPathSteps()).isEmpty();
  }

  @Test
  void breaksACycleByDatesAndCountsWhatItLeftOut() {
    DirectedGraph cycle = KnownGraphs.directed(4, 0, 1, 1, 2, 2, 0, 3, 0);
    SearchPaths byNumber = of(cycle);
    assertThat(byNumber.cyclicArcs()).isEqualTo(2);
    assertThat(byNumber.mainPath()).containsExactly(2, 0);
    SearchPaths byDate = SearchPaths.of(cycle, new int[] {2003, 2002, 2001, 2004});
    assertThat(byDate.cyclicArcs()).isEqualTo(1);
    assertThat(byDate.mainPath()).containsExactly(3, 0, 1, 2);
  }

  @Test
  void keepsACitationOfALaterPaperOutsideACycle() {
    SearchPaths paths = SearchPaths.of(KnownGraphs.directed(2, 0, 1), new int[] {1990, 2000});
    assertThat(paths.cyclicArcs()).isZero();
    assertThat(paths.mainPath()).containsExactly(0, 1);
  }

  @Test
  void hasNoPathWithoutCitations() {
    assertThat(of(KnownGraphs.directed(3)).mainPath()).isEmpty();
    assertThat(of(KnownGraphs.directed(3)).paths()).isZero();
    assertThat(of(KnownGraphs.directed(0)).mainPath()).isEmpty();
    assertThat(of(KnownGraphs.directed(2, 1, 1)).mainPath()).as("a self-citation").isEmpty();
  }

  @Test
  void countsMorePathsThanADoubleHolds() {
    // 1,500 diamonds one after the other: each doubles the paths.
    int diamonds = 1_500;
    DirectedGraph.Builder builder = DirectedGraph.unweighted(3 * diamonds + 1);
    for (int i = 0; i < diamonds; i++) {
      int top = 3 * i + 3;
      builder.add(top, top - 1).add(top, top - 2).add(top - 1, top - 3).add(top - 2, top - 3);
    }
    SearchPaths paths = of(builder.build());
    assertThat(paths.paths()).isInfinite();
    assertThat(weight(paths, 3, 2)).isEqualTo(0.5);
    assertThat(weight(paths, 3 * diamonds - 1, 3 * diamonds - 3)).isEqualTo(0.5);
    assertThat(paths.mainPath()).hasSize(2 * diamonds + 1);
  }

  @Test
  void walksALongCycleWithoutRecursion() {
    int nodes = 200_000;
    DirectedGraph.Builder builder = DirectedGraph.unweighted(nodes);
    for (int node = 0; node < nodes; node++) {
      builder.add(node, (node + 1) % nodes);
    }
    assertThat(of(builder.build()).cyclicArcs()).isEqualTo(nodes - 1);
  }

  @Test
  void refusesPapersWithoutDates() {
    assertThatThrownBy(() -> SearchPaths.of(PAPERS, new int[5]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void sendsAsManyPathsIntoAPaperAsOutOfIt(@ForAll("edgeLists") EdgeList edges) {
    DirectedGraph graph = edges.directed();
    SearchPaths paths = of(graph);
    double[] into = new double[graph.nodes()];
    double[] outOf = new double[graph.nodes()];
    for (int node = 0; node < graph.nodes(); node++) {
      for (int arc = graph.outStart(node); arc < graph.outStart(node + 1); arc++) {
        outOf[node] += paths.weight(node, arc);
        into[graph.target(arc)] += paths.weight(node, arc);
      }
    }
    double started = 0;
    for (int node = 0; node < graph.nodes(); node++) {
      if (into[node] > 0 && outOf[node] > 0) {
        assertThat(outOf[node]).isCloseTo(into[node], within(1e-12));
      }
      started += into[node] == 0 ? outOf[node] : 0;
    }
    assertThat(started).isCloseTo(graph.arcs() > 0 ? 1 : 0, within(1e-12));
  }

  @Property(tries = 200)
  void tellsComponentsByWhoReachesWhom(@ForAll("edgeLists") EdgeList edges) {
    DirectedGraph graph = edges.directed();
    int[] component = StrongComponents.of(graph);
    boolean[][] reaches = new boolean[graph.nodes()][graph.nodes()];
    for (int node = 0; node < graph.nodes(); node++) {
      reach(graph, node, reaches[node]);
    }
    for (int a = 0; a < graph.nodes(); a++) {
      for (int b = 0; b < graph.nodes(); b++) {
        assertThat(component[a] == component[b])
            .isEqualTo(a == b || (reaches[a][b] && reaches[b][a]));
      }
    }
    assertThat(Arrays.stream(component).distinct().count())
        .isEqualTo(Arrays.stream(component).max().orElseThrow() + 1);
  }

  @Provide
  Arbitrary<EdgeList> edgeLists() {
    return RandomGraphs.edgeLists();
  }

  private static void reach(DirectedGraph graph, int node, boolean[] reached) {
    for (int arc = graph.outStart(node); arc < graph.outStart(node + 1); arc++) {
      if (!reached[graph.target(arc)]) {
        reached[graph.target(arc)] = true;
        reach(graph, graph.target(arc), reached);
      }
    }
  }

  private static SearchPaths of(DirectedGraph graph) {
    return SearchPaths.of(graph, new int[graph.nodes()]);
  }

  private static double weight(SearchPaths paths, int citing, int cited) {
    return paths.weight(citing, paths.arc(citing, cited).orElseThrow());
  }
}
