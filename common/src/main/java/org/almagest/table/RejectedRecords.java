package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One record, or one file, that could not be read. */
public final class RejectedRecords {
  public static final TableColumn SOURCE_FILE =
      TableColumn.required("source_file", DataTypes.StringType, "File, or archive and member.");
  public static final TableColumn SOURCE_POSITION =
      TableColumn.required(
          "source_position",
          DataTypes.LongType,
          "Line on which the record starts, from 1; for a whole file a line behind the start of the"
              + " last record read.");
  public static final TableColumn REASON =
      TableColumn.required(
          "reason", DataTypes.StringType, "Kind of fault, such as malformed-record.");
  public static final TableColumn DETAIL =
      TableColumn.required("detail", DataTypes.StringType, "What is wrong, in a sentence.");
  public static final TableColumn RAW_BASE64 =
      TableColumn.required(
          "raw_base64", DataTypes.StringType, "First 4,096 bytes of the record, in Base64.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "rejected_records",
          "One record, or one file, that could not be read.",
          List.of(SOURCE_FILE, SOURCE_POSITION),
          REASON,
          DETAIL,
          RAW_BASE64);

  private RejectedRecords() {}
}
