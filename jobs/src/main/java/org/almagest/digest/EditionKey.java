package org.almagest.digest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.almagest.stats.CalendarPeriod;

/**
 * Which edition it is.
 *
 * @param profile name of the profile
 * @param period day, week or month
 * @param start first day of the period
 */
public record EditionKey(String profile, CalendarPeriod period, LocalDate start) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  /** The edition of the period in which a day lies. */
  public static EditionKey of(String profile, CalendarPeriod period, LocalDate day) {
    return new EditionKey(profile, period, period.startOf(day));
  }

  /** Last day of the period. */
  public LocalDate end() {
    return period.endOf(start);
  }

  /** The period for a person. */
  public String periodText() {
    return switch (period) {
      case DAY -> DAY.format(start);
      case WEEK -> "week of " + DAY.format(start);
      case MONTH -> MONTH.format(start);
      case YEAR -> String.valueOf(start.getYear());
    };
  }

  /** The period in names of files: {@code week-2025-12-01}. */
  String periodName() {
    return period.label() + '-' + start;
  }

  /** Name of its files, without their ending. */
  String fileName() {
    return profile + '-' + periodName();
  }

  /**
   * Whether it comes before another of the same profile, whichever was made first: it ends before,
   * or on the same day and is of a shorter period.
   */
  boolean isBefore(EditionKey other) {
    return end().isBefore(other.end())
        || (end().equals(other.end()) && period.compareTo(other.period()) < 0);
  }
}
