package org.almagest.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.almagest.corpus.CorpusFormat;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** How the files of a generated corpus are compressed. */
public enum Packing {
  /** Not at all. */
  PLAIN("") {
    @Override
    OutputStream wrap(OutputStream out, String name) {
      return new BufferedOutputStream(out, BUFFER_BYTES);
    }
  },
  /** gzip, without a time stamp in its header. */
  GZIP(".gz") {
    @Override
    OutputStream wrap(OutputStream out, String name) throws IOException {
      return new BufferedOutputStream(new FastGzip(out), BUFFER_BYTES);
    }
  },
  /**
   * xz. One encoder a file is open at a time for each category, so the preset is the smallest: 20
   * of them need less than 100 MB.
   */
  XZ(".xz") {
    @Override
    OutputStream wrap(OutputStream out, String name) throws IOException {
      return new BufferedOutputStream(
          new XZOutputStream(out, new LZMA2Options(XZ_PRESET)), BUFFER_BYTES);
    }
  },
  /** A zip archive for each file, with one member in a folder. */
  ZIP(".zip") {
    @Override
    OutputStream wrap(OutputStream out, String name) throws IOException {
      ZipOutputStream zip = new ZipOutputStream(out);
      ZipEntry entry = new ZipEntry("corpus/" + name);
      entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
      zip.putNextEntry(entry);
      return new BufferedOutputStream(zip, BUFFER_BYTES);
    }
  };

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int XZ_PRESET = 0;

  private final String suffix;

  Packing(String suffix) {
    this.suffix = suffix;
  }

  /** What the file name ends with, the dot included; empty for {@link #PLAIN}. */
  public String suffix() {
    return suffix;
  }

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The packing of that name. */
  public static Optional<Packing> named(String label) {
    return Arrays.stream(values()).filter(packing -> packing.label().equals(label)).findFirst();
  }

  /** How each format is usually distributed. */
  public static Packing usualFor(CorpusFormat format) {
    return switch (format) {
      case DAILY_PAPERS, ARXIV_JSON, AAN, CITATION_EDGES -> PLAIN;
      case ARXIV_TSV -> XZ;
      case OPENALEX -> GZIP;
    };
  }

  /**
   * Compresses what is written to {@code out}.
   *
   * @param name the uncompressed file's name, which an archive needs for its member
   */
  abstract OutputStream wrap(OutputStream out, String name) throws IOException;

  /** gzip for speed: a generated corpus is read once or twice and thrown away. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER_BYTES);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
