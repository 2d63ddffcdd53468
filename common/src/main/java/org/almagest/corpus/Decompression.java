package org.almagest.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.HexFormat;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** How a file's bytes are packed, told by its first ones. */
enum Decompression {
  NONE(""),
  GZIP("1f8b"),
  XZ("fd377a585a00"),
  ZIP("504b0304"),
  /** A zip archive without members. */
  ZIP_WITHOUT_MEMBERS("504b0506");

  /** A dictionary of 64 MiB is the most the {@code xz} tool's presets ask for. */
  private static final int XZ_MEMORY_KIB = 128 << 10;

  private static final int MAGIC_BYTES = 6;

  private final String magic; // in hexadecimal

  Decompression(String magic) {
    this.magic = magic;
  }

  /** A stream that {@link #of} can look into. */
  static PushbackInputStream peekable(InputStream in) {
    return new PushbackInputStream(in, FormatSniffer.HEAD_BYTES);
  }

  /** What the stream's next bytes show, which stay unread. */
  static Decompression of(PushbackInputStream in) throws IOException {
    byte[] start = in.readNBytes(MAGIC_BYTES);
    in.unread(start);
    String shown = HexFormat.of().formatHex(start);
    for (Decompression candidate : values()) {
      if (candidate != NONE && shown.startsWith(candidate.magic)) {
        return candidate;
      }
    }
    return NONE;
  }

  /** The unpacked bytes of a gzip or xz file, of all its concatenated parts; others as they are. */
  InputStream unpack(InputStream in) throws IOException {
    return switch (this) {
      case GZIP ->
          GzipCompressorInputStream.builder()
              .setInputStream(in)
              .setDecompressConcatenated(true)
              .get();
      case XZ -> new XZInputStream(in, XZ_MEMORY_KIB);
      case NONE, ZIP, ZIP_WITHOUT_MEMBERS -> in;
    };
  }
}
