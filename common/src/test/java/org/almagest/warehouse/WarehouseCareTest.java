package org.almagest.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** History, verification, rollback and garbage collection of a local warehouse. */
class WarehouseCareTest {
  @TempDir private Path root;

  private FileSystem files;
  private Layout layout;
  private Warehouse warehouse;

  @BeforeEach
  void open() throws IOException {
    var path = new org.apache.hadoop.fs.Path(root.toUri());
    files = WarehouseFileSystem.of(path, new Configuration());
    layout = new Layout(path);
    warehouse = Warehouse.at(root.toString(), new Configuration());
  }

  /** A version with a table of its own and those tables of earlier runs. */
  private void publish(long version, String runId, String... earlierRuns) throws IOException {
    List<TableSnapshot> tables = new ArrayList<>();
    tables.add(table(runId, "papers"));
    for (String earlier : earlierRuns) {
      tables.add(table(earlier, "topics"));
    }
    writeTable(runId, "papers");
    writeTable(runId, "topics");
    Manifest manifest =
        new Manifest(
            1, runId, "2026-01-02T03:04:05Z", Map.of(), Map.of(), List.of(), List.of(), tables);
    byte[] bytes = Warehouse.JSON.writeValueAsBytes(manifest);
    Files.write(root.resolve("snapshots/" + runId + "/manifest.json"), bytes);
    new VersionLog(files, layout)
        .commit(new VersionLog.Entry(version, runId, Digests.sha256(bytes)));
  }

  private static byte[] content(String runId, String table) {
    return (runId + table).getBytes(StandardCharsets.UTF_8);
  }

  private void writeTable(String runId, String table) throws IOException {
    Path directory = root.resolve(Layout.publishedTable(runId, table));
    Files.createDirectories(directory);
    Files.write(directory.resolve("part-0.parquet"), content(runId, table));
  }

  private static TableSnapshot table(String runId, String table) {
    byte[] content = content(runId, table);
    String path = Layout.publishedTable(runId, table);
    return new TableSnapshot(
        table,
        path,
        3,
        content.length,
        "id STRING",
        List.of(
            new TableSnapshot.DataFile(
                path + "/part-0.parquet", 3, content.length, Digests.sha256(content))));
  }

  private List<String> tree() throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(Files::isRegularFile)
          .map(p -> root.relativize(p).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void historyHasTheNewestFirstAndSaysWhichAreDamaged() throws IOException {
    publish(1, "run-1");
    publish(2, "run-2");
    publish(3, "run-3");
    Files.writeString(root.resolve("versions/00000003.json"), "{");

    assertThat(warehouse.history())
        .extracting(PublishedVersion::number)
        .containsExactly(3L, 2L, 1L);
    assertThat(warehouse.history())
        .extracting(version -> version.snapshot().map(s -> s.manifest().runId()).orElse("damaged"))
        .containsExactly("damaged", "run-2", "run-1");
    assertThat(warehouse.damageWarning().orElseThrow()).contains("of version 3 is damaged");
  }

  @Test
  void verificationNamesEveryFileThatIsNotAsItWas() throws IOException {
    publish(1, "run-1");
    publish(2, "run-2", "run-1");
    Snapshot snapshot = warehouse.current().orElseThrow();
    assertThat(warehouse.damage(snapshot)).isEmpty();

    Files.writeString(root.resolve("snapshots/run-2/papers/part-0.parquet"), "run-2pApers");
    assertThat(warehouse.damage(snapshot))
        .containsExactly(
            "snapshots/run-2/papers/part-0.parquet does not have the content that was published.");

    Files.writeString(root.resolve("snapshots/run-2/papers/part-0.parquet"), "short");
    Files.delete(root.resolve("snapshots/run-1/topics/part-0.parquet"));
    assertThat(warehouse.damage(snapshot))
        .containsExactlyInAnyOrder(
            "snapshots/run-2/papers/part-0.parquet has 5 bytes, not 11.",
            "snapshots/run-1/topics/part-0.parquet is gone.");
  }

  @Test
  void aRollbackIsANewVersionOfTheOldSnapshot() throws IOException {
    publish(1, "run-1");
    publish(2, "run-2");

    Snapshot again = warehouse.rollback(1);

    assertThat(again.version()).isEqualTo(3);
    assertThat(warehouse.current()).contains(again);
    assertThat(again.manifest().runId()).isEqualTo("run-1");
    assertThat(warehouse.rollback(2).manifest().runId()).isEqualTo("run-2");
    assertThat(warehouse.history()).hasSize(4);
  }

  @Test
  void aRollbackToAVersionThatIsNotThereOrDamagedIsRefused() throws IOException {
    publish(1, "run-1");
    publish(2, "run-2");
    Files.writeString(root.resolve("snapshots/run-1/manifest.json"), "{}");

    for (long version : List.of(0L, 1L, 3L)) {
      assertThatThrownBy(() -> warehouse.rollback(version))
          .isInstanceOfSatisfying(
              AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
          .hasMessageContaining("no whole version " + version);
    }
    assertThat(warehouse.history()).hasSize(2);
  }

  @Test
  void collectionKeepsTheNewestVersionsAndTheTablesTheyTakeOver() throws IOException {
    publish(1, "run-1");
    publish(2, "run-2");
    publish(3, "run-3", "run-1");

    Garbage garbage = warehouse.garbage(1);

    assertThat(garbage.versions()).containsExactly(2L, 1L);
    assertThat(garbage.paths())
        .startsWith("versions/00000002.json", "versions/00000001.json")
        .containsExactlyInAnyOrder(
            "versions/00000001.json",
            "versions/00000002.json",
            "snapshots/run-1/manifest.json",
            "snapshots/run-1/papers",
            "snapshots/run-2",
            "snapshots/run-3/topics");
    warehouse.remove(garbage);
    assertThat(tree())
        .containsExactly(
            "snapshots/run-1/topics/part-0.parquet",
            "snapshots/run-3/manifest.json",
            "snapshots/run-3/papers/part-0.parquet",
            "versions/00000003.json");
    assertThat(warehouse.damage(warehouse.current().orElseThrow())).isEmpty();
    assertThat(warehouse.garbage(1).paths()).isEmpty();
  }

  @Test
  void collectionKeepsWhatTwoVersionsNameAfterARollback() throws IOException {
    publish(1, "run-1");
    publish(2, "run-2");
    warehouse.rollback(1);

    warehouse.remove(warehouse.garbage(1));

    Snapshot current = warehouse.current().orElseThrow();
    assertThat(current.version()).isEqualTo(3);
    assertThat(warehouse.damage(current)).isEmpty();
  }

  @Test
  void aDamagedNewestVersionKeepsItsNumberAndDoesNotCountAsKept() throws IOException {
    publish(1, "run-1");
    publish(2, "run-2");
    Files.writeString(root.resolve("versions/00000002.json"), "{");

    Garbage garbage = warehouse.garbage(1);

    assertThat(garbage.versions()).isEmpty();
    assertThat(garbage.paths())
        .doesNotContain("versions/00000002.json")
        .contains("snapshots/run-2");
  }

  @Test
  void collectionTakesWhatKilledRunsLeft() throws IOException {
    publish(1, "run-1");
    Files.createDirectories(root.resolve("_staging/killed/papers"));
    Files.writeString(root.resolve("_staging/killed/papers/part-0.parquet"), "half");
    Files.createDirectories(root.resolve("_checkpoints/abc/40"));
    Files.createDirectories(root.resolve("snapshots/unnamed/papers"));
    Files.writeString(root.resolve("versions/.00000002.json.x"), "draft");
    Files.writeString(root.resolve(".current.y"), "draft");

    Garbage garbage = warehouse.garbage(5);
    assertThat(garbage.paths())
        .contains(
            "_staging/killed",
            "_checkpoints/abc",
            "snapshots/unnamed",
            "versions/.00000002.json.x",
            ".current.y");
    assertThat(garbage.bytes()).isGreaterThanOrEqualTo(14);
    warehouse.remove(garbage);
    assertThat(root.resolve("_staging")).doesNotExist();
    assertThat(root.resolve("_checkpoints")).doesNotExist();
  }

  @Test
  void whatALiveRunOrReaderNeedsStaysUntilItsLeaseIsGivenBack() throws IOException {
    publish(1, "run-1");
    publish(2, "run-2");
    Files.createDirectories(root.resolve("_staging/live"));
    Files.createDirectories(root.resolve("snapshots/live"));
    Files.createDirectories(root.resolve("_checkpoints/abc"));
    Leases leases = new Leases(files, layout);
    try (Lease run = leases.ofRun("live");
        Lease reader = leases.ofVersion(1)) {
      assertThat(run).isNotEqualTo(reader);
      assertThat(warehouse.garbage(1).versions()).isEmpty();
      assertThat(warehouse.garbage(1).paths())
          .doesNotContain("_staging/live", "snapshots/live", "snapshots/run-1", "_checkpoints/abc");
    }
    assertThat(root.resolve("_leases")).doesNotExist();
    assertThat(warehouse.garbage(1).versions()).containsExactly(1L);
    assertThat(warehouse.garbage(1).paths())
        .contains("_staging/live", "snapshots/live", "snapshots/run-1", "_checkpoints/abc");
  }

  @Test
  void theLeaseOfAKilledHolderEnds() throws IOException {
    publish(1, "run-1");
    Files.createDirectories(root.resolve("_staging/killed"));
    Path lease = root.resolve("_leases/run-killed");
    Files.createDirectories(lease.getParent());
    Files.createFile(lease);
    assertThat(warehouse.garbage(1).paths()).doesNotContain("_staging/killed");

    Files.setLastModifiedTime(
        lease, FileTime.from(Instant.now().minus(Leases.LIFE).minusSeconds(5)));
    assertThat(warehouse.garbage(1).paths()).contains("_staging/killed");
  }
}
