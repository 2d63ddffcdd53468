package org.almagest.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.almagest.config.NearestName;
import org.almagest.export.ExportTarget;
import org.almagest.export.ExportTarget.Existing;
import org.almagest.export.GraphFormat;
import org.almagest.export.GraphSelection;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.query.SnapshotDatabase;
import org.almagest.table.TableContract;
import org.almagest.text.PlainText;
import org.almagest.warehouse.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code export}: a part of a graph as a file for programs that draw and analyse graphs. */
@Command(
    name = "export",
    sortOptions = false,
    description = {
      "Writes a part of the co-author or citation graph of the newest version of a local warehouse"
          + " for programs that draw and analyse graphs. Without Spark.",
      "Choose the nodes with one of --top, --community and --ego; the edges between them come with"
          + " them. Nodes have all metrics as attributes."
    },
    footer = {
      "",
      "Examples:",
      "  almagest export --warehouse warehouse --graph coauthors --top 500 --by strength \\",
      "      --as gexf --out coauthors.gexf",
      "  almagest export --warehouse warehouse --graph coauthors --community 0 --as vosviewer \\",
      "      --out community-0",
      "  almagest export --warehouse warehouse --graph coauthors --years 2015-2019 --top 500 \\",
      "      --as pajek --out 2015-2019.net",
      "  almagest export --warehouse warehouse --graph citations --ego arxiv:1706.03762 \\",
      "      --radius 2 --as graphml --out around.graphml"
    })
final class ExportCommand implements Runnable {
  private static final int LARGEST_RADIUS = 2;

  private final CommandContext context;

  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "DIR",
      description = "Directory of the warehouse; a local one.")
  private String warehouse;

  @Option(
      names = "--graph",
      required = true,
      paramLabel = "NAME",
      description =
          "coauthors (an edge's weight is the papers together) or citations (of papers of the"
              + " corpus, each of weight 1).")
  private String graph;

  @Option(
      names = "--as",
      required = true,
      paramLabel = "FORMAT",
      description =
          "graphml (igraph, networkx, Gephi and others), gexf (GEXF 1.3, Gephi), pajek (.net),"
              + " vosviewer (map and network file) or json (nodes and links).")
  private String format;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "PATH",
      description = "File to write; for vosviewer a directory, which gets map.txt and network.txt.")
  private Path out;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "The N nodes with the largest values of a metric.")
  private Long top;

  @Option(
      names = "--by",
      paramLabel = "METRIC",
      description =
          "Numeric column of author_metrics or paper_metrics for --top; pagerank by default.")
  private String metric;

  @Option(
      names = "--community",
      paramLabel = "ID",
      description = "The authors of a community (coauthors only).")
  private Long community;

  @Option(
      names = "--ego",
      paramLabel = "ID",
      description = "An author or paper, by id, and those around it.")
  private String ego;

  @Option(
      names = "--radius",
      paramLabel = "R",
      description = "Most edges between --ego and the others, 1 or 2; 1 by default.")
  private Integer radius;

  @Option(
      names = "--min-weight",
      paramLabel = "W",
      description = "Smallest weight of edges (coauthors only); all by default.")
  private Double minWeight;

  @Option(
      names = "--years",
      paramLabel = "YEARS",
      description =
          "The co-author graph of these years alone, such as 2015 or 2010-2014: authors with papers"
              + " and edges of them; metrics are those of all years.")
  private String years;

  @Option(names = "--overwrite", description = "Replace what --out names, if it is there.")
  private boolean overwriteWanted;

  ExportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    GraphTables tables =
        GraphTables.named(graph)
            .orElseThrow(
                () ->
                    unknown("--graph", graph, GraphTables.all().stream().map(GraphTables::label)));
    GraphFormat wanted =
        GraphFormat.named(format)
            .orElseThrow(
                () ->
                    unknown(
                        "--as",
                        format,
                        Arrays.stream(GraphFormat.values()).map(GraphFormat::label)));
    Subgraph subgraph = subgraph();
    requireWeights(tables);
    Optional<GraphYears> span = span(tables);
    ExportTarget target =
        new ExportTarget(
            out,
            wanted.label(),
            wanted.fileNames(),
            overwriteWanted ? Existing.REPLACE : Existing.KEEP);
    Snapshot snapshot = CurrentSnapshot.ofLocal(context, warehouse, "export");
    requireTables(snapshot, tables, span);
    try (SnapshotDatabase database = SnapshotDatabase.open(snapshot)) {
      GraphTables read = span.map(years -> years.of(tables, database)).orElse(tables);
      GraphSelection selection =
          new SubgraphReader(database, read).read(subgraph, minWeight == null ? 0 : minWeight);
      target.write(wanted.contents(selection));
      context
          .printer()
          .println(
              "Wrote "
                  + PlainText.quantity(selection.nodeCount(), "node")
                  + " and "
                  + PlainText.quantity(selection.edgeCount(), "edge")
                  + " to "
                  + PlainText.oneLine(target.path().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OutOfMemoryError e) {
      throw new AlmagestException(
          ExitCode.RESOURCES,
          "This part of the graph does not fit into memory. Choose a smaller one, or give more with"
              + " ALMAGEST_JAVA_OPTS=-Xmx4g.",
          e);
    }
  }

  private Subgraph subgraph() {
    List<String> given =
        Stream.of(
                Optional.ofNullable(top).map(n -> "--top"),
                Optional.ofNullable(community).map(n -> "--community"),
                Optional.ofNullable(ego).map(n -> "--ego"))
            .flatMap(Optional::stream)
            .toList();
    if (given.isEmpty()) {
      throw AlmagestException.usage(
          "Say which part of the graph: --top N, --community ID or --ego ID.");
    }
    if (given.size() > 1) {
      throw AlmagestException.usage(
          String.join(" and ", given) + " exclude each other; give one of them.");
    }
    if (metric != null && top == null) {
      throw AlmagestException.usage("--by belongs to --top; leave it out, or say --top N.");
    }
    if (radius != null && ego == null) {
      throw AlmagestException.usage("--radius belongs to --ego; leave it out, or say --ego ID.");
    }
    if (top != null) {
      if (top < 1) {
        throw AlmagestException.usage("--top is " + top + ", but it must be 1 or more.");
      }
      return new Subgraph.Top(top, metric == null ? NodeChoice.RANK : metric);
    }
    if (community != null) {
      return new Subgraph.Community(community);
    }
    int steps = radius == null ? 1 : radius;
    if (steps < 1 || steps > LARGEST_RADIUS) {
      throw AlmagestException.usage("--radius is " + steps + ", but it must be 1 or 2.");
    }
    return new Subgraph.Ego(ego, steps);
  }

  private void requireWeights(GraphTables tables) {
    if (minWeight == null) {
      return;
    }
    if (tables.edges().weight().isEmpty()) {
      throw AlmagestException.usage(
          "--min-weight means nothing for " + graph + ", where every edge has weight 1.");
    }
    if (!Double.isFinite(minWeight) || minWeight < 0) {
      throw AlmagestException.usage(
          "--min-weight is " + minWeight + ", but it must be a number from 0 on.");
    }
  }

  private Optional<GraphYears> span(GraphTables tables) {
    if (years != null && !tables.hasYears()) {
      throw AlmagestException.usage(
          "--years is for the co-author graph; leave it out, or take --graph coauthors.");
    }
    return Optional.ofNullable(years).map(GraphYears::parse);
  }

  private void requireTables(Snapshot snapshot, GraphTables tables, Optional<GraphYears> span) {
    List<TableContract> needed =
        new ArrayList<>(
            List.of(tables.nodes().table(), tables.edges().table(), tables.names().table()));
    span.ifPresent(years -> needed.addAll(GraphYears.TABLES));
    for (TableContract table : needed) {
      if (snapshot.table(table.name()).isEmpty()) {
        throw AlmagestException.usage(
            "There is no table "
                + table.name()
                + " in "
                + warehouse
                + " yet. Publish it with: almagest "
                + tables.label()
                + " --warehouse "
                + warehouse);
      }
    }
  }

  private static AlmagestException unknown(String option, String value, Stream<String> known) {
    List<String> names = known.toList();
    return AlmagestException.usage(
        option
            + " is '"
            + value
            + "', but it must be one of "
            + String.join(", ", names)
            + ". Did you mean '"
            + NearestName.of(value, names)
            + "'?");
  }
}
