package org.almagest.ingest;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A record on its way from a reader to the tables, with its values as Spark's files take them. What
 * a record does not have is null; so is a list without items.
 */
final class IngestRecord {
  private final Map<RecordField, Object> values = new EnumMap<>(RecordField.class);
  private String digest;

  /** A value of the type that the field's kind says, or null. */
  Object get(RecordField field) {
    return values.get(field);
  }

  boolean has(RecordField field) {
    return values.containsKey(field);
  }

  UTF8String text(RecordField field) {
    return (UTF8String) get(field);
  }

  UTF8String[] texts(RecordField field) {
    return has(field) ? (UTF8String[]) get(field) : new UTF8String[0];
  }

  long number(RecordField field) {
    return ((Number) get(field)).longValue();
  }

  RecordAuthor[] authors() {
    return has(RecordField.AUTHORS)
        ? (RecordAuthor[]) get(RecordField.AUTHORS)
        : new RecordAuthor[0];
  }

  IngestRecord with(RecordField field, Object value) {
    digest = null;
    if (value == null) {
      values.remove(field);
    } else {
      values.put(field, value);
    }
    return this;
  }

  IngestRecord with(RecordField field, String value) {
    return with(field, (Object) UTF8String.fromString(value));
  }

  boolean isReject() {
    return has(RecordField.REJECT_REASON);
  }

  /** Whether it holds nothing but references, as one that came on its own. */
  boolean isReference() {
    return has(RecordField.CITING);
  }

  boolean isPaper() {
    return !isReject() && !isReference();
  }

  /** How many fields of a paper's content it has. */
  int filledFields() {
    return (int) RecordField.CONTENT.stream().filter(this::has).count();
  }

  /** The {@link ContentHash}, worked out when it is first asked for. */
  String digest() {
    if (digest == null) {
      digest = ContentHash.sha256(this);
    }
    return digest;
  }

  /** For messages and tests. */
  @Override
  public String toString() {
    Map<RecordField, Object> readable = new EnumMap<>(values);
    readable.replaceAll((field, value) -> readable(value));
    return readable.toString();
  }

  private static Object readable(Object value) {
    if (value instanceof Object[] list) {
      return Arrays.toString(list);
    }
    return value instanceof byte[] bytes ? Arrays.toString(bytes) : value;
  }
}
