package org.almagest.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The blocks of a text between its blank lines, one after the other. */
final class TextBlocks {
  private final LineReader lines;
  private final int maxBlockBytes;

  TextBlocks(InputStream in, int maxBlockBytes) {
    this.lines = new LineReader(in, maxBlockBytes);
    this.maxBlockBytes = maxBlockBytes;
  }

  /** The next block, or empty at the end. */
  Optional<TextBlock> next() throws IOException {
    do {
      if (!lines.next()) {
        return Optional.empty();
      }
    } while (isBlank());
    TextBlock block = new TextBlock(lines.number(), maxBlockBytes);
    do {
      block.add(lines);
    } while (lines.next() && !isBlank());
    return Optional.of(block);
  }

  private boolean isBlank() {
    return !lines.isTooLong() && lines.isBlank();
  }
}
