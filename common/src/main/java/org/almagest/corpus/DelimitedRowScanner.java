package org.almagest.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Finds the rows and fields of text whose fields are separated by tabs or commas, with CSV quoting
 * (RFC 4180): a field that starts with a quote runs to the next lone quote, may hold delimiters and
 * line feeds, and doubles its quotes. It works on bytes; a field becomes a string only when asked
 * for.
 *
 * <p>After a faulty row the scanner goes on at the line after the one on which the row starts, so
 * an unbalanced quote costs no other row. Where a row's quotes are in order and only the number of
 * its columns is wrong, those of its further lines that make no row either belong to it and are not
 * reported again.
 */
final class DelimitedRowScanner {
  /** What was found. */
  enum Outcome {
    ROW,
    WRONG_COLUMN_COUNT,
    TOO_LONG,
    STRAY_QUOTE,
    UNCLOSED_QUOTE,
    END
  }

  private static final int END_OF_INPUT = -1;
  private static final int FAULT = -2;
  private static final int MAX_COLUMNS = 1024;

  private final ByteWindow window;
  private final byte delimiter;
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private boolean[] escaped = new boolean[32];
  private byte[] unescaped = new byte[256];
  private int columns;
  private int expectedColumns;
  private long line = 1;
  private int lineFeeds;
  private Outcome outcome = Outcome.END;
  private boolean started;
  private long reportedUntil;

  // The scan's cursor; byte offsets below are relative to the window's mark where they are kept.
  private byte[] bytes;
  private int at;
  private int bound;

  /**
   * @param delimiter what separates fields: an ASCII character other than a quote or a line feed
   */
  DelimitedRowScanner(InputStream in, char delimiter, int maxRecordBytes) {
    this.window = new ByteWindow(in, maxRecordBytes);
    this.delimiter = (byte) delimiter;
  }

  /** From the next row on, a row must have this many columns. */
  void expectColumns(int count) {
    expectedColumns = count;
  }

  /** Goes to the next row that is not blank. */
  Outcome next() throws IOException {
    do {
      leaveRow();
      outcome = scanRow();
    } while (isBlankRow() || isReported());
    if (outcome == Outcome.WRONG_COLUMN_COUNT) {
      reportedUntil = window.offset() + (at - window.mark());
    }
    return outcome;
  }

  /** What was found last. */
  Outcome outcome() {
    return outcome;
  }

  /** Whether the row's first byte is that of an ASCII character. */
  boolean startsWith(char first) {
    return window.head(1)[0] == first;
  }

  /** 1-based line on which the row starts. */
  long line() {
    return line;
  }

  /** Number of columns of the row. */
  int columns() {
    return columns;
  }

  /** Whether the field has no bytes. */
  boolean isEmpty(int column) {
    return starts[column] == ends[column];
  }

  /**
   * The field's text, unquoted.
   *
   * @throws RecordFault where it is not UTF-8
   */
  String text(int column) throws RecordFault {
    int from = window.mark() + starts[column];
    int to = window.mark() + ends[column];
    if (!escaped[column]) {
      return Utf8.decode(window.bytes(), from, to);
    }
    if (unescaped.length < to - from) {
      unescaped = new byte[to - from];
    }
    int length = 0;
    byte[] source = window.bytes();
    for (int i = from; i < to; i++) {
      unescaped[length++] = source[i];
      if (source[i] == '"') {
        i++; // the second of two
      }
    }
    return Utf8.decode(unescaped, 0, length);
  }

  /** The row's first bytes as they stand in the file. */
  byte[] raw() {
    int end = at - window.mark();
    if (outcome == Outcome.ROW || outcome == Outcome.WRONG_COLUMN_COUNT) {
      while (end > 0 && (bytes[window.mark() + end - 1] == '\n')) {
        end--;
      }
    }
    return window.head(end);
  }

  /** What is wrong with a row that is none. */
  RecordFault fault() {
    return switch (outcome) {
      case TOO_LONG ->
          new RecordFault(
              RejectReason.RECORD_TOO_LONG, "The row is longer than the longest record allowed.");
      case STRAY_QUOTE ->
          new RecordFault(
              RejectReason.MALFORMED_RECORD, "Text stands behind the closing quote of a field.");
      case UNCLOSED_QUOTE ->
          new RecordFault(RejectReason.MALFORMED_RECORD, "A quoted field is not closed.");
      case WRONG_COLUMN_COUNT ->
          new RecordFault(
              RejectReason.MALFORMED_RECORD,
              "The row has " + columns + " columns in place of " + expectedColumns + ".");
      case ROW, END -> throw new IllegalStateException(outcome + " is no fault");
    };
  }

  private void leaveRow() throws IOException {
    if (!started) {
      started = true;
      window.skipByteOrderMark();
    } else if (outcome == Outcome.ROW) {
      line += lineFeeds + 1;
      window.advance(at - window.mark());
    } else if (outcome != Outcome.END) {
      line++;
      window.skipLine();
    }
  }

  private boolean isBlankRow() {
    boolean whole = outcome == Outcome.ROW || outcome == Outcome.WRONG_COLUMN_COUNT;
    if (!whole || columns != 1 || starts[0] != ends[0]) {
      return false;
    }
    outcome = Outcome.ROW; // its column count does not matter
    return true;
  }

  private boolean isReported() {
    return outcome != Outcome.ROW && outcome != Outcome.END && window.offset() < reportedUntil;
  }

  private Outcome scanRow() throws IOException {
    columns = 0;
    lineFeeds = 0;
    if (!window.hasByte()) {
      return Outcome.END;
    }
    at = window.mark();
    bound = window.bound();
    bytes = window.bytes();
    int end;
    do {
      end = reach() && bytes[at] == '"' ? quotedField() : plainField();
    } while (end == delimiter);
    if (end == FAULT) {
      return outcome;
    }
    return expectedColumns > 0 && columns != expectedColumns
        ? Outcome.WRONG_COLUMN_COUNT
        : Outcome.ROW;
  }

  private int plainField() throws IOException {
    int start = at - window.mark();
    while (reach()) {
      byte[] source = bytes;
      byte separator = delimiter;
      int i = at;
      int end = bound;
      while (i < end && source[i] != separator && source[i] != '\n') {
        i++;
      }
      at = i;
      if (i < end) {
        boolean carriageReturn =
            source[i] == '\n' && i > window.mark() + start && source[i - 1] == '\r';
        field(start, i - window.mark() - (carriageReturn ? 1 : 0), false);
        at++;
        return source[i];
      }
    }
    if (window.beyondRecord(at)) {
      return fault(Outcome.TOO_LONG);
    }
    field(start, at - window.mark(), false);
    return END_OF_INPUT;
  }

  private int quotedField() throws IOException {
    at++;
    int start = at - window.mark();
    boolean quotes = false;
    while (reach()) {
      byte[] source = bytes;
      int i = at;
      int end = bound;
      int feeds = 0;
      while (i < end && source[i] != '"') {
        if (source[i] == '\n') {
          feeds++;
        }
        i++;
      }
      lineFeeds += feeds;
      at = i;
      if (i == end) {
        continue;
      }
      int close = i - window.mark();
      at++;
      if (reach() && bytes[at] == '"') {
        quotes = true;
        at++;
        continue;
      }
      return afterQuote(start, close, quotes);
    }
    return fault(window.beyondRecord(at) ? Outcome.TOO_LONG : Outcome.UNCLOSED_QUOTE);
  }

  private int afterQuote(int start, int close, boolean quotes) throws IOException {
    if (reach() && bytes[at] == '\r') {
      at++;
    }
    if (!reach()) {
      if (window.beyondRecord(at)) {
        return fault(Outcome.TOO_LONG);
      }
      field(start, close, quotes);
      return END_OF_INPUT;
    }
    int end = bytes[at];
    if (end != '\n' && (end != delimiter || bytes[at - 1] == '\r')) {
      return fault(Outcome.STRAY_QUOTE);
    }
    field(start, close, quotes);
    at++;
    return end;
  }

  /** Whether there is a byte at the cursor within the longest record; reads on where needed. */
  private boolean reach() throws IOException {
    while (at >= bound) {
      if (window.beyondRecord(at)) {
        return false;
      }
      int relative = at - window.mark();
      boolean more = window.more();
      at = window.mark() + relative;
      bound = window.bound();
      bytes = window.bytes();
      if (!more) {
        return false;
      }
    }
    return true;
  }

  private void field(int start, int end, boolean quotes) {
    if (columns == starts.length && columns < MAX_COLUMNS) {
      starts = Arrays.copyOf(starts, 2 * columns);
      ends = Arrays.copyOf(ends, 2 * columns);
      escaped = Arrays.copyOf(escaped, 2 * columns);
    }
    if (columns < starts.length) {
      starts[columns] = start;
      ends[columns] = end;
      escaped[columns] = quotes;
    }
    columns++;
  }

  private int fault(Outcome what) {
    outcome = what;
    return FAULT;
  }
}
