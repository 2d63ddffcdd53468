package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.almagest.stats.Silhouette;
import org.junit.jupiter.api.Test;

/** Areas of like topics. */
class TopicAreasTest {
  @Test
  void findsTheGroupsThereAre() {
    // Topics of three groups in turn: near in a group, far between groups.
    double[][] d = new double[9][9];
    for (int i = 0; i < 9; i++) {
      for (int j = 0; j < 9; j++) {
        d[i][j] = i == j ? 0 : i % 3 == j % 3 ? 0.2 : 0.8;
      }
    }
    double[] weights = new double[9];
    Arrays.setAll(weights, topic -> topic % 3 == 1 ? 0.2 : topic % 3 == 2 ? 0.1 : 0.03);
    TopicAreas areas = TopicAreas.of(d, weights);
    assertThat(areas.areas()).isEqualTo(3);
    assertThat(areas.silhouette()).hasValueCloseTo(0.75, within(1e-12));
    // Heaviest first.
    assertThat(areaOfEach(areas, 9)).containsExactly(2, 0, 1, 2, 0, 1, 2, 0, 1);
  }

  @Test
  void fewerThanFourTopicsAreOneArea() {
    double[][] d = {{0, 1, 9}, {1, 0, 9}, {9, 9, 0}};
    TopicAreas areas = TopicAreas.of(d, new double[] {1, 2, 3});
    assertThat(areas.areas()).isEqualTo(1);
    assertThat(areas.silhouette()).isEmpty();
    assertThat(areaOfEach(areas, 3)).containsOnly(0);
    assertThat(TopicAreas.of(new double[0][0], new double[0]).areas()).isZero();
  }

  @Test
  void topicsThatAreAllEquallyFarAreOneArea() {
    double[][] d = new double[7][7];
    for (int i = 0; i < 7; i++) {
      Arrays.fill(d[i], 0.5);
      d[i][i] = 0;
    }
    assertThat(TopicAreas.of(d, new double[7]).areas()).isEqualTo(1);
    assertThat(TopicAreas.of(new double[7][7], new double[7]).areas()).isEqualTo(1);
  }

  @Test
  void needsAWeightForEachTopic() {
    assertThatThrownBy(() -> TopicAreas.of(new double[2][2], new double[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 50)
  void numbersAreasWithoutGapsByFallingWeight(
      @ForAll @IntRange(min = 1, max = 40) int topics, @ForAll long seed) {
    double[][] d = TopicDistances.distances(RandomTopics.of(topics, 60, seed));
    double[] weights = new double[topics];
    Arrays.setAll(weights, topic -> 1.0 / (1 + topic));
    TopicAreas areas = TopicAreas.of(d, weights);
    int[] area = areaOfEach(areas, topics);
    assertThat(Arrays.stream(area).distinct().sorted().toArray())
        .containsExactly(IntStream.range(0, areas.areas()).toArray());
    assertThat(areas.areas()).isLessThanOrEqualTo((int) Math.ceil(Math.sqrt(topics)) + 4);
    areas
        .silhouette()
        .ifPresent(mean -> assertThat(mean).isCloseTo(Silhouette.mean(d, area), within(1e-12)));
    double[] sums = new double[areas.areas()];
    for (int topic = 0; topic < topics; topic++) {
      sums[area[topic]] += weights[topic];
    }
    for (int i = 1; i < sums.length; i++) {
      assertThat(sums[i]).isLessThanOrEqualTo(sums[i - 1]);
    }
  }

  private static int[] areaOfEach(TopicAreas areas, int topics) {
    return IntStream.range(0, topics).map(areas::areaOf).toArray();
  }
}
