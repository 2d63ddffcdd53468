package org.almagest.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.almagest.corpus.CorpusFormat;
import org.tukaani.xz.XZInputStream;

/** Keeps a small generated corpus, and takes it apart for tests. */
final class MemorySink implements CorpusSink {
  private final Map<String, ByteArrayOutputStream> files = new TreeMap<>();

  /** Generates a corpus into memory. */
  static MemorySink of(GeneratorConfig config) {
    MemorySink sink = new MemorySink();
    try {
      CorpusCounts unused = new CorpusGenerator(config).writeTo(sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sink;
  }

  /** A configuration with more duplicates, faults and unusual spellings than the default. */
  static GeneratorConfig eventful(long papers, long seed, CorpusFormat format) {
    return new GeneratorConfig(
        papers, seed, format, Path.of("unused"), 7, 0, Packing.usualFor(format), 0.1, 0.05, 0.2);
  }

  @Override
  public OutputStream open(String path) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    if (files.put(path, file) != null) {
      throw new IllegalStateException(path + " is opened twice");
    }
    return file;
  }

  /** Path and decompressed bytes of each file. */
  Map<String, byte[]> unpacked() {
    Map<String, byte[]> unpacked = new TreeMap<>();
    files.forEach((path, bytes) -> unpacked.put(path, unpack(path, bytes.toByteArray())));
    return unpacked;
  }

  /** Path and bytes of each file as they would stand on disk. */
  Map<String, byte[]> raw() {
    Map<String, byte[]> raw = new TreeMap<>();
    files.forEach((path, bytes) -> raw.put(path, bytes.toByteArray()));
    return raw;
  }

  /** The same with a character for each byte: strings compare quickly. */
  static Map<String, String> comparable(Map<String, byte[]> files) {
    Map<String, String> comparable = new TreeMap<>();
    files.forEach(
        (path, bytes) -> comparable.put(path, new String(bytes, StandardCharsets.ISO_8859_1)));
    return comparable;
  }

  static byte[] unpack(String path, byte[] bytes) {
    try (InputStream in = decompress(path, new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream decompress(String path, InputStream in) throws IOException {
    if (path.endsWith(".gz")) {
      return new GZIPInputStream(in);
    }
    if (path.endsWith(".xz")) {
      return new XZInputStream(in);
    }
    if (path.endsWith(".zip")) {
      ZipInputStream zip = new ZipInputStream(in);
      zip.getNextEntry();
      return zip;
    }
    return in;
  }
}
