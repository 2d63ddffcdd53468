package org.almagest.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.almagest.graph.RandomGraphs.EdgeList;
import org.junit.jupiter.api.Test;

/** Triangles one can count, and counting all triples. */
class TrianglesTest {
  @Test
  void findsTheTrianglesOfTheKarateClub() {
    Triangles triangles = Triangles.of(KnownGraphs.karateClub());
    assertThat(triangles.count()).isEqualTo(45);
    assertThat(triangles.transitivity()).isCloseTo(0.2557, within(5e-5));
    assertThat(triangles.through(0)).isEqualTo(18);
    assertThat(triangles.clustering(0)).isCloseTo(0.15, within(1e-12));
    assertThat(triangles.clustering(33)).isCloseTo(15.0 / 136, within(1e-12));
  }

  @Test
  void closesAllPairsOfACliqueAndNoneOfAStar() {
    Triangles clique = Triangles.of(KnownGraphs.clique(7));
    assertThat(clique.count()).isEqualTo(35);
    assertThat(clique.transitivity()).isEqualTo(1);
    assertThat(clique.clustering(3)).isEqualTo(1);
    Triangles star = Triangles.of(KnownGraphs.star(5));
    assertThat(star.count()).isZero();
    assertThat(star.transitivity()).isZero();
    assertThat(star.clustering(0)).isZero();
  }

  @Test
  void hasNoClusteringWithoutAPairOfNeighbours() {
    Triangles triangles = Triangles.of(KnownGraphs.undirected(3, 0, 1));
    assertThat(triangles.clustering(0)).isNaN();
    assertThat(triangles.clustering(2)).isNaN();
    assertThat(triangles.transitivity()).isNaN();
    assertThat(Triangles.of(KnownGraphs.undirected(0)).transitivity()).isNaN();
  }

  @Test
  void countsOneTriangleWithATailAndDuplicates() {
    // Node 2 has the pairs (0,1), (0,3), (1,3), of which one is closed.
    Triangles triangles =
        Triangles.of(KnownGraphs.undirected(4, 0, 1, 1, 0, 1, 2, 2, 0, 2, 3, 3, 3));
    assertThat(triangles.count()).isEqualTo(1);
    assertThat(triangles.clustering(2)).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(triangles.transitivity()).isCloseTo(3 / 5.0, within(1e-15));
  }

  @Property(tries = 200)
  void agreesWithCountingAllTriples(@ForAll("edgeLists") EdgeList edges) {
    UndirectedGraph graph = edges.graph();
    long[] through = new long[graph.nodes()];
    for (int a = 0; a < graph.nodes(); a++) {
      for (int b = 0; b < a; b++) {
        for (int c = 0; c < b; c++) {
          if (isEdge(graph, a, b) && isEdge(graph, b, c) && isEdge(graph, a, c)) {
            through[a]++;
            through[b]++;
            through[c]++;
          }
        }
      }
    }
    Triangles triangles = Triangles.of(graph);
    for (int node = 0; node < graph.nodes(); node++) {
      assertThat(triangles.through(node)).isEqualTo(through[node]);
    }
  }

  @Property(tries = 200)
  void followsTheNodesWhateverTheirNumbers(@ForAll("edgeLists") EdgeList edges, @ForAll long seed) {
    int[] names = edges.names(seed);
    Triangles triangles = Triangles.of(edges.graph());
    Triangles renamed = Triangles.of(edges.renamed(names).graph());
    for (int node = 0; node < names.length; node++) {
      assertThat(renamed.clustering(names[node])).isEqualTo((Double) triangles.clustering(node));
    }
    assertThat(renamed.transitivity()).isEqualTo((Double) triangles.transitivity());
  }

  @Provide
  Arbitrary<EdgeList> edgeLists() {
    return RandomGraphs.edgeLists();
  }

  private static boolean isEdge(UndirectedGraph graph, int a, int b) {
    return graph.rows().indexOf(a, b) >= 0;
  }
}
