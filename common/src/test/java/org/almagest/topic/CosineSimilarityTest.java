package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Cosines between topics of two models. */
class CosineSimilarityTest {
  @Test
  void followsTheFormula() {
    SparseDistribution p = SparseDistribution.of(new int[] {0, 1}, new double[] {0.6, 0.4});
    SparseDistribution q = SparseDistribution.of(new int[] {1, 7}, new double[] {0.5, 0.5});
    SparseDistribution r = SparseDistribution.of(new int[] {3}, new double[] {1});
    double[][] cosine = CosineSimilarity.between(List.of(p, r), List.of(q, p, r));
    // p · q = 0.4 · 0.5; |p|² = 0.36 + 0.16; |q|² = 0.25 + 0.25.
    assertThat(cosine[0][0]).isCloseTo(0.2 / Math.sqrt(0.52 * 0.5), within(1e-12));
    assertThat(cosine[0][1]).isCloseTo(1, within(1e-12));
    assertThat(cosine[0][2]).isZero();
    assertThat(cosine[1]).containsExactly(0, 0, 1);
  }

  @Test
  void ofModelsWithoutTopicsIsEmpty() {
    SparseDistribution p = SparseDistribution.of(new int[] {0}, new double[] {1});
    assertThat(CosineSimilarity.between(List.of(), List.of(p))).isEmpty();
    assertThat(CosineSimilarity.between(List.of(p), List.of())[0]).isEmpty();
  }

  @Property(tries = 100)
  void turnsWithTheModels(@ForAll @IntRange(min = 1, max = 30) int terms, @ForAll long seed) {
    List<SparseDistribution> first = RandomTopics.of(4, terms, seed);
    List<SparseDistribution> second = RandomTopics.of(3, terms, seed + 1);
    double[][] forth = CosineSimilarity.between(first, second);
    double[][] back = CosineSimilarity.between(second, first);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(forth[i][j]).isCloseTo(back[j][i], within(1e-12)).isBetween(0.0, 1.0);
      }
    }
  }
}
