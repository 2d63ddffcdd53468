package org.almagest.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What a table promises its readers. Within a major version a contract only grows.
 *
 * @param name the table's name
 * @param meaning what one row is
 * @param key columns whose values together are unique; they come first in the sort order
 * @param columns all columns in order
 */
public record TableContract(
    String name, String meaning, List<TableColumn> key, List<TableColumn> columns) {
  public TableContract {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
    if (columns.stream().map(TableColumn::name).distinct().count() < columns.size()) {
      throw new IllegalArgumentException(name + ": two columns have one name: " + columns);
    }
    if (!columns.containsAll(key)) {
      throw new IllegalArgumentException(name + ": every key column must be one of its columns");
    }
  }

  static TableContract of(
      String name, String meaning, List<TableColumn> key, TableColumn... otherColumns) {
    return new TableContract(
        name,
        meaning,
        key,
        Stream.concat(key.stream(), Arrays.stream(otherColumns)).distinct().toList());
  }

  /** The schema, with the nullability that was declared. */
  public StructType schema() {
    return DataTypes.createStructType(columns.stream().map(TableColumn::field).toList());
  }

  /** References to all columns, in order. */
  public Column[] allColumns() {
    return columns.stream().map(TableColumn::col).toArray(Column[]::new);
  }

  /** References to the columns by which its files are sorted. */
  public Column[] sortOrder() {
    return key.stream().map(TableColumn::col).toArray(Column[]::new);
  }
}
