package org.almagest.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file's bytes as they are stored. Remembers a failure of the disk or network, which is no fault
 * of the file, and whether the end record of a zip archive went by.
 */
final class SourceStream extends FilterInputStream {
  /** {@code PK\5\6}: starts a zip archive's last record, which has 18 bytes more. */
  private static final int ZIP_END = 0x504B0506;

  private static final int ZIP_END_REST = 18;
  private static final int DRAIN_BYTES = 1 << 13;

  private boolean failed;
  private int lastFour;
  private long count;
  private long zipEndAt = -1;

  SourceStream(InputStream in) {
    super(in);
  }

  /** Whether reading the stored bytes themselves has failed. */
  boolean hasFailed() {
    return failed;
  }

  /** Stored bytes that were read. */
  long count() {
    return count;
  }

  /** Reads what is left and tells whether the stream ended as a whole zip archive does. */
  boolean endsAsZip() throws IOException {
    byte[] rest = new byte[DRAIN_BYTES];
    while (read(rest, 0, rest.length) >= 0) {
      // Its bytes are counted in read.
    }
    return zipEndAt >= 0 && count - zipEndAt >= ZIP_END_REST;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read;
    try {
      read = in.read(bytes, from, length);
    } catch (IOException e) {
      failed = true;
      throw e;
    }
    for (int i = from; i < from + read; i++) {
      lastFour = (lastFour << 8) | (bytes[i] & 0xFF);
      count++;
      if (lastFour == ZIP_END) {
        zipEndAt = count;
      }
    }
    return read;
  }

  @Override
  public long skip(long n) throws IOException {
    // By reading, so that nothing goes by unseen.
    return n <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(n, DRAIN_BYTES)]));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
