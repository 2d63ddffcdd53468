package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.almagest.query.CsvRows;
import org.almagest.query.SnapshotDatabase;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;

/** Starts {@code submit/almagest} as a user would, from a directory of its own. */
public final class LauncherProcess {
  /** The checkout; Maven starts tests in the module's directory. */
  static final Path HOME = Path.of("").toAbsolutePath().getParent();

  private final Path directory;
  private final Path work;
  private final Duration patience;
  private final Map<String, String> environment = new TreeMap<>();

  /** What a process printed, and how it ended. */
  public record Outcome(int exitCode, String out, String err) {}

  /**
   * @param directory scratch of the test
   * @param patience after which a process is taken to hang
   */
  LauncherProcess(Path directory, Duration patience) throws IOException {
    this.directory = directory;
    this.patience = patience;
    this.work = Files.createDirectories(directory.resolve("a working directory"));
    // The jar under test was just built, and Maven is still at work in this tree.
    environment.put("ALMAGEST_SKIP_BUILD", "1");
    // What is killed leaves its scratch files.
    environment.put("TMPDIR", Files.createDirectories(directory.resolve("scratch")).toString());
  }

  /** The directory in which the launcher starts. */
  Path work() {
    return work;
  }

  /** Sets a variable of the environment for what is started from now on. */
  LauncherProcess with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /**
   * Arguments for a run over a corpus of the samples, however large the one before was.
   *
   * @param command {@code run} or {@code plan}
   * @param corpus such as {@code openalex/corpus}
   */
  static String[] overSamples(
      String command, String stages, String corpus, String warehouse, String runId) {
    return new String[] {
      command,
      "--stages",
      stages,
      "--max-rejected",
      "0.05",
      "--set",
      "quality.max-shrink=1",
      "--input",
      HOME.resolve("data-samples").resolve(corpus).toString(),
      "--warehouse",
      warehouse,
      "--run-id",
      runId
    };
  }

  /** Runs the launcher to its end. */
  Outcome run(String... arguments) throws IOException, InterruptedException {
    return start(HOME.resolve("submit/almagest"), arguments);
  }

  /** Runs the launcher under another name to its end. */
  Outcome start(Path launcher, String... arguments) throws IOException, InterruptedException {
    return begin(launcher, arguments).await();
  }

  /** Starts the launcher; one process at a time. */
  Running begin(String... arguments) throws IOException {
    return begin(HOME.resolve("submit/almagest"), arguments);
  }

  private Running begin(Path launcher, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ALMAGEST_"));
    builder.environment().remove("SPARK_HOME");
    builder.environment().putAll(environment);
    return new Running(builder.start(), out, err);
  }

  /** A launcher under way. */
  final class Running {
    private final Process process;
    private final Path out;
    private final Path err;

    private Running(Process process, Path out, Path err) {
      this.process = process;
      this.out = out;
      this.err = err;
    }

    /** What it has said so far. */
    String err() throws IOException {
      return Files.readString(err);
    }

    boolean isAlive() {
      return process.isAlive();
    }

    /** Ends it and all that it started at once, as {@code kill -9} does. */
    void kill() throws InterruptedException {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }

    /** Waits for its end. */
    Outcome await() throws IOException, InterruptedException {
      boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
      if (!ended) {
        kill();
      }
      assertThat(ended).as("ended in time; stderr: %s", err()).isTrue();
      return new Outcome(process.exitValue(), Files.readString(out), err());
    }
  }

  /**
   * Rows of a query's CSV without its header, over the warehouse of that name: those of the command
   * {@code query}, from within this process, since starting one takes longer than most queries.
   */
  List<String> query(String warehouse, String sql) throws IOException {
    Snapshot snapshot =
        Warehouse.at(work.resolve(warehouse).toString(), new Configuration())
            .current()
            .orElseThrow();
    StringWriter csv = new StringWriter();
    try (SnapshotDatabase database = SnapshotDatabase.open(snapshot)) {
      database.query(sql, new CsvRows(csv, CsvRows.Reader.PROGRAM));
    }
    return csv.toString().lines().skip(1).toList();
  }
}
