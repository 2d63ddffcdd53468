package org.almagest.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Ends unpacked content that a few stored bytes blow up, as a decompression bomb does: text is
 * packed to a tenth or a twentieth, hardly ever to less than a hundredth.
 */
final class ExpansionLimit extends FilterInputStream {
  /** Most unpacked bytes for each stored one. */
  static final int MAX_RATIO = 100;

  /** So many bytes are free: the start of a file may be all blanks. */
  static final int FREE_BYTES = 1 << 20;

  /** Most unpacked bytes of a file or member, 256 GiB. */
  static final long MAX_BYTES = 256L << 30;

  private static final String REMEDY = "leave it out, or unpack it first and look at it";

  private final String name;
  private final SourceStream source;
  private final long storedBefore;
  private final long maxBytes;
  private long unpacked;
  private boolean exceeded;

  /**
   * @param source counts the stored bytes from here on
   * @param maxBytes most unpacked bytes
   */
  ExpansionLimit(String name, SourceStream source, InputStream content, long maxBytes) {
    super(content);
    this.name = name;
    this.source = source;
    this.storedBefore = source.count();
    this.maxBytes = maxBytes;
  }

  /** Whether more came out than is allowed. */
  boolean isExceeded() {
    return exceeded;
  }

  /**
   * Passes over what is left.
   *
   * @throws UnreadableFileException where that is more than is allowed
   */
  void drain() throws IOException {
    byte[] rest = new byte[1 << 13];
    while (read(rest, 0, rest.length) >= 0) {
      // Counted in read.
    }
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = in.read(bytes, from, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) throws IOException {
    unpacked += read;
    if (unpacked > maxBytes) {
      exceeded = true;
      throw new UnreadableFileException(
          name,
          String.format(Locale.ROOT, "unpacks to more than %,d bytes", maxBytes),
          "split it, or unpack it first");
    }
    if (unpacked > FREE_BYTES && unpacked / MAX_RATIO > source.count() - storedBefore) {
      exceeded = true;
      throw new UnreadableFileException(
          name, "unpacks to more than " + MAX_RATIO + " times its size", REMEDY);
    }
  }

  @Override
  public long skip(long n) throws IOException {
    // By reading, so that nothing goes by uncounted.
    return n <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(n, 1 << 13)]));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
