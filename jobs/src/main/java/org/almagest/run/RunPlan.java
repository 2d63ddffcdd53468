package org.almagest.run;

import java.util.List;
import java.util.Optional;
import org.almagest.ingest.IngestJob;
import org.almagest.ingest.InputSample;
import org.almagest.stage.CorpusEstimate;
import org.almagest.stage.Stage;
import org.almagest.table.Authorships;
import org.almagest.table.Citations;
import org.almagest.table.Papers;
import org.almagest.table.TableContract;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.TableSnapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;

/**
 * What a run would do. Making it writes nothing and starts no Spark.
 *
 * @param base version of the warehouse that the run would build on
 * @param input what the input is like, where the run reads any
 * @param corpus the papers to work on: by estimate, or as the warehouse has them
 * @param stages the stages to run, in their order
 * @param kept tables of the base that would stay as they are
 * @param dropped tables of the base that the new version would be without
 */
public record RunPlan(
    Optional<Long> base,
    Optional<InputSample> input,
    CorpusEstimate corpus,
    List<PlannedStage> stages,
    List<String> kept,
    List<String> dropped) {

  /**
   * A stage that would run.
   *
   * @param name its name
   * @param writes its tables
   * @param memory what of the memory of a machine depends on the corpus, each in a sentence
   */
  public record PlannedStage(String name, List<String> writes, List<String> memory) {
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
    Configuration hadoop = SparkSessions.hadoopConfiguration();
    Optional<Snapshot> base = Warehouse.at(request.warehouse(), hadoop).current();
    StageTables tables = new StageTables(request, stages);
    tables.requireInputs(base);
    Optional<InputSample> input =
        stages.stream()
            .filter(IngestJob.class::isInstance)
            .map(stage -> ((IngestJob) stage).sample(hadoop))
            .findFirst();
    CorpusEstimate corpus =
        input.map(InputSample::corpus).orElseGet(() -> known(base.orElseThrow()));
    int cores = SparkSessions.cores();
    return new RunPlan(
        base.map(Snapshot::version),
        input,
        corpus,
        stages.stream()
            .map(
                stage ->
                    new PlannedStage(
                        stage.name(),
                        stage.writes().stream().map(TableContract::name).toList(),
                        stage.memory(corpus, cores)))
            .toList(),
        tables.kept(base).stream().map(TableSnapshot::table).toList(),
        tables.dropped(base));
  }

  /** As the newest version has it; what its tables do not count follows from the averages. */
  private static CorpusEstimate known(Snapshot base) {
    long papers = rows(base, Papers.TABLE);
    long authorships = rows(base, Authorships.TABLE);
    return new CorpusEstimate(
        papers,
        papers * CorpusEstimate.WORDS_PER_PAPER,
        authorships,
        authorships * CorpusEstimate.PAIRS_PER_AUTHORSHIP,
        rows(base, Citations.TABLE));
  }

  private static long rows(Snapshot base, TableContract contract) {
    return base.table(contract.name()).map(TableSnapshot::rows).orElse(0L);
  }
}
