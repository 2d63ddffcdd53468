package org.almagest.corpus;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** A block of a text: lines without a blank one between them. */
final class TextBlock {
  private static final byte[] SEPARATOR = {(byte) 0xC2, (byte) 0xB7}; // a middle dot

  private final long line;
  private final int maxBytes;
  private final List<byte[]> lines = new ArrayList<>();
  private int size;
  private boolean tooLong;

  TextBlock(long line, int maxBytes) {
    this.line = line;
    this.maxBytes = maxBytes;
  }

  /** Adds the line the reader stands on. Beyond the limit only the first bytes are kept. */
  void add(LineReader reader) {
    int length = reader.end() - reader.start();
    if (reader.isTooLong() || length > maxBytes - size) {
      if (!tooLong) {
        lines.add(reader.head());
      }
      tooLong = true;
      return;
    }
    byte[] bytes = new byte[length];
    System.arraycopy(reader.bytes(), reader.start(), bytes, 0, length);
    lines.add(bytes);
    size += length + 1;
  }

  /** 1-based line on which the block starts. */
  long line() {
    return line;
  }

  /** Bytes held. */
  int size() {
    return size;
  }

  boolean isTooLong() {
    return tooLong;
  }

  int lineCount() {
    return lines.size();
  }

  /**
   * Whether the second line is a middle dot: what tells a paper's facts from its text on a Daily
   * Papers page.
   */
  boolean isMeta() {
    return lines.size() >= 2 && isSeparator(lines.get(1));
  }

  /** One line's bytes. Not to be changed. */
  byte[] bytes(int index) {
    return lines.get(index);
  }

  /** One line's text, trimmed. */
  String text(int index) throws RecordFault {
    byte[] bytes = lines.get(index);
    return Utf8.decode(bytes, 0, bytes.length).strip();
  }

  /** The whole text, its lines as they are. */
  String text() throws RecordFault {
    byte[] bytes = raw();
    return Utf8.decode(bytes, 0, bytes.length).strip();
  }

  /** The text of a block of one line; empty for others and for what is not UTF-8. */
  String singleLine() {
    try {
      return lines.size() == 1 && !tooLong ? text(0) : "";
    } catch (RecordFault e) {
      return "";
    }
  }

  /** The block's bytes. */
  byte[] raw() {
    ByteArrayOutputStream raw = new ByteArrayOutputStream(size + 1);
    for (byte[] bytes : lines) {
      if (raw.size() > 0) {
        raw.write('\n');
      }
      raw.writeBytes(bytes);
    }
    return raw.toByteArray();
  }

  private static boolean isSeparator(byte[] bytes) {
    int from = 0;
    int to = bytes.length;
    while (from < to && bytes[from] == ' ') {
      from++;
    }
    while (to > from && (bytes[to - 1] == ' ' || bytes[to - 1] == '\r')) {
      to--;
    }
    return to - from == 2 && bytes[from] == SEPARATOR[0] && bytes[from + 1] == SEPARATOR[1];
  }
}
