package org.almagest.sample;

/**
 * Random numbers that depend on a seed, a number (of a paper, a group, …) and a purpose alone, so
 * that any paper can be made without those before it. SplitMix64 (Steele, Lea and Flood, 2014),
 * written out because the JDK does not promise that its generators keep their sequences.
 */
final class Draws {
  /** What the numbers are for: each purpose has a stream of its own. */
  enum Purpose {
    TOPICS(1),
    AUTHORS(2),
    TEXT(3),
    REFERENCES(4),
    DATES(5),
    DUPLICATES(6),
    FAULTS(7),
    RECORD(8),
    GROUPS(9),
    INSTITUTIONS(10);

    private final long stream;

    Purpose(long stream) {
      this.stream = stream;
    }
  }

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  Draws(long seed, long number, Purpose purpose) {
    state = hash(seed, number, purpose);
  }

  /** 64 well-mixed bits of the three. */
  static long hash(long seed, long number, Purpose purpose) {
    long h = mix(seed + GOLDEN_GAMMA * purpose.stream);
    return mix(h ^ mix(number + GOLDEN_GAMMA));
  }

  /** A hash as a number of [0, 1). */
  static double fraction(long hash) {
    return (hash >>> 11) * 0x1p-53;
  }

  long nextBits() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Uniform on [0, 1). */
  double nextFraction() {
    return fraction(nextBits());
  }

  boolean happens(double probability) {
    return nextFraction() < probability;
  }

  /** Uniform on [0, bound) but for a bias below bound / 2^64. */
  long below(long bound) {
    return Math.multiplyHigh(nextBits() >>> 1, bound << 1);
  }

  /** Uniform on [0, bound). */
  int below(int bound) {
    return (int) below((long) bound);
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
