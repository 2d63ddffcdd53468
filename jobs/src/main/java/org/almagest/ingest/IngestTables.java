package org.almagest.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.almagest.ingest.RecordAuthor.RecordAffiliation;
import org.almagest.table.Papers;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Rows of the tables of the ingest stage, from merged records: each as its contract orders them.
 */
final class IngestTables {
  /** Columns of papers that are no field of a record. */
  private static final Map<String, Function<IngestRecord, Object>> DERIVED =
      Map.of(
          Papers.PAPER_ID.name(), record -> record.text(RecordField.MERGE_KEY),
          Papers.CATEGORIES.name(), record -> list(record.texts(RecordField.CATEGORIES)),
          Papers.REFERENCE_COUNT.name(), record -> record.texts(RecordField.REFERENCES).length,
          Papers.CONTENT_HASH.name(), record -> UTF8String.fromString(record.digest()));

  private static final List<Function<IngestRecord, Object>> PAPER =
      Papers.TABLE.columns().stream().map(column -> valueOf(column.name())).toList();

  private static final UTF8String ADDED = UTF8String.fromString(ChangeKind.ADDED.label());

  private IngestTables() {}

  private static Function<IngestRecord, Object> valueOf(String column) {
    if (DERIVED.containsKey(column)) {
      return DERIVED.get(column);
    }
    RecordField field = RecordField.ofColumn(column);
    return record -> record.get(field);
  }

  static InternalRow paper(IngestRecord paper) {
    Object[] values = new Object[PAPER.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = PAPER.get(i).apply(paper);
    }
    return row(values);
  }

  static List<InternalRow> authorships(IngestRecord paper) {
    UTF8String id = paper.text(RecordField.MERGE_KEY);
    RecordAuthor[] authors = paper.authors();
    List<InternalRow> rows = new ArrayList<>(authors.length);
    for (RecordAuthor author : authors) {
      rows.add(
          row(
              id,
              rows.size() + 1,
              author.id(),
              author.rawName(),
              1.0 / authors.length,
              author.affiliation()));
    }
    return rows;
  }

  static List<InternalRow> affiliations(IngestRecord paper) {
    UTF8String id = paper.text(RecordField.MERGE_KEY);
    List<InternalRow> rows = new ArrayList<>();
    int position = 0;
    for (RecordAuthor author : paper.authors()) {
      position++;
      int rank = 0;
      for (RecordAffiliation each : author.affiliations()) {
        rank++;
        rows.add(
            row(
                id,
                position,
                rank,
                author.id(),
                each.institutionId(),
                each.institutionName(),
                each.countryCode()));
      }
    }
    return rows;
  }

  /** A row of changes where there is no snapshot before. */
  static InternalRow added(IngestRecord paper) {
    return row(paper.text(RecordField.MERGE_KEY), ADDED, list(new UTF8String[0]));
  }

  /** What {@link CitationJoin} takes. */
  static List<InternalRow> references(IngestRecord record) {
    UTF8String citing = record.text(RecordField.MERGE_KEY);
    GenericArrayData authors =
        record.has(RecordField.AUTHORS)
            ? list(Arrays.stream(record.authors()).map(RecordAuthor::id).toArray())
            : null;
    List<InternalRow> rows = new ArrayList<>();
    for (UTF8String cited : record.texts(RecordField.REFERENCES)) {
      rows.add(row(citing, record.isReference(), authors, cited));
    }
    return rows;
  }

  static InternalRow rejected(IngestRecord reject) {
    byte[] raw = (byte[]) reject.get(RecordField.REJECT_RAW);
    return row(
        reject.text(RecordField.SOURCE_FILE),
        reject.get(RecordField.SOURCE_POSITION),
        reject.text(RecordField.REJECT_REASON),
        reject.text(RecordField.REJECT_DETAIL),
        UTF8String.fromString(Base64.getEncoder().encodeToString(raw)));
  }

  private static InternalRow row(Object... values) {
    return new GenericInternalRow(values);
  }

  private static GenericArrayData list(Object[] items) {
    return new GenericArrayData(items);
  }
}
