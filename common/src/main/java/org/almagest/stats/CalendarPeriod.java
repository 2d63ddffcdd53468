package org.almagest.stats;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Periods of the calendar, which follow one another without a gap. */
public enum CalendarPeriod {
  /** A day. */
  DAY(1),
  /** Monday to Sunday (ISO 8601). */
  WEEK(7),
  /** A month. */
  MONTH(30),
  /** A year. */
  YEAR(365);

  private final int nominalDays;

  CalendarPeriod(int nominalDays) {
    this.nominalDays = nominalDays;
  }

  /** Its name in tables and on the command line: {@code day}, {@code week}, … */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The period of that name. */
  public static Optional<CalendarPeriod> labelled(String label) {
    return Arrays.stream(values()).filter(period -> period.label().equals(label)).findFirst();
  }

  /** About how long it is, in days: 1, 7, 30 or 365. */
  public int nominalDays() {
    return nominalDays;
  }

  /** The first day of the period in which a day lies. */
  public LocalDate startOf(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  /** The last day of the period in which a day lies. */
  public LocalDate endOf(LocalDate day) {
    return later(startOf(day), 1).minusDays(1);
  }

  /** The first day of the period that is so many after the one that starts on that day. */
  public LocalDate later(LocalDate start, int periods) {
    return switch (this) {
      case DAY -> start.plusDays(periods);
      case WEEK -> start.plusWeeks(periods);
      case MONTH -> start.plusMonths(periods);
      case YEAR -> start.plusYears(periods);
    };
  }
}
