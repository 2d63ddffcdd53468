package org.almagest.topic;

import java.util.Arrays;
import java.util.List;

/**
 * Topic counts of a range of words, packed: for each word the number of its topics, then each topic
 * (as the distance from the one before) and its count, all as variable-length integers. About two
 * bytes for each topic of a word, which is what crosses the network and stays on the driver.
 */
final class CountRows {
  /** Words in a range. */
  static final int RANGE_WORDS = 256;

  private CountRows() {}

  /** Number of ranges of a vocabulary. */
  static int ranges(int vocabularySize) {
    return (vocabularySize + RANGE_WORDS - 1) / RANGE_WORDS;
  }

  /** Number of words in a range, of which the last may be short. */
  static int wordsIn(int range, int vocabularySize) {
    return Math.min(RANGE_WORDS, vocabularySize - range * RANGE_WORDS);
  }

  /** Adds up packed rows of the same words. */
  static byte[] sum(List<byte[]> parts, int words, int topicCount) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    Reader[] readers = parts.stream().map(Reader::new).toArray(Reader[]::new);
    Writer writer = new Writer(topicCount);
    for (int word = 0; word < words; word++) {
      for (Reader reader : readers) {
        for (int left = reader.startRow(); left > 0; left--) {
          reader.advance();
          writer.add(reader.topic, reader.count);
        }
      }
      writer.endRow();
    }
    return writer.toBytes();
  }

  /**
   * Rows that go on as they changed, as {@link TopicCounts#overrelaxed} says.
   *
   * @param now packed rows
   * @param before packed rows of the same words
   */
  static byte[] overrelaxed(
      byte[] now, byte[] before, int words, int topicCount, double factor, double noise) {
    Reader present = new Reader(now);
    Reader past = new Reader(before);
    Writer writer = new Writer(topicCount);
    int[] was = new int[topicCount];
    for (int word = 0; word < words; word++) {
      for (int left = past.startRow(); left > 0; left--) {
        past.advance();
        was[past.topic] = past.count;
      }
      for (int left = present.startRow(); left > 0; left--) {
        present.advance();
        double change = (double) present.count - was[present.topic];
        double chance = noise * Math.sqrt((double) present.count + was[present.topic]);
        double trend = Math.signum(change) * Math.max(0, Math.abs(change) - chance);
        long further = Math.max(1, Math.round(present.count + factor * trend));
        writer.add(present.topic, (int) Math.min(Integer.MAX_VALUE, further));
      }
      Arrays.fill(was, 0);
      writer.endRow();
    }
    return writer.toBytes();
  }

  /** Reads packed rows in order. */
  static final class Reader {
    private final byte[] bytes;
    private int at;
    private int topic;
    private int count;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    /** Moves to the next row, and returns the number of its topics. */
    int startRow() {
      topic = -1;
      return readInt();
    }

    /** Moves to the row's next topic. */
    void advance() {
      topic += readInt();
      count = readInt();
    }

    int topic() {
      return topic;
    }

    int count() {
      return count;
    }

    private int readInt() {
      byte b = bytes[at++];
      int value = b & 0x7F;
      for (int shift = 7; b < 0; shift += 7) {
        b = bytes[at++];
        value |= (b & 0x7F) << shift;
      }
      return value;
    }
  }

  /** Packs rows. */
  static final class Writer {
    private final int[] counts;

    /** A bit for each topic of the row. */
    private final long[] present;

    private int rowSize;
    private byte[] bytes = new byte[1 << 12];
    private int size;

    Writer(int topicCount) {
      counts = new int[topicCount];
      present = new long[(topicCount + Long.SIZE - 1) / Long.SIZE];
    }

    /**
     * Adds to the row at hand.
     *
     * @param count above 0
     * @throws ArithmeticException if a topic of a word gets more than 2^31 - 1 tokens
     */
    void add(int topic, int count) {
      if (counts[topic] == 0) {
        present[topic / Long.SIZE] |= 1L << topic;
        rowSize++;
      }
      counts[topic] = Math.addExact(counts[topic], count);
    }

    void endRow() {
      // No integer takes more than five bytes.
      if (size + 5 + 10 * rowSize > bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length + 10 * rowSize);
      }
      write(rowSize);
      int previous = -1;
      for (int i = 0; i < present.length; i++) {
        for (long left = present[i]; left != 0; left &= left - 1) {
          int topic = i * Long.SIZE + Long.numberOfTrailingZeros(left);
          write(topic - previous);
          write(counts[topic]);
          counts[topic] = 0;
          previous = topic;
        }
        present[i] = 0;
      }
      rowSize = 0;
    }

    byte[] toBytes() {
      byte[] result = Arrays.copyOf(bytes, size);
      size = 0;
      return result;
    }

    private void write(int value) {
      int rest = value;
      while (rest > 0x7F) {
        bytes[size++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      bytes[size++] = (byte) rest;
    }
  }
}
