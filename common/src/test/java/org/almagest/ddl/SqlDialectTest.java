package org.almagest.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.almagest.table.TableColumn;
import org.almagest.table.TableColumn.Presence;
import org.almagest.table.TableContract;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class SqlDialectTest {
  private static final TableColumn CHECK =
      new TableColumn("check", DataTypes.StringType, Presence.REQUIRED, "A paper's id.");
  private static final TableColumn WORDS =
      new TableColumn(
          "words",
          DataTypes.createArrayType(DataTypes.IntegerType, false),
          Presence.OPTIONAL,
          "Its words, \\n too.");
  private static final TableContract TABLE =
      new TableContract("sheets", "One paper's sheet.", List.of(CHECK), List.of(CHECK, WORDS));

  @Test
  void duckdbHasAViewWithComments() {
    assertThat(SqlDialect.DUCKDB.define(TABLE, "/it's/sheets"))
        .isEqualTo(
            """
            CREATE OR REPLACE VIEW "sheets" AS
            SELECT
              CAST("check" AS VARCHAR) AS "check",
              CAST("words" AS INTEGER[]) AS "words"
            FROM read_parquet('/it''s/sheets/*.parquet', hive_partitioning = false);
            COMMENT ON VIEW "sheets" IS 'One paper''s sheet. Key: check.';
            COMMENT ON COLUMN "sheets"."check" IS 'A paper''s id. Never null.';
            COMMENT ON COLUMN "sheets"."words" IS 'Its words, \\n too.';
            """);
  }

  @Test
  void sparkHasAViewWithCommentsAndItsOwnQuotes() {
    assertThat(SqlDialect.SPARK.define(TABLE, "hdfs://n/a`b"))
        .isEqualTo(
            """
            CREATE OR REPLACE VIEW `sheets` (
              `check` COMMENT 'A paper\\'s id. Never null.',
              `words` COMMENT 'Its words, \\\\n too.'
            )
            COMMENT 'One paper\\'s sheet. Key: check.'
            AS SELECT
              CAST(`check` AS STRING) AS `check`,
              CAST(`words` AS ARRAY<INT>) AS `words`
            FROM parquet.`hdfs://n/a``b`;
            """);
  }

  @Test
  void trinoHasAnExternalTable() {
    assertThat(SqlDialect.TRINO.define(TABLE, "s3://b/sheets"))
        .isEqualTo(
            """
            DROP TABLE IF EXISTS "sheets";
            CREATE TABLE "sheets" (
              "check" varchar COMMENT 'A paper''s id. Never null.',
              "words" array(integer) COMMENT 'Its words, \\n too.'
            )
            COMMENT 'One paper''s sheet. Key: check.'
            WITH (external_location = 's3://b/sheets', format = 'PARQUET');
            """);
  }

  @Test
  void bigqueryHasAnExternalTable() {
    assertThat(SqlDialect.BIGQUERY.define(TABLE, "gs://b/sheets"))
        .isEqualTo(
            """
            CREATE OR REPLACE EXTERNAL TABLE `sheets` (
              `check` STRING OPTIONS (description = 'A paper\\'s id. Never null.'),
              `words` ARRAY<INT64> OPTIONS (description = 'Its words, \\\\n too.')
            )
            OPTIONS (
              format = 'PARQUET',
              enable_list_inference = TRUE,
              uris = ['gs://b/sheets/*.parquet'],
              description = 'One paper\\'s sheet. Key: check.'
            );
            """);
  }

  @Test
  void onlyDuckdbTakesALocationForAPattern() {
    assertThat(SqlDialect.DUCKDB.location("file:/a [1]/b*?")).isEqualTo("/a [[]1]/b[*][?]");
    assertThat(SqlDialect.DUCKDB.location("file:///a/b")).isEqualTo("/a/b");
    assertThat(SqlDialect.SPARK.location("file:/a [1]/b*?")).isEqualTo("file:/a [1]/b*?");
    assertThat(SqlDialect.placeholder(TABLE)).isEqualTo("${sheets}");
  }

  @Test
  void refusesATypeThatNoEngineWasToldOf() {
    assertThatThrownBy(() -> SqlDialect.TRINO.type(DataTypes.TimestampType))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("timestamp");
  }
}
