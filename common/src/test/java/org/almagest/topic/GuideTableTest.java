package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GuideTableTest {
  private static final int BEFORE = 3;

  @Test
  void findsWhatASearchFromTheFirstPlaceFinds() {
    Random random = new Random(1);
    for (int size = 1; size <= 200; size++) {
      float[] sums = sums(random, size);
      char[] guides = new char[sums.length];
      GuideTable.make(sums, guides, BEFORE, size);
      for (int place = BEFORE; place < sums.length; place++) {
        assertFound(sums, guides, size, Math.nextDown(sums[place]));
        assertFound(sums, guides, size, sums[place]);
        assertFound(sums, guides, size, random.nextFloat() * sums[sums.length - 1]);
      }
      assertFound(sums, guides, size, 0);
      assertFound(sums, guides, size, 2 * sums[sums.length - 1]);
    }
  }

  /** With places before that are another row's, sums that stay the same, and very unequal steps. */
  private static float[] sums(Random random, int size) {
    float[] sums = new float[BEFORE + size];
    float sum = 0;
    for (int place = BEFORE; place < sums.length; place++) {
      sum +=
          random.nextInt(4) == 0 && sum > 0 ? 0 : (float) Math.pow(random.nextDouble(), 6) + 1e-9f;
      sums[place] = sum;
    }
    return sums;
  }

  private static void assertFound(float[] sums, char[] guides, int size, float draw) {
    int expected = BEFORE;
    while (expected < sums.length - 1 && sums[expected] <= draw) {
      expected++;
    }
    assertThat(GuideTable.firstAbove(sums, guides, BEFORE, size, draw)).isEqualTo(expected);
  }
}
