package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Streams of random numbers, one for each document and sweep. */
class RandomStreamTest {
  @Test
  void drawsTheUpperBitsOfSplitMix64() {
    // The first outputs of SplitMix64 from the state 1234567, as published with it.
    String[] outputs = {
      "6457827717110365317",
      "3203168211198807973",
      "9817491932198370423",
      "4593380528125082431",
      "16408922859458223821"
    };
    long state = 1234567;
    for (String output : outputs) {
      state = RandomStream.next(state);
      long upper = Long.parseUnsignedLong(output) >>> 40;
      assertThat(RandomStream.uniform(state)).isEqualTo(upper / 16_777_216f);
    }
  }

  @Property
  void drawsFromZeroToBelowOne(@ForAll long state) {
    assertThat(RandomStream.uniform(state)).isGreaterThanOrEqualTo(0).isLessThan(1);
  }

  @Test
  void startsAStreamOfItsOwnForEachSeedSweepAndKey() {
    Set<Long> starts = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      for (long sweep = -1; sweep < 20; sweep++) {
        for (long key = 0; key < 20; key++) {
          starts.add(RandomStream.start(seed, sweep, key));
        }
      }
    }
    assertThat(starts).hasSize(20 * 21 * 20);
  }

  @Test
  void fillsTheUnitIntervalEvenlyOverNeighbouringKeysSweepsAndSeeds() {
    long[] overKeys = new long[16];
    long[] overSweeps = new long[16];
    long[] overSeeds = new long[16];
    for (int i = 0; i < 100_000; i++) {
      overKeys[sixteenth(RandomStream.start(7, 3, i))]++;
      overSweeps[sixteenth(RandomStream.start(7, i, 3))]++;
      overSeeds[sixteenth(RandomStream.start(i, 7, 3))]++;
    }
    double[] even = new double[16];
    Arrays.fill(even, 1.0 / 16);
    Frequencies.assertShares(overKeys, even);
    Frequencies.assertShares(overSweeps, even);
    Frequencies.assertShares(overSeeds, even);
  }

  private static int sixteenth(long start) {
    return (int) (16 * RandomStream.uniform(RandomStream.next(start)));
  }
}
