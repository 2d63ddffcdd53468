package org.almagest.topic;

/**
 * SplitMix64 (Steele, Lea and Flood 2014) as functions of its state, so that each of many documents
 * can have a stream of its own in an array of longs.
 */
final class RandomStream {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final float UNIT = 0x1.0p-24f;

  private RandomStream() {}

  /** The state of a stream that depends on all three. */
  static long start(long seed, long sweep, long key) {
    return mix(mix(seed + GOLDEN_GAMMA * (sweep + 1)) ^ key);
  }

  /** The state after the next draw. */
  static long next(long state) {
    return state + GOLDEN_GAMMA;
  }

  /** The draw that belongs to a state: a number from 0 to below 1. */
  static float uniform(long state) {
    return (mix(state) >>> 40) * UNIT;
  }

  private static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
