package org.almagest.sample;

import java.time.LocalDate;

/**
 * When each paper appeared, and its arXiv id. Papers come in cycles of {@value #CYCLE}: a cycle has
 * one to four papers for every month, more of them in later years, and goes through the months in
 * strides of the golden ratio, so that any stretch of papers covers all years evenly.
 */
final class PublicationCalendar {
  static final int FIRST_YEAR = 2010;
  static final int YEARS = 16;
  static final int LAST_YEAR = FIRST_YEAR + YEARS - 1;

  /** Papers in a cycle: 12 · (5·1 + 4·2 + 4·3 + 3·4). */
  static final int CYCLE = 444;

  /** January 2015, counted from the first month. */
  private static final int FIRST_MONTH_OF_FIVE_DIGITS = 12 * 5;

  private static final int CYCLES = 9_999;

  /** A prime that divides no month's count of numbers, so that multiplying by it permutes them. */
  private static final long SCRAMBLER = 7_919;

  /** Starts each month's numbers elsewhere, so that they do not look alike. */
  private static final long MONTH_SHIFT = 4_241;

  /** Papers there are arXiv ids for: before 2015 a month has 9,999 numbers. */
  static final long ARXIV_CAPACITY = (long) CYCLES * CYCLE;

  /** About 0.618 · {@value #CYCLE}, and coprime to it. */
  private static final int STRIDE = 275;

  /** In the last month all papers appear before the first edition of a page. */
  private static final int LAST_DAY_OF_ALL = 8;

  private static final int[] MONTH_OF_SLOT = new int[CYCLE];
  private static final int[] PLACE_IN_MONTH = new int[CYCLE];

  static {
    int slot = 0;
    for (int month = 0; month < 12 * YEARS; month++) {
      for (int place = 0; place < papersOf(month); place++) {
        MONTH_OF_SLOT[slot] = month;
        PLACE_IN_MONTH[slot] = place;
        slot++;
      }
    }
  }

  private final long seed;
  private final int offset;

  PublicationCalendar(long seed) {
    this.seed = seed;
    this.offset = (int) Long.remainderUnsigned(Draws.hash(seed, 0, Draws.Purpose.DATES), CYCLE);
  }

  /** Months from January of the first year. */
  int month(long paper) {
    return MONTH_OF_SLOT[slot(paper)];
  }

  int year(long paper) {
    return FIRST_YEAR + month(paper) / 12;
  }

  LocalDate date(long paper) {
    int month = month(paper);
    int days = month == 12 * YEARS - 1 ? LAST_DAY_OF_ALL : 28;
    long hash = Draws.hash(seed, paper + 1, Draws.Purpose.DATES);
    return LocalDate.of(
        FIRST_YEAR + month / 12, month % 12 + 1, 1 + (int) Long.remainderUnsigned(hash, days));
  }

  /** The id arXiv would give: four digits after the point before 1501, five from then on. */
  String arxivId(long paper) {
    int slot = slot(paper);
    int month = MONTH_OF_SLOT[slot];
    long place = paper / CYCLE * papersOf(month) + PLACE_IN_MONTH[slot];
    long numbers = (long) CYCLES * papersOf(month);
    long number = (place * SCRAMBLER + month * MONTH_SHIFT) % numbers + 1;
    StringBuilder id = new StringBuilder(10);
    appendPadded(FIRST_YEAR % 100 + month / 12, 2, id);
    appendPadded(month % 12 + 1, 2, id);
    appendPadded(number, month < FIRST_MONTH_OF_FIVE_DIGITS ? 4 : 5, id.append('.'));
    return id.toString();
  }

  private int slot(long paper) {
    return (int) ((paper % CYCLE * STRIDE + offset) % CYCLE);
  }

  /** With leading zeros. By hand: {@code String.format} took a twentieth of the whole run. */
  private static void appendPadded(long number, int digits, StringBuilder out) {
    String text = Long.toString(number);
    for (int i = text.length(); i < digits; i++) {
      out.append('0');
    }
    out.append(text);
  }

  private static int papersOf(int month) {
    int year = month / 12;
    if (year < 5) {
      return 1;
    }
    return year < 9 ? 2 : year < 13 ? 3 : 4;
  }
}
