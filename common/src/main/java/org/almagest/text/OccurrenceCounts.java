package org.almagest.text;

/**
 * Counts how often each number occurs and in how many papers, in an open-addressing hash of longs:
 * 20 bytes a slot, at most half of the slots taken.
 */
public final class OccurrenceCounts {
  private static final int FIRST_SLOTS = 1 << 12;

  private long[] keys = new long[FIRST_SLOTS];
  // 0 in a free slot.
  private int[] occurrences = new int[FIRST_SLOTS];
  private int[] papers = new int[FIRST_SLOTS];
  private int[] lastPaper = new int[FIRST_SLOTS];
  private int size;
  private int paper;

  /** Takes the counts. */
  @FunctionalInterface
  public interface Visitor {
    /** One number, the papers that hold it, and its occurrences in them. */
    void visit(long key, long papers, long occurrences);
  }

  /** What is added from now on is in another paper. */
  public void startPaper() {
    paper++;
  }

  /** One more occurrence in this paper. */
  public void add(long key) {
    int slot = slotOf(key);
    if (occurrences[slot] == 0) {
      if (++size > keys.length / 2) {
        grow();
        slot = slotOf(key);
      }
      keys[slot] = key;
      lastPaper[slot] = paper - 1;
    }
    occurrences[slot]++;
    if (lastPaper[slot] != paper) {
      lastPaper[slot] = paper;
      papers[slot]++;
    }
  }

  /** Number of distinct numbers. */
  public int size() {
    return size;
  }

  /** Tells all counts, in no order that means anything. */
  public void forEach(Visitor visitor) {
    for (int slot = 0; slot < keys.length; slot++) {
      if (occurrences[slot] > 0) {
        visitor.visit(keys[slot], papers[slot], occurrences[slot]);
      }
    }
  }

  private int slotOf(long key) {
    int mask = keys.length - 1;
    int slot = LongIndex.spread(key) & mask;
    while (occurrences[slot] > 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldOccurrences = occurrences;
    int[] oldPapers = papers;
    int[] oldLastPaper = lastPaper;
    int slots = keys.length * 2;
    keys = new long[slots];
    occurrences = new int[slots];
    papers = new int[slots];
    lastPaper = new int[slots];
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldOccurrences[old] > 0) {
        int slot = slotOf(oldKeys[old]);
        keys[slot] = oldKeys[old];
        occurrences[slot] = oldOccurrences[old];
        papers[slot] = oldPapers[old];
        lastPaper[slot] = oldLastPaper[old];
      }
    }
  }
}
