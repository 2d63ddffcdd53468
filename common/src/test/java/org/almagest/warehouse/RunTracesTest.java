package org.almagest.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.table.TableContract;
import org.almagest.warehouse.Manifest.InputFile;
import org.almagest.warehouse.Manifest.StageRecord;
import org.almagest.warehouse.TableSnapshot.DataFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed run leaves, what of it the next one takes over, and that nothing else stays. */
class RunTracesTest {
  private static final StageFingerprint FINGERPRINT = new StageFingerprint("r", "w", "p");
  private static final InputFile INPUT = new InputFile("in.json", 5, "arxiv-json");

  @TempDir private Path root;

  private Warehouse warehouse() {
    return Warehouse.at(root.toString(), new Configuration());
  }

  private StagedSnapshot stage(String runId) {
    return warehouse()
        .stage(
            runId,
            () -> {
              throw new IllegalStateException("no session is needed");
            });
  }

  private static FinishedStage finished(String stage, String table) {
    byte[] content = table.getBytes(StandardCharsets.UTF_8);
    String path = "snapshots/killed/" + table;
    return new FinishedStage(
        new StageRecord(stage, "killed", 12, Map.of("rows", 3L), FINGERPRINT),
        List.of(
            new TableSnapshot(
                table,
                path,
                3,
                content.length,
                "id STRING",
                List.of(
                    new DataFile(
                        path + "/part-0.parquet", 3, content.length, Digests.sha256(content))))),
        List.of(),
        List.of(INPUT));
  }

  /** As a killed process leaves it: a finished stage, another one half done, and scratch. */
  private void kill(Path run) throws IOException {
    write(run.resolve("_stages/ingest.json"), json(finished("ingest", "papers")));
    write(run.resolve("_stages/.terms.json"), "{");
    write(run.resolve("papers/part-0.parquet"), "papers");
    write(run.resolve("vocabulary/_temporary/0/part-0.parquet"), "half");
    write(run.resolve("_scratch/pairs/part-0.parquet"), "scratch");
  }

  private static String json(FinishedStage stage) throws IOException {
    return Warehouse.JSON.writeValueAsString(stage);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Manifest manifest(StagedSnapshot staged) {
    return new Manifest(
        1, "killed", "", Map.of(), Map.of(), staged.inputs(), List.of(), staged.tables());
  }

  @Test
  void aFinishedStageIsTakenOverWithItsTablesAndInputs() throws IOException {
    kill(root.resolve("_staging/killed"));
    try (StagedSnapshot staged = stage("killed")) {
      FinishedStage ingest = staged.finished().get("ingest");
      assertThat(ingest).isEqualTo(finished("ingest", "papers"));
      assertThat(staged.finished()).containsOnlyKeys("ingest");
      assertThat(staged.isWhole(ingest.tables().get(0))).isTrue();
      staged.resume(ingest);
      assertThat(staged.inputs()).containsExactly(INPUT);
      staged.publish(manifest(staged));
    }
    Snapshot snapshot = warehouse().current().orElseThrow();
    assertThat(warehouse().damage(snapshot)).isEmpty();
    assertThat(DirectoryTree.of(root).keySet())
        .containsExactlyInAnyOrder(
            "current",
            "snapshots",
            "snapshots/killed",
            "snapshots/killed/manifest.json",
            "snapshots/killed/papers",
            "snapshots/killed/papers/part-0.parquet",
            "versions",
            "versions/00000001.json");
  }

  @Test
  void aTableWithAFileThatIsShorterOrGoneIsNotWhole() throws IOException {
    kill(root.resolve("_staging/killed"));
    RunTraces traces = warehouse().run("killed");
    TableSnapshot papers = traces.finishedStages().get("ingest").tables().get(0);
    assertThat(traces.isWhole(papers)).isTrue();
    write(root.resolve("_staging/killed/papers/part-0.parquet"), "pape");
    assertThat(traces.isWhole(papers)).isFalse();
    Files.delete(root.resolve("_staging/killed/papers/part-0.parquet"));
    assertThat(traces.isWhole(papers)).isFalse();
  }

  @Test
  void aNoteThatIsTornCountsAsNone() throws IOException {
    kill(root.resolve("_staging/killed"));
    write(root.resolve("_staging/killed/_stages/ingest.json"), "{\"stage\": {");
    write(root.resolve("_staging/killed/_stages/terms.json"), "{}");
    assertThat(warehouse().run("killed").finishedStages()).isEmpty();
  }

  @Test
  void aRunThatWasKilledBetweenRenameAndVersionIsTakenBack() throws IOException {
    kill(root.resolve("snapshots/killed"));
    write(root.resolve("snapshots/killed/manifest.json"), "{}");
    write(root.resolve("versions/.00000001.json~killed~0-0"), "draft");
    write(root.resolve("versions/.00000001.json~not-killed~0-0"), "of another run");
    assertThat(warehouse().run("killed").published()).isEmpty();
    assertThat(warehouse().run("killed").finishedStages()).containsOnlyKeys("ingest");
    try (StagedSnapshot staged = stage("killed")) {
      assertThat(root.resolve("snapshots/killed")).doesNotExist();
      staged.resume(staged.finished().get("ingest"));
      assertThat(staged.publish(manifest(staged)).version()).isEqualTo(1);
    }
    assertThat(DirectoryTree.of(root).keySet())
        .contains("versions/.00000001.json~not-killed~0-0")
        .doesNotContain("versions/.00000001.json~killed~0-0", "_staging", "_leases");
  }

  @Test
  void aPublishedRunIsLeftAloneAndWhatItsKilledProcessLeftIsRemoved() throws IOException {
    kill(root.resolve("_staging/killed"));
    try (StagedSnapshot staged = stage("killed")) {
      staged.resume(staged.finished().get("ingest"));
      staged.publish(manifest(staged));
    }
    Map<String, String> whole = DirectoryTree.of(root);
    assertThatThrownBy(() -> stage("killed"))
        .isInstanceOfSatisfying(
            AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("used before");
    assertThat(DirectoryTree.of(root)).isEqualTo(whole);

    write(root.resolve("snapshots/killed/_stages/ingest.json"), "{}");
    write(root.resolve("versions/.00000001.json~killed~0-0"), "draft");
    write(root.resolve(".current~killed~0-0"), "draft");
    write(root.resolve("current"), "00000000\n");
    Files.createDirectories(root.resolve("_staging"));
    warehouse().run("killed").tidy();
    assertThat(DirectoryTree.of(root)).isEqualTo(whole);
  }

  @Test
  void aStageThatRunsAnewFindsNothingOfTheEarlierAttempt() throws IOException {
    kill(root.resolve("_staging/killed"));
    TableContract papers = new TableContract("papers", "A paper.", List.of(), List.of());
    try (StagedSnapshot staged = stage("killed")) {
      staged.discard("ingest", List.of(papers), List.of());
      assertThat(root.resolve("_staging/killed/papers")).doesNotExist();
      assertThat(warehouse().run("killed").finishedStages()).isEmpty();
    }
  }

  @Test
  void twoProcessesDoNotWorkOnTheSameRun() throws IOException {
    try (StagedSnapshot first = stage("killed")) {
      assertThat(first.base()).isEmpty();
      Map<String, String> before = DirectoryTree.of(root);
      assertThatThrownBy(() -> stage("killed"))
          .isInstanceOfSatisfying(
              AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFLICT));
      assertThat(DirectoryTree.of(root)).isEqualTo(before);
    }
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void aProcessWhoseLeaseWasTakenOverPublishesAndRemovesNothing() throws IOException {
    kill(root.resolve("_staging/killed"));
    LeaseHolder other = new LeaseHolder("elsewhere", "", 7, 0, "theirs");
    try (StagedSnapshot staged = stage("killed")) {
      staged.resume(staged.finished().get("ingest"));
      Files.write(root.resolve("_leases/run-killed"), other.bytes());
      assertThatThrownBy(() -> staged.publish(manifest(staged)))
          .isInstanceOfSatisfying(
              AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFLICT))
          .hasMessageContaining("taken over");
    }
    assertThat(root.resolve("_staging/killed/papers/part-0.parquet")).exists();
    assertThat(root.resolve("_leases/run-killed")).exists();
    assertThat(warehouse().current()).isEmpty();
  }

  @Test
  void theSessionIsOnlyAskedForWhereTablesAreReadOrWritten() throws IOException {
    SparkSession[] asked = new SparkSession[1];
    try (StagedSnapshot staged = warehouse().stage("killed", () -> asked[0])) {
      assertThat(staged.runId()).isEqualTo("killed");
    }
    assertThat(asked[0]).isNull();
  }
}
