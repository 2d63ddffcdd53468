package org.almagest.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Map;
import org.duckdb.DuckDBStruct;

/** Writes a DuckDB value as JSON: lists as arrays, structs and maps as objects, dates as text. */
final class JsonValues {
  private JsonValues() {}

  /** Writes one value, of whatever depth. */
  static void write(Object value, JsonGenerator json) throws IOException {
    try {
      writeValue(value, json);
    } catch (SQLException e) {
      throw new IOException("a nested value could not be read", e);
    }
  }

  private static void writeValue(Object value, JsonGenerator json)
      throws IOException, SQLException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Number number) {
      writeNumber(number, json);
    } else if (value instanceof Array array) {
      writeItems((Object[]) array.getArray(), json);
    } else if (value instanceof Object[] items) {
      writeItems(items, json);
    } else if (value instanceof DuckDBStruct struct) {
      writeFields(struct.getMap(), json);
    } else if (value instanceof Map<?, ?> map) {
      writeFields(map, json);
    } else {
      json.writeString(CellText.scalar(value));
    }
  }

  private static void writeNumber(Number number, JsonGenerator json) throws IOException {
    if (number instanceof BigDecimal exact) {
      json.writeNumber(exact.toPlainString());
    } else if (number instanceof BigInteger whole) {
      json.writeNumber(whole);
    } else if (number instanceof Double || number instanceof Float) {
      double real = number.doubleValue();
      if (Double.isFinite(real)) {
        json.writeNumber(number.toString());
      } else {
        // JSON has no such number.
        json.writeString(number.toString());
      }
    } else {
      json.writeNumber(number.longValue());
    }
  }

  private static void writeItems(Object[] items, JsonGenerator json)
      throws IOException, SQLException {
    json.writeStartArray();
    for (Object item : items) {
      writeValue(item, json);
    }
    json.writeEndArray();
  }

  private static void writeFields(Map<?, ?> fields, JsonGenerator json)
      throws IOException, SQLException {
    json.writeStartObject();
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      json.writeFieldName(CellText.scalar(field.getKey()));
      writeValue(field.getValue(), json);
    }
    json.writeEndObject();
  }
}
