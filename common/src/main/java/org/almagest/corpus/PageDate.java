package org.almagest.corpus;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as a Daily Papers page shows it: {@code Mon D[, YYYY][ N]}.
 *
 * @param month 1 to 12
 * @param day as written
 * @param year absent where it is the page's
 * @param comments the {@code N}, where given
 */
record PageDate(int month, int day, OptionalInt year, OptionalInt comments) {
  private static final Pattern SHAPE =
      Pattern.compile("([A-Z][a-z]{2}) (\\d{1,2})(?:, (\\d{4}))?(?: (\\d{1,9}))?");

  /** The date that the whole line is, if it is one. */
  static Optional<PageDate> parse(String line) {
    Matcher m = SHAPE.matcher(line);
    if (!m.matches() || SourceDates.month(m.group(1)) == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new PageDate(
            SourceDates.month(m.group(1)),
            Integer.parseInt(m.group(2)),
            number(m.group(3)),
            number(m.group(4))));
  }

  /**
   * The calendar date.
   *
   * @throws RecordFault {@link RejectReason#INVALID_VALUE} where there is no such day, or neither
   *     the line nor the page names the year
   */
  LocalDate in(OptionalInt pageYear) throws RecordFault {
    if (year.isEmpty() && pageYear.isEmpty()) {
      throw new RecordFault(
          RejectReason.INVALID_VALUE,
          "The date names no year, and no page of the run does; give it with --page-year.");
    }
    return SourceDates.of(
        "date", year.isPresent() ? year.getAsInt() : pageYear.getAsInt(), month, day);
  }

  private static OptionalInt number(String digits) {
    return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
  }
}
