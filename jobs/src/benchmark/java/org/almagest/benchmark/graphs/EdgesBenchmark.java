package org.almagest.benchmark.graphs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.almagest.benchmark.Report;
import org.almagest.coauthors.BenchmarkedEdges;
import org.almagest.run.BenchmarkSession;
import org.almagest.table.Authorships;
import org.almagest.table.Papers;
import org.almagest.warehouse.StagedSnapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes co-author edges of papers, as the stage does, and prints how long and how much it took. */
@Command(
    name = "graphs.sh --edges",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Times the coauthors stage from authorships to edges over invented papers.")
public final class EdgesBenchmark implements Callable<Integer> {
  private static final String DEFAULT = "Default: ${DEFAULT-VALUE}.";

  @Option(
      names = "--papers",
      defaultValue = "527000",
      description = {"Papers, with 2.85 authors each.", DEFAULT})
  private int papers;

  @Option(
      names = "--max-authors",
      defaultValue = "100",
      description = {"As coauthors.max-authors-per-paper.", DEFAULT})
  private int maxAuthors;

  @Option(
      names = "--threads",
      defaultValue = "2",
      description = {"Threads of Spark.", DEFAULT})
  private int threads;

  @Option(
      names = {"-n", "--repeats"},
      defaultValue = "3",
      description = {"Runs, of which each is told.", DEFAULT})
  private int repeats;

  @Option(names = "--scratch", required = true, hidden = true)
  private Path scratch;

  /** Runs the benchmark; 2 for a wrong option. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new EdgesBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = BenchmarkSession.open(threads);
        StagedSnapshot input = staged("input", spark)) {
      Dataset<Row> paperRows = input.write(Papers.TABLE, PaperTeams.papers(spark, papers));
      Dataset<Row> authorships =
          input.write(Authorships.TABLE, PaperTeams.authorships(spark, papers));
      Report report =
          new Report("papers", "authorships", "edges", "seconds", "heap MB", "peak process MB");
      for (int repeat = 0; repeat < repeats; repeat++) {
        try (StagedSnapshot output = staged("output" + repeat, spark)) {
          long start = System.nanoTime();
          long edges = BenchmarkedEdges.write(paperRows, authorships, output, maxAuthors);
          double seconds = (System.nanoTime() - start) / 1e9;
          report.row(
              Long.toString(input.rows(Papers.TABLE)),
              Long.toString(input.rows(Authorships.TABLE)),
              Long.toString(edges),
              Report.number(seconds, 1),
              Long.toString(Runtime.getRuntime().maxMemory() >> 20),
              peakMegabytes());
        }
      }
      report.printColumns(System.err);
      report.printTabs(System.out);
    }
    return 0;
  }

  private StagedSnapshot staged(String name, SparkSession spark) {
    return Warehouse.at(scratch.resolve("edges-" + name).toString(), new Configuration())
        .stage(name, spark);
  }

  /** The most memory that this process had at a time, as Linux tells it. */
  private static String peakMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "-";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> Long.toString(Long.parseLong(line.replaceAll("\\D", "")) >> 10))
        .findFirst()
        .orElse("-");
  }
}
