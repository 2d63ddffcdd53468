package org.almagest.text;

import java.io.Serializable;
import java.util.Arrays;

/** Finds the position of a number in a list of distinct numbers: a hash of longs. */
final class LongIndex implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] keys;
  // Position of the key in each slot, or -1 for a free one.
  private final int[] positions;
  private final int mask;

  LongIndex(long[] list) {
    // At most half full.
    int slots = Integer.highestOneBit(Math.max(4, list.length * 2 - 1)) * 2;
    keys = new long[slots];
    positions = new int[slots];
    mask = slots - 1;
    Arrays.fill(positions, -1);
    for (int position = 0; position < list.length; position++) {
      int slot = slotOf(list[position]);
      if (positions[slot] >= 0) {
        throw new IllegalArgumentException(list[position] + " is there twice");
      }
      keys[slot] = list[position];
      positions[slot] = position;
    }
  }

  /** The position of the number, or -1. */
  int find(long key) {
    return positions[slotOf(key)];
  }

  private int slotOf(long key) {
    int slot = spread(key) & mask;
    while (positions[slot] >= 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** A hash of all bits: Fibonacci hashing (Knuth 1973). */
  static int spread(long key) {
    long product = key * 0x9E3779B97F4A7C15L;
    return (int) (product >>> 32) ^ (int) (product >>> 50);
  }
}
