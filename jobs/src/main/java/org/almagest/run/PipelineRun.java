package org.almagest.run;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.almagest.config.Setting;
import org.almagest.fault.AlmagestException;
import org.almagest.quality.StagedCandidate;
import org.almagest.quality.Verdict;
import org.almagest.stage.Stage;
import org.almagest.stage.StageContext;
import org.almagest.table.QualityChecks;
import org.almagest.warehouse.Manifest;
import org.almagest.warehouse.Manifest.StageRecord;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.StagedSnapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** One run: checks what was asked, runs the stages, publishes. */
final class PipelineRun {
  private static final int MANIFEST_FORMAT = 1;
  private static final DateTimeFormatter RUN_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final RunRequest request;
  private final ProgressListener listener;

  PipelineRun(RunRequest request, ProgressListener listener) {
    this.request = request;
    this.listener = listener;
  }

  RunSummary run() {
    // What can be told without Spark is told before it starts.
    List<Stage> stages = Pipeline.requested(request);
    long seed = seed();
    Configuration hadoop = SparkSessions.hadoopConfiguration();
    Warehouse warehouse = Warehouse.at(request.warehouse(), hadoop);
    StageTables tables = new StageTables(request, stages);
    warehouse.damageWarning().ifPresent(listener::warning);
    tables.requireInputs(warehouse.current());
    String runId = request.runId().orElseGet(PipelineRun::newRunId);
    warehouse.requireUnused(runId);
    stages.forEach(stage -> stage.checkBeforeStart(hadoop));

    SparkSession spark = SparkSessions.open("almagest " + runId);
    try (StagedSnapshot snapshot = warehouse.stage(runId, spark)) {
      try {
        return run(stages, tables, spark, snapshot, seed);
      } finally {
        // Tasks of a failed job may still be writing: Spark stops before what they wrote is
        // removed.
        spark.stop();
      }
    } finally {
      spark.stop();
    }
  }

  private RunSummary run(
      List<Stage> stages,
      StageTables tables,
      SparkSession spark,
      StagedSnapshot snapshot,
      long seed) {
    spark.sparkContext().addSparkListener(new SparkProgress(listener));
    keepTables(snapshot, tables);
    List<StageRecord> records = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      listener.stageStarted(stages.get(i).name(), i + 1, stages.size());
      records.add(run(stages.get(i), spark, snapshot, seed));
      listener.stageFinished(records.get(i));
    }
    Verdict verdict = judge(stages, spark, snapshot);
    Snapshot published = snapshot.publish(manifest(snapshot, records, spark, verdict.accepted()));
    return new RunSummary(published, records);
  }

  private StageRecord run(Stage stage, SparkSession spark, StagedSnapshot snapshot, long seed) {
    long start = System.nanoTime();
    StageContext.StepListener steps =
        new StageContext.StepListener() {
          @Override
          public void step(String description) {
            spark.sparkContext().setJobGroup(stage.name(), description, true);
            listener.progress(description, 0, 0);
          }

          @Override
          public void warning(String message) {
            listener.warning(message);
          }
        };
    Map<String, Long> counts = stage.run(new StageContext(spark, snapshot, steps, seed));
    spark.sparkContext().clearJobGroup();
    return new StageRecord(
        stage.name(), (System.nanoTime() - start) / 1_000_000, new LinkedHashMap<>(counts));
  }

  /**
   * Writes what the quality checks find.
   *
   * @throws AlmagestException (quality gate) if the tables must not be published; they stay where
   *     they are
   */
  private Verdict judge(List<Stage> stages, SparkSession spark, StagedSnapshot snapshot) {
    String step = "checking the tables";
    spark.sparkContext().setJobGroup("quality", step, true);
    listener.progress(step, 0, 0);
    Verdict verdict =
        Pipeline.gate(request)
            .judge(
                new StagedCandidate(
                    snapshot, stages.stream().flatMap(stage -> stage.writes().stream()).toList()));
    snapshot.write(QualityChecks.TABLE, verdict.table(spark).coalesce(1));
    spark.sparkContext().clearJobGroup();
    verdict.warnings().forEach(listener::warning);
    if (verdict.refuses()) {
      throw verdict.refusal(snapshot.runId(), snapshot.keepForInspection());
    }
    return verdict;
  }

  /** Takes over the tables of the base that neither this run writes nor its tables make stale. */
  private void keepTables(StagedSnapshot snapshot, StageTables tables) {
    tables.kept(snapshot.base()).forEach(snapshot::keep);
    List<String> dropped = tables.dropped(snapshot.base());
    if (!dropped.isEmpty()) {
      listener.warning(
          "The new version is without "
              + String.join(", ", dropped)
              + ", which follow from tables that this run replaces; run their stages to have them"
              + " again.");
    }
  }

  private Manifest manifest(
      StagedSnapshot snapshot,
      List<StageRecord> records,
      SparkSession spark,
      List<String> acceptedChecks) {
    Map<String, String> versions = new TreeMap<>();
    versions.put("almagest", BuildVersion.current());
    versions.put("spark", spark.version());
    versions.put("java", Runtime.version().toString());
    Map<String, String> configuration = new LinkedHashMap<>();
    for (Setting setting : Setting.values()) {
      configuration.put(setting.key(), request.settings().text(setting));
    }
    return new Manifest(
        MANIFEST_FORMAT,
        snapshot.runId(),
        Instant.now().toString(),
        versions,
        configuration,
        snapshot.inputs(),
        records,
        snapshot.tables(),
        acceptedChecks);
  }

  private long seed() {
    String text = request.settings().text(Setting.RUN_SEED);
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw request.settings().invalid(Setting.RUN_SEED, "a whole number");
    }
  }

  private static String newRunId() {
    return RUN_TIME.format(Instant.now()) + "-%06x".formatted(new SecureRandom().nextInt(1 << 24));
  }
}
