package org.almagest.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The blocks of a Daily Papers page, its header taken off. */
final class PageBlocks {
  static final String HEADING = "Daily Papers";

  /** A page's header has six blocks; the heading is the fourth, and the edition the last. */
  private static final int HEADING_WITHIN = 8;

  private static final int EDITION_WITHIN = 3;

  private final TextBlocks blocks;
  private final Deque<TextBlock> ahead = new ArrayDeque<>();
  private Optional<PageDate> edition = Optional.empty();

  PageBlocks(InputStream in, int maxBlockBytes) {
    this.blocks = new TextBlocks(in, maxBlockBytes);
  }

  /**
   * Passes over the header, where there is one: up to the heading and the edition's date behind it.
   * Without a heading, a first block that is nothing but a date is the edition.
   */
  void readHeader() throws IOException {
    List<TextBlock> first = peek(HEADING_WITHIN + EDITION_WITHIN);
    int end = 0;
    for (int i = 0; i < Math.min(first.size(), HEADING_WITHIN); i++) {
      if (first.get(i).singleLine().equals(HEADING)) {
        end = i + 1;
        break;
      }
    }
    int editionWithin = end == 0 ? 1 : end + EDITION_WITHIN;
    for (int i = end; i < Math.min(first.size(), editionWithin); i++) {
      edition = PageDate.parse(first.get(i).singleLine()).filter(d -> d.comments().isEmpty());
      if (edition.isPresent()) {
        end = i + 1;
        break;
      }
    }
    if (edition.isEmpty() && end > 0 && end < first.size() && isByline(first.get(end))) {
      end++;
    }
    for (int i = 0; i < end; i++) {
      ahead.remove();
    }
  }

  /** The date the page is of, once the header is read. */
  Optional<PageDate> edition() {
    return edition;
  }

  /** The next block, or empty at the end. */
  Optional<TextBlock> next() throws IOException {
    return ahead.isEmpty() ? blocks.next() : Optional.of(ahead.remove());
  }

  private static boolean isByline(TextBlock block) {
    return block.singleLine().startsWith("by") && block.singleLine().endsWith("research community");
  }

  private List<TextBlock> peek(int count) throws IOException {
    while (ahead.size() < count) {
      Optional<TextBlock> block = blocks.next();
      if (block.isEmpty()) {
        break;
      }
      ahead.add(block.get());
    }
    return new ArrayList<>(ahead);
  }
}
