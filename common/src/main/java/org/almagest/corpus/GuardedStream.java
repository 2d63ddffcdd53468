package org.almagest.corpus;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.MemoryLimitException;

/**
 * A file's or member's content: whatever goes wrong in unpacking it comes out as an {@link
 * UnreadableFileException} that names it. A failure of the source itself passes unchanged.
 */
final class GuardedStream extends FilterInputStream {
  private final String name;
  private final SourceStream source;

  /** Opens a stream, which may fail as reading it may. */
  interface Opener {
    InputStream open() throws IOException;
  }

  private GuardedStream(String name, SourceStream source, InputStream content) {
    super(content);
    this.name = name;
    this.source = source;
  }

  /** The content that the opener gives, guarded from its first byte. */
  static GuardedStream open(String name, SourceStream source, Opener opener) throws IOException {
    try {
      return new GuardedStream(name, source, opener.open());
    } catch (IOException | RuntimeException e) {
      throw explained(name, source, e);
    }
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (IOException | RuntimeException e) {
      throw explained(name, source, e);
    }
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    try {
      return in.read(bytes, from, length);
    } catch (IOException | RuntimeException e) {
      // Unpackers meet corrupt bytes with an IllegalArgumentException now and then, too.
      throw explained(name, source, e);
    }
  }

  /** The same failure in words for a person, unless it has them or is not the file's fault. */
  static IOException explained(String name, SourceStream source, Exception e) {
    if (e instanceof UnreadableFileException unreadable) {
      return unreadable;
    }
    if (source.hasFailed() && e instanceof IOException failure) {
      return failure;
    }
    if (e instanceof EOFException) {
      return new UnreadableFileException(
          name, "ends in the middle of its compressed data", "fetch it again, or leave it out", e);
    }
    if (e instanceof MemoryLimitException) {
      return new UnreadableFileException(
          name, "needs too much memory to unpack", "compress it again with xz -6", e);
    }
    String message = e.getMessage() == null ? "" : e.getMessage();
    if (message.contains("encrypted")) {
      return new UnreadableFileException(
          name, "is encrypted", "decrypt it first, or leave it out", e);
    }
    return new UnreadableFileException(
        name,
        "is truncated or corrupt" + (message.isEmpty() ? "" : " (" + message + ")"),
        "fetch it again, or leave it out",
        e);
  }
}
