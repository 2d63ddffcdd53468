package org.almagest.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a Daily Papers page saved as text: blocks of lines between blank ones, of which two make a
 * paper (title, abstract), and a third may give its author count or organisation, date and
 * comments. Such a meta block belongs to the pair before it; from one to the next, blocks must pair
 * up, or all of them are rejected together, since none can be told a title.
 *
 * <p>Holds the blocks up to the next meta block, at most {@link #MAX_RUN_BYTES}; more of them
 * without any meta block between are rejected together.
 */
final class DailyPapersReader implements CorpusReader {
  /** No page has a longer run of blocks without a meta block: real ones hold 200 KB. */
  static final int MAX_RUN_BYTES = ReadOptions.DEFAULT_MAX_RECORD_BYTES;

  private static final Pattern AUTHORS = Pattern.compile("• ?(\\d{1,9}) authors?");

  private final PageBlocks blocks;
  private final ReadOptions options;
  private final Deque<ReadResult> ready = new ArrayDeque<>();
  private Optional<LocalDate> edition = Optional.empty();
  private boolean started;

  DailyPapersReader(InputStream in, ReadOptions options) {
    this.blocks = new PageBlocks(in, options.maxRecordBytes());
    this.options = options;
  }

  @Override
  public Optional<ReadResult> next() throws IOException {
    if (!started) {
      started = true;
      blocks.readHeader();
      edition = blocks.edition().flatMap(this::editionDate);
    }
    while (ready.isEmpty()) {
      Optional<TextBlock> first = blocks.next();
      if (first.isEmpty()) {
        return Optional.empty();
      }
      readRun(first.get());
    }
    return Optional.of(ready.remove());
  }

  private Optional<LocalDate> editionDate(PageDate date) {
    try {
      return Optional.of(date.in(options.pageYear()));
    } catch (RecordFault e) {
      return Optional.empty();
    }
  }

  /** Reads the blocks up to and with the next meta block, or to the end of the page. */
  private void readRun(TextBlock first) throws IOException {
    List<TextBlock> run = new ArrayList<>();
    Optional<TextBlock> block = Optional.of(first);
    long bytes = 0;
    while (block.isPresent() && !block.get().isMeta()) {
      bytes += block.get().size();
      // Beyond the limit only the start of the run is kept, for the reject.
      if (bytes <= MAX_RUN_BYTES) {
        run.add(block.get());
      }
      block = blocks.next();
    }
    if (bytes > MAX_RUN_BYTES) {
      ready.add(
          new RecordFault(
                  RejectReason.RECORD_TOO_LONG,
                  "A run of blocks without authors and date is longer than a page can be.")
              .at(first.line(), raw(run)));
    } else if (run.size() % 2 == 1 || run.isEmpty()) {
      block.ifPresent(run::add);
      ready.add(
          new RecordFault(
                  RejectReason.UNPAIRED_BLOCKS,
                  "The blocks from here to the next authors and date do not pair up as title and"
                      + " abstract.")
              .at(first.line(), raw(run)));
    } else {
      pairs(run, block);
    }
  }

  private void pairs(List<TextBlock> run, Optional<TextBlock> meta) {
    for (int i = 0; i < run.size(); i += 2) {
      List<TextBlock> record = new ArrayList<>(run.subList(i, i + 2));
      if (i + 2 == run.size()) {
        meta.ifPresent(record::add);
      }
      long line = record.get(0).line();
      try {
        ready.add(new ReadResult.Accepted(paper(record), line));
      } catch (RecordFault e) {
        ready.add(e.at(line, raw(record)));
      }
    }
  }

  private PaperRecord paper(List<TextBlock> record) throws RecordFault {
    long bytes = 0;
    for (TextBlock block : record) {
      bytes += block.size();
      if (block.isTooLong() || bytes > options.maxRecordBytes()) {
        throw new RecordFault(
            RejectReason.RECORD_TOO_LONG, "The paper is longer than the longest record allowed.");
      }
    }
    String title = Utf8.oneLine(record.get(0).text());
    if (title.isEmpty()) {
      throw new RecordFault(RejectReason.MISSING_TITLE, "The title is blank.");
    }
    PaperRecordBuilder paper =
        new PaperRecordBuilder(
                PaperSource.TITLE, Identifiers.titleId(title), CorpusFormat.DAILY_PAPERS, title)
            .abstractText(record.get(1).text())
            .version(edition.map(LocalDate::toString).orElse(""));
    if (record.size() > 2) {
      meta(record.get(2), paper);
    }
    return paper.build();
  }

  private void meta(TextBlock meta, PaperRecordBuilder paper) throws RecordFault {
    if (meta.lineCount() != 3) {
      throw new RecordFault(
          RejectReason.MALFORMED_RECORD,
          "Authors and date have " + meta.lineCount() + " lines in place of three.");
    }
    String badge = meta.text(0);
    Matcher authors = AUTHORS.matcher(badge);
    if (authors.matches()) {
      paper.authorCount(Integer.parseInt(authors.group(1)));
    } else {
      paper.organization(badge);
    }
    PageDate date =
        PageDate.parse(meta.text(2))
            .orElseThrow(
                () -> new RecordFault(RejectReason.INVALID_VALUE, "The date is not a date."));
    LocalDate published = date.in(options.pageYear());
    if (edition.isPresent() && published.isAfter(edition.get())) {
      throw new RecordFault(
          RejectReason.DATE_AFTER_EDITION,
          "The date is after the page's edition " + edition.get() + ".");
    }
    paper.publishedDate(published);
    date.comments().ifPresent(paper::commentCount);
  }

  private static byte[] raw(List<TextBlock> blocks) {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    for (TextBlock block : blocks) {
      if (raw.size() > 0) {
        raw.write('\n');
        raw.write('\n');
      }
      raw.writeBytes(block.raw());
      if (raw.size() >= ReadResult.MAX_KEPT_BYTES) {
        break;
      }
    }
    return raw.toByteArray();
  }
}
