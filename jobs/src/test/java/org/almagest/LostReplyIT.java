package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.almagest.LauncherProcess.Outcome;
import org.almagest.faults.FaultTable;
import org.almagest.faults.LossyWire;
import org.almagest.faults.LossyWire.Loss;
import org.almagest.faults.LossyWire.Repair;
import org.almagest.faults.SmallHdfs;
import org.almagest.warehouse.PublishedVersion;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The wire to HDFS breaks while a run names its version: did the commit take effect or not? */
@Tag(FaultTable.TAG)
class LostReplyIT {
  /** The call of the name node that is the commit of version 2. */
  private static final List<String> COMMIT =
      List.of("rename2", "/warehouse/versions/00000002.json");

  @TempDir Path directory;
  private MiniDFSCluster hdfs;
  private LauncherProcess launcher;

  @BeforeEach
  void startHdfs() throws Exception {
    hdfs = SmallHdfs.start(directory.resolve("hdfs"));
    launcher = new LauncherProcess(directory, Duration.ofMinutes(5));
    launcher.with("ALMAGEST_JAVA_OPTS", "-Dspark.hadoop.ipc.client.connect.max.retries=2");
  }

  @AfterEach
  void stopHdfs() {
    hdfs.close();
  }

  private Outcome run(int port, String runId, String corpus) throws Exception {
    String warehouse = "hdfs://127.0.0.1:" + port + "/warehouse";
    return launcher.run(LauncherProcess.overSamples("run", "ingest", corpus, warehouse, runId));
  }

  private List<PublishedVersion> history() {
    return Warehouse.at(hdfs.getURI().resolve("/warehouse").toString(), new Configuration())
        .history();
  }

  /**
   * Publishes a version, then another over a wire that breaks, and that again as a scheduler would.
   *
   * @param expected exit code of the run whose wire breaks
   * @param committed whether the version is there after it
   */
  private void runOverAWireThatBreaks(Loss loss, Repair repair, int expected, boolean committed)
      throws Exception {
    Outcome first = run(hdfs.getNameNodePort(), "one", "openalex/corpus");
    assertThat(first.exitCode()).as(first.err()).isZero();
    try (LossyWire wire = new LossyWire(hdfs.getNameNodePort(), COMMIT, loss, repair)) {
      Outcome broken = run(wire.port(), "two", "arxiv-json/corpus");
      assertThat(wire.broke()).isTrue();
      assertThat(broken.exitCode()).as(broken.err()).isEqualTo(expected);
      assertThat(broken.err()).doesNotContain("\tat ");
      assertThat(history()).hasSize(committed ? 2 : 1);
      assertThat(newest()).isEqualTo(committed ? "two" : "one");

      wire.repair();
      Outcome again = run(wire.port(), "two", "arxiv-json/corpus");
      assertThat(again.exitCode()).as(again.err()).isZero();
      assertThat(history()).hasSize(2);
      assertThat(newest()).isEqualTo("two");
      assertThat(hdfs.getFileSystem().exists(new org.apache.hadoop.fs.Path("/warehouse/_staging")))
          .isFalse();
    }
    assertThat(Files.exists(launcher.work().resolve("warehouse"))).isFalse();
  }

  private String newest() {
    Optional<Snapshot> newest = history().get(0).snapshot();
    return newest.orElseThrow().manifest().runId();
  }

  @Test
  void theReplyIsLostAndTheCommitCanBeReadBack(TestReporter reporter) throws Exception {
    runOverAWireThatBreaks(Loss.REPLY, Repair.AT_ONCE, 0, true);
    reporter.publishEntry(
        "reply to the commit lost, it took effect, check possible", "exit 0, published once");
  }

  @Test
  void theReplyIsLostAndNothingCanBeReadBack(TestReporter reporter) throws Exception {
    runOverAWireThatBreaks(Loss.REPLY, Repair.LATER, 5, true);
    reporter.publishEntry(
        "reply to the commit lost, it took effect, no check possible",
        "exit 5, nothing deleted, rerun ended with 0");
  }

  @Test
  void theRequestIsLostAndItsAbsenceCanBeSeen(TestReporter reporter) throws Exception {
    runOverAWireThatBreaks(Loss.REQUEST, Repair.AT_ONCE, 1, false);
    reporter.publishEntry(
        "commit lost on its way, check possible", "exit 1, old version whole, rerun ended with 0");
  }

  @Test
  void theRequestIsLostAndNothingCanBeReadBack(TestReporter reporter) throws Exception {
    runOverAWireThatBreaks(Loss.REQUEST, Repair.LATER, 5, false);
    reporter.publishEntry(
        "commit lost on its way, no check possible",
        "exit 5, old version whole, rerun ended with 0");
  }
}
