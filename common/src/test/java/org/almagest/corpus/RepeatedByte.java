package org.almagest.corpus;

import java.io.InputStream;
import java.util.Arrays;

/** A long stream of one byte that takes no memory. */
final class RepeatedByte extends InputStream {
  private final byte value;
  private long left;

  RepeatedByte(char value, long count) {
    this.value = (byte) value;
    this.left = count;
  }

  @Override
  public int read() {
    return left-- > 0 ? value : -1;
  }

  @Override
  public int read(byte[] bytes, int from, int length) {
    if (left <= 0) {
      return -1;
    }
    int count = (int) Math.min(left, length);
    Arrays.fill(bytes, from, from + count, value);
    left -= count;
    return count;
  }
}
