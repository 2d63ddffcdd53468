package org.almagest.ingest;

import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.almagest.config.Settings;
import org.almagest.corpus.RejectReason;
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
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
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
   * @throws AlmagestException (usage, bad input) where there is nothing to read
   */
  public InputSample sample(Configuration hadoop) {
    try {
      return InputSample.of(files(hadoop), ParsingPlan.of(config), hadoop);
    } catch (IOException e) {
      throw new AlmagestException(
          ExitCode.BAD_INPUT, "The input cannot be read: " + e.getMessage() + ".", e);
    }
  }

  @Override
  public List<String> memory(CorpusEstimate corpus, int cores) {
    return List.of(
        "a task holds one record, of at most ingest.max-record-bytes = "
            + config.maxRecordBytes()
            + " bytes");
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

    context.step("reading " + files.size() + " files");
    JavaRDD<Row> parsed = survey.partitions().mapPartitions(new FileParser(survey.plan(), hadoop));
    Observation reading = new Observation();
    Dataset<Row> records =
        context
            .snapshot()
            .writeScratch(
                "records",
                ReadTotals.observe(spark.createDataFrame(parsed, RecordSchema.SCHEMA), reading));
    ReadTotals totals = ReadTotals.of(reading);
    requireWithinBudget(records, totals);

    context.step("merging records of the same paper");
    Dataset<Row> repeated =
        context
            .snapshot()
            .writeScratch("repeated", RecordMerge.repeated(records, survey.mergeTasks()));
    Dataset<Row> merged = RecordMerge.all(records, repeated);
    if (totals.listedReferences() > 0) {
      context.step("adding references to their papers");
      merged =
          context.snapshot().writeScratch("records_with_references", ReferenceLists.joined(merged));
    }
    Dataset<Row> citations = IngestTables.citations(merged);
    context.writeAll(
        Map.of(
            Papers.TABLE,
            IngestTables.papers(merged),
            Authorships.TABLE,
            IngestTables.authorships(merged),
            Affiliations.TABLE,
            IngestTables.affiliations(merged),
            Citations.TABLE,
            totals.hasReferences() ? citations : citations.limit(0),
            RejectedRecords.TABLE,
            IngestTables.rejected(merged)));
    context.step("comparing papers with those of the version before");
    Map<ChangeKind, Long> changes =
        PaperChanges.counts(context.write(Changes.TABLE, changes(context)));

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
      counts.put("references by works outside the corpus, kept", listedOutside(merged));
    }
    return counts;
  }

  private static Dataset<Row> changes(StageContext context) {
    Dataset<Row> papers = context.read(Papers.TABLE);
    Optional<Dataset<Row>> before = context.snapshot().readBase(Papers.TABLE);
    if (before.isEmpty()) {
      return PaperChanges.first(papers);
    }
    Dataset<Row> suspects =
        context.snapshot().writeScratch("suspects", PaperChanges.suspects(before.get(), papers));
    return PaperChanges.compared(suspects, context.snapshot()::readBase, context::read);
  }

  private static long listedOutside(Dataset<Row> merged) {
    return merged
        .where(col(RecordSchema.CITING).isNotNull())
        .agg(coalesce(sum(array_size(col(RecordSchema.REFERENCES)).cast("long")), lit(0L)))
        .head()
        .getLong(0);
  }

  private void requireWithinBudget(Dataset<Row> records, ReadTotals totals) {
    if (totals.unreadableFiles() > config.maxUnreadableFiles()) {
      Row first =
          firstReject(
              records,
              col(RecordSchema.REJECT_REASON).equalTo(RejectReason.UNREADABLE_FILE.label()));
      throw new AlmagestException(ExitCode.BAD_INPUT, first.getString(2) + ".");
    }
    if (totals.rejected() > config.maxRejectedShare() * totals.records()) {
      Row first =
          firstReject(
              records,
              col(RecordSchema.REJECT_REASON).notEqual(RejectReason.UNREADABLE_FILE.label()));
      throw new AlmagestException(
          ExitCode.BAD_INPUT,
          String.format(
              Locale.ROOT,
              "%,d of %,d records could not be read, which is more than ingest.max-rejected allows"
                  + " (%s); the first is %s, line %d: %s Mend the input, or raise --max-rejected.",
              totals.rejected(),
              totals.records(),
              config.maxRejectedShare(),
              first.getString(0),
              first.getLong(1),
              first.getString(2)));
    }
    if (totals.records() == totals.rejected() + totals.listedReferences()) {
      throw new AlmagestException(
          ExitCode.BAD_INPUT,
          "The input holds no paper; check that it is what you meant, or name its --format.");
    }
  }

  private static Row firstReject(Dataset<Row> records, Column which) {
    return records
        .where(which)
        .orderBy("source_file", "source_position")
        .select("source_file", "source_position", RecordSchema.REJECT_DETAIL)
        .head();
  }
}
