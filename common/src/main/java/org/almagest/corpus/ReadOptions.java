package org.almagest.corpus;

import java.util.OptionalInt;

/**
 * What readers need to know beyond the bytes.
 *
 * @param maxRecordBytes longest record accepted, in bytes; a longer one is rejected without being
 *     held in memory
 * @param pageYear year of Daily Papers dates that name none; absent, such dates are rejected
 */
public record ReadOptions(int maxRecordBytes, OptionalInt pageYear) {
  /** Default of {@code maxRecordBytes}: 16 MiB. */
  public static final int DEFAULT_MAX_RECORD_BYTES = 16 << 20;

  public ReadOptions {
    if (maxRecordBytes < 1) {
      throw new IllegalArgumentException(
          "the longest record is " + maxRecordBytes + " bytes; it must be at least 1");
    }
  }

  /** The default limits and no page year. */
  public static ReadOptions defaults() {
    return new ReadOptions(DEFAULT_MAX_RECORD_BYTES, OptionalInt.empty());
  }
}
