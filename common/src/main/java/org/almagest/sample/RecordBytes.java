package org.almagest.sample;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Breaks the bytes of a record that ends with a line feed. */
final class RecordBytes {
  private RecordBytes() {}

  /** The record without its last third, and a line feed; never cut inside a character. */
  static byte[] cutOff(byte[] record) {
    int end = record.length * 2 / 3;
    while (record[end - 1] < 0) {
      end--;
    }
    byte[] cut = Arrays.copyOf(record, end + 1);
    cut[end] = '\n';
    return cut;
  }

  /** The record with two bytes before the first occurrence of a word that are not UTF-8. */
  static byte[] withInvalidText(byte[] record, String word) {
    String latin = new String(record, StandardCharsets.ISO_8859_1);
    int at = latin.indexOf(word);
    return (latin.substring(0, at) + "\u00c3(" + latin.substring(at))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
