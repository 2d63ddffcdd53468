package org.almagest.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/** Looks through a Daily Papers page for the dates that stand below a middle dot. */
final class PageDateLines {
  private static final int LONGEST_DATE = 64;

  private final LineReader lines;
  private boolean belowDot;
  private Optional<PageDate> date = Optional.empty();

  PageDateLines(LineReader lines) {
    this.lines = lines;
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException {
    if (!lines.next()) {
      return false;
    }
    int length = lines.end() - lines.start();
    String line =
        lines.isTooLong() || length > LONGEST_DATE
            ? ""
            : new String(lines.bytes(), lines.start(), length, UTF_8).strip();
    date = belowDot ? PageDate.parse(line) : Optional.empty();
    belowDot = line.equals("·");
    return true;
  }

  /** The date on the line, if it is one below a middle dot. */
  Optional<PageDate> date() {
    return date;
  }

  /** The latest year that a date names, reading all lines; placeholders such as 9999 are none. */
  OptionalInt latestYear() throws IOException {
    OptionalInt latest = OptionalInt.empty();
    while (next()) {
      OptionalInt year = date.map(PageDate::year).orElse(OptionalInt.empty());
      if (year.isPresent()
          && SourceDates.isYear(year.getAsInt())
          && (latest.isEmpty() || year.getAsInt() > latest.getAsInt())) {
        latest = year;
      }
    }
    return latest;
  }
}
