package org.almagest.ddl;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.almagest.table.TableColumn;
import org.almagest.table.TableColumn.Presence;
import org.almagest.table.TableContract;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * An SQL engine, and how it is told of a table of Parquet files. What no engine here can enforce on
 * files, the key and which columns are never null, stands in the comments of table and columns.
 */
public enum SqlDialect {
  /** Views with comments; a file is read when a query asks for it. */
  DUCKDB {
    @Override
    String type(DataType type) {
      return type instanceof ArrayType list
          ? type(list.elementType()) + "[]"
          : named(type, "VARCHAR", "INTEGER", "BIGINT", "DOUBLE", "BOOLEAN", "DATE");
    }

    @Override
    String name(String name) {
      return '"' + name + '"';
    }

    @Override
    String text(String text) {
      return "'" + text.replace("'", "''") + "'";
    }

    /** DuckDB takes a location for a pattern. */
    @Override
    public String location(String directory) {
      return withoutScheme(directory).replaceAll("[\\[*?]", "[$0]");
    }

    @Override
    public String define(TableContract table, String location) {
      String view = name(table.name());
      StringBuilder sql = new StringBuilder("CREATE OR REPLACE VIEW " + view + " AS\nSELECT\n");
      sql.append(columns(table, c -> "  " + cast(c)))
          .append("\nFROM read_parquet(" + text(location + "/*.parquet"))
          .append(", hive_partitioning = false);\n")
          .append("COMMENT ON VIEW " + view + " IS " + text(comment(table)) + ";\n");
      for (TableColumn c : table.columns()) {
        sql.append("COMMENT ON COLUMN " + view + "." + name(c.name()) + " IS ")
            .append(text(comment(c)) + ";\n");
      }
      return sql.toString();
    }
  },

  /** Views with comments, for Spark SQL; nobody can write to the files through them. */
  SPARK {
    @Override
    String type(DataType type) {
      return type instanceof ArrayType list
          ? "ARRAY<" + type(list.elementType()) + ">"
          : named(type, "STRING", "INT", "BIGINT", "DOUBLE", "BOOLEAN", "DATE");
    }

    @Override
    String name(String name) {
      return '`' + name.replace("`", "``") + '`';
    }

    @Override
    String text(String text) {
      return withBackslashes(text);
    }

    @Override
    public String define(TableContract table, String location) {
      return "CREATE OR REPLACE VIEW "
          + name(table.name())
          + " (\n"
          + columns(table, c -> "  " + name(c.name()) + " COMMENT " + text(comment(c)))
          + "\n)\nCOMMENT "
          + text(comment(table))
          + "\nAS SELECT\n"
          + columns(table, c -> "  " + cast(c))
          + "\nFROM parquet."
          + name(location)
          + ";\n";
    }
  },

  /** External tables of Trino's Hive connector. */
  TRINO {
    @Override
    String type(DataType type) {
      return type instanceof ArrayType list
          ? "array(" + type(list.elementType()) + ")"
          : named(type, "varchar", "integer", "bigint", "double", "boolean", "date");
    }

    @Override
    String name(String name) {
      return '"' + name + '"';
    }

    @Override
    String text(String text) {
      return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public String define(TableContract table, String location) {
      return "DROP TABLE IF EXISTS "
          + name(table.name())
          + ";\nCREATE TABLE "
          + name(table.name())
          + " (\n"
          + columns(
              table,
              c -> "  " + name(c.name()) + " " + type(c.type()) + " COMMENT " + text(comment(c)))
          + "\n)\nCOMMENT "
          + text(comment(table))
          + "\nWITH (external_location = "
          + text(location)
          + ", format = 'PARQUET');\n";
    }
  },

  /** External tables of BigQuery over Cloud Storage. */
  BIGQUERY {
    @Override
    String type(DataType type) {
      return type instanceof ArrayType list
          ? "ARRAY<" + type(list.elementType()) + ">"
          : named(type, "STRING", "INT64", "INT64", "FLOAT64", "BOOL", "DATE");
    }

    @Override
    String name(String name) {
      return '`' + name + '`';
    }

    @Override
    String text(String text) {
      return withBackslashes(text);
    }

    @Override
    public String define(TableContract table, String location) {
      return "CREATE OR REPLACE EXTERNAL TABLE "
          + name(table.name())
          + " (\n"
          + columns(
              table,
              c ->
                  "  "
                      + name(c.name())
                      + " "
                      + type(c.type())
                      + " OPTIONS (description = "
                      + text(comment(c))
                      + ")")
          + "\n)\nOPTIONS (\n  format = 'PARQUET',\n  enable_list_inference = TRUE,\n  uris = ["
          + text(location + "/*.parquet")
          + "],\n  description = "
          + text(comment(table))
          + "\n);\n";
    }
  };

  /** Its name in lower case, as a person writes it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return label();
  }

  /** What stands for a table's directory where none is known: <code>${papers}</code>. */
  public static String placeholder(TableContract table) {
    return "${" + table.name() + "}";
  }

  /**
   * A directory as this engine wants it.
   *
   * @param directory as Hadoop writes it, such as {@code file:///a/b} or {@code hdfs://names/b}
   */
  public String location(String directory) {
    return directory;
  }

  /**
   * Statements that define a table, each ending in a semicolon at the end of a line. Defining it
   * again takes the place of what was there.
   *
   * @param location its directory, as {@link #location} gives it, or a placeholder
   */
  public abstract String define(TableContract table, String location);

  /** The engine's name of a type. */
  abstract String type(DataType type);

  /** A name as the engine quotes it. */
  abstract String name(String name);

  /** A text as the engine quotes it. */
  abstract String text(String text);

  final String cast(TableColumn c) {
    return "CAST(" + name(c.name()) + " AS " + type(c.type()) + ") AS " + name(c.name());
  }

  private static String columns(TableContract table, Function<TableColumn, String> line) {
    return table.columns().stream().map(line).collect(Collectors.joining(",\n"));
  }

  private static String comment(TableContract table) {
    return table.meaning()
        + " Key: "
        + table.key().stream().map(TableColumn::name).collect(Collectors.joining(", "))
        + ".";
  }

  private static String comment(TableColumn column) {
    return column.meaning() + (column.presence() == Presence.REQUIRED ? " Never null." : "");
  }

  private static String named(
      DataType type,
      String text,
      String integer,
      String big,
      String real,
      String truth,
      String day) {
    String name =
        Map.of(
                DataTypes.StringType, text,
                DataTypes.IntegerType, integer,
                DataTypes.LongType, big,
                DataTypes.DoubleType, real,
                DataTypes.BooleanType, truth,
                DataTypes.DateType, day)
            .get(type);
    if (name == null) {
      throw new IllegalArgumentException("no SQL type is known for " + type.simpleString());
    }
    return name;
  }

  private static String withBackslashes(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** Hadoop writes a local path as {@code file:/a} or {@code file:///a}, with nothing escaped. */
  private static String withoutScheme(String path) {
    return path.startsWith("file:")
        ? path.substring("file:".length()).replaceFirst("^/+", "/")
        : path;
  }
}
