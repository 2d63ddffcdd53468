package org.almagest.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlockMessageTest {
  static double[][] values() {
    return new double[][] {
      {}, {0}, {7}, {0, 0, 0, 5, 0, 0}, {1, 2, 3}, {1, 0, 3}, {0, -2, 0}, {Double.NaN, 0, 0, 0}
    };
  }

  @ParameterizedTest
  @MethodSource("values")
  void agreedValuesComeToTheirPlaces(double[] values) {
    double[] view = new double[values.length + 3];
    BlockMessage message = BlockMessage.ofAgreed(4, values);
    assertThat(message.from()).isEqualTo(4);
    assertThat(message.unpack(view, 2)).isEqualTo(values.length + 2);
    double[] expected = new double[view.length];
    System.arraycopy(values, 0, expected, 2, values.length);
    assertThat(view).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("values")
  void zerosDoNotTravelWhereTheyAreMany(double[] values) {
    int others = 0;
    for (double value : values) {
      others += value == 0 ? 0 : 1;
    }
    int travel = BlockMessage.ofAgreed(4, values).values().length;
    assertThat(travel).isEqualTo(3 * others >= 2 * values.length ? values.length : others);
  }
}
