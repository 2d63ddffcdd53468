package org.almagest.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads small inputs whole. */
final class Reading {
  private Reading() {}

  static List<ReadResult> all(CorpusFormat format, String text) throws IOException {
    return all(format, text.getBytes(UTF_8), ReadOptions.defaults());
  }

  static List<ReadResult> all(CorpusFormat format, byte[] bytes, ReadOptions options)
      throws IOException {
    return all(format.open(new ByteArrayInputStream(bytes), options));
  }

  static List<ReadResult> all(CorpusReader reader) throws IOException {
    List<ReadResult> results = new ArrayList<>();
    Optional<ReadResult> result = reader.next();
    while (result.isPresent()) {
      results.add(result.get());
      result = reader.next();
    }
    return results;
  }

  static ReadOptions upTo(int maxRecordBytes) {
    return new ReadOptions(maxRecordBytes, OptionalInt.empty());
  }

  static List<PaperRecord> papers(List<ReadResult> results) {
    return results.stream()
        .filter(r -> r instanceof ReadResult.Accepted)
        .map(r -> ((ReadResult.Accepted) r).paper())
        .toList();
  }

  static PaperRecord onlyPaper(List<ReadResult> results) {
    if (results.size() == 1 && results.get(0) instanceof ReadResult.Accepted accepted) {
      return accepted.paper();
    }
    throw new AssertionError("not one paper: " + results);
  }

  /** Each as {@code position:title}, {@code position:citing>cited} or {@code position:REASON}. */
  static List<String> outline(List<ReadResult> results) {
    List<String> outline = new ArrayList<>();
    for (ReadResult result : results) {
      outline.add(result.position() + ":" + what(result));
    }
    return outline;
  }

  private static String what(ReadResult result) {
    if (result instanceof ReadResult.Accepted accepted) {
      return accepted.paper().title();
    }
    return result instanceof ReadResult.Reference reference
        ? reference.citing() + ">" + reference.cited()
        : ((ReadResult.Rejected) result).reason().name();
  }
}
