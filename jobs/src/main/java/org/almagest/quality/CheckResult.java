package org.almagest.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What a check found.
 *
 * @param check the check
 * @param observed the figure
 * @param threshold the largest figure that passes
 * @param accepted whether it failed and a person accepts that
 */
record CheckResult(QualityCheck check, Observed observed, double threshold, boolean accepted) {
  private static final MathContext FIGURES = new MathContext(4);

  /** A figure that is no number fails. */
  static boolean passes(double value, double threshold) {
    return value <= threshold;
  }

  boolean passed() {
    return passes(observed.value(), threshold);
  }

  /** Whether the tables must not be published because of it. */
  boolean refuses() {
    return check.severity() == Severity.ERROR && !passed() && !accepted;
  }

  /** A row of the table quality_checks. */
  Row row() {
    return RowFactory.create(
        check.name(),
        check.severity().label(),
        passed(),
        accepted,
        observed.value(),
        threshold,
        observed.detail());
  }

  /** For a person: name, finding, figure and threshold. */
  String text() {
    String detail = observed.detail();
    return check.name()
        + ": "
        + detail.substring(0, detail.length() - 1)
        + " (observed "
        + number(observed.value())
        + ", threshold "
        + number(threshold)
        + (check.threshold().text().contains("`")
            ? ", which is " + check.threshold().text().replace("`", "")
            : "")
        + ")";
  }

  private static String number(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(FIGURES).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }
}
