package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** What a check of the tables found before they were published. */
public final class QualityChecks {
  public static final TableColumn CHECK =
      TableColumn.required(
          "check",
          DataTypes.StringType,
          "Name of the check; SQL wants it in double quotes, being a word of its own.");
  public static final TableColumn SEVERITY =
      TableColumn.required(
          "severity",
          DataTypes.StringType,
          "error (a check that fails keeps the tables from being published) or warn.");
  public static final TableColumn PASSED =
      TableColumn.required(
          "passed", DataTypes.BooleanType, "Whether observed is not above threshold.");
  public static final TableColumn ACCEPTED =
      TableColumn.required(
          "accepted",
          DataTypes.BooleanType,
          "Whether it failed and a person accepted that with --accept.");
  public static final TableColumn OBSERVED =
      TableColumn.required("observed", DataTypes.DoubleType, "The figure that was found.");
  public static final TableColumn THRESHOLD =
      TableColumn.required(
          "threshold", DataTypes.DoubleType, "The largest figure that passes, in the same unit.");
  public static final TableColumn DETAIL =
      TableColumn.required("detail", DataTypes.StringType, "What was found, in a sentence.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "quality_checks",
          "What a check of the tables that the run wrote found before they were published.",
          List.of(CHECK),
          SEVERITY,
          PASSED,
          ACCEPTED,
          OBSERVED,
          THRESHOLD,
          DETAIL);

  private QualityChecks() {}
}
