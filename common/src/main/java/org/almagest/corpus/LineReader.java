package org.almagest.corpus;

import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a stream as ranges of bytes, ended by LF or CR LF. A line beyond the limit is
 * streamed past, not held. A byte order mark at the start is passed over.
 */
final class LineReader {
  private final ByteWindow window;
  private long number;
  private int length;
  private boolean tooLong;
  private boolean started;
  private int toNext;

  LineReader(InputStream in, int maxLineBytes) {
    window = new ByteWindow(in, maxLineBytes);
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException {
    if (!started) {
      started = true;
      window.skipByteOrderMark();
    } else if (tooLong) {
      window.skipLine();
    } else {
      window.advance(toNext);
    }
    tooLong = false;
    length = 0;
    toNext = 0;
    if (!window.hasByte()) {
      return false;
    }
    number++;
    scan();
    return true;
  }

  /** 1-based number of the line. */
  long number() {
    return number;
  }

  /** Whether the line is longer than allowed; only {@link #head()} is known of it then. */
  boolean isTooLong() {
    return tooLong;
  }

  boolean isBlank() {
    byte[] bytes = window.bytes();
    for (int i = start(); i < end(); i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  /** The buffer that holds the line from {@link #start()} to {@link #end()}. */
  byte[] bytes() {
    return window.bytes();
  }

  int start() {
    return window.mark();
  }

  /** Behind the line's last byte; its line feed and carriage return are not part of it. */
  int end() {
    return window.mark() + length;
  }

  /** The line's first bytes, for a reject. */
  byte[] head() {
    return window.head(length);
  }

  private void scan() throws IOException {
    int at = 0;
    while (true) {
      byte[] bytes = window.bytes();
      int mark = window.mark();
      int bound = window.bound() - mark;
      while (at < bound && bytes[mark + at] != '\n') {
        at++;
      }
      length = at;
      toNext = at;
      if (at < bound) {
        toNext++;
        if (at > 0 && bytes[mark + at - 1] == '\r') {
          length--;
        }
        return;
      }
      if (window.beyondRecord(mark + at)) {
        tooLong = true;
        return;
      }
      if (!window.more()) {
        return;
      }
    }
  }
}
