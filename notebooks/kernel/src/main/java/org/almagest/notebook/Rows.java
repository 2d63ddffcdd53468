package org.almagest.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/**
 * The rows of a query's result, in memory. A notebook displays them as a table; charts are drawn
 * from them.
 */
public final class Rows implements Displayable {
  /** More rows than this are not for a notebook but for a query that counts or selects. */
  static final int MOST = 100_000;

  /**
   * A column of the result.
   *
   * @param numeric whether its values are numbers
   */
  public record Column(String name, boolean numeric) {}

  private final List<Column> columns;
  private final List<Object[]> rows;

  private Rows(List<Column> columns, List<Object[]> rows) {
    this.columns = List.copyOf(columns);
    this.rows = List.copyOf(rows);
  }

  /**
   * Rows of one's own.
   *
   * @param rows a value for each column, null where there is none
   */
  public static Rows of(List<Column> columns, List<Object[]> rows) {
    for (Object[] row : rows) {
      if (row.length != columns.size()) {
        throw new IllegalArgumentException(
            "A row has " + row.length + " values for " + columns.size() + " columns.");
      }
    }
    return new Rows(columns, rows.stream().map(Object[]::clone).toList());
  }

  /**
   * What a query of Spark SQL gives.
   *
   * @throws IllegalArgumentException if there are more than 100,000 rows
   */
  public static Rows of(Dataset<Row> dataset) {
    List<Column> columns = new ArrayList<>();
    for (StructField field : dataset.schema().fields()) {
      columns.add(new Column(field.name(), field.dataType() instanceof NumericType));
    }
    List<Object[]> rows = new ArrayList<>();
    for (Row row : dataset.limit(MOST + 1).collectAsList()) {
      Object[] values = new Object[columns.size()];
      Arrays.setAll(values, row::get);
      rows.add(values);
    }
    requireFew(rows.size());
    return new Rows(columns, rows);
  }

  /** Refuses what would fill the memory of the notebook. */
  static void requireFew(int rows) {
    if (rows > MOST) {
      throw new IllegalArgumentException(
          "The result has more than "
              + MOST
              + " rows. Let the query count or select, or end it with LIMIT.");
    }
  }

  /** Its columns, in order. */
  public List<Column> columns() {
    return columns;
  }

  /** Number of rows. */
  public int size() {
    return rows.size();
  }

  /**
   * A value as text; empty where there is none.
   *
   * @param row from 0
   * @throws IllegalArgumentException if there is no column of that name
   */
  public String text(int row, String column) {
    return ValueText.of(rows.get(row)[index(column)]);
  }

  /**
   * A value as a number; empty where there is none.
   *
   * @param row from 0
   * @throws IllegalArgumentException if there is no column of that name, or its value is neither a
   *     number nor the text of one
   */
  public OptionalDouble number(int row, String column) {
    Object value = rows.get(row)[index(column)];
    if (value == null) {
      return OptionalDouble.empty();
    }
    if (value instanceof Number number) {
      return OptionalDouble.of(number.doubleValue());
    }
    try {
      return OptionalDouble.of(Double.parseDouble(value.toString()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The column '" + column + "' holds '" + value + "', which is no number.", e);
    }
  }

  /** The values of a row, in the order of the columns. */
  Object[] values(int row) {
    return rows.get(row).clone();
  }

  private int index(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "There is no column '"
            + column
            + "'; there are "
            + String.join(", ", columns.stream().map(Column::name).toList())
            + ".");
  }

  @Override
  public String html() {
    return HtmlTable.of(this);
  }

  /** Aligned columns, for those who see text alone. */
  @Override
  public String toString() {
    return TextTable.of(this);
  }
}
