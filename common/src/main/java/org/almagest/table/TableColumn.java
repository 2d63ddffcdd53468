package org.almagest.table;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a table, declared once.
 *
 * @param name lower_snake_case
 * @param type Spark SQL type
 * @param presence whether it may be null
 * @param meaning what it holds, with its unit
 * @param repeats whether its values are worth a dictionary in the files, or hardly ever repeat
 */
public record TableColumn(
    String name, DataType type, Presence presence, String meaning, boolean repeats) {
  /** Whether a column may be null. */
  public enum Presence {
    /** Never null. */
    REQUIRED,
    /** Null where the value is unknown. */
    OPTIONAL
  }

  /** A column whose values may repeat. */
  public TableColumn(String name, DataType type, Presence presence, String meaning) {
    this(name, type, presence, meaning, true);
  }

  /** The same column, whose values hardly ever repeat. */
  TableColumn ofDistinctValues() {
    return new TableColumn(name, type, presence, meaning, false);
  }

  /** A column that is never null. */
  static TableColumn required(String name, DataType type, String meaning) {
    return new TableColumn(name, type, Presence.REQUIRED, meaning);
  }

  /** A column that is null where the value is unknown. */
  static TableColumn optional(String name, DataType type, String meaning) {
    return new TableColumn(name, type, Presence.OPTIONAL, meaning);
  }

  /** A list of strings; empty rather than null. */
  static TableColumn strings(String name, String meaning) {
    return required(name, DataTypes.createArrayType(DataTypes.StringType, false), meaning);
  }

  /** A list of whole numbers; empty rather than null. */
  static TableColumn integers(String name, String meaning) {
    return required(name, DataTypes.createArrayType(DataTypes.IntegerType, false), meaning);
  }

  /** A reference to this column in an expression. */
  public Column col() {
    return functions.col(name);
  }

  /** An expression under this column's name and type. */
  public Column as(Column expression) {
    return expression.cast(type).as(name);
  }

  /** The Spark SQL field. */
  public StructField field() {
    return DataTypes.createStructField(name, type, presence == Presence.OPTIONAL);
  }
}
