package org.almagest.ingest;

import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.almagest.config.Settings;
import org.almagest.corpus.RejectReason;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.ingest.InputFiles.InputFile;
import org.almagest.stage.Stage;
import org.almagest.stage.StageContext;
import org.almagest.table.Affiliations;
import org.almagest.table.Authorships;
import org.almagest.table.Citations;
import org.almagest.table.Papers;
import org.almagest.table.RejectedRecords;
import org.almagest.table.TableContract;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
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
        RejectedRecords.TABLE);
  }

  @Override
  public void checkBeforeStart(Configuration hadoop) {
    // Listing a remote store twice would take longer than it saves.
    if (inputs.stream().noneMatch(input -> input.contains("://"))) {
      InputFiles.resolve(inputs, hadoop);
    }
  }

  @Override
  public Map<String, Long> run(StageContext context) {
    SparkSession spark = context.spark();
    SerializableConfiguration hadoop =
        new SerializableConfiguration(spark.sessionState().newHadoopConf());
    context.step("looking at the input");
    List<InputFile> files = InputFiles.resolve(inputs, hadoop.value());
    InputSurvey survey =
        InputSurvey.of(
            files, config, JavaSparkContext.fromSparkContext(spark.sparkContext()), hadoop);
    survey.requireReadable(config.maxUnreadableFiles());
    context.snapshot().recordInputs(survey.inputs());

    context.step("reading " + files.size() + " files");
    JavaRDD<Row> parsed = survey.partitions().mapPartitions(new FileParser(survey.plan(), hadoop));
    Dataset<Row> merged =
        context
            .snapshot()
            .writeScratch(
                "records",
                RecordMerge.merge(
                    spark.createDataFrame(parsed, RecordSchema.SCHEMA), survey.mergeTasks()));
    Row totals = totals(merged);
    long papers = totals.getLong(0);
    long references = totals.getLong(4);
    requireWithinBudget(merged, totals);

    context.write(Papers.TABLE, IngestTables.papers(merged));
    context.write(Authorships.TABLE, IngestTables.authorships(merged));
    context.write(Affiliations.TABLE, IngestTables.affiliations(merged));
    Dataset<Row> citations = IngestTables.citations(merged);
    context.write(Citations.TABLE, references == 0 ? citations.limit(0) : citations);
    context.write(RejectedRecords.TABLE, IngestTables.rejected(merged));

    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("files", (long) files.size());
    counts.put("records", totals.getLong(1));
    counts.put("rejected", totals.getLong(2));
    counts.put("unreadable files", totals.getLong(3));
    counts.put("papers", papers);
    counts.put("authorships", context.snapshot().rows(Authorships.TABLE));
    counts.put("references", references);
    return counts;
  }

  /** Papers, records read, records rejected, unreadable files, references. */
  private static Row totals(Dataset<Row> merged) {
    Column reason = col(RecordSchema.REJECT_REASON);
    String unreadable = RejectReason.UNREADABLE_FILE.label();
    Column records = coalesce(sum(col(RecordSchema.RECORD_COUNT)), lit(0L));
    return merged
        .agg(
            count_if(reason.isNull()),
            records.minus(count_if(reason.equalTo(unreadable))),
            count_if(reason.isNotNull().and(reason.notEqual(unreadable))),
            count_if(reason.equalTo(unreadable)),
            coalesce(sum(array_size(col(RecordSchema.REFERENCES)).cast("long")), lit(0L)))
        .head();
  }

  private void requireWithinBudget(Dataset<Row> merged, Row totals) {
    long records = totals.getLong(1);
    long rejected = totals.getLong(2);
    long unreadable = totals.getLong(3);
    if (unreadable > config.maxUnreadableFiles()) {
      Row first =
          firstReject(
              merged,
              col(RecordSchema.REJECT_REASON).equalTo(RejectReason.UNREADABLE_FILE.label()));
      throw new AlmagestException(ExitCode.BAD_INPUT, first.getString(2) + ".");
    }
    if (rejected > config.maxRejectedShare() * records) {
      Row first =
          firstReject(
              merged,
              col(RecordSchema.REJECT_REASON).notEqual(RejectReason.UNREADABLE_FILE.label()));
      throw new AlmagestException(
          ExitCode.BAD_INPUT,
          String.format(
              Locale.ROOT,
              "%,d of %,d records could not be read, which is more than ingest.max-rejected allows"
                  + " (%s); the first is %s, line %d: %s Mend the input, or raise --max-rejected.",
              rejected,
              records,
              config.maxRejectedShare(),
              first.getString(0),
              first.getLong(1),
              first.getString(2)));
    }
    if (records == rejected) {
      throw new AlmagestException(
          ExitCode.BAD_INPUT,
          "The input holds no paper; check that it is what you meant, or name its --format.");
    }
  }

  private static Row firstReject(Dataset<Row> merged, Column which) {
    return merged
        .where(which)
        .orderBy("source_file", "source_position")
        .select("source_file", "source_position", RecordSchema.REJECT_DETAIL)
        .head();
  }
}
