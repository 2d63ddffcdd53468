package org.almagest.ingest;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Records on their way from a reader to the tables: papers, references on their own and rejects in
 * one shape, so that the input is read once.
 */
final class RecordSchema {
  /**
   * Rows with the same key are one paper. The key of a reference on its own is made of both ids,
   * and a rejected record's is its place.
   */
  static final String MERGE_KEY = "merge_key";

  /** Newest first decides between records of one paper. */
  static final String VERSION = "version";

  static final String SOURCE = "source";
  static final String SOURCE_ID = "source_id";
  static final String SOURCE_FILE = "source_file";
  static final String SOURCE_POSITION = "source_position";

  /**
   * Of a reference on its own the id of the citing work; the cited one is its only {@link
   * #REFERENCES reference}. Null in any other row.
   */
  static final String CITING = "citing";

  static final String AUTHORS = "authors";
  static final String REFERENCES = "references";
  static final String RECORD_COUNT = "record_count";
  static final String REJECT_REASON = "reject_reason";
  static final String REJECT_DETAIL = "reject_detail";
  static final String REJECT_RAW = "reject_raw";

  private static final DataType STRINGS = DataTypes.createArrayType(DataTypes.StringType, false);

  /** One affiliation of an author. */
  static final StructType AFFILIATION =
      DataTypes.createStructType(
          List.of(
              field("institution_id", DataTypes.StringType),
              field("institution_name", DataTypes.StringType),
              field("country_code", DataTypes.StringType)));

  /** One author within a record. */
  static final StructType AUTHOR =
      DataTypes.createStructType(
          List.of(
              field("author_id", DataTypes.StringType),
              field("raw_name", DataTypes.StringType),
              field("affiliation", DataTypes.StringType),
              field("affiliations", DataTypes.createArrayType(AFFILIATION, false))));

  /**
   * The fields that make up a paper's content, in the order of the papers table. What a record does
   * not have is null; so is a list without items.
   */
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

  private static final List<StructField> ORIGIN =
      List.of(
          field(MERGE_KEY, DataTypes.StringType),
          field(VERSION, DataTypes.StringType),
          field(SOURCE, DataTypes.StringType),
          field(SOURCE_ID, DataTypes.StringType),
          field(SOURCE_FILE, DataTypes.StringType),
          field(SOURCE_POSITION, DataTypes.LongType),
          field(RECORD_COUNT, DataTypes.LongType),
          field(CITING, DataTypes.StringType));

  private static final List<StructField> REJECT =
      List.of(
          field(REJECT_REASON, DataTypes.StringType),
          field(REJECT_DETAIL, DataTypes.StringType),
          field(REJECT_RAW, DataTypes.BinaryType));

  /** Origin, content, reject: the order in which {@link RecordRows} fills a row. */
  static final StructType SCHEMA =
      DataTypes.createStructType(Stream.of(ORIGIN, CONTENT, REJECT).flatMap(List::stream).toList());

  private RecordSchema() {}

  private static StructField field(String name, DataType type) {
    return DataTypes.createStructField(name, type, true);
  }
}
