package org.almagest.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints what came of each fault, behind the last test: a line for each entry {@code fault →
 * outcome} that a test of the two tags published, and for each test that failed.
 */
public final class FaultTable implements TestExecutionListener {
  /** Tag of the tests that break things for minutes, and run in the fault suite only. */
  public static final String TAG = "faults";

  /** Tag of those that feed harmful input, and run with all others, too. */
  public static final String INPUT_TAG = "hostile-input";

  private record Line(String fault, String outcome) {}

  private final Map<String, List<Line>> published = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Line> table = new ConcurrentLinkedQueue<>();

  private static boolean breaksThings(TestIdentifier test) {
    return test.isTest()
        && (test.getTags().contains(TestTag.create(TAG))
            || test.getTags().contains(TestTag.create(INPUT_TAG)));
  }

  @Override
  public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    List<Line> lines = published.computeIfAbsent(test.getUniqueId(), id -> new ArrayList<>());
    synchronized (lines) {
      entry.getKeyValuePairs().forEach((fault, outcome) -> lines.add(new Line(fault, outcome)));
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (!breaksThings(test)) {
      return;
    }
    table.addAll(published.getOrDefault(test.getUniqueId(), List.of()));
    if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
      table.add(new Line(test.getDisplayName(), "NOT AS EXPECTED"));
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    int width = table.stream().mapToInt(line -> line.fault().length()).max().orElse(0);
    table.forEach(
        line ->
            System.out.println(
                line.fault() + " ".repeat(width - line.fault().length()) + " | " + line.outcome()));
  }
}
