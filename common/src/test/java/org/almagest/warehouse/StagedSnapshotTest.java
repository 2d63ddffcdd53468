package org.almagest.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.table.TableColumn;
import org.almagest.table.TableColumn.Presence;
import org.almagest.table.TableContract;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From rows to a published snapshot, and what is left where that fails. */
class StagedSnapshotTest {
  private static final TableColumn ID =
      new TableColumn("id", DataTypes.StringType, Presence.REQUIRED, "Id.");
  private static final TableColumn SIZE =
      new TableColumn("size", DataTypes.IntegerType, Presence.OPTIONAL, "Size.");
  private static final TableColumn TAGS =
      new TableColumn(
          "tags",
          DataTypes.createArrayType(DataTypes.StringType, false),
          Presence.REQUIRED,
          "Tags.");
  private static final TableContract STARS =
      new TableContract("stars", "One star.", List.of(ID), List.of(ID, SIZE, TAGS));
  private static final TableContract PLANETS =
      new TableContract("planets", "One planet.", List.of(ID), List.of(ID));

  private static SparkSession spark;

  @TempDir private Path directory;

  @BeforeAll
  static void startSpark() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .appName("StagedSnapshotTest")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2")
            .config(
                "spark.hadoop." + WarehouseFileSystem.LOCAL_IMPLEMENTATION_KEY,
                WarehouseFileSystem.LOCAL_IMPLEMENTATION)
            .getOrCreate();
  }

  @AfterAll
  static void stopSpark() {
    spark.stop();
  }

  @Test
  void publishesWhatWasWritten() throws IOException {
    Snapshot published;
    try (StagedSnapshot staged = warehouse().stage("run-1", spark)) {
      assertThat(staged.base()).isEmpty();
      assertThat(staged.has(STARS)).isFalse();
      Dataset<Row> written = staged.write(STARS, stars("vega", "algol", "mira"));
      assertThat(ids(written)).containsExactlyInAnyOrder("algol", "mira", "vega");
      assertThat(staged.has(STARS)).isTrue();
      assertThat(staged.rows(STARS)).isEqualTo(3);
      assertThat(warehouse().current()).as("before publishing").isEmpty();
      published = staged.publish(manifest(staged));
      assertThat(published.version()).isEqualTo(1);
    }
    Snapshot snapshot = warehouse().current().orElseThrow();
    assertThat(snapshot).isEqualTo(published);
    TableSnapshot stars = snapshot.table("stars").orElseThrow();
    Dataset<Row> read = spark.read().parquet(snapshot.files(stars).toArray(String[]::new));
    assertThat(ids(read)).containsExactlyInAnyOrder("algol", "mira", "vega");
    assertThat(read.schema().fieldNames()).containsExactly("id", "size", "tags");
    assertThat(stars.schema()).isEqualTo(STARS.schema().toDDL());
    assertThat(Files.readString(root().resolve("current"))).isEqualTo("00000001\n");
    assertThat(DirectoryTree.of(root()).keySet())
        .contains("versions/00000001.json", "snapshots/run-1/manifest.json")
        .noneMatch(path -> path.startsWith("_staging") || path.endsWith(".crc"));
  }

  @Test
  void whatIsKeptForInspectionIsUnpublishedAndGoesAsGarbage() throws IOException {
    published("run-1", stars("vega"));
    String place;
    try (StagedSnapshot staged = warehouse().stage("run-2", spark)) {
      staged.write(PLANETS, stars("venus").select("id"));
      staged.writeScratch("notes", stars("mira"));
      place = staged.keepForInspection();
    }
    assertThat(place).isEqualTo(root().resolve("_staging/run-2").toString());
    assertThat(ids(spark.read().parquet(place + "/planets"))).containsExactly("venus");
    assertThat(Path.of(place)).isDirectoryNotContaining(path -> path.endsWith("_scratch"));
    assertThat(warehouse().current().orElseThrow().version()).isEqualTo(1);
    assertThat(warehouse().garbage(1).paths()).containsExactly("_staging/run-2");
  }

  @Test
  void tellsTheTablesThatTheRunWroteFromThoseItTookOver() {
    Snapshot first = published("run-1", stars("vega"));
    try (StagedSnapshot staged = warehouse().stage("run-2", spark)) {
      assertThat(staged.wrote(STARS)).isFalse();
      staged.keep(first.table("stars").orElseThrow());
      assertThat(staged.has(STARS)).isTrue();
      assertThat(staged.wrote(STARS)).isFalse();
      staged.write(STARS, stars("mira"));
      assertThat(staged.wrote(STARS)).isTrue();
    }
  }

  @Test
  void recordsRowsBytesAndDigestsOfTheFiles() throws IOException {
    Snapshot snapshot = published("run-1", stars("vega", "algol", "mira"));
    TableSnapshot stars = snapshot.table("stars").orElseThrow();
    assertThat(stars.path()).isEqualTo("snapshots/run-1/stars");
    assertThat(stars.rows()).isEqualTo(3);
    assertThat(stars.files().stream().mapToLong(TableSnapshot.DataFile::rows).sum()).isEqualTo(3);
    assertThat(stars.files().stream().mapToLong(TableSnapshot.DataFile::bytes).sum())
        .isEqualTo(stars.bytes());
    for (TableSnapshot.DataFile file : stars.files()) {
      byte[] bytes = Files.readAllBytes(root().resolve(file.path()));
      assertThat(file.bytes()).isEqualTo(bytes.length);
      assertThat(file.sha256()).isEqualTo(Digests.sha256(bytes));
    }
  }

  @Test
  void sortsATableByItsKey() {
    Snapshot snapshot = published("run-1", stars("vega", "algol", "mira", "deneb").coalesce(1));
    List<String> sorted = new ArrayList<>();
    for (String file : snapshot.files(snapshot.table("stars").orElseThrow())) {
      sorted.addAll(ids(spark.read().parquet(file)));
    }
    assertThat(sorted).containsExactly("algol", "deneb", "mira", "vega");
  }

  @Test
  void keepsATableWithoutRows() {
    Snapshot snapshot = published("run-1", stars());
    TableSnapshot stars = snapshot.table("stars").orElseThrow();
    assertThat(stars.rows()).isZero();
    assertThat(stars.files()).isNotEmpty();
    String[] files = snapshot.files(stars).toArray(String[]::new);
    assertThat(spark.read().parquet(files).schema().fieldNames())
        .containsExactly("id", "size", "tags");
  }

  @Test
  void keepsATableOfTheBaseWithoutCopyingIt() {
    TableSnapshot stars = published("run-1", stars("vega")).table("stars").orElseThrow();
    Snapshot second;
    try (StagedSnapshot staged = warehouse().stage("run-2", spark)) {
      staged.keep(staged.base().orElseThrow().table("stars").orElseThrow());
      assertThat(ids(staged.read(STARS))).containsExactly("vega");
      staged.write(PLANETS, stars("mars").select("id"));
      second = staged.publish(manifest(staged));
    }
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.table("stars")).contains(stars);
    assertThat(second.table("planets").orElseThrow().path()).isEqualTo("snapshots/run-2/planets");
    assertThat(root().resolve("snapshots/run-2/stars")).doesNotExist();
    String[] files = second.files(stars).toArray(String[]::new);
    assertThat(ids(spark.read().parquet(files))).containsExactly("vega");
  }

  @Test
  void keepsTheInputsOfTheBaseUntilOthersAreRecorded() {
    List<Manifest.InputFile> inputs = List.of(new Manifest.InputFile("a.json", 1, "arxiv-json"));
    try (StagedSnapshot staged = warehouse().stage("run-1", spark)) {
      assertThat(staged.inputs()).isEmpty();
      staged.recordInputs(inputs);
      staged.publish(manifest(staged));
    }
    try (StagedSnapshot staged = warehouse().stage("run-2", spark)) {
      assertThat(staged.inputs()).isEqualTo(inputs);
    }
  }

  @Test
  void leavesNoScratchInASnapshot() throws IOException {
    try (StagedSnapshot staged = warehouse().stage("run-1", spark)) {
      assertThat(ids(staged.writeScratch("half", stars("vega")))).containsExactly("vega");
      staged.publish(manifest(staged));
    }
    assertThat(DirectoryTree.of(root()).keySet()).noneMatch(path -> path.contains("scratch"));
  }

  @Test
  void beginsWithoutTheScratchOfAKilledProcessOfTheRun() throws IOException {
    Path scratch = root().resolve("_staging/run-1/_scratch/half");
    Files.createDirectories(scratch);
    Files.writeString(scratch.resolve("part-0.parquet"), "cut off");
    try (StagedSnapshot staged = warehouse().stage("run-1", spark)) {
      assertThat(ids(staged.writeScratch("half", stars("vega")))).containsExactly("vega");
    }
  }

  @Test
  void leavesNothingOfARunThatPublishesNothing() throws IOException {
    try (StagedSnapshot staged = warehouse().stage("run-1", spark)) {
      staged.write(STARS, stars("vega"));
      staged.writeScratch("half", stars("vega"));
      assertThat(root().resolve("_staging/run-1/stars")).exists();
    }
    assertThat(DirectoryTree.of(directory)).isEmpty();
  }

  @Test
  void leavesAnEarlierWarehouseAsItWas() throws IOException {
    published("run-1", stars("vega"));
    Map<String, String> before = DirectoryTree.of(directory);
    try (StagedSnapshot staged = warehouse().stage("run-2", spark)) {
      staged.write(STARS, stars("mira"));
    }
    assertThat(DirectoryTree.of(directory)).isEqualTo(before);
  }

  @Test
  void leavesAnEmptyDirectoryThatWasThere() throws IOException {
    Files.createDirectories(root());
    warehouse().stage("run-1", spark).close();
    assertThat(root()).isEmptyDirectory();
  }

  @Test
  void refusesAMissingColumn() throws IOException {
    assertRefused(stars("vega").drop("size"), "size is missing");
  }

  @Test
  void refusesAColumnOfAnotherType() throws IOException {
    assertRefused(
        stars("vega").withColumn("size", functions.lit(1L)), "size is bigint and not int");
    assertRefused(
        stars("vega").withColumn("tags", functions.array(functions.lit(1))),
        "tags is array<int> and not array<string>");
  }

  @Test
  void refusesAColumnThatIsNotDeclared() throws IOException {
    assertRefused(
        stars("vega").withColumn("colour", functions.lit("blue")), "colour is not declared");
  }

  @Test
  void refusesANullInARequiredColumn() throws IOException {
    assertRefused(stars("vega", null), "id is null in 1 rows");
  }

  @Test
  void refusesANullInARequiredListButNotAnEmptyOne() throws IOException {
    published("run-empty", stars("vega").withColumn("tags", functions.array().cast(TAGS.type())));
    assertRefused(
        stars("vega", "mira").withColumn("tags", functions.lit(null).cast(TAGS.type())),
        "tags is null in 2 rows");
  }

  @Test
  void readsOnlyTablesThatTheSnapshotHas() {
    try (StagedSnapshot staged = warehouse().stage("run-1", spark)) {
      assertFails(() -> staged.read(STARS), ExitCode.USAGE, "has no table stars");
    }
  }

  @Test
  void givesWayToARunThatPublishedFirst() throws IOException {
    Map<String, String> winner;
    try (StagedSnapshot late = warehouse().stage("late", spark)) {
      late.write(STARS, stars("mira"));
      published("first", stars("vega"));
      winner = DirectoryTree.of(root().resolve("snapshots/first"));
      assertFails(() -> late.publish(manifest(late)), ExitCode.CONFLICT, "version 1");
    }
    assertThat(root().resolve("snapshots/late")).doesNotExist();
    assertThat(root().resolve("_staging")).doesNotExist();
    assertThat(DirectoryTree.of(root().resolve("snapshots/first"))).isEqualTo(winner);
    assertThat(warehouse().current().orElseThrow().manifest().runId()).isEqualTo("first");
  }

  @Test
  void publishesPastATornVersion() throws IOException {
    published("run-1", stars("vega"));
    published("run-2", stars("mira"));
    Files.write(root().resolve("versions/00000002.json"), new byte[0]);
    try (StagedSnapshot staged = warehouse().stage("run-3", spark)) {
      assertThat(staged.base()).map(Snapshot::version).contains(1L);
      staged.write(STARS, stars("deneb"));
      assertThat(staged.publish(manifest(staged)).version()).isEqualTo(3);
    }
    assertThat(warehouse().current().orElseThrow().manifest().runId()).isEqualTo("run-3");
  }

  @Test
  void publishesWhereTheHintCannotBeWritten() throws IOException {
    Files.createDirectories(root().resolve("current/in-the-way"));
    assertThat(published("run-1", stars("vega")).version()).isEqualTo(1);
    assertThat(warehouse().current()).map(Snapshot::version).contains(1L);
  }

  private void assertRefused(Dataset<Row> rows, String fault) throws IOException {
    Map<String, String> before = DirectoryTree.of(directory);
    try (StagedSnapshot staged = warehouse().stage("refused", spark)) {
      assertFails(() -> staged.write(STARS, rows), ExitCode.INTERNAL, fault);
      assertThat(staged.has(STARS)).isFalse();
    }
    assertThat(DirectoryTree.of(directory)).isEqualTo(before);
  }

  private static void assertFails(ThrowingCallable action, ExitCode exitCode, String part) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(exitCode))
        .hasMessageContaining(part);
  }

  private Snapshot published(String runId, Dataset<Row> stars) {
    try (StagedSnapshot staged = warehouse().stage(runId, spark)) {
      staged.write(STARS, stars);
      return staged.publish(manifest(staged));
    }
  }

  private Path root() {
    return directory.resolve("deep/warehouse");
  }

  private Warehouse warehouse() {
    return Warehouse.at(root().toString(), new Configuration());
  }

  private static Manifest manifest(StagedSnapshot staged) {
    return new Manifest(
        1,
        staged.runId(),
        "2026-01-02T03:04:05Z",
        Map.of(),
        Map.of(),
        staged.inputs(),
        List.of(),
        staged.tables());
  }

  /** Rows as a stage has them: columns in another order, and all of them nullable. */
  private static Dataset<Row> stars(String... ids) {
    StructType schema =
        new StructType()
            .add("tags", DataTypes.createArrayType(DataTypes.StringType))
            .add("size", DataTypes.IntegerType)
            .add("id", DataTypes.StringType);
    List<Row> rows =
        Arrays.stream(ids).map(id -> RowFactory.create(new String[] {"bright"}, null, id)).toList();
    return spark.createDataFrame(rows, schema);
  }

  private static List<String> ids(Dataset<Row> rows) {
    return rows.select("id").collectAsList().stream().map(row -> row.getString(0)).toList();
  }
}
