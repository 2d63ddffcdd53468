package org.almagest.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.almagest.coauthors.CoauthorsJob;
import org.almagest.ingest.IngestJob;
import org.almagest.ingest.InputSample;
import org.almagest.stage.CorpusEstimate;
import org.almagest.stage.Stage;
import org.almagest.table.Authorships;
import org.almagest.table.Citations;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.Papers;
import org.almagest.table.TableContract;
import org.almagest.warehouse.RunTraces;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.StageFingerprint;
import org.almagest.warehouse.TableSnapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;

/**
 * What a run would do. Making it writes nothing and starts no Spark.
 *
 * @param base version of the warehouse that the run would build on
 * @param input what the input is like, where the run reads any
 * @param corpus the papers to work on: by estimate, or as the warehouse has them
 * @param published the version that the run of that name has published, for which there would be
 *     nothing to do
 * @param stages the stages that were asked for, in their order
 * @param kept tables of the base that would stay as they are
 * @param dropped tables of the base that the new version would be without
 */
public record RunPlan(
    Optional<Long> base,
    Optional<InputSample> input,
    CorpusEstimate corpus,
    Optional<Long> published,
    List<PlannedStage> stages,
    List<String> kept,
    List<String> dropped) {

  /** Whether a stage would run, as far as that can be told before the ones before it have. */
  public enum Outlook {
    /** It would. */
    RUN,
    /** It would, unless the stages before it write the same tables as last time. */
    RUN_UNLESS_INPUT_IS_AS_BEFORE,
    /** The tables that the base has of the same work would be taken over. */
    REUSE_OF_BASE,
    /** The tables that an earlier, killed process of the same run has made would be. */
    REUSE_OF_RUN
  }

  /**
   * A stage that was asked for.
   *
   * @param name its name
   * @param outlook whether it would run
   * @param writes its tables, and other files that it writes
   * @param memory what of the memory of a machine depends on the corpus, each in a sentence
   */
  public record PlannedStage(
      String name, Outlook outlook, List<String> writes, List<String> memory) {
    public PlannedStage {
      writes = List.copyOf(writes);
      memory = List.copyOf(memory);
    }
  }

  public RunPlan {
    stages = List.copyOf(stages);
    kept = List.copyOf(kept);
    dropped = List.copyOf(dropped);
  }

  static RunPlan of(RunRequest request) {
    List<Stage> stages = Pipeline.requested(request);
    long seed = Pipeline.seed(request.settings());
    Configuration hadoop = SparkSessions.hadoopConfiguration();
    Warehouse.requirePublishable(request.warehouse(), hadoop);
    Warehouse warehouse = Warehouse.at(request.warehouse(), hadoop);
    Optional<Snapshot> base = warehouse.current();
    new StageTables(request, stages).requireInputs(base);
    Fingerprints fingerprints = new Fingerprints(request.settings(), seed, hadoop);
    Optional<RunTraces> traces = request.runId().map(warehouse::run);
    Optional<Snapshot> published = traces.flatMap(RunTraces::published);
    published.ifPresent(
        snapshot ->
            new RepeatedRequest(request.settings(), stages, fingerprints, snapshot).requireSame());
    Map<String, Outlook> outlooks =
        outlooks(
            request,
            stages,
            fingerprints,
            base,
            new EarlierWork(
                traces.map(RunTraces::finishedStages).orElse(Map.of()),
                base,
                traces.orElseGet(() -> warehouse.run("plan")),
                request.settings()));
    StageTables tables =
        new StageTables(
            request, stages.stream().filter(s -> mayRun(outlooks.get(s.name()))).toList());
    Optional<InputSample> input =
        stages.stream()
            .filter(IngestJob.class::isInstance)
            .map(
                stage ->
                    ((IngestJob) stage)
                        .sample(CoauthorsJob.maxAuthorsPerPaper(request.settings()), hadoop))
            .findFirst();
    CorpusEstimate corpus =
        input.map(InputSample::corpus).orElseGet(() -> known(base.orElseThrow()));
    int cores = SparkSessions.cores();
    return new RunPlan(
        base.map(Snapshot::version),
        input,
        corpus,
        published.map(Snapshot::version),
        stages.stream()
            .map(
                stage ->
                    new PlannedStage(
                        stage.name(),
                        outlooks.get(stage.name()),
                        Stream.concat(
                                stage.writes().stream().map(TableContract::name),
                                stage.documents().stream())
                            .toList(),
                        stage.memory(corpus, cores)))
            .toList(),
        tables.kept(base).stream().map(TableSnapshot::table).toList(),
        tables.dropped(base));
  }

  /** Follows the tables from stage to stage as far as they are known. */
  private static Map<String, Outlook> outlooks(
      RunRequest request,
      List<Stage> stages,
      Fingerprints fingerprints,
      Optional<Snapshot> base,
      EarlierWork earlier) {
    Map<String, Outlook> outlooks = new LinkedHashMap<>();
    List<Stage> running = new ArrayList<>();
    Map<String, TableSnapshot> known = new HashMap<>();
    base.ifPresent(snapshot -> snapshot.tables().forEach(t -> known.put(t.table(), t)));
    stages.forEach(stage -> stage.writes().forEach(table -> known.remove(table.name())));
    for (Stage stage : stages) {
      // A table that a stage may do without is not known to be missing before those that could
      // write it have run.
      Set<String> open = Pipeline.tablesThatFollow(running, request.settings());
      boolean isOpen = stage.readsWhereThere().stream().anyMatch(t -> open.contains(t.name()));
      Optional<StageFingerprint> fingerprint =
          isOpen
              ? Optional.empty()
              : fingerprints.of(stage, table -> Optional.ofNullable(known.get(table.name())), base);
      Optional<EarlierWork.Done> done = fingerprint.flatMap(wanted -> earlier.of(stage, wanted));
      done.ifPresent(d -> d.work().tables().forEach(table -> known.put(table.table(), table)));
      outlooks.put(
          stage.name(),
          done.map(
                  d ->
                      d.origin() == EarlierWork.Origin.BASE
                          ? Outlook.REUSE_OF_BASE
                          : Outlook.REUSE_OF_RUN)
              .orElse(
                  fingerprint.isEmpty() && earlier.maySpare(stage, fingerprints.request(stage))
                      ? Outlook.RUN_UNLESS_INPUT_IS_AS_BEFORE
                      : Outlook.RUN));
      if (done.isEmpty()) {
        running.add(stage);
      }
    }
    return outlooks;
  }

  private static boolean mayRun(Outlook outlook) {
    return outlook == Outlook.RUN || outlook == Outlook.RUN_UNLESS_INPUT_IS_AS_BEFORE;
  }

  /** As the newest version has it; what its tables do not count follows from the averages. */
  private static CorpusEstimate known(Snapshot base) {
    long papers = rows(base, Papers.TABLE);
    long authorships = rows(base, Authorships.TABLE);
    long edges = rows(base, CoauthorEdges.TABLE);
    return new CorpusEstimate(
        papers,
        papers * CorpusEstimate.WORDS_PER_PAPER,
        authorships,
        edges > 0 ? edges : authorships * CorpusEstimate.PAIRS_PER_AUTHORSHIP,
        rows(base, Citations.TABLE));
  }

  private static long rows(Snapshot base, TableContract contract) {
    return base.table(contract.name()).map(TableSnapshot::rows).orElse(0L);
  }
}
