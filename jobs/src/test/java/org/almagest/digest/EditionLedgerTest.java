package org.almagest.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.almagest.digest.SendLedger.State;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.stats.CalendarPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionLedgerTest {
  private static final Instant NOON = Instant.parse("2025-12-08T12:00:00Z");

  @TempDir Path directory;

  private static EditionKey week(int day) {
    return EditionKey.of("test", CalendarPeriod.WEEK, LocalDate.of(2025, 12, day));
  }

  private static WrittenEdition edition(EditionKey key, String text, String... papers) {
    return new WrittenEdition(key, "subject", "<p>" + text, text, List.of(papers), 3);
  }

  private EditionLedger open() {
    return EditionLedger.open(directory.resolve("a b"), "test");
  }

  @Test
  void papersOfEarlierPeriodsAreTold() {
    try (EditionLedger ledger = open()) {
      ledger.write(edition(week(8), "second", "c"), Optional.empty());
      ledger.write(edition(week(1), "first", "a", "b"), Optional.empty());
    }
    try (EditionLedger ledger = open()) {
      assertThat(ledger.toldBefore(week(1))).as("whichever was made first").isEmpty();
      assertThat(ledger.toldBefore(week(8))).containsExactlyInAnyOrder("a", "b");
      assertThat(ledger.toldBefore(week(15))).containsExactlyInAnyOrder("a", "b", "c");
    }
    try (EditionLedger other = EditionLedger.open(directory.resolve("a b"), "other")) {
      assertThat(other.toldBefore(week(15))).isEmpty();
    }
  }

  @Test
  void anEditionMayBecomeAnotherUntilItIsHandedOver() {
    WrittenEdition first = edition(week(1), "first", "a");
    try (EditionLedger ledger = open()) {
      ledger.write(first, Optional.empty());
      assertThat(ledger.fixed(week(1))).isEmpty();
      ledger.sending(week(1)).note("r", State.UNSURE, "<m>", NOON);
      ledger.sending(week(1)).note("r", State.NOT_SENT, "<m>", NOON);
      assertThat(ledger.fixed(week(1))).as("nobody has it").isEmpty();
      ledger.sending(week(1)).note("r", State.UNSURE, "<m>", NOON);
    }
    try (EditionLedger ledger = open()) {
      assertThat(ledger.fixed(week(1))).contains(first);
      assertThat(ledger.fixed(week(8))).isEmpty();
    }
  }

  @Test
  void filesAreReplacedWholeAndNothingElseIsLeft() throws IOException {
    try (EditionLedger ledger = open()) {
      ledger.write(edition(week(1), "first", "a"), Optional.empty());
      ledger.write(edition(week(1), "better", "a"), Optional.empty());
    }
    try (Stream<Path> files = Files.walk(directory)) {
      assertThat(files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              ".lock",
              "week-2025-12-01.json",
              "test-week-2025-12-01.html",
              "test-week-2025-12-01.txt",
              "test-week-2025-12-01.eml");
    }
    assertThat(directory.resolve("a b/test-week-2025-12-01.txt")).hasContent("better");
  }

  @Test
  void aLineThatAKilledProcessDidNotFinishIsNoStep() throws IOException {
    Path journal = directory.resolve("a b/ledger/test/week-2025-12-01.sent");
    try (EditionLedger ledger = open()) {
      ledger.sending(week(1)).note("r", State.UNSURE, "<m>", NOON);
    }
    Files.writeString(journal, "{\"recipient\":\"r\",\"state\":\"accep", StandardOpenOption.APPEND);
    try (EditionLedger ledger = open()) {
      SendLedger sending = ledger.sending(week(1));
      assertThat(sending.state("r")).isEqualTo(State.UNSURE);
      sending.note("s", State.ACCEPTED, "<n>", NOON);
      assertThat(ledger.sending(week(1)).state("s")).isEqualTo(State.ACCEPTED);
    }
  }

  @Test
  void oneProcessAtATimeWorksForAProfile() {
    try (EditionLedger held = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOfSatisfying(
              AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFLICT));
      assertThat(held.toldBefore(week(1))).isEmpty();
      EditionLedger.open(directory.resolve("a b"), "other").close();
    }
    open().close();
  }

  @Test
  void aLedgerThatCannotBeReadIsNamed() throws IOException {
    open().close();
    Files.writeString(directory.resolve("a b/ledger/test/week-2025-12-01.json"), "{");
    try (EditionLedger ledger = open()) {
      assertThatThrownBy(() -> ledger.toldBefore(week(8)))
          .isInstanceOf(AlmagestException.class)
          .hasMessageContaining("week-2025-12-01.json");
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsAUsageError() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "x");
    assertThatThrownBy(() -> EditionLedger.open(file, "test"))
        .isInstanceOfSatisfying(
            AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("--out");
  }
}
