package org.almagest.warehouse;

import java.util.List;
import java.util.Map;

/**
 * What a snapshot holds and how it came to be; {@code manifest.json}.
 *
 * @param formatVersion version of this layout, now 1
 * @param runId the run that made it
 * @param createdAt when, as ISO 8601 in UTC
 * @param versions of Almagest, Spark and Java
 * @param configuration every setting's value, by key
 * @param inputs the files that were read, with their sizes
 * @param stages what each stage did whose tables are here, and how long it took
 * @param tables its tables, sorted by name; some may lie in an earlier run's directory
 * @param acceptedChecks names of quality checks that failed and that a person accepted
 * @param documents its files that are no tables, sorted by name; as with tables, some may be of an
 *     earlier run
 */
public record Manifest(
    int formatVersion,
    String runId,
    String createdAt,
    Map<String, String> versions,
    Map<String, String> configuration,
    List<InputFile> inputs,
    List<StageRecord> stages,
    List<TableSnapshot> tables,
    List<String> acceptedChecks,
    List<DocumentSnapshot> documents) {
  /** One input file with its size in bytes and its format, or formats for an archive. */
  public record InputFile(String path, long bytes, String format) {}

  /**
   * One stage whose tables the snapshot has.
   *
   * @param stage its name
   * @param runId the run that did the work: an earlier one where its tables were taken over
   * @param milliseconds wall time that it took then
   * @param counts its figures
   * @param fingerprint what its tables follow from
   */
  public record StageRecord(
      String stage,
      String runId,
      long milliseconds,
      Map<String, Long> counts,
      StageFingerprint fingerprint) {
    public StageRecord {
      // Both are missing in manifests of earlier releases.
      runId = runId == null ? "" : runId;
      fingerprint = fingerprint == null ? StageFingerprint.UNKNOWN : fingerprint;
    }

    /** A stage of which only that is known. */
    public StageRecord(String stage, long milliseconds, Map<String, Long> counts) {
      this(stage, "", milliseconds, counts, StageFingerprint.UNKNOWN);
    }
  }

  public Manifest {
    inputs = List.copyOf(inputs);
    stages = List.copyOf(stages);
    tables = List.copyOf(tables);
    // Manifests of earlier releases have neither.
    acceptedChecks = acceptedChecks == null ? List.of() : List.copyOf(acceptedChecks);
    documents = documents == null ? List.of() : List.copyOf(documents);
  }

  /** A snapshot of tables alone that no check was against. */
  public Manifest(
      int formatVersion,
      String runId,
      String createdAt,
      Map<String, String> versions,
      Map<String, String> configuration,
      List<InputFile> inputs,
      List<StageRecord> stages,
      List<TableSnapshot> tables) {
    this(
        formatVersion,
        runId,
        createdAt,
        versions,
        configuration,
        inputs,
        stages,
        tables,
        List.of(),
        List.of());
  }
}
