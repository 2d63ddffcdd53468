package org.almagest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.almagest.ddl.SqlDialect;
import org.almagest.run.Pipeline;
import org.almagest.table.TableContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The definitions for engines that the tests cannot ask, by the grammar of their manuals as far as
 * it is used here; {@code QuestionsIT} has DuckDB and Spark execute theirs.
 */
class DefinitionsTest {
  // Possessive, since Java's patterns take stack for each round of a loop that may go back.
  private static final String TEXT_OF_TRINO = "'[^']*+(?:''[^']*+)*+'";
  private static final String TEXT_OF_BIGQUERY = "'[^'\\\\]*+(?:\\\\['\\\\][^'\\\\]*+)*+'";

  private static final Pattern TRINO =
      Pattern.compile(
          """
          DROP TABLE IF EXISTS "NAME";
          CREATE TABLE "NAME" \\(
          (COLUMN(?:,
          COLUMN)*+)
          \\)
          COMMENT TEXT
          WITH \\(external_location = '[^']+', format = 'PARQUET'\\);
          """
              .replace("COLUMN", "  \"NAME\" (?:TYPE|array\\((?:TYPE)\\)) COMMENT TEXT")
              .replace("TYPE", "varchar|integer|bigint|double|boolean|date")
              .replace("NAME", "[a-z0-9_]+")
              .replace("TEXT", TEXT_OF_TRINO));

  private static final Pattern BIGQUERY =
      Pattern.compile(
          """
          CREATE OR REPLACE EXTERNAL TABLE `NAME` \\(
          (COLUMN(?:,
          COLUMN)*+)
          \\)
          OPTIONS \\(
            format = 'PARQUET',
            enable_list_inference = TRUE,
            uris = \\['[^']+/\\*\\.parquet'\\],
            description = TEXT
          \\);
          """
              .replace(
                  "COLUMN", "  `NAME` (?:TYPE|ARRAY<(?:TYPE)>) OPTIONS \\(description = TEXT\\)")
              .replace("TYPE", "STRING|INT64|FLOAT64|BOOL|DATE")
              .replace("NAME", "[a-z0-9_]+")
              .replace("TEXT", TEXT_OF_BIGQUERY));

  /** BigQuery's longest description of a column, in characters. */
  private static final int LONGEST_DESCRIPTION = 1_024;

  static List<TableContract> tables() {
    return Pipeline.tables();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void trinosAreOfItsGrammar(TableContract table) {
    isOfGrammar(TRINO, SqlDialect.TRINO.define(table, "s3://bucket/" + table.name()), table);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void bigquerysAreOfItsGrammar(TableContract table) {
    isOfGrammar(BIGQUERY, SqlDialect.BIGQUERY.define(table, "gs://b/" + table.name()), table);
    assertThat(table.columns())
        .allMatch(c -> c.meaning().length() + " Never null.".length() <= LONGEST_DESCRIPTION);
  }

  private static void isOfGrammar(Pattern grammar, String sql, TableContract table) {
    Matcher matcher = grammar.matcher(sql);
    assertThat(matcher.matches()).as(sql).isTrue();
    assertThat(matcher.group(1).lines()).hasSize(table.columns().size());
  }
}
