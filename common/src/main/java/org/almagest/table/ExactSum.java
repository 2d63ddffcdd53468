package org.almagest.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Sums of doubles that do not depend on the order in which Spark adds them up, and so are the same
 * however many partitions there are.
 */
public final class ExactSum {
  private static final int PRECISION = 28;
  private static final int SCALE = 14;

  private ExactSum() {}

  /**
   * The sum of an expression, each value taken to 14 decimals; 0 over no rows. Values must be below
   * 10^14, which weights and counts of papers are.
   */
  public static Column of(Column values) {
    return coalesce(
        sum(values.cast(DataTypes.createDecimalType(PRECISION, SCALE))).cast(DataTypes.DoubleType),
        lit(0.0));
  }
}
