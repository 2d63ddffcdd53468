package org.almagest.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.almagest.run.Pipeline;
import org.almagest.text.PlainText;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine;

/** Where the process starts: turns a command line into an exit code. */
public final class Main {
  private final CommandContext context;

  Main(CommandContext context) {
    this.context = context;
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    int exitCode = new Main(ofThisProcess()).run(args);
    // On a cluster's driver, YARN takes any exit of ours for a failure; returning is success.
    boolean clusterDriver = "cluster".equals(System.getProperty("spark.submit.deployMode"));
    if (exitCode != 0 || !clusterDriver) {
      System.exit(exitCode);
    }
  }

  private static CommandContext ofThisProcess() {
    PrintStream messages =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    Optional<Path> home =
        Optional.ofNullable(System.getProperty("almagest.home"))
            .or(() -> Optional.ofNullable(System.getenv("ALMAGEST_HOME")))
            .map(Path::of);
    return new CommandContext(
        new FileOutputStream(FileDescriptor.out),
        messages,
        System.getenv(),
        home,
        Boolean.getBoolean("almagest.terminal") ? ProgressStyle.REWRITING : ProgressStyle.PLAIN,
        Pipeline::run,
        warehouse -> newest(Warehouse.at(warehouse, new Configuration()), messages));
  }

  /** The newest whole snapshot; says so where newer versions are damaged. */
  private static Optional<Snapshot> newest(Warehouse warehouse, PrintStream messages) {
    warehouse
        .damageWarning()
        .ifPresent(warning -> messages.println("almagest: warning: " + PlainText.oneLine(warning)));
    return warehouse.current();
  }

  /** Runs the command and returns its exit code; whatever goes wrong is told in a sentence. */
  int run(String... args) {
    boolean debug = Arrays.asList(args).contains("--debug");
    CommandLine line = commandLine();
    line.setParameterExceptionHandler((e, unused) -> tell(e, debug));
    line.setExecutionExceptionHandler((e, unused, parsed) -> tell(e, debug));
    try {
      return line.execute(args);
    } catch (Throwable e) { // NOPMD: the last chance to say in plain words what happened
      return tell(e, debug);
    }
  }

  private int tell(Throwable thrown, boolean debug) {
    Failure failure = Failure.of(thrown);
    context.messages().println("almagest: " + PlainText.oneLine(failure.message()));
    if (debug) {
      thrown.printStackTrace(context.messages());
    }
    return failure.exitCode().number();
  }

  /** The command with all that it can do. */
  CommandLine commandLine() {
    CommandLine config = new CommandLine(new ConfigCommand());
    config.addSubcommand(new ConfigCommand.Print(context));
    CommandLine line = new CommandLine(new AlmagestCommand());
    line.addSubcommand(new DemoCommand(context));
    line.addSubcommand(new RunCommand(context));
    line.addSubcommand(new PlanCommand(context));
    addStage(line, "ingest", "Reads papers and publishes papers, authors, authorships, citations.");
    addStage(line, "terms", "Finds the vocabulary and the key terms of each paper (TF-IDF).");
    addStage(line, "topics", "Finds topics (LDA), their words, their papers and their trends.");
    addStage(line, "coauthors", "Builds the co-author graph and the authors' metrics.");
    addStage(line, "communities", "Tells what the communities of authors are and work on.");
    addStage(
        line, "citations", "Builds the citation graph and tells how papers and authors are cited.");
    addStage(line, "main-paths", "Finds the citations through which each topic came to be.");
    addStage(
        line, "trending", "Tells what people look at by day, week and month, and what bursts.");
    line.addSubcommand(new ReportCommand(context));
    line.addSubcommand(new TablesCommand(context));
    line.addSubcommand(new QueryCommand(context));
    line.addSubcommand(new AskCommand(context));
    line.addSubcommand(new HistoryCommand(context));
    line.addSubcommand(new VerifyCommand(context));
    line.addSubcommand(new RollbackCommand(context));
    line.addSubcommand(new GcCommand(context));
    line.addSubcommand(new ExportCommand(context));
    line.addSubcommand(new DigestCommand(context, Clock.systemUTC()));
    line.addSubcommand(new GenerateCommand(context));
    line.addSubcommand(config);
    line.setOut(new PrintWriter(context.printer(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(context.messages(), true, StandardCharsets.UTF_8));
    line.setUnmatchedOptionsAllowedAsOptionParameters(false);
    line.setUsageHelpWidth(100);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  private void addStage(CommandLine line, String stage, String description) {
    line.addSubcommand(stage, StageCommand.of(context, stage, description));
  }
}
