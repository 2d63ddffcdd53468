package org.almagest.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** P-values adjusted for the number of tests. */
class BenjaminiHochbergTest {
  private static final Offset<Double> TOLERANCE = within(1e-12);

  /** The fifteen p-values of section 3.2 of Benjamini and Hochberg (1995). */
  private static final double[] PAPER = {
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
    0.6528, 0.7590, 1.000
  };

  @Test
  void rejectsTheFourTestsOfThePaperAtFivePercent() {
    List<OptionalDouble> q = BenjaminiHochberg.adjusted(present(PAPER));
    assertThat(q.stream().filter(value -> value.getAsDouble() <= 0.05)).hasSize(4);
    assertThat(q.get(3)).hasValueCloseTo(0.0095 * 15 / 4, TOLERANCE); // 0.035625
    assertThat(q.get(4)).hasValueCloseTo(0.0201 * 15 / 5, TOLERANCE); // 0.0603
    // 0.0278 · 15 / 6 = 0.0695 is more than 0.0298 · 15 / 7 = 0.0639 behind it.
    assertThat(q.get(5)).hasValueCloseTo(0.0298 * 15 / 7, TOLERANCE);
    assertThat(q.get(14)).hasValue(1);
  }

  @Test
  void givesEqualPValuesTheSame() {
    assertThat(BenjaminiHochberg.adjusted(present(0.02, 0.5, 0.02)))
        .containsExactly(OptionalDouble.of(0.03), OptionalDouble.of(0.5), OptionalDouble.of(0.03));
  }

  @Test
  void doesNotCountTestsThatWereNotMade() {
    assertThat(
            BenjaminiHochberg.adjusted(
                List.of(OptionalDouble.empty(), OptionalDouble.of(0.01), OptionalDouble.empty())))
        .containsExactly(OptionalDouble.empty(), OptionalDouble.of(0.01), OptionalDouble.empty());
    assertThat(BenjaminiHochberg.adjusted(List.of())).isEmpty();
  }

  @Test
  void refusesWhatIsNoPValue() {
    assertThatThrownBy(() -> BenjaminiHochberg.adjusted(present(0.5, 1.5)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BenjaminiHochberg.adjusted(present(Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void keepsTheOrderNeverShrinksAndForgetsTheOrderOfTests(
      @ForAll @Size(min = 1, max = 40) List<@DoubleRange(max = 1) Double> values) {
    double[] p = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    List<OptionalDouble> q = BenjaminiHochberg.adjusted(present(p));
    for (int i = 0; i < p.length; i++) {
      assertThat(q.get(i).getAsDouble()).isBetween(p[i], 1.0);
      if (i > 0) {
        assertThat(q.get(i).getAsDouble()).isGreaterThanOrEqualTo(q.get(i - 1).getAsDouble());
      }
    }
    List<OptionalDouble> shuffled = new ArrayList<>(present(p));
    Collections.shuffle(shuffled, new Random(7));
    assertThat(BenjaminiHochberg.adjusted(shuffled)).containsExactlyInAnyOrderElementsOf(q);
  }

  private static List<OptionalDouble> present(double... values) {
    return Arrays.stream(values).mapToObj(OptionalDouble::of).toList();
  }
}
