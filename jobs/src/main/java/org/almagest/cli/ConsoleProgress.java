package org.almagest.cli;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import org.almagest.run.ProgressListener;
import org.almagest.text.PlainText;
import org.almagest.warehouse.Manifest.StageRecord;

/** Shows how a run is getting on, with counts and the time that is left. */
final class ConsoleProgress implements ProgressListener, AutoCloseable {
  private static final String ERASE_LINE = "\r\u001b[K";
  private static final long REWRITING_INTERVAL_MS = 100;
  private static final long PLAIN_INTERVAL_MS = 10_000;

  /** Before this long an estimate of the time left is a guess. */
  private static final long MIN_ESTIMATE_MS = 2_000;

  private final PrintStream out;
  private final ProgressStyle style;
  private final LongSupplier clockMs;

  private String stage = "";
  private String doing = "";
  private long doingSinceMs;
  private long lastDone;
  private long lastShownMs;
  private boolean lineIsOpen;

  ConsoleProgress(PrintStream out, ProgressStyle style) {
    this(out, style, () -> System.nanoTime() / 1_000_000);
  }

  /** For tests: with a clock in milliseconds. */
  ConsoleProgress(PrintStream out, ProgressStyle style, LongSupplier clockMs) {
    this.out = out;
    this.style = style;
    this.clockMs = clockMs;
  }

  @Override
  public synchronized void stageStarted(String stage, int index, int total) {
    this.stage = "[" + index + "/" + total + "] " + stage;
    this.doing = "";
    this.lastShownMs = clockMs.getAsLong();
    show(this.stage);
  }

  @Override
  public synchronized void progress(String doing, long done, long total) {
    long now = clockMs.getAsLong();
    // A step may be several pieces of work one after another; each begins to count anew.
    if (!doing.equals(this.doing) || done <= lastDone) {
      this.doing = doing;
      this.doingSinceMs = now;
    }
    lastDone = done;
    long interval = style == ProgressStyle.REWRITING ? REWRITING_INTERVAL_MS : PLAIN_INTERVAL_MS;
    if (now - lastShownMs < interval) {
      return;
    }
    lastShownMs = now;
    show(stage + ": " + doing + amount(done, total) + timeLeft(now, done, total));
  }

  private static String amount(long done, long total) {
    return total > 0
        ? " (" + PlainText.count(done) + " of " + PlainText.count(total) + " tasks)"
        : "";
  }

  private String timeLeft(long now, long done, long total) {
    long spent = now - doingSinceMs;
    if (total <= 0 || done <= 0 || done >= total || spent < MIN_ESTIMATE_MS) {
      return "";
    }
    long left = Math.round(spent * ((double) (total - done) / done));
    return ", about " + PlainText.duration(left) + " left";
  }

  @Override
  public synchronized void stageFinished(StageRecord finished) {
    erase();
    String figures = PublishedRun.figures(finished);
    out.println(
        stage
            + ": done in "
            + PlainText.duration(finished.milliseconds())
            + (figures.isEmpty() ? "" : " (" + PlainText.oneLine(figures) + ")"));
  }

  @Override
  public synchronized void stageReused(StageRecord reused, int index, int total) {
    erase();
    out.println(
        "[" + index + "/" + total + "] " + reused.stage() + ": reused from run " + reused.runId());
  }

  @Override
  public synchronized void warning(String message) {
    erase();
    out.println("almagest: warning: " + PlainText.oneLine(message));
  }

  private void show(String line) {
    String text = PlainText.oneLine(line);
    if (style == ProgressStyle.REWRITING) {
      out.print(ERASE_LINE + text);
      out.flush();
      lineIsOpen = true;
    } else {
      out.println(text);
    }
  }

  private void erase() {
    if (lineIsOpen) {
      out.print(ERASE_LINE);
      out.flush();
      lineIsOpen = false;
    }
  }

  /** Clears the line that was being rewritten. */
  @Override
  public synchronized void close() {
    erase();
  }
}
