package org.almagest.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Places of nodes, on graphs whose picture a person knows. */
class ForceLayoutTest {
  private static final int CLIQUE = 12;

  /** Two cliques with one edge between them. */
  private static ForceLayout twoCliques() {
    List<int[]> edges = new ArrayList<>();
    for (int offset : new int[] {0, CLIQUE}) {
      for (int a = 0; a < CLIQUE; a++) {
        for (int b = a + 1; b < CLIQUE; b++) {
          edges.add(new int[] {offset + a, offset + b});
        }
      }
    }
    edges.add(new int[] {0, CLIQUE});
    return layout(2 * CLIQUE, edges);
  }

  private static ForceLayout layout(int nodes, List<int[]> edges) {
    int[] ends = edges.stream().flatMapToInt(Arrays::stream).toArray();
    double[] weights = new double[edges.size()];
    Arrays.fill(weights, 1);
    return ForceLayout.of(nodes, ends, weights);
  }

  private static double distance(ForceLayout layout, int a, int b) {
    return Math.hypot(layout.x()[a] - layout.x()[b], layout.y()[a] - layout.y()[b]);
  }

  @Test
  void drawsCliquesApart() {
    ForceLayout layout = twoCliques();
    double within = 0;
    double nearestBetween = Double.MAX_VALUE;
    for (int a = 0; a < CLIQUE; a++) {
      for (int b = 0; b < CLIQUE; b++) {
        within = Math.max(within, distance(layout, a, b));
        if (a + b > 0) { // The two that are tied to each other may lie at the border.
          nearestBetween = Math.min(nearestBetween, distance(layout, a, CLIQUE + b));
        }
      }
    }
    double[] middle = new double[4];
    for (int a = 0; a < CLIQUE; a++) {
      middle[0] += layout.x()[a] / CLIQUE;
      middle[1] += layout.y()[a] / CLIQUE;
      middle[2] += layout.x()[CLIQUE + a] / CLIQUE;
      middle[3] += layout.y()[CLIQUE + a] / CLIQUE;
    }
    assertThat(Math.hypot(middle[0] - middle[2], middle[1] - middle[3]))
        .as("middles lie further apart than any two of a clique")
        .isGreaterThan(within);
    assertThat(nearestBetween).isPositive();
  }

  @Test
  void unrollsAPath() {
    List<int[]> edges = new ArrayList<>();
    for (int v = 0; v < 9; v++) {
      edges.add(new int[] {v, v + 1});
    }
    ForceLayout layout = layout(10, edges);
    assertThat(distance(layout, 0, 9)).isGreaterThan(3 * distance(layout, 4, 5));
  }

  @Test
  void givesTheSamePlacesForTheSameGraph() {
    assertThat(twoCliques().x()).isEqualTo(twoCliques().x());
    assertThat(twoCliques().y()).isEqualTo(twoCliques().y());
  }

  @Test
  void leavesNoTwoNodesUponOneAnother() {
    ForceLayout layout = twoCliques();
    double extent = 0;
    double nearest = Double.MAX_VALUE;
    for (int a = 0; a < 2 * CLIQUE; a++) {
      for (int b = 0; b < a; b++) {
        extent = Math.max(extent, distance(layout, a, b));
        nearest = Math.min(nearest, distance(layout, a, b));
      }
    }
    assertThat(nearest).isGreaterThan(extent / 50);
  }

  @Test
  void takesGraphsWithoutEdgesOrNodes() {
    assertThat(ForceLayout.of(0, new int[0], new double[0]).x()).isEmpty();
    assertThat(ForceLayout.of(1, new int[0], new double[0]).x()).hasSize(1);
    assertFinite(ForceLayout.of(3, new int[0], new double[0]));
  }

  @Test
  void staysFiniteWithAHubAndHeavyEdges() {
    int leaves = 500;
    int[] ends = new int[2 * leaves];
    double[] weights = new double[leaves];
    for (int e = 0; e < leaves; e++) {
      ends[2 * e + 1] = e + 1;
      weights[e] = 1L + 1_000L * (e % 7);
    }
    ForceLayout layout = ForceLayout.of(leaves + 1, ends, weights);
    assertFinite(layout);
  }

  private static void assertFinite(ForceLayout layout) {
    assertThat(Arrays.stream(layout.x()).allMatch(Double::isFinite)).isTrue();
    assertThat(Arrays.stream(layout.y()).allMatch(Double::isFinite)).isTrue();
  }

  @Test
  void refusesMoreNodesThanItIsMadeFor() {
    assertThatThrownBy(() -> ForceLayout.of(ForceLayout.MOST_NODES + 1, new int[0], new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
