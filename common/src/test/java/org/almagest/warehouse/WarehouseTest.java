package org.almagest.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a warehouse may lie, which snapshot is current, and which names a run may take. */
class WarehouseTest {
  @TempDir private Path root;

  @Test
  void needNotExistYetAndThenHasNoSnapshot() throws IOException {
    Warehouse warehouse = Warehouse.at(root.resolve("new/deep").toString(), new Configuration());
    assertThat(warehouse.current()).isEmpty();
    assertThat(warehouse.root()).isEqualTo(root.resolve("new/deep").toString());
    assertThat(DirectoryTree.of(root)).as("looking makes nothing").isEmpty();
  }

  @Test
  void mayBeNamedByAUri() {
    assertThat(Warehouse.at(root.toUri().toString(), new Configuration()).root())
        .isEqualTo(root.toString());
  }

  @Test
  void refusesAFile() throws IOException {
    Path file = Files.createFile(root.resolve("file"));
    assertUsage(() -> at(file), "is a file", file.toString());
  }

  @Test
  void refusesAPlaceBelowAFile() throws IOException {
    Path file = Files.createFile(root.resolve("file"));
    assertUsage(() -> at(file.resolve("sub")), file + " is a file");
    assertUsage(() -> at(file.resolve("sub/deeper")), file + " is a file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no-such-scheme://host/path", ":"})
  void refusesAPlaceThatCannotBeReached(String location) {
    assertUsage(() -> Warehouse.at(location, new Configuration()), "cannot be opened");
  }

  @Test
  void takesTheNewestVersionForCurrent() throws IOException {
    publish(1, "run-1");
    publish(2, "run-2");
    Snapshot snapshot = at(root).current().orElseThrow();
    assertThat(snapshot.version()).isEqualTo(2);
    assertThat(snapshot.warehouse()).isEqualTo(root.toString());
    assertThat(snapshot.manifest()).isEqualTo(manifest("run-2"));
    TableSnapshot table = snapshot.table("papers").orElseThrow();
    assertThat(snapshot.files(table))
        .containsExactly(root + "/snapshots/run-2/papers/part-0.parquet");
    assertThat(snapshot.table("topics")).isEmpty();
  }

  @Test
  void fallsBackPastATornVersion() throws IOException {
    publish(1, "run-1");
    publish(2, "run-2");
    Files.writeString(root.resolve("versions/00000002.json"), "{\"version\": 2, \"run_");
    assertThat(at(root).current()).map(Snapshot::version).contains(1L);
    Files.write(root.resolve("versions/00000002.json"), new byte[301]);
    assertThat(at(root).current()).map(Snapshot::version).contains(1L);
  }

  @Test
  void fallsBackPastATornOrMissingManifest() throws IOException {
    publish(1, "run-1");
    publish(2, "run-2");
    Path manifest = root.resolve("snapshots/run-2/manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("\"rows\" : 3", "\"rows\" : 4"));
    assertThat(at(root).current()).map(Snapshot::version).contains(1L);
    Files.delete(manifest);
    assertThat(at(root).current()).map(Snapshot::version).contains(1L);
  }

  @Test
  void isEmptyWhereEveryVersionIsTorn() throws IOException {
    publish(1, "run-1");
    Files.writeString(root.resolve("versions/00000001.json"), "");
    assertThat(at(root).current()).isEmpty();
  }

  @Test
  void readsAManifestWithFieldsOfALaterRelease() throws IOException {
    byte[] bytes =
        Files.readString(publish(1, "run-1"))
            .replaceFirst("\\{", "{ \"new_in_2_0\" : [ 1 ],")
            .getBytes(StandardCharsets.UTF_8);
    Files.delete(root.resolve("versions/00000001.json"));
    commit(1, "run-1", bytes);
    assertThat(at(root).current()).map(Snapshot::manifest).contains(manifest("run-1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", ".hidden", "-x", "_x", "a/b", "a b", "a\n", "ä", "a:b", "a*"})
  void refusesABadRunId(String runId) {
    assertUsage(() -> at(root).run(runId), "'" + runId + "'");
  }

  @Test
  void allowsRunIdsOfUpTo64Characters() {
    assertThat(at(root).run("x".repeat(64)).published()).isEmpty();
    assertThat(at(root).run("20260102T030405Z-ab_c.1").published()).isEmpty();
    assertUsage(() -> at(root).run("x".repeat(65)), "1 to 64");
  }

  @Test
  void knowsWhatARunPublished() throws IOException {
    publish(1, "run-1");
    publish(2, "run-2");
    Files.createDirectories(root.resolve("_staging/run-3"));
    assertThat(at(root).run("run-1").published()).map(Snapshot::version).contains(1L);
    assertThat(at(root).run("run-2").published()).map(Snapshot::version).contains(2L);
    assertThat(at(root).run("run-3").published()).isEmpty();
    at(root).rollback(1);
    assertThat(at(root).run("run-1").published()).map(Snapshot::version).contains(3L);
  }

  @Test
  void aRunThatWasPublishedAndIsDamagedOrRemovedIsNotTakenForOneThatWasNot() throws IOException {
    publish(1, "run-1");
    Path manifest = root.resolve("snapshots/run-1/manifest.json");
    byte[] bytes = Files.readAllBytes(manifest);
    Files.writeString(manifest, "{}");
    assertUsage(() -> at(root).run("run-1").published(), "used before", "damaged");

    // A later version has its table, and its own version is gone.
    Files.write(manifest, bytes);
    Path later = Files.createDirectories(root.resolve("snapshots/run-2"));
    byte[] manifestOfLater = Warehouse.JSON.writeValueAsBytes(manifest("run-1"));
    Files.write(later.resolve("manifest.json"), manifestOfLater);
    commit(2, "run-2", manifestOfLater);
    Files.delete(root.resolve("versions/00000001.json"));
    assertUsage(() -> at(root).run("run-1").published(), "used before", "removed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3a://b/w", "gs://b/w", "wasbs://c@a/w", "oss://b/w", "https://h/w"})
  void refusesToPublishWhereARenameMayOverwrite(String location) {
    assertUsage(
        () -> Warehouse.requirePublishable(location, new Configuration()),
        location,
        "no rename in one step",
        "HDFS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/data/w", "w", "file:///w", "hdfs://n/w", "abfss://c@a/w", ":"})
  void publishesWhereARenameIsOneStep(String location) {
    assertThatCode(() -> Warehouse.requirePublishable(location, new Configuration()))
        .doesNotThrowAnyException();
  }

  @Test
  void theDefaultFileSystemCountsWhereTheLocationNamesNone() {
    Configuration hadoop = new Configuration();
    hadoop.set("fs.defaultFS", "s3a://bucket");
    assertUsage(() -> Warehouse.requirePublishable("/w", hadoop), "s3a");
  }

  private static Warehouse at(Path path) {
    return Warehouse.at(path.toString(), new Configuration());
  }

  private static void assertUsage(ThrowingCallable action, String... parts) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .message()
        .contains(parts);
  }

  private Path publish(long version, String runId) throws IOException {
    return commit(version, runId, Warehouse.JSON.writeValueAsBytes(manifest(runId)));
  }

  private Path commit(long version, String runId, byte[] manifest) throws IOException {
    Path file = root.resolve("snapshots/" + runId + "/manifest.json");
    Files.createDirectories(file.getParent());
    Files.write(file, manifest);
    var path = new org.apache.hadoop.fs.Path(root.toUri());
    var files = WarehouseFileSystem.of(path, new Configuration());
    new VersionLog(files, new Layout(path))
        .commit(new VersionLog.Entry(version, runId, Digests.sha256(manifest)));
    return file;
  }

  private static Manifest manifest(String runId) {
    String table = Layout.publishedTable(runId, "papers");
    var file = new TableSnapshot.DataFile(table + "/part-0.parquet", 3, 100, "ab".repeat(32));
    return new Manifest(
        1,
        runId,
        "2026-01-02T03:04:05Z",
        Map.of("spark", "4.1.0"),
        Map.of("topics.k", "20"),
        List.of(new Manifest.InputFile("in.json", 42, "arxiv-json")),
        List.of(new Manifest.StageRecord("ingest", 7, Map.of("papers", 3L))),
        List.of(new TableSnapshot("papers", table, 3, 100, "id STRING", List.of(file))));
  }
}
