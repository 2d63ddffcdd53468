package org.almagest.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarPeriodTest {
  @ParameterizedTest
  @CsvSource({
    "DAY, 2024-02-29, 2024-02-29, 2024-02-29",
    "WEEK, 2025-01-01, 2024-12-30, 2025-01-05",
    "WEEK, 2024-12-30, 2024-12-30, 2025-01-05",
    "WEEK, 2025-01-05, 2024-12-30, 2025-01-05",
    "MONTH, 2024-02-10, 2024-02-01, 2024-02-29",
    "YEAR, 2023-12-31, 2023-01-01, 2023-12-31"
  })
  void aDayLiesInOnePeriod(CalendarPeriod period, LocalDate day, LocalDate first, LocalDate last) {
    assertThat(period.startOf(day)).isEqualTo(first);
    assertThat(period.endOf(day)).isEqualTo(last);
  }

  @Property
  void periodsFollowOneAnotherWithoutAGap(
      @ForAll CalendarPeriod period,
      @ForAll @IntRange(min = -100_000, max = 100_000) int epochDay,
      @ForAll @IntRange(min = -50, max = 50) int steps) {
    LocalDate start = period.startOf(LocalDate.ofEpochDay(epochDay));
    assertThat(period.startOf(period.endOf(start).plusDays(1))).isEqualTo(period.later(start, 1));
    assertThat(period.later(period.later(start, steps), -steps)).isEqualTo(start);
  }

  @Test
  void periodsAreFoundByTheirNames() {
    for (CalendarPeriod period : CalendarPeriod.values()) {
      assertThat(CalendarPeriod.labelled(period.label())).contains(period);
    }
    assertThat(CalendarPeriod.labelled("decade")).isEmpty();
  }
}
