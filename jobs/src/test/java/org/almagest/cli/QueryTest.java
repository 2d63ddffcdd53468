package org.almagest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.almagest.cli.CommandLineHarness.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
  @TempDir Path directory;

  private final CommandLineHarness almagest = new CommandLineHarness();
  private Path warehouse;

  @BeforeEach
  void publishTwoTables() throws Exception {
    warehouse = Files.createDirectories(directory.resolve("it's [a] year=1999 warehouse"));
    almagest.snapshot =
        Optional.of(
            new SmallWarehouse(warehouse)
                .with(
                    "papers",
                    "SELECT * FROM (VALUES (1, 'a,b', 2020), (2, 'say \"hi\"', 2021), (3,"
                        + " NULL, NULL), (4, '', 2021), (5, E'two\\nlines é', 2020))"
                        + " p(id, title, year)")
                .with(
                    "nested",
                    "SELECT [1, NULL, 3] AS l, {'a': 1, 'b': DATE '2020-01-02'} AS s,"
                        + " [{'x': 'q\"'}] AS ls, MAP {'k': 1.5} AS m, DATE '2020-01-02'"
                        + " AS d, TIMESTAMP '2020-01-02 03:04:00' AS t, true AS b,"
                        + " 1.50::DECIMAL(5, 2) AS n, 'nan'::DOUBLE AS x, 'ab'::BLOB AS"
                        + " y, NULL::INT[] AS z")
                .snapshot());
  }

  private Outcome query(String output, String sql) {
    return almagest.run("query", "--warehouse", warehouse.toString(), "--output", output, sql);
  }

  @Test
  void csvQuotesAndTellsAMissingValueFromAnEmptyOne() {
    Outcome outcome = query("csv", "SELECT * FROM papers ORDER BY id");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .isEqualTo(
            "id,title,year\n1,\"a,b\",2020\n2,\"say \"\"hi\"\"\",2021\n3,,\n4,\"\",2021\n"
                + "5,\"two\nlines é\",2020\n");
  }

  @Test
  void csvForSpreadsheetsStartsNoFormula() {
    String sql =
        "SELECT * FROM (VALUES ('=1+1', -1), ('+1', 2), ('-1', -3), ('@A1', 4), (chr(9) || ' =A1', 5),"
            + " ('＝1', 6), ('a=1', 7), ('', 8), (NULL, NULL)) AS t(\"=name\", number)";
    Outcome outcome =
        almagest.run(
            "query",
            "--warehouse",
            warehouse.toString(),
            "--output",
            "csv",
            "--for-spreadsheet",
            sql);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .isEqualTo(
            "'=name,number\n'=1+1,-1\n'+1,2\n'-1,-3\n'@A1,4\n'\t =A1,5\n'＝1,6\na=1,7\n\"\",8\n,\n");
    assertThat(query("csv", "SELECT '=1+1' AS a").out()).isEqualTo("a\n=1+1\n");
    assertThat(
            almagest
                .run("query", "--warehouse", warehouse.toString(), "--for-spreadsheet", "SELECT 1")
                .err())
        .contains("--for-spreadsheet changes CSV alone");
  }

  @Test
  void csvWritesNestedValuesAsJson() {
    assertThat(query("csv", "SELECT l, s, d, t, n, z FROM nested").out())
        .isEqualTo(
            "l,s,d,t,n,z\n\"[1,null,3]\",\"{\"\"a\"\":1,\"\"b\"\":\"\"2020-01-02\"\"}\","
                + "2020-01-02,2020-01-02T03:04:00,1.50,\n");
  }

  @Test
  void jsonKeepsNestingDatesAndNulls() {
    assertThat(query("json", "FROM nested").out())
        .isEqualTo(
            "[\n{\"l\":[1,null,3],\"s\":{\"a\":1,\"b\":\"2020-01-02\"},\"ls\":[{\"x\":\"q\\\"\"}],"
                + "\"m\":{\"k\":1.5},\"d\":\"2020-01-02\",\"t\":\"2020-01-02T03:04:00\","
                + "\"b\":true,\"n\":1.50,\"x\":\"NaN\",\"y\":\"YWI=\",\"z\":null}\n]\n");
    assertThat(query("json", "FROM papers WHERE id > 9").out()).isEqualTo("[]\n");
    assertThat(query("JSON", "SELECT id FROM papers ORDER BY id LIMIT 2").out())
        .isEqualTo("[\n{\"id\":1},\n{\"id\":2}\n]\n");
  }

  @Test
  void tableAlignsAndCountsRows() {
    Outcome outcome =
        almagest.run(
            "query",
            "--warehouse",
            warehouse.toString(),
            "SELECT title, id FROM papers ORDER BY id");

    assertThat(outcome.out())
        .isEqualTo(
            """
            title         id
            ------------  --
            a,b            1
            say "hi"       2
                           3
                           4
            two\\nlines é   5
            """);
    assertThat(outcome.err()).isEqualTo("5 rows\n");
  }

  @Test
  void tableCutsLongValuesAndStreamsManyRows() {
    Outcome outcome = query("table", "SELECT repeat('x', 500) AS long FROM range(2500)");

    assertThat(outcome.out().lines()).hasSize(2502).allMatch(line -> line.length() <= 80);
    assertThat(outcome.err()).isEqualTo("2,500 rows\n");
  }

  @Test
  void doesNotTakeThePathForAPartition() {
    assertThat(query("csv", "SELECT DISTINCT year FROM papers ORDER BY year").out())
        .isEqualTo("year\n2020\n2021\n\n");
  }

  @Test
  void showsAndDescribesTables() {
    assertThat(query("csv", "SHOW TABLES;").out()).isEqualTo("name\nnested\npapers\n");
    assertThat(query("csv", "DESCRIBE papers").out()).contains("title,VARCHAR");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT spark FROM papers|Referenced column \"spark\" not found",
        "SELECT FROM WHERE|syntax error",
        "SELECT * FROM paper|Did you mean",
        "SELECT * FROM read_csv('/etc/hosts')|Cannot access file",
        "COPY papers TO 'x.parquet'|query only reads",
        "SELECT 1; DROP VIEW papers|query only reads",
        "SELECT 1; SELECT 2|Give one query",
        "'  '|Give one query",
        "INSTALL httpfs|query only reads",
        "SET threads = 1|query only reads",
        "SELECT 'a'::INT|Could not convert string",
      })
  void aWrongQueryIsAUsageErrorInOneLine(String sql, String message) {
    Outcome outcome = query("csv", sql);

    assertThat(outcome.err()).startsWith("almagest: ").contains(message).hasLineCount(1);
    assertThat(outcome.err()).doesNotContain("\\n");
    assertThat(outcome.exitCode()).isEqualTo(2);
  }

  @Test
  void aLostFileIsAFaultNotTheUsers() throws Exception {
    Files.delete(warehouse.resolve("snapshots/r1/papers/part-0.parquet"));

    Outcome outcome = query("csv", "SELECT 1");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("part-0.parquet");
  }

  @Test
  void tablesListsRowsAndPaths() {
    Outcome outcome = almagest.run("tables", "--warehouse", warehouse.toString());

    assertThat(outcome.out().lines())
        .containsExactly(
            "table\trows\tpath",
            "papers\t5\tfile://" + warehouse + "/snapshots/r1/papers",
            "nested\t5\tfile://" + warehouse + "/snapshots/r1/nested");
  }

  @Test
  void tablesDefinesThoseThatItKnowsInOtherEngines() {
    Outcome outcome = almagest.run("tables", "--warehouse", warehouse.toString(), "--ddl", "spark");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .startsWith("-- Version 1 of file://" + warehouse + " for spark.\n\nCREATE OR REPLACE VIEW")
        .endsWith("FROM parquet.`file://" + warehouse + "/snapshots/r1/papers`;\n")
        .doesNotContain("nested");
    assertThat(almagest.run("tables", "--warehouse", "w", "--ddl", "oracle").exitCode())
        .isEqualTo(2);
  }
}
