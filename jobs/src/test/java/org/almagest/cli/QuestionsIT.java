package org.almagest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.almagest.DemoWarehouse;
import org.almagest.cli.CommandLineHarness.Outcome;
import org.almagest.ddl.SqlDialect;
import org.almagest.pages.MarkdownPage;
import org.almagest.run.Pipeline;
import org.almagest.stage.SparkSuite;
import org.almagest.table.TableColumn;
import org.almagest.table.TableContract;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.TableSnapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The questions over the samples, by DuckDB and by Spark SQL, and the definitions of tables that
 * both are given. Answers that no trained model is in are as committed; for the others {@link
 * TopicAnswers} says what must hold.
 */
@SuppressWarnings("serial") // as its base class
class QuestionsIT extends SparkSuite {
  private static final Path ANSWERS = MarkdownPage.HOME.resolve("data-samples/expected/answers");

  /** Questions that the samples have no answer to, and why. */
  private static final Map<String, String> EMPTY =
      Map.of("same-titles", "no paper is in two of the samples, and no two have one title");

  private static final CommandLineHarness ALMAGEST = new CommandLineHarness();
  private static boolean defined;

  static List<Question> questions() {
    return Questions.shipped().all();
  }

  /** What pays for large tables costs more than it gains with some hundred rows. */
  @Override
  public SparkConf conf() {
    return super.conf()
        .set("spark.sql.shuffle.partitions", "1")
        .set("spark.sql.codegen.wholeStage", "false")
        .set("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .set("spark.sql.adaptive.enabled", "false");
  }

  @BeforeEach
  void defineTheTablesInSpark() {
    ALMAGEST.snapshot = Optional.of(snapshot());
    if (!defined) {
      for (String statement : statements("spark")) {
        spark().sql(statement);
      }
      defined = true;
    }
  }

  private static Snapshot snapshot() {
    String directory = DemoWarehouse.published().directory().toString();
    return Warehouse.at(directory, new Configuration()).current().orElseThrow();
  }

  private static List<String> statements(String engine) {
    Outcome outcome = run("tables", "--warehouse", "demo", "--ddl", engine);
    return Arrays.stream(outcome.out().split(";\n", -1)).filter(s -> !s.isBlank()).toList();
  }

  private static Outcome run(String... arguments) {
    Outcome outcome = ALMAGEST.run(arguments);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return outcome;
  }

  private static String ask(String form, String name, String... settings) {
    String[] command = {"ask", name, "--warehouse", "demo", "--output", form};
    String[] all = Arrays.copyOf(command, command.length + 2 * settings.length);
    for (int i = 0; i < settings.length; i++) {
      all[command.length + 2 * i] = "--set";
      all[command.length + 2 * i + 1] = settings[i];
    }
    return run(all).out();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void bothEnginesGiveTheAnswerThatIsExpected(Question question) throws IOException {
    String name = question.name();
    Answer duckdb = Answer.ofJson(ask("json", name));
    Answer spark = Answer.of(spark().sql(question.sql()));

    assertThat(spark).as("Spark and DuckDB").matches(duckdb::isLike, duckdb.toString());
    assertThat(duckdb.rows().isEmpty())
        .as(EMPTY.getOrDefault(name, "the samples have an answer"))
        .isEqualTo(EMPTY.containsKey(name));
    Map<String, Consumer<Answer>> checks = new TopicAnswers(QuestionsIT::query).checks();
    assertThat(checks.containsKey(name))
        .as("is checked by what must hold")
        .isEqualTo(isOfAModel(question));
    if (checks.containsKey(name)) {
      checks.get(name).accept(duckdb);
    } else {
      isAsCommitted(name, ask("csv", name));
    }
  }

  private static void isAsCommitted(String name, String answer) throws IOException {
    Path file = ANSWERS.resolve(name + ".csv");
    if (Boolean.getBoolean("almagest.renew")) {
      Files.createDirectories(ANSWERS);
      Files.writeString(file, answer);
    }
    assertThat(answer).as("renew with ./mvnw -Pdocs verify").isEqualTo(Files.readString(file));
  }

  private static Answer query(String sql) {
    return Answer.ofJson(run("query", "--warehouse", "demo", "--output", "json", sql).out());
  }

  /** Whether a trained model is in the tables that it reads, or rows of these are counted there. */
  private static boolean isOfAModel(Question question) {
    return question.tables().stream()
        .anyMatch(table -> table.matches("topic.*|.*_topics|trending|bursts|quality_checks"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rising-in-category|category=q-bio.PE",
        "topic-over-time|topic=3",
        "topic-words|topic=3",
        "rising-terms|years=5 min_papers=25",
        "bridges-between|community=0",
        "new-connections|years=1",
        "growing-communities|years=5",
        "author-career|author=Rafael\u00a0Z.\u00a0Silva-Prado",
        "reviewers|paper=openalex:W4100000624",
        "shared-by-institutions|institution=openalex:I7000016",
        "read-next|paper=openalex:W4100000682",
        "reading-list|topic=1",
      })
  void whatIsSetGivesAnotherAnswerOnBothEngines(String name, String settings) {
    String[] values =
        Arrays.stream(settings.split(" ", -1))
            .map(value -> value.replace('\u00a0', ' '))
            .toArray(String[]::new);
    Map<String, String> byName =
        Arrays.stream(values)
            .map(value -> value.split("=", 2))
            .collect(Collectors.toMap(v -> v[0], v -> v[1]));

    Answer duckdb = Answer.ofJson(ask("json", name, values));
    Answer spark = Answer.of(spark().sql(Questions.shipped().named(name).with(byName).sql()));

    assertThat(spark).matches(duckdb::isLike, duckdb.toString());
    assertThat(duckdb.rows()).isNotEmpty();
    assertThat(duckdb.isLike(Answer.ofJson(ask("json", name)))).isFalse();
  }

  @Test
  void sparkHasTheTablesWithTheirTypesAndMeanings() {
    for (TableSnapshot table : snapshot().tables()) {
      TableContract contract = contract(table);
      assertThat(spark().table(table.table()).count()).isEqualTo(table.rows());
      StructField[] fields = spark().table(table.table()).schema().fields();
      assertThat(fields).hasSameSizeAs(contract.columns());
      for (int i = 0; i < fields.length; i++) {
        TableColumn column = contract.columns().get(i);
        assertThat(fields[i].name()).isEqualTo(column.name());
        assertThat(fields[i].dataType().sql()).isEqualTo(column.type().sql());
        assertThat(fields[i].getComment().get()).startsWith(column.meaning());
      }
    }
  }

  @Test
  void duckdbHasTheTablesWithTheirTypesAndMeanings() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String sql : statements("duckdb")) {
        statement.execute(sql);
      }
      for (TableSnapshot table : snapshot().tables()) {
        try (ResultSet count =
            statement.executeQuery("SELECT count(*) FROM \"" + table.table() + '"')) {
          count.next();
          assertThat(count.getLong(1)).isEqualTo(table.rows());
        }
        try (ResultSet found =
            statement.executeQuery(
                "SELECT column_name, data_type, comment FROM duckdb_columns() WHERE table_name = '"
                    + table.table()
                    + "' ORDER BY column_index")) {
          String definition = SqlDialect.DUCKDB.define(contract(table), "");
          for (TableColumn column : contract(table).columns()) {
            found.next();
            assertThat(found.getString(1)).isEqualTo(column.name());
            assertThat(definition)
                .contains("CAST(\"" + column.name() + "\" AS " + found.getString(2) + ") AS");
            assertThat(found.getString(3)).startsWith(column.meaning());
          }
          assertThat(found.next()).isFalse();
        }
      }
    }
  }

  private static TableContract contract(TableSnapshot table) {
    return Pipeline.tables().stream()
        .filter(contract -> contract.name().equals(table.table()))
        .findFirst()
        .orElseThrow();
  }
}
