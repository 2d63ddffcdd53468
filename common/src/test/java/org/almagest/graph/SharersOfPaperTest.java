package org.almagest.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.almagest.graph.RandomGraphs.EdgeList;
import org.junit.jupiter.api.Test;

/** Papers from lists of sharers, against the search that has all of a graph. */
class SharersOfPaperTest {
  private record Pair(int paper, int other, int shared, double cosine, double association) {}

  @Test
  void comparesPapersByTheListsTheyStandIn() {
    // Paper 7 has four references, of which it shares two with 5 and one with 9.
    SharersOfPaper sharers = new SharersOfPaper();
    for (int[] list : new int[][] {{5, 2, 7, 4}, {7, 4, 5, 2, 9, 1}}) {
      for (int i = 0; i < list.length; i += 2) {
        sharers.add(list[i], list[i + 1]);
      }
    }
    assertThat(visited(sharers, 7, new CoupledPapers(10, 1, 10), 6))
        .containsExactly(
            new Pair(7, 5, 2, 2 / Math.sqrt(8), 2 / (8 / 6.0)),
            new Pair(7, 9, 1, 1 / Math.sqrt(4), 1 / (4 / 6.0)));
    assertThat(visited(sharers, 7, new CoupledPapers(10, 2, 10), 6)).hasSize(1);
    assertThat(visited(sharers, 7, new CoupledPapers(1, 1, 10), 6)).hasSize(1);
  }

  @Test
  void countsAsManyPapersAsThereAre() {
    SharersOfPaper sharers = new SharersOfPaper();
    int papers = 10_000;
    for (int list = 0; list < 3; list++) {
      for (int paper = 0; paper < papers; paper++) {
        // The numbers of those that share all three lists are far apart.
        if (list == 0 || paper % 1000 == 0) {
          sharers.add(paper, 3);
        }
      }
    }
    List<Pair> pairs = visited(sharers, 0, new CoupledPapers(papers, 1, papers), 3);
    assertThat(pairs).hasSize(papers - 1);
    assertThat(pairs.subList(0, 9))
        .extracting(Pair::other)
        .containsExactly(1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000);
    assertThat(pairs.subList(0, 9)).extracting(Pair::shared).containsOnly(3);
    assertThat(pairs.subList(9, papers - 1)).extracting(Pair::shared).containsOnly(1);
  }

  @Property(tries = 100)
  void findsToTheLastDigitWhatTheSearchFinds(
      @ForAll("edgeLists") EdgeList edges, @ForAll @IntRange(min = 2, max = 6) int mostSharers) {
    DirectedGraph graph = edges.directed();
    CoupledPapers limits = new CoupledPapers(3, 1, mostSharers);
    List<Pair> expected = new ArrayList<>();
    limits.forEach(graph, Coupling.BIBLIOGRAPHIC, into(expected));
    int[] sizes = new int[graph.nodes()];
    int items = 0;
    for (int item = 0; item < sizes.length; item++) {
      if (isItem(graph, item, mostSharers)) {
        items++;
        for (int at = graph.inStart(item); at < graph.inStart(item + 1); at++) {
          sizes[graph.source(at)]++;
        }
      }
    }
    List<Pair> found = new ArrayList<>();
    for (int paper = 0; paper < sizes.length; paper++) {
      SharersOfPaper sharers = new SharersOfPaper();
      for (int out = graph.outStart(paper); out < graph.outStart(paper + 1); out++) {
        int item = graph.target(out);
        if (isItem(graph, item, mostSharers)) {
          for (int at = graph.inStart(item); at < graph.inStart(item + 1); at++) {
            sharers.add(graph.source(at), sizes[graph.source(at)]);
          }
        }
      }
      if (sizes[paper] > 0) {
        sharers.visit(paper, limits, items, into(found));
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  private static boolean isItem(DirectedGraph graph, int item, int mostSharers) {
    return graph.inDegree(item) > 0 && graph.inDegree(item) <= mostSharers;
  }

  @Provide
  Arbitrary<EdgeList> edgeLists() {
    return RandomGraphs.edgeLists();
  }

  private static CoupledPapers.PairVisitor into(List<Pair> pairs) {
    return (paper, other, shared, cosine, association) ->
        pairs.add(new Pair(paper, other, shared, cosine, association));
  }

  private static List<Pair> visited(
      SharersOfPaper sharers, int paper, CoupledPapers limits, long items) {
    List<Pair> pairs = new ArrayList<>();
    sharers.visit(paper, limits, items, into(pairs));
    return pairs;
  }
}
