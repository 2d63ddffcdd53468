package org.almagest.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.almagest.fault.AlmagestException;
import org.almagest.table.TableColumn;
import org.almagest.table.TableColumn.Presence;
import org.almagest.table.TableContract;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several tables from one pass of tasks, and what is left where a task fails. */
class TablePassTest {
  private static final TableColumn NAME =
      new TableColumn("name", DataTypes.StringType, Presence.REQUIRED, "Name.");
  private static final TableContract STARS =
      new TableContract("stars", "One star.", List.of(NAME), List.of(NAME));
  private static final TableContract PLANETS =
      new TableContract("planets", "One planet.", List.of(NAME), List.of(NAME));
  private static final TableColumn NAMES =
      new TableColumn(
          "names",
          DataTypes.createArrayType(DataTypes.StringType, false),
          Presence.REQUIRED,
          "Names.");
  private static final TableContract MOONS =
      new TableContract("moons", "One moon.", List.of(NAMES), List.of(NAMES));
  private static final StructType SCHEMA = STARS.schema();

  private static SparkSession spark;

  @TempDir private Path directory;
  private StagedSnapshot staged;

  @BeforeAll
  static void startSpark() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .appName("TablePassTest")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config(
                "spark.hadoop." + WarehouseFileSystem.LOCAL_IMPLEMENTATION_KEY,
                WarehouseFileSystem.LOCAL_IMPLEMENTATION)
            .getOrCreate();
  }

  @AfterAll
  static void stopSpark() {
    spark.stop();
  }

  @BeforeEach
  void stage() {
    staged = Warehouse.at(directory.toString(), new Configuration()).stage("run-1", spark);
  }

  @AfterEach
  void leaveNothing() throws IOException {
    staged.close();
    assertThat(DirectoryTree.of(directory)).isEmpty();
  }

  @Test
  void tasksWriteEveryTableInOnePass() throws IOException {
    TablePass pass = staged.pass(List.of(STARS, PLANETS), "comets", SCHEMA);
    List<WrittenFiles> written = run(pass, "vega venus halley", "mira", "algol mars");
    pass.keep(written);
    assertThat(names(staged.read(STARS))).containsExactlyInAnyOrder("algol", "mira", "vega");
    assertThat(names(staged.read(PLANETS))).containsExactlyInAnyOrder("mars", "venus");
    assertThat(names(pass.scratch(written))).containsExactly("halley");
    TableSnapshot planets = staged.table(PLANETS).orElseThrow();
    assertThat(planets.rows()).isEqualTo(2);
    assertThat(planets.files()).as("none of a task without rows").hasSize(2);
    assertThat(planets.schema()).isEqualTo(PLANETS.schema().toDDL());
    for (TableSnapshot.DataFile file : planets.files()) {
      byte[] bytes = Files.readAllBytes(place(PLANETS).resolve(Path.of(file.path()).getFileName()));
      assertThat(file.bytes()).isEqualTo(bytes.length);
      assertThat(file.sha256()).isEqualTo(Digests.sha256(bytes));
    }
  }

  @Test
  void aTableWithoutRowsHasAFileWithItsSchema() {
    TablePass pass = staged.pass(List.of(STARS, PLANETS), "comets", SCHEMA);
    List<WrittenFiles> written = run(pass, "vega", "mira");
    pass.keep(written);
    TableSnapshot planets = staged.table(PLANETS).orElseThrow();
    assertThat(planets.rows()).isZero();
    assertThat(planets.files()).hasSize(1);
    assertThat(spark.read().parquet(place(PLANETS).toString()).columns()).containsExactly("name");
    assertThat(names(pass.scratch(written))).isEmpty();
  }

  @Test
  void writesATableWithoutRowsWithoutAPass() {
    staged.writeEmpty(STARS);
    assertThat(staged.rows(STARS)).isZero();
    assertThat(names(staged.read(STARS))).isEmpty();
    assertThat(spark.read().parquet(place(STARS).toString()).columns()).containsExactly("name");
  }

  @Test
  void aTaskThatFailsLeavesNoFile() throws IOException {
    TablePass pass = staged.pass(List.of(STARS, PLANETS), "comets", SCHEMA);
    try (TaskWriter writer = pass.tasks().open(0)) {
      writer.write("stars", row("vega"));
      writer.write("planets", row("venus"));
      assertThat(place(STARS)).isNotEmptyDirectory();
    }
    assertThat(place(STARS)).isEmptyDirectory();
    assertThat(place(PLANETS)).isEmptyDirectory();
  }

  @Test
  void filesOfOtherAttemptsDoNotStay() throws IOException {
    TablePass pass = staged.pass(List.of(STARS), "comets", SCHEMA);
    run(pass, "vega", "mira");
    pass.keep(run(pass, "vega", "mira"));
    assertThat(names(staged.read(STARS))).containsExactlyInAnyOrder("mira", "vega");
    staged.keepForInspection();
    assertThat(names(spark.read().parquet(place(STARS).toString())))
        .containsExactlyInAnyOrder("mira", "vega");
    staged.close();
    stage();
  }

  @Test
  void refusesANullInARequiredColumn() throws IOException {
    TablePass pass = staged.pass(List.of(STARS), "comets", SCHEMA);
    try (TaskWriter writer = pass.tasks().open(0)) {
      writer.write("stars", new GenericInternalRow(new Object[] {null}));
      List<WrittenFiles> written = List.of(writer.finish());
      assertThatThrownBy(() -> pass.keep(written))
          .isInstanceOf(AlmagestException.class)
          .hasMessageContaining("name is null in 1 rows");
    }
    assertThat(staged.has(STARS)).isFalse();
  }

  @Test
  void refusesANullInARequiredListButNotAnEmptyOne() throws IOException {
    TablePass pass = staged.pass(List.of(MOONS), "comets", SCHEMA);
    assertThat(keptMoons(pass, new GenericArrayData(new Object[0])).rows()).isEqualTo(1);
    assertThatThrownBy(() -> keptMoons(pass, null))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining("names is null in 1 rows");
  }

  private TableSnapshot keptMoons(TablePass pass, GenericArrayData names) throws IOException {
    try (TaskWriter writer = pass.tasks().open(0)) {
      writer.write("moons", new GenericInternalRow(new Object[] {names}));
      pass.keep(List.of(writer.finish()));
      return staged.table(MOONS).orElseThrow();
    }
  }

  @Test
  void writesNoTableThatIsNotOfThePass() throws IOException {
    TablePass pass = staged.pass(List.of(STARS), "comets", SCHEMA);
    try (TaskWriter writer = pass.tasks().open(0)) {
      assertThat(writer.writes("stars")).isTrue();
      assertThat(writer.writes("planets")).isFalse();
      assertThatThrownBy(() -> writer.write("planets", row("venus")))
          .hasMessageContaining("planets is not of this pass");
    }
  }

  /** One task for each list of names. */
  private static List<WrittenFiles> run(TablePass pass, String... tasks) {
    TaskTables tables = pass.tasks();
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(List.of(tasks), tasks.length)
        .mapPartitionsWithIndex(
            (partition, lists) -> {
              try (TaskWriter writer = tables.open(partition)) {
                for (String name : lists.next().split(" ", -1)) {
                  writer.write(table(name), row(name));
                }
                return List.of(writer.finish()).iterator();
              }
            },
            false)
        .collect();
  }

  private static String table(String name) {
    return switch (name) {
      case "mars", "venus" -> "planets";
      case "halley" -> "comets";
      default -> "stars";
    };
  }

  private static GenericInternalRow row(String name) {
    return new GenericInternalRow(new Object[] {UTF8String.fromString(name)});
  }

  private Path place(TableContract table) {
    return directory.resolve("_staging/run-1").resolve(table.name());
  }

  private static List<String> names(Dataset<Row> rows) {
    return rows.select("name").collectAsList().stream().map(row -> row.getString(0)).toList();
  }
}
