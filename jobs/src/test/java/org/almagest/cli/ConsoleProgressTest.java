package org.almagest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.almagest.text.PlainText;
import org.almagest.warehouse.Manifest.StageRecord;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicLong clockMs = new AtomicLong();

  private String show(ProgressStyle style) {
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (ConsoleProgress progress = new ConsoleProgress(out, style, clockMs::get)) {
      progress.stageStarted("ingest", 1, 4);
      progress.progress("reading", 0, 1_000);
      for (int second = 1; second <= 25; second++) {
        clockMs.set(second * 1_000L);
        progress.progress("reading", second * 10L, 1_000);
      }
      progress.warning("one\u001b[31m\nbad line");
      progress.stageFinished(new StageRecord("ingest", 25_000, Map.of("papers", 250L)));
      progress.stageStarted("terms", 2, 4);
      clockMs.addAndGet(60_000);
      progress.progress("counting", 7, 0);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void writesFewPlainLinesIntoAPipe() {
    assertThat(show(ProgressStyle.PLAIN).lines())
        .containsExactly(
            "[1/4] ingest",
            "[1/4] ingest: reading (100 of 1,000 tasks), about 1 min 30 s left",
            "[1/4] ingest: reading (200 of 1,000 tasks), about 1 min 20 s left",
            "almagest: warning: one\\u001b[31m\\nbad line",
            "[1/4] ingest: done in 25 s (papers 250)",
            "[2/4] terms",
            "[2/4] terms: counting");
  }

  @Test
  void rewritesOneLineOnATerminalAndClearsItAtTheEnd() {
    String shown = show(ProgressStyle.REWRITING);

    assertThat(shown)
        .contains("\r\u001b[K[1/4] ingest: reading (10 of 1,000 tasks)")
        .contains("\r\u001b[Kalmagest: warning: ")
        .contains("bad line\n[1/4] ingest: done in 25 s (papers 250)\n")
        .endsWith("[2/4] terms: counting\r\u001b[K");
  }

  @Test
  void durationsAreForAPerson() {
    assertThat(PlainText.duration(420)).isEqualTo("0.4 s");
    assertThat(PlainText.duration(9_960)).isEqualTo("10 s");
    assertThat(PlainText.duration(185_000)).isEqualTo("3 min 05 s");
    assertThat(PlainText.duration(7_860_000)).isEqualTo("2 h 11 min");
  }
}
