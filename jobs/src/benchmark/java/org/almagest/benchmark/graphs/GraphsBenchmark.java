package org.almagest.benchmark.graphs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.almagest.benchmark.Report;
import org.almagest.fault.AlmagestException;
import org.almagest.run.BenchmarkSession;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Computes a graph with our kernels and with other libraries, in turn, and prints how long it took.
 */
@Command(
    name = "graphs.sh",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Compares our graph kernels with igraph and GraphX on the same graph.")
public final class GraphsBenchmark implements Callable<Integer> {
  private static final String DEFAULT = "Default: ${DEFAULT-VALUE}.";
  private static final int ONE_THREAD = 1;

  @Parameters(
      arity = "0..1",
      paramLabel = "WAREHOUSE",
      description =
          "Warehouse whose co-author graph it is; the stage coauthors has been run on it.")
  private String warehouse;

  @Option(
      names = "--generate",
      split = ",",
      paramLabel = "NODES,EDGES",
      description = "Size of a power-law graph to take in its place, such as 5000000,50000000.")
  private List<Integer> generated;

  @Option(
      names = {"-n", "--repeats"},
      defaultValue = "5",
      description = {
        "Runs of each algorithm, in turn, the first of which is cold and counts only if it is alone.",
        DEFAULT
      })
  private int repeats;

  @Option(
      names = "--algorithms",
      split = ",",
      description = {
        "Of ${COMPLETION-CANDIDATES}.",
        "Default: all but the last two, which take hours on large graphs."
      })
  private Set<Algorithm> algorithms = EnumSet.range(Algorithm.PAGERANK, Algorithm.LEIDEN);

  @Option(
      names = "--peers",
      split = ",",
      defaultValue = "igraph,graphx",
      description = {"Who runs beside us, of ${COMPLETION-CANDIDATES}.", DEFAULT})
  private Set<PeerName> peers;

  @Option(
      names = "--tolerance",
      defaultValue = "1e-10",
      description = {"Our PageRank stops when the ranks change by less in sum.", DEFAULT})
  private double tolerance;

  @Option(
      names = "--graphx-tolerance",
      defaultValue = "1e-4",
      description = {
        "GraphX's PageRank stops when no rank changes by more; theirs sum to the number of nodes.",
        DEFAULT
      })
  private double graphxTolerance;

  @Option(
      names = "--graphx-repeats",
      defaultValue = "2",
      description = {"The same of GraphX.", DEFAULT})
  private int graphxRepeats;

  @Option(
      names = "--leiden-iterations",
      defaultValue = "2",
      description = {"Iterations of Leiden, ours and igraph's; 2 is igraph's default.", DEFAULT})
  private int leidenIterations;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = {"Seed of the first run; that of each further one is greater by 1.", DEFAULT})
  private long seed;

  @Option(
      names = "--python",
      defaultValue = "/usr/bin/python3",
      description = {"Python that has igraph.", DEFAULT})
  private String python;

  @Option(names = "--scratch", required = true, hidden = true)
  private Path scratch;

  @Option(names = "--python-script", required = true, hidden = true)
  private Path pythonScript;

  /** A library beside ours. */
  enum PeerName {
    IGRAPH,
    GRAPHX;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Runs the benchmark; 2 for a wrong option. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new GraphsBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    try {
      check();
      measure();
      return 0;
    } catch (AlmagestException e) {
      System.err.println("graphs.sh: " + e.getMessage());
      return 2;
    }
  }

  private void check() {
    if ((warehouse == null) == (generated == null)) {
      throw AlmagestException.usage("Name a warehouse, or a size with --generate.");
    }
    if (generated != null && generated.size() != 2) {
      throw AlmagestException.usage("--generate takes two numbers, such as 100000,1000000.");
    }
    if (repeats < 1 || graphxRepeats < 1) {
      throw AlmagestException.usage("One run is the fewest.");
    }
  }

  private void measure() throws IOException {
    try (SparkSession spark = BenchmarkSession.open(ONE_THREAD)) {
      BenchmarkGraph graph =
          generated == null
              ? WarehouseGraph.read(warehouse, spark)
              : PowerLawGraph.generate(generated.get(0), generated.get(1), 1);
      note(
          "%,d nodes, %,d edges%s; Java %s, heap of %d MB, one thread each"
              .formatted(
                  graph.nodes(),
                  graph.edges(),
                  graph.weighted() ? " with weights" : "",
                  Runtime.version(),
                  Runtime.getRuntime().maxMemory() >> 20));
      Judge judge = new Judge(graph);
      AlmagestKernels ours = new AlmagestKernels(graph, tolerance, leidenIterations);
      List<GraphPeer> others = new ArrayList<>();
      try {
        addPeers(others, graph, spark);
        Report report =
            new Report(
                "algorithm",
                "library",
                "cold",
                "seconds",
                "by ours",
                "processor",
                "processor by ours",
                "figure",
                "difference");
        for (Algorithm algorithm : algorithms) {
          if (algorithm != Algorithm.WEIGHTED_PAGERANK || graph.weighted()) {
            measure(algorithm, ours, others, judge, report);
          }
        }
        System.err.println();
        report.printColumns(System.err);
        report.printTabs(System.out);
      } finally {
        others.forEach(GraphPeer::close);
      }
    }
  }

  private void addPeers(List<GraphPeer> others, BenchmarkGraph graph, SparkSession spark) {
    for (PeerName name : peers) {
      try {
        others.add(
            switch (name) {
              case IGRAPH -> new IgraphPeer(graph, python, pythonScript, scratch, leidenIterations);
              case GRAPHX -> new GraphxPeer(graph, spark, graphxTolerance);
            });
      } catch (GraphPeer.Absent e) {
        note(name + " is left out: " + e.getMessage());
      }
    }
  }

  private void measure(
      Algorithm algorithm,
      AlmagestKernels ours,
      List<GraphPeer> others,
      Judge judge,
      Report report) {
    List<GraphPeer> all = new ArrayList<>(List.of(ours));
    all.addAll(others);
    List<Course> courses = all.stream().map(Course::new).toList();
    for (int repeat = 0; repeat < repeats; repeat++) {
      for (Course course : courses) {
        boolean enough = course.peer() instanceof GraphxPeer && repeat >= graphxRepeats;
        if (!enough) {
          System.gc();
          course.run(algorithm, seed + repeat);
        }
      }
    }
    Course first = courses.get(0);
    Figures figures = new Figures(algorithm, judge, ours);
    for (Course course : courses) {
      course
          .values()
          .ifPresent(
              values ->
                  report.row(
                      algorithm.toString(),
                      course.peer().name(),
                      Report.number(course.coldSeconds(), 3),
                      Report.number(course.seconds(), 3),
                      Report.number(course.seconds() / first.seconds(), 2),
                      known(course.processorSeconds(), 3),
                      known(course.processorSeconds() / first.processorSeconds(), 2),
                      figures.of(values),
                      figures.difference(first.values().orElseThrow(), values)));
    }
  }

  private static String known(double value, int digits) {
    return Double.isNaN(value) ? "-" : Report.number(value, digits);
  }

  /** What is no row of a table goes to both outputs, as a comment in the one for programs. */
  private static void note(String text) {
    System.out.println("# " + text);
    System.err.println(text);
  }
}
