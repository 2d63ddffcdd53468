package org.almagest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.almagest.cli.CommandLineHarness.Outcome;
import org.almagest.config.Setting;
import org.almagest.warehouse.DocumentSnapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command report, and what other commands say of the page. */
class ReportCommandTest {
  @TempDir Path directory;

  private final CommandLineHarness almagest = new CommandLineHarness();
  private Path page;

  @BeforeEach
  void publishAPage() throws IOException {
    page = directory.resolve("w/snapshots/r1/report/index.html");
    Files.createDirectories(page.getParent());
    Files.writeString(page, "page");
    almagest.document =
        Optional.of(
            new DocumentSnapshot("report/index.html", "snapshots/r1/report/index.html", 4, "00"));
    almagest.warehouse = directory.resolve("w").toString();
  }

  private Outcome run(String... arguments) {
    return almagest.run(arguments);
  }

  @Test
  void reportRunsItsStageAndSaysWhereThePageIs() {
    Outcome outcome = run("report", "--warehouse", "w");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).endsWith("\nReport: " + page + "\n");
    assertThat(almagest.requests.get(0).settings().text(Setting.RUN_STAGES)).isEqualTo("report");
  }

  @Test
  void outCopiesThePage() {
    Path out = directory.resolve("copy.html");

    Outcome outcome = run("report", "--warehouse", "w", "--out", out.toString());

    assertThat(outcome.out()).endsWith("Report: " + out + "\n");
    assertThat(out).hasContent("page");
  }

  @Test
  void aFileThatIsThereStaysUnlessItMayBeOverwritten() throws IOException {
    Path out = Files.writeString(directory.resolve("copy.html"), "mine");

    Outcome refused = run("report", "--warehouse", "w", "--out", out.toString());

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--overwrite");
    assertThat(almagest.requests).as("refused before any work").isEmpty();
    assertThat(out).hasContent("mine");
    assertThat(run("report", "--warehouse", "w", "--out", out.toString(), "--overwrite").exitCode())
        .isZero();
    assertThat(out).hasContent("page");
  }

  @Test
  void runTellsPeopleAndNotProgramsWhereThePageIs() {
    Outcome outcome = run("run", "--input", "papers", "--warehouse", "w");

    assertThat(outcome.err()).contains("Open the report in a browser: " + page);
    assertThat(outcome.out()).doesNotContain(page.toString());
  }

  @Test
  void runSaysNothingOfAPageThatIsNotThere() {
    almagest.document = Optional.empty();

    assertThat(run("run", "--input", "papers", "--warehouse", "w").err())
        .doesNotContain("report in a browser");
  }
}
