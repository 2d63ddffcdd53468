package org.almagest.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A window on a stream that starts at the current record. It holds at most the longest record
 * allowed and one chunk more, however long the stream's lines are. Offsets into {@link #bytes()} go
 * stale with {@link #more()}; what callers keep is relative to {@link #mark()}.
 */
final class ByteWindow {
  private static final int CHUNK = 1 << 17;

  private final InputStream in;
  private final int maxRecordBytes;
  private byte[] bytes = new byte[CHUNK];
  private int mark;
  private int limit;
  private long droppedBytes;
  private boolean ended;
  private boolean failed;

  ByteWindow(InputStream in, int maxRecordBytes) {
    this.in = in;
    this.maxRecordBytes = maxRecordBytes;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Index of the record's first byte. */
  int mark() {
    return mark;
  }

  /** Offset of the record's first byte in the stream. */
  long offset() {
    return droppedBytes + mark;
  }

  /**
   * End (exclusive) of what may be scanned now: the bytes at hand, but no more than one beyond the
   * longest record, so that what counts as too long does not depend on the buffer.
   */
  int bound() {
    return (int) Math.min(limit, (long) mark + maxRecordBytes + 1);
  }

  /** Whether an index lies beyond the longest record. */
  boolean beyondRecord(int index) {
    return index - mark > maxRecordBytes;
  }

  /** Reads on; false at the end of the stream. A failure ends the window for good. */
  boolean more() throws IOException {
    if (ended) {
      return false;
    }
    if (limit == bytes.length) {
      makeRoom();
    }
    int count;
    try {
      count = in.read(bytes, limit, bytes.length - limit);
    } catch (IOException e) {
      ended = true;
      failed = true;
      mark = limit;
      throw e;
    }
    if (count < 0) {
      ended = true;
      return false;
    }
    limit += count;
    return true;
  }

  /** Whether the record has a first byte. */
  boolean hasByte() throws IOException {
    while (mark == limit) {
      if (!more()) {
        return false;
      }
    }
    return true;
  }

  /** Starts the next record {@code count} bytes further on. */
  void advance(int count) {
    if (!failed) {
      mark += count;
    }
  }

  /** Starts the next record behind the next line feed, without holding what is skipped. */
  void skipLine() throws IOException {
    while (hasByte()) {
      while (mark < limit) {
        if (bytes[mark++] == '\n') {
          return;
        }
      }
    }
  }

  /** At the start of a stream: passes over a UTF-8 byte order mark. */
  void skipByteOrderMark() throws IOException {
    while (limit - mark < 3 && more()) {
      // Three bytes tell, and a stream may hand them out one by one.
    }
    if (limit - mark >= 3
        && bytes[mark] == (byte) 0xEF
        && bytes[mark + 1] == (byte) 0xBB
        && bytes[mark + 2] == (byte) 0xBF) {
      mark += 3;
    }
  }

  /** The record's first bytes: at most {@code length}, and at most what a reject keeps. */
  byte[] head(int length) {
    int kept = Math.min(Math.min(length, ReadResult.MAX_KEPT_BYTES), limit - mark);
    return Arrays.copyOfRange(bytes, mark, mark + kept);
  }

  private void makeRoom() {
    if (mark > 0) {
      System.arraycopy(bytes, mark, bytes, 0, limit - mark);
      droppedBytes += mark;
      limit -= mark;
      mark = 0;
    } else {
      long doubled = Math.min(2L * bytes.length, Math.max(maxRecordBytes + 1L, CHUNK));
      bytes = Arrays.copyOf(bytes, (int) Math.min(doubled, Integer.MAX_VALUE - 8));
    }
  }
}
