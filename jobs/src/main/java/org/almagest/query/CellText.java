package org.almagest.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;

/** A DuckDB value as text. */
final class CellText {
  private static final JsonFactory JSON = new JsonFactory();

  private CellText() {}

  /** The text of a value that is not null; lists, structs and maps are written as JSON. */
  static String of(Object value) throws IOException {
    if (value instanceof Array || value instanceof Struct || value instanceof Map) {
      StringWriter text = new StringWriter();
      try (JsonGenerator json = JSON.createGenerator(text)) {
        JsonValues.write(value, json);
      }
      return text.toString();
    }
    return scalar(value);
  }

  /** The text of a plain value: ISO 8601 for times, base 64 for bytes. */
  static String scalar(Object value) {
    if (value instanceof Timestamp timestamp) {
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(timestamp.toLocalDateTime());
    }
    if (value instanceof LocalDateTime time) {
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
    if (value instanceof OffsetDateTime time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Blob blob) {
      try {
        return Base64.getEncoder().encodeToString(blob.getBytes(1, Math.toIntExact(blob.length())));
      } catch (SQLException e) {
        throw new IllegalStateException("bytes that were just read are gone", e);
      }
    }
    return String.valueOf(value);
  }

  /** Whether a JDBC type is a number, which a table sets flush right. */
  static boolean isNumeric(int jdbcType) {
    return switch (jdbcType) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE,
          Types.DECIMAL,
          Types.NUMERIC ->
          true;
      default -> false;
    };
  }
}
