package org.almagest.ingest;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Records on their way from a reader to the tables: papers and rejects in one shape, so that the
 * input is read once.
 */
final class RecordSchema {
  /** Rows with the same key are one paper. A rejected record's key is its place. */
  static final String MERGE_KEY = "merge_key";

  /** Newest first decides between records of one paper. */
  static final String VERSION = "version";

  /** Number of fields with a value: among equally new records the fullest one leads. */
  static final String FILLED_FIELDS = "filled_fields";

  /** Digest of the content: settles what is left without regard to files. */
  static final String CONTENT_HASH = "content_hash";

  static final String AUTHORS = "authors";
  static final String REFERENCES = "references";
  static final String RECORD_COUNT = "record_count";
  static final String REJECT_REASON = "reject_reason";
  static final String REJECT_DETAIL = "reject_detail";
  static final String REJECT_RAW = "reject_raw";

  private static final DataType STRINGS = DataTypes.createArrayType(DataTypes.StringType, false);

  /** One author within a record. */
  static final StructType AUTHOR =
      DataTypes.createStructType(
          List.of(
              field("author_id", DataTypes.StringType),
              field("raw_name", DataTypes.StringType),
              field("affiliation", DataTypes.StringType)));

  /** The fields that make up a paper's content, in the order of the papers table. */
  static final List<StructField> CONTENT =
      List.of(
          field("title", DataTypes.StringType),
          field("abstract", DataTypes.StringType),
          field("author_count", DataTypes.IntegerType),
          field("published_date", DataTypes.DateType),
          field("updated_date", DataTypes.DateType),
          field("year", DataTypes.IntegerType),
          field("primary_category", DataTypes.StringType),
          field("categories", STRINGS),
          field("venue", DataTypes.StringType),
          field("doi", DataTypes.StringType),
          field("language", DataTypes.StringType),
          field("comment_count", DataTypes.IntegerType),
          field("upvotes", DataTypes.IntegerType),
          field("organization", DataTypes.StringType),
          field(AUTHORS, DataTypes.createArrayType(AUTHOR, false)),
          field(REFERENCES, STRINGS));

  /** Index of the first content field in a row. */
  static final int CONTENT_START = 6;

  /** Index of the first field behind the content. */
  static final int CONTENT_END = CONTENT_START + CONTENT.size();

  static final StructType SCHEMA = schema();

  private RecordSchema() {}

  private static StructType schema() {
    StructType schema =
        new StructType()
            .add(MERGE_KEY, DataTypes.StringType)
            .add(VERSION, DataTypes.StringType)
            .add(FILLED_FIELDS, DataTypes.IntegerType)
            .add(CONTENT_HASH, DataTypes.StringType)
            .add("source", DataTypes.StringType)
            .add("source_id", DataTypes.StringType);
    for (StructField field : CONTENT) {
      schema = schema.add(field);
    }
    return schema
        .add("source_file", DataTypes.StringType)
        .add("source_position", DataTypes.LongType)
        .add(RECORD_COUNT, DataTypes.LongType)
        .add(REJECT_REASON, DataTypes.StringType)
        .add(REJECT_DETAIL, DataTypes.StringType)
        .add(REJECT_RAW, DataTypes.BinaryType);
  }

  private static StructField field(String name, DataType type) {
    return DataTypes.createStructField(name, type, true);
  }
}
