package org.almagest.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.almagest.graph.RandomGraphs.EdgeList;
import org.junit.jupiter.api.Test;

/** Cores of graphs where one sees them, and by peeling node after node. */
class CoreNumbersTest {
  @Test
  void findsTheFourCoresOfTheKarateClub() {
    int[] core = CoreNumbers.of(KnownGraphs.karateClub());
    assertThat(Arrays.stream(core).max()).hasValue(4);
    long[] sizes = new long[5];
    Arrays.stream(core).forEach(c -> sizes[c]++);
    assertThat(sizes).containsExactly(0, 1, 11, 12, 10);
    assertThat(core[0]).isEqualTo(4);
    assertThat(core[33]).isEqualTo(4);
    assertThat(core[11]).as("member 12 knows one only").isEqualTo(1);
  }

  @Test
  void isTheDegreeInACliqueAndOneInAStar() {
    assertThat(CoreNumbers.of(KnownGraphs.clique(6))).containsOnly(5);
    assertThat(CoreNumbers.of(KnownGraphs.star(4))).containsOnly(1);
    assertThat(CoreNumbers.of(KnownGraphs.path(3))).containsOnly(1);
  }

  @Test
  void leavesATailOutsideTheTriangle() {
    // A triangle 0, 1, 2 with a tail 2 – 3 – 4, a pair apart, and one alone.
    assertThat(CoreNumbers.of(KnownGraphs.undirected(8, 0, 1, 1, 2, 2, 0, 2, 3, 3, 4, 5, 6)))
        .containsExactly(2, 2, 2, 1, 1, 1, 1, 0);
  }

  @Test
  void isEmptyForAGraphWithoutNodes() {
    assertThat(CoreNumbers.of(KnownGraphs.undirected(0))).isEmpty();
  }

  @Property(tries = 300)
  void agreesWithPeelingTheSmallestDegree(@ForAll("edgeLists") EdgeList edges) {
    UndirectedGraph graph = edges.graph();
    assertThat(CoreNumbers.of(graph)).isEqualTo(peeled(graph));
  }

  @Property(tries = 200)
  void followsTheNodesWhateverTheirNumbers(@ForAll("edgeLists") EdgeList edges, @ForAll long seed) {
    int[] names = edges.names(seed);
    int[] core = CoreNumbers.of(edges.graph());
    int[] renamed = CoreNumbers.of(edges.renamed(names).graph());
    for (int node = 0; node < core.length; node++) {
      assertThat(renamed[names[node]]).isEqualTo(core[node]);
    }
  }

  @Provide
  Arbitrary<EdgeList> edgeLists() {
    return RandomGraphs.edgeLists();
  }

  /** By the definition: for each k, nodes with fewer than k neighbours go until none has. */
  private static int[] peeled(UndirectedGraph graph) {
    int[] core = new int[graph.nodes()];
    boolean[] gone = new boolean[graph.nodes()];
    for (int k = 1; k <= graph.nodes(); k++) {
      boolean changed = true;
      while (changed) {
        changed = false;
        for (int node = 0; node < graph.nodes(); node++) {
          if (!gone[node] && left(graph, gone, node) < k) {
            gone[node] = true;
            core[node] = k - 1;
            changed = true;
          }
        }
      }
    }
    return core;
  }

  private static int left(UndirectedGraph graph, boolean[] gone, int node) {
    int left = 0;
    for (int at = graph.rowStart(node); at < graph.rowStart(node + 1); at++) {
      left += gone[graph.neighbour(at)] ? 0 : 1;
    }
    return left;
  }
}
