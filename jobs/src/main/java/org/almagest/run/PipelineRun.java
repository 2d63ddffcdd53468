package org.almagest.run;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.almagest.config.Setting;
import org.almagest.fault.AlmagestException;
import org.almagest.quality.StagedCandidate;
import org.almagest.quality.Verdict;
import org.almagest.run.EarlierWork.Done;
import org.almagest.run.RunSummary.Outcome;
import org.almagest.stage.Stage;
import org.almagest.stage.StageContext;
import org.almagest.table.QualityChecks;
import org.almagest.table.TableContract;
import org.almagest.warehouse.Manifest;
import org.almagest.warehouse.Manifest.StageRecord;
import org.almagest.warehouse.Publisher;
import org.almagest.warehouse.RunTraces;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.StageFingerprint;
import org.almagest.warehouse.StagedSnapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** One run: checks what was asked, runs the stages whose work is not done yet, publishes. */
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
    long seed = Pipeline.seed(request.settings());
    Configuration hadoop = SparkSessions.hadoopConfiguration();
    Warehouse.requirePublishable(request.warehouse(), hadoop);
    Warehouse warehouse = Warehouse.at(request.warehouse(), hadoop);
    warehouse.damageWarning().ifPresent(listener::warning);
    Fingerprints fingerprints = new Fingerprints(request.settings(), seed, hadoop);
    String runId = request.runId().orElseGet(PipelineRun::newRunId);
    RunTraces traces = warehouse.run(runId);
    Optional<Snapshot> published = traces.published();
    SparkOnDemand spark = new SparkOnDemand("almagest " + runId, listener);
    Publisher publisher = Publishers.of(request.settings(), spark::session);
    try {
      if (published.isPresent()) {
        List<StageRecord> records =
            new RepeatedRequest(request.settings(), stages, fingerprints, published.get())
                .requireSame();
        traces.tidy();
        publisher.complete(published.get());
        spark.satisfyCluster();
        return new RunSummary(published.get(), records, Set.of(), Outcome.PUBLISHED_BEFORE);
      }
      StageTables tables = new StageTables(request, stages);
      tables.requireInputs(warehouse.current());
      stages.forEach(stage -> stage.checkBeforeStart(hadoop));
      try (StagedSnapshot snapshot = warehouse.stage(runId, spark::session)) {
        try {
          return run(stages, tables, fingerprints, spark, snapshot, publisher, seed);
        } finally {
          // Tasks of a failed job may still be writing: Spark stops before what they wrote is
          // removed.
          spark.stop();
        }
      }
    } finally {
      spark.stop();
    }
  }

  private RunSummary run(
      List<Stage> stages,
      StageTables tables,
      Fingerprints fingerprints,
      SparkOnDemand spark,
      StagedSnapshot snapshot,
      Publisher publisher,
      long seed) {
    tables.kept(snapshot.base()).forEach(snapshot::keep);
    tables.keptDocuments(snapshot.base()).forEach(snapshot::keep);
    EarlierWork earlier =
        new EarlierWork(snapshot.finished(), snapshot.base(), snapshot, request.settings());
    List<StageRecord> records = new ArrayList<>();
    Set<String> reused = new HashSet<>();
    List<StageRecord> kept = List.of();
    Optional<List<String>> accepted = Optional.empty();
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      if (stage.runsAfterChecks() && accepted.isEmpty()) {
        kept = tables.keepWhatStillHolds(snapshot);
        accepted = Optional.of(judge(stages, spark, snapshot));
      }
      tables.keepWhatStillHoldsFor(stage, snapshot);
      StageFingerprint fingerprint =
          fingerprints.of(stage, snapshot::table, snapshot.base()).orElseThrow();
      Optional<Done> done = earlier.of(stage, fingerprint);
      if (done.isPresent()) {
        records.add(done.get().work().stage());
        reused.add(stage.name());
        snapshot.resume(done.get().work());
        if (done.get().origin() == EarlierWork.Origin.BASE) {
          writeNoChange(stage, spark, snapshot);
        }
        listener.stageReused(records.get(i), i + 1, stages.size());
      } else {
        snapshot.discard(stage.name(), stage.writes(), stage.documents());
        listener.stageStarted(stage.name(), i + 1, stages.size());
        records.add(
            run(stage, fingerprint, spark.session(), snapshot, stage.isSeeded() ? seed : 0));
        snapshot.finish(records.get(i), stage.writes(), stage.documents());
        listener.stageFinished(records.get(i));
      }
    }
    if (accepted.isEmpty()) {
      kept = tables.keepWhatStillHolds(snapshot);
      accepted = Optional.of(judge(stages, spark, snapshot));
    }
    warnOfDropped(snapshot, tables);
    spark.satisfyCluster();
    List<StageRecord> all = new ArrayList<>(records);
    all.addAll(kept);
    Snapshot published = publisher.publish(snapshot, manifest(snapshot, all, accepted.get()));
    return new RunSummary(published, records, reused, Outcome.PUBLISHED);
  }

  /** Nothing has changed where a stage's work is that of the snapshot before. */
  private static void writeNoChange(Stage stage, SparkOnDemand spark, StagedSnapshot snapshot) {
    snapshot.discard(stage.name(), stage.tellsOfChange(), List.of());
    for (TableContract table : stage.tellsOfChange()) {
      snapshot.write(table, spark.session().createDataFrame(List.of(), table.schema()));
    }
  }

  private StageRecord run(
      Stage stage,
      StageFingerprint fingerprint,
      SparkSession spark,
      StagedSnapshot snapshot,
      long seed) {
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
        stage.name(),
        snapshot.runId(),
        (System.nanoTime() - start) / 1_000_000,
        new LinkedHashMap<>(counts),
        fingerprint);
  }

  /**
   * Writes what the quality checks find.
   *
   * @return names of checks that failed and that a person accepted
   * @throws AlmagestException (quality gate) if the tables must not be published; they stay where
   *     they are
   */
  private List<String> judge(List<Stage> stages, SparkOnDemand onDemand, StagedSnapshot snapshot) {
    List<TableContract> written =
        stages.stream().flatMap(stage -> stage.writes().stream()).toList();
    if (written.isEmpty() && snapshot.base().isPresent()) {
      // Nothing new to check: what was found of the tables when they were new still stands.
      Snapshot base = snapshot.base().get();
      base.table(QualityChecks.TABLE.name()).ifPresent(snapshot::keep);
      return base.manifest().acceptedChecks();
    }
    String step = "checking the tables";
    SparkSession spark = onDemand.session();
    spark.sparkContext().setJobGroup("quality", step, true);
    listener.progress(step, 0, 0);
    Verdict verdict = Pipeline.gate(request).judge(new StagedCandidate(snapshot, written));
    snapshot.discard("quality", List.of(QualityChecks.TABLE), List.of());
    snapshot.write(QualityChecks.TABLE, verdict.table(spark).coalesce(1));
    spark.sparkContext().clearJobGroup();
    verdict.warnings().forEach(listener::warning);
    if (verdict.refuses()) {
      throw verdict.refusal(snapshot.runId(), snapshot.keepForInspection());
    }
    return verdict.accepted();
  }

  private void warnOfDropped(StagedSnapshot snapshot, StageTables tables) {
    List<String> dropped = tables.dropped(snapshot);
    if (!dropped.isEmpty()) {
      listener.warning(
          "The new version is without "
              + String.join(", ", dropped)
              + ", which follow from tables that this run replaces; run their stages to have them"
              + " again.");
    }
  }

  private Manifest manifest(
      StagedSnapshot snapshot, List<StageRecord> records, List<String> acceptedChecks) {
    Map<String, String> versions = new TreeMap<>();
    versions.put("almagest", BuildVersion.current());
    versions.put("spark", org.apache.spark.package$.MODULE$.SPARK_VERSION());
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
        acceptedChecks,
        snapshot.documents());
  }

  private static String newRunId() {
    return RUN_TIME.format(Instant.now()) + "-%06x".formatted(new SecureRandom().nextInt(1 << 24));
  }
}
