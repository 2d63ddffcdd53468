package org.almagest.corpus;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Dates as sources write them. Years outside 1000 to 2999 are placeholders, not dates. */
final class SourceDates {
  static final int MIN_YEAR = 1000;
  static final int MAX_YEAR = 2999;

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private SourceDates() {}

  /**
   * {@code 2019-12-31}, alone or with a time of day behind it.
   *
   * @throws RecordFault {@link RejectReason#INVALID_VALUE} where it is no date
   */
  static LocalDate iso(String column, String text) throws RecordFault {
    String date = text.strip();
    boolean shape =
        date.length() >= 10
            && date.charAt(4) == '-'
            && date.charAt(7) == '-'
            && (date.length() == 10 || date.charAt(10) == 'T' || date.charAt(10) == ' ');
    if (!shape) {
      throw invalid(column);
    }
    return of(column, digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10));
  }

  /**
   * The date of {@code Mon, 2 Apr 2007 19:18:42 GMT}; weekday and time of day are not looked at.
   *
   * @throws RecordFault {@link RejectReason#INVALID_VALUE} where it is no date
   */
  static LocalDate internet(String column, String text) throws RecordFault {
    int at = 0;
    while (at < text.length() && !isDigit(text.charAt(at))) {
      at++;
    }
    int dayEnd = at;
    while (dayEnd < text.length() && isDigit(text.charAt(dayEnd)) && dayEnd < at + 2) {
      dayEnd++;
    }
    // day, blank, three letters, blank, four digits
    boolean shape =
        text.length() >= dayEnd + 9
            && text.charAt(dayEnd) == ' '
            && text.charAt(dayEnd + 4) == ' '
            && (text.length() == dayEnd + 9 || !isDigit(text.charAt(dayEnd + 9)));
    if (!shape) {
      throw invalid(column);
    }
    return of(
        column,
        digits(text, dayEnd + 5, dayEnd + 9),
        month(text.substring(dayEnd + 1, dayEnd + 4)),
        digits(text, at, dayEnd));
  }

  /**
   * The date of these parts.
   *
   * @throws RecordFault {@link RejectReason#INVALID_VALUE} where there is none
   */
  static LocalDate of(String column, int year, int month, int day) throws RecordFault {
    if (!isYear(year)) {
      throw invalid(column);
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      throw invalid(column);
    }
  }

  /** Whether it can be the year of a paper. */
  static boolean isYear(long year) {
    return year >= MIN_YEAR && year <= MAX_YEAR;
  }

  /** 1 to 12 for {@code Jan} to {@code Dec}, 0 for anything else. */
  static int month(String name) {
    return MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return -1;
      }
      value = 10 * value + text.charAt(i) - '0';
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static RecordFault invalid(String column) {
    return new RecordFault(
        RejectReason.INVALID_VALUE,
        "The " + column + " is not a date between the years 1000 and 2999.");
  }
}
