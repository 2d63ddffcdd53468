package org.almagest.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.AccessDeniedException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.almagest.corpus.CorpusFile;
import org.almagest.corpus.CorpusFormat;
import org.almagest.corpus.UnreadableFileException;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.ingest.InputFiles.InputFile;
import org.almagest.warehouse.Manifest;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;

/** A first look at every file, before any is read whole. */
final class InputSurvey {
  /** Tasks take about this much input, in bytes, where files are small. */
  private static final long TASK_BYTES = 64L << 20;

  /** Tasks a core at the least, where there are files enough, so that cores finish together. */
  private static final int TASKS_PER_CORE = 32;

  private static final int MERGE_TASKS_PER_CORE = 3;

  /** Tasks that merge take at least this much input, in bytes. */
  private static final long MIN_MERGE_BYTES = 2L << 20;

  /** More tasks than this cost more than they gain. */
  private static final int MAX_TASKS = 10_000;

  private final List<Finding> findings;
  private final ParsingPlan plan;
  private final JavaSparkContext spark;

  /**
   * What one file is.
   *
   * @param formats its formats, joined with commas; empty where it is not readable
   * @param latestYear latest year that its Daily Papers pages name, or 0
   * @param fault why it cannot be read, or empty
   */
  private record Finding(InputFile file, String formats, int latestYear, String fault)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private InputSurvey(List<Finding> findings, ParsingPlan plan, JavaSparkContext spark) {
    this.findings = findings;
    this.plan = plan;
    this.spark = spark;
  }

  static InputSurvey of(
      List<InputFile> files,
      IngestConfig config,
      JavaSparkContext spark,
      SerializableConfiguration hadoop) {
    ParsingPlan first = ParsingPlan.of(config);
    List<Finding> findings =
        spark
            .parallelize(files, Math.min(files.size(), 4 * spark.defaultParallelism()))
            .map(file -> look(file, first, hadoop))
            .collect();
    int latest = findings.stream().mapToInt(Finding::latestYear).max().orElse(0);
    ParsingPlan plan =
        config.pageYear().isPresent() || latest == 0 ? first : first.withPageYear(latest + 1);
    return new InputSurvey(findings, plan, spark);
  }

  /** The files for the manifest. */
  List<Manifest.InputFile> inputs() {
    return findings.stream()
        .map(f -> new Manifest.InputFile(f.file().path(), f.file().bytes(), f.formats()))
        .toList();
  }

  /**
   * How to parse the files. Daily Papers dates that name no year are in the one configured, or else
   * in the one after the latest that any page names.
   */
  ParsingPlan plan() {
    return plan;
  }

  /** Fails early where already the first look finds too many unreadable files. */
  void requireReadable(int maxUnreadableFiles) {
    List<Finding> faulty = findings.stream().filter(f -> !f.fault().isEmpty()).toList();
    if (faulty.size() > maxUnreadableFiles) {
      int others = faulty.size() - 1;
      String more =
          switch (others) {
            case 0 -> ".";
            case 1 -> ". 1 more file is unreadable, too.";
            default -> ". " + others + " more files are unreadable, too.";
          };
      throw new AlmagestException(ExitCode.BAD_INPUT, faulty.get(0).fault() + more);
    }
  }

  /** The files in tasks of about equal size, the largest first. */
  JavaRDD<InputFile> partitions() {
    List<InputFile> largestFirst =
        findings.stream()
            .map(Finding::file)
            .sorted(
                Comparator.comparingLong(InputFile::bytes)
                    .reversed()
                    .thenComparing(InputFile::path))
            .toList();
    long bytes = largestFirst.stream().mapToLong(InputFile::bytes).sum();
    long wanted = Math.max((long) TASKS_PER_CORE * spark.defaultParallelism(), bytes / TASK_BYTES);
    int tasks = (int) Math.min(Math.min(wanted, MAX_TASKS), largestFirst.size());
    return spark.parallelize(dealt(largestFirst, tasks), tasks);
  }

  /** In how many parts to merge records: some for each core, but none too large or small. */
  int mergeTasks() {
    long bytes = findings.stream().mapToLong(f -> f.file().bytes()).sum();
    long forCores =
        Math.min(MERGE_TASKS_PER_CORE * (long) spark.defaultParallelism(), bytes / MIN_MERGE_BYTES);
    return (int) Math.min(Math.max(Math.max(forCores, bytes / TASK_BYTES), 1), MAX_TASKS);
  }

  /** Whether any file begins as one that holds references on their own. */
  boolean findsReferenceLists() {
    return findings.stream()
        .flatMap(finding -> Arrays.stream(finding.formats().split(",", -1)))
        .flatMap(label -> CorpusFormat.named(label).stream())
        .anyMatch(CorpusFormat::listsReferences);
  }

  /** Deals files out like cards; parallelize cuts the list into runs of equal length. */
  private static List<InputFile> dealt(List<InputFile> files, int tasks) {
    return IntStream.range(0, tasks)
        .boxed()
        .flatMap(
            task ->
                IntStream.iterate(task, i -> i < files.size(), i -> i + tasks).mapToObj(files::get))
        .collect(Collectors.toList());
  }

  private static Finding look(InputFile file, ParsingPlan plan, SerializableConfiguration hadoop)
      throws IOException {
    try (var in = FileParser.open(file.path(), hadoop)) {
      CorpusFile.Inspection found = CorpusFile.inspect(file.path(), in, plan.format());
      return new Finding(
          file,
          found.formats().stream()
              .map(CorpusFormat::label)
              .sorted()
              .collect(Collectors.joining(",")),
          found.latestExplicitYear().orElse(0),
          "");
    } catch (UnreadableFileException e) {
      return new Finding(file, "", 0, e.getMessage());
    } catch (FileNotFoundException | AccessDeniedException | AccessControlException e) {
      return new Finding(
          file,
          "",
          0,
          file.path()
              + " cannot be opened ("
              + e.getMessage()
              + "); check that it is there and that you may read it");
    }
  }
}
