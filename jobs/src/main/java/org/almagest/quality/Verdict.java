package org.almagest.quality;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.table.QualityChecks;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What all checks found. */
public final class Verdict {
  private final List<CheckResult> results;

  Verdict(List<CheckResult> results) {
    this.results = List.copyOf(results);
  }

  List<CheckResult> results() {
    return results;
  }

  /** The rows of quality_checks. */
  public Dataset<Row> table(SparkSession spark) {
    return spark.createDataFrame(
        results.stream().map(CheckResult::row).toList(), QualityChecks.TABLE.schema());
  }

  /** Sentences on checks that failed and stop nothing: warnings, and what a person accepted. */
  public List<String> warnings() {
    return results.stream()
        .filter(result -> !result.passed() && !result.refuses())
        .map(
            result ->
                "Quality check "
                    + result.text()
                    + (result.accepted() ? ", accepted with --accept." : "."))
        .toList();
  }

  /** Names of the checks that failed and that a person accepted. */
  public List<String> accepted() {
    return names(results.stream().filter(CheckResult::accepted)).toList();
  }

  /** Whether the tables must not be published. */
  public boolean refuses() {
    return results.stream().anyMatch(CheckResult::refuses);
  }

  /**
   * Why the tables must not be published, and what to do.
   *
   * @param runId the run
   * @param place where its tables lie
   */
  public AlmagestException refusal(String runId, String place) {
    List<CheckResult> refusing = results.stream().filter(CheckResult::refuses).toList();
    // What was accepted before must be accepted again: this names all of it.
    String accept =
        Stream.concat(names(refusing.stream()), accepted().stream())
            .collect(Collectors.joining(","));
    return new AlmagestException(
        ExitCode.QUALITY_GATE,
        "The tables fail "
            + (refusing.size() == 1 ? "a quality check" : refusing.size() + " quality checks")
            + ", "
            + refusing.stream().map(CheckResult::text).collect(Collectors.joining("; "))
            + ". Nothing is published; the tables of the run, quality_checks among them, are in "
            + place
            + ". Look at the input and the settings; to publish all the same, give the same"
            + " command with --run-id "
            + runId
            + " --accept "
            + accept
            + ".");
  }

  private static Stream<String> names(Stream<CheckResult> results) {
    return results.map(result -> result.check().name());
  }
}
