package org.almagest.notebook.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Where axes, names and nodes go. */
class PlacesTest {

  @Test
  void ticksAreRoundNumbers() {
    Scale scale = Scale.around(0, 0.87, 5, 100, 0);

    assertThat(scale.ticks(5).stream().map(Scale::text))
        .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
    assertThat(scale.at(0.5)).isEqualTo(50);
    assertThat(new Scale(2010, 2025, 0, 1).wholeTicks(8))
        .containsExactly(2010.0, 2012.0, 2014.0, 2016.0, 2018.0, 2020.0, 2022.0, 2024.0);
    assertThat(Scale.around(3, 3, 5, 0, 1).ticks(5)).isNotEmpty();
  }

  @Property
  void aScaleHoldsItsValues(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double a,
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double b) {
    Scale scale = Scale.around(Math.min(a, b), Math.max(a, b), 6, 0, 100);

    assertThat(scale.at(a)).isBetween(-1e-6, 100 + 1e-6);
    assertThat(scale.at(b)).isBetween(-1e-6, 100 + 1e-6);
    assertThat(scale.ticks(6)).hasSizeBetween(2, 14);
  }

  @Property
  void namesAtTheEndsOfLinesKeepApartAndInOrder(
      @ForAll @Size(min = 1, max = 7) List<@DoubleRange(min = 0, max = 300) Double> wanted) {
    double[] ends = wanted.stream().mapToDouble(Double::doubleValue).toArray();

    double[] places = EndLabels.apart(ends, 15, 0);

    double[] sorted = places.clone();
    Arrays.sort(sorted);
    for (int i = 1; i < sorted.length; i++) {
      assertThat(sorted[i] - sorted[i - 1]).isGreaterThanOrEqualTo(15 - 1e-9);
    }
    assertThat(sorted[0]).isGreaterThanOrEqualTo(0);
    for (int i = 0; i < ends.length; i++) {
      for (int j = 0; j < ends.length; j++) {
        assertThat(ends[i] < ends[j] && places[i] > places[j]).isFalse();
      }
    }
  }

  @Test
  void namesThatAreFarApartStayWhereTheyAre() {
    assertThat(EndLabels.apart(new double[] {100, 20, 60}, 15, 0)).containsExactly(100, 20, 60);
    assertThat(EndLabels.apart(new double[] {50, 50}, 10, 0)).containsExactly(45, 55);
  }

  @Test
  void namesLieBesideEachOtherAndNotOnCircles() {
    LabelPlaces places = new LabelPlaces(0, 0, 400, 400, 12);
    places.circle(100, 100, 10);
    places.circle(130, 100, 10);

    assertThat(places.find(100, 100, 10, "left"))
        .as("the right is taken by the other circle")
        .hasValueSatisfying(p -> assertThat(p.anchor()).isEqualTo(Svg.Anchor.END));
    assertThat(places.find(130, 100, 10, "right"))
        .hasValueSatisfying(p -> assertThat(p.anchor()).isEqualTo(Svg.Anchor.START));
    assertThat(new LabelPlaces(0, 0, 20, 20, 12).find(10, 10, 5, "no room at all")).isEmpty();
  }

  @Test
  void circlesOnEachOtherArePushedApart() {
    List<Bubbles.Circle> circles = new ArrayList<>();
    IntStream.range(0, 5)
        .forEach(i -> circles.add(new Bubbles.Circle(100, 100 + i * 0.1, 10, 1, "c" + i, "")));

    List<Bubbles.Circle> apart = Bubbles.apart(circles);

    for (Bubbles.Circle a : apart) {
      for (Bubbles.Circle b : apart) {
        if (!a.equals(b)) {
          assertThat(Math.hypot(a.x() - b.x(), a.y() - b.y())).isGreaterThan(20);
        }
      }
    }
  }

  @Test
  void textIsCutWhereItDoesNotFit() {
    assertThat(TextWidth.cut("short", 12, 100)).isEqualTo("short");
    String cut = TextWidth.cut("a rather long label of a topic", 12, 100);
    assertThat(cut).endsWith("…").hasSizeLessThan(20);
    assertThat(TextWidth.of(cut, 12)).isLessThanOrEqualTo(100);
    assertThat(TextWidth.of("iii", 12)).isCloseTo(12 * 3 * 0.38, within(1e-9));
  }

  @Test
  void theMostFrequentGroupsHaveColours() {
    List<String> groups = new ArrayList<>(List.of("10", "9", "9", "", "10", "8"));
    assertThat(Bubbles.mainGroups(groups)).containsExactly("8", "9", "10");
    IntStream.range(20, 30).forEach(i -> groups.add("" + i));
    assertThat(Bubbles.mainGroups(groups)).hasSize(7).startsWith("9", "10", "8");
  }
}
