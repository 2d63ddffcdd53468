package org.almagest.ingest;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.ingest.InputFiles.InputFile;
import org.almagest.stage.CorpusEstimate;
import org.almagest.stage.Stage;
import org.almagest.stage.StageContext;
import org.almagest.table.Affiliations;
import org.almagest.table.Authorships;
import org.almagest.table.Changes;
import org.almagest.table.Citations;
import org.almagest.table.Papers;
import org.almagest.table.RejectedRecords;
import org.almagest.table.TableContract;
import org.almagest.warehouse.TablePass;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** The ingest stage: reads every file once, merges records of the same paper, writes the tables. */
public final class IngestJob implements Stage {
  /** Name of the stage. */
  public static final String NAME = "ingest";

  private final IngestConfig config;
  private final List<String> inputs;
  // Listed once: that takes long on a remote store.
  private Optional<List<InputFile>> listed = Optional.empty();

  /**
   * @param inputs paths, directories and globs
   * @throws AlmagestException (usage) for a setting with a wrong value
   */
  public IngestJob(Settings settings, List<String> inputs) {
    this.config = IngestConfig.from(settings);
    this.inputs = List.copyOf(inputs);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<TableContract> reads() {
    return List.of();
  }

  @Override
  public List<TableContract> writes() {
    return List.of(
        Papers.TABLE,
        Authorships.TABLE,
        Affiliations.TABLE,
        Citations.TABLE,
        RejectedRecords.TABLE,
        Changes.TABLE);
  }

  @Override
  public List<TableContract> tellsOfChange() {
    return List.of(Changes.TABLE);
  }

  @Override
  public List<TableContract> readsOfBase() {
    return List.of(Papers.TABLE, Authorships.TABLE, Affiliations.TABLE, Citations.TABLE);
  }

  @Override
  public void checkBeforeStart(Configuration hadoop) {
    files(hadoop);
  }

  private List<InputFile> files(Configuration hadoop) {
    if (listed.isEmpty()) {
      listed = Optional.of(InputFiles.resolve(inputs, hadoop));
    }
    return listed.get();
  }

  @Override
  public Map<String, String> sources(Configuration hadoop) {
    return files(hadoop).stream()
        .collect(
            Collectors.toMap(
                InputFile::path, file -> file.bytes() + " bytes of " + file.modifiedMillis()));
  }

  /**
   * What the input is like, by a look at the beginnings of some files.
   *
   * @param mostPairedAuthors papers with more authors make no pairs of them
   * @throws AlmagestException (usage, bad input) where there is nothing to read
   */
  public InputSample sample(int mostPairedAuthors, Configuration hadoop) {
    try {
      return InputSample.of(files(hadoop), ParsingPlan.of(config), mostPairedAuthors, hadoop);
    } catch (IOException e) {
      throw new AlmagestException(
          ExitCode.BAD_INPUT, "The input cannot be read: " + e.getMessage() + ".", e);
    }
  }

  @Override
  public List<String> memory(CorpusEstimate corpus, int cores) {
    return List.of(
        "a task that reads holds one record, of at most ingest.max-record-bytes = "
            + config.maxRecordBytes()
            + " bytes; one that merges holds the records of one paper or the references of one"
            + " work, sorts with what memory Spark gives it and the disk, and has up to six files"
            + " open, each with at most parquet.block.size of rows not written yet");
  }

  @Override
  public boolean isSeeded() {
    return false;
  }

  @Override
  public Map<String, Long> run(StageContext context) {
    SparkSession spark = context.spark();
    SerializableConfiguration hadoop =
        new SerializableConfiguration(spark.sessionState().newHadoopConf());
    context.step("looking at the input");
    List<InputFile> files = files(hadoop.value());
    InputSurvey survey =
        InputSurvey.of(
            files, config, JavaSparkContext.fromSparkContext(spark.sparkContext()), hadoop);
    survey.requireReadable(config.maxUnreadableFiles());
    context.snapshot().recordInputs(survey.inputs());

    context.step("reading and merging records");
    Optional<Dataset<Row>> before = context.snapshot().readBase(Papers.TABLE);
    IngestPass pass =
        new IngestPass(
            survey.partitions().mapPartitionsToPair(new FileParser(survey.plan(), hadoop)),
            survey.mergeTasks());
    TablePass tables =
        context
            .snapshot()
            .pass(
                IngestPass.tables(before.isEmpty()), IngestPass.REFERENCES, CitationJoin.REFERENCE);
    IngestPass.Outcome outcome =
        pass.run(tables.tasks(), survey.findsReferenceLists(), this::requireWithinBudget);
    ReadTotals totals = outcome.totals();
    tables.keep(outcome.files());
    if (totals.references() > 0) {
      writeCitations(tables.scratch(outcome.files()), context);
    } else {
      context.snapshot().writeEmpty(Citations.TABLE);
    }
    Map<ChangeKind, Long> changes =
        before
            .map(papers -> writeChanges(papers, context))
            .orElseGet(() -> PaperChanges.allAdded(context.snapshot().rows(Papers.TABLE)));

    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("files", (long) files.size());
    counts.put("records", totals.records());
    counts.put("rejected", totals.rejected());
    counts.put("unreadable files", totals.unreadableFiles());
    counts.put("papers", context.snapshot().rows(Papers.TABLE));
    counts.put("authorships", context.snapshot().rows(Authorships.TABLE));
    counts.put("references", context.snapshot().rows(Citations.TABLE));
    changes.forEach((kind, papers) -> counts.put(kind.label(), papers));
    if (totals.listedReferences() > 0) {
      counts.put("references by works outside the corpus, kept", totals.referencesOfOthers());
    }
    return counts;
  }

  private static Map<ChangeKind, Long> writeChanges(Dataset<Row> before, StageContext context) {
    context.step("comparing papers with those of the version before");
    Dataset<Row> suspects =
        context
            .snapshot()
            .writeScratch("suspects", PaperChanges.suspects(before, context.read(Papers.TABLE)));
    return PaperChanges.counts(
        context.write(
            Changes.TABLE,
            PaperChanges.compared(suspects, context.snapshot()::readBase, context::read)));
  }

  private static void writeCitations(Dataset<Row> references, StageContext context) {
    context.write(
        Citations.TABLE,
        CitationJoin.citations(
            references, context.read(Papers.TABLE), context.read(Authorships.TABLE)));
  }

  private void requireWithinBudget(ReadTotals totals) {
    if (totals.unreadableFiles() > config.maxUnreadableFiles()) {
      throw new AlmagestException(ExitCode.BAD_INPUT, totals.firstUnreadable().detail() + ".");
    }
    if (totals.rejected() > config.maxRejectedShare() * totals.records()) {
      ReadTotals.FirstReject first = totals.firstRejected();
      throw new AlmagestException(
          ExitCode.BAD_INPUT,
          String.format(
              Locale.ROOT,
              "%,d of %,d records could not be read, which is more than ingest.max-rejected allows"
                  + " (%s); the first is %s, line %d: %s Mend the input, or raise --max-rejected.",
              totals.rejected(),
              totals.records(),
              config.maxRejectedShare(),
              first.file(),
              first.position(),
              first.detail()));
    }
    if (totals.records() == totals.rejected() + totals.listedReferences()) {
      throw new AlmagestException(
          ExitCode.BAD_INPUT,
          "The input holds no paper; check that it is what you meant, or name its --format.");
    }
  }
}
