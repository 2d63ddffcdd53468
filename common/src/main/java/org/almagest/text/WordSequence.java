package org.almagest.text;

import java.util.Arrays;

/**
 * The words of a text by number, in order, with a {@link #GAP} where two are no neighbours. One
 * sequence is used for text after text.
 */
public final class WordSequence {
  /** Stands between words that are no neighbours, or for a word without a number. */
  public static final int GAP = -1;

  private static final int LOW_BITS = 0x7f;
  private static final int CONTINUED = 0x80;

  private int[] words = new int[256];
  private int length;

  /** Forgets all words. */
  public void clear() {
    length = 0;
  }

  /** Appends a word, from 0, or a gap. */
  public void add(int word) {
    if (length == words.length) {
      words = Arrays.copyOf(words, length * 2);
    }
    words[length++] = word;
  }

  /** Number of words and gaps. */
  public int length() {
    return length;
  }

  /** The word at a position, or {@link #GAP}; a gap beyond the end. */
  public int get(int position) {
    return position < length ? words[position] : GAP;
  }

  /**
   * The runs of two or more words, a gap between each two runs: word + 1 or 0 for a gap, seven bits
   * a byte, the lowest first, the highest bit set on all bytes but the last.
   */
  public byte[] encodeRuns() {
    byte[] bytes = new byte[length * 5];
    int end = 0;
    boolean open = false;
    for (int i = 0; i < length; i++) {
      boolean inRun = words[i] >= 0 && (open || get(i + 1) >= 0);
      if (inRun) {
        end = write(words[i] + 1, bytes, end);
      } else if (open) {
        end = write(0, bytes, end);
      }
      open = inRun;
    }
    return Arrays.copyOf(bytes, end);
  }

  private static int write(int number, byte[] bytes, int start) {
    int end = start;
    int rest = number;
    while (rest > LOW_BITS) {
      bytes[end++] = (byte) ((rest & LOW_BITS) | CONTINUED);
      rest >>>= 7;
    }
    bytes[end++] = (byte) rest;
    return end;
  }

  /** Takes the place of this sequence's words by those that {@link #encodeRuns} wrote. */
  public void decode(byte[] bytes) {
    clear();
    int i = 0;
    while (i < bytes.length) {
      int number = 0;
      int shift = 0;
      while (bytes[i] < 0) {
        number |= (bytes[i++] & LOW_BITS) << shift;
        shift += 7;
      }
      number |= bytes[i++] << shift;
      add(number - 1);
    }
  }
}
