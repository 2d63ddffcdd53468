package org.almagest.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The rows of an answer, whichever engine gave them: every number a double, every list a list,
 * every other value a text, a missing one null.
 */
record Answer(List<String> columns, List<List<Object>> rows) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What {@code --output json} wrote. */
  static Answer ofJson(String text) {
    try {
      JsonNode array = JSON.readTree(text);
      List<String> columns = new ArrayList<>();
      List<List<Object>> rows = new ArrayList<>();
      for (JsonNode object : array) {
        if (columns.isEmpty()) {
          object.fieldNames().forEachRemaining(columns::add);
        }
        List<Object> row = new ArrayList<>();
        object.forEach(value -> row.add(plain(value)));
        rows.add(row);
      }
      return new Answer(columns, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object plain(JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false).map(Answer::plain).toList();
    }
    return value.isNumber() ? (Object) value.doubleValue() : value.asText();
  }

  /** What Spark found. */
  static Answer of(Dataset<Row> found) {
    List<List<Object>> rows = new ArrayList<>();
    for (Row row : found.collectAsList()) {
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < row.length(); i++) {
        values.add(plain(row.get(i)));
      }
      rows.add(values);
    }
    return new Answer(rows.isEmpty() ? List.of() : Arrays.asList(found.columns()), rows);
  }

  private static Object plain(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof scala.collection.Seq<?> list) {
      return CollectionConverters.asJava(list).stream().map(Answer::plain).toList();
    }
    return value instanceof Number number ? (Object) number.doubleValue() : value.toString();
  }

  /** Whether the other has the same rows in the same order, numbers to nine digits. */
  boolean isLike(Answer other) {
    return columns.equals(other.columns) && areLike(rows, other.rows);
  }

  private static boolean areLike(Object a, Object b) {
    if (a instanceof List<?> as && b instanceof List<?> bs) {
      if (as.size() != bs.size()) {
        return false;
      }
      for (int i = 0; i < as.size(); i++) {
        if (!areLike(as.get(i), bs.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (a instanceof Double x && b instanceof Double y) {
      return Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x));
    }
    return a == null ? b == null : a.equals(b);
  }

  /** The values of a column as texts. */
  List<String> texts(String column) {
    return values(column).stream().map(String::valueOf).toList();
  }

  /** The values of a column of numbers. */
  List<Double> numbers(String column) {
    return values(column).stream().map(Double.class::cast).toList();
  }

  /** The values of a column. */
  List<Object> values(String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException("there is no " + column + " in " + columns);
    }
    List<Object> values = new ArrayList<>();
    rows.forEach(row -> values.add(row.get(index)));
    return values;
  }
}
