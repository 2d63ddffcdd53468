package org.almagest.coauthors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.stage.Stage;
import org.almagest.stage.StageContext;
import org.almagest.table.AuthorMetrics;
import org.almagest.table.Authors;
import org.almagest.table.Authorships;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.Papers;
import org.almagest.table.TableContract;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The coauthors stage: authors, edges between them, and each author's place in the graph. */
public final class CoauthorsJob implements Stage {
  /** Name of the stage. */
  public static final String NAME = "coauthors";

  private final CoauthorsConfig config;

  /**
   * @throws org.almagest.fault.AlmagestException (usage) for a setting with a wrong value
   */
  public CoauthorsJob(Settings settings) {
    this.config = CoauthorsConfig.from(settings);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<TableContract> reads() {
    return List.of(Papers.TABLE, Authorships.TABLE);
  }

  @Override
  public List<TableContract> writes() {
    return List.of(Authors.TABLE, CoauthorEdges.TABLE, AuthorMetrics.TABLE);
  }

  @Override
  public Map<String, Long> run(StageContext context) {
    Dataset<Row> authorships = context.read(Authorships.TABLE);
    Dataset<Row> dated = CoauthorTransforms.withYears(authorships, context.read(Papers.TABLE));
    Dataset<Row> authors = context.write(Authors.TABLE, CoauthorTransforms.authors(dated));
    context.step("pairing authors");
    Dataset<Row> teams = context.snapshot().writeScratch("teams", CoauthorTransforms.teams(dated));
    Dataset<Row> edges =
        context.write(
            CoauthorEdges.TABLE, CoauthorTransforms.edges(teams, config.maxAuthorsPerPaper()));
    long authorCount = context.snapshot().rows(Authors.TABLE);
    long edgeCount = context.snapshot().rows(CoauthorEdges.TABLE);
    AuthorGraph graph =
        new AuthorGraph(authors, edges, authorCount, edgeCount, context.snapshot()::writeScratch);
    Dataset<Row> metrics =
        context.write(
            AuthorMetrics.TABLE, graph.metrics(measured(graph, edgeCount, context), authorships));
    long[] components = AuthorGraph.components(metrics);

    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("authors", authorCount);
    counts.put("co-author edges", edgeCount);
    counts.put(
        "papers with more than " + config.maxAuthorsPerPaper() + " authors, without edges",
        CoauthorTransforms.papersAbove(teams, config.maxAuthorsPerPaper()));
    counts.put("connected components", components[0]);
    counts.put("authors in the largest component", components[1]);
    return counts;
  }

  private Dataset<Row> measured(AuthorGraph graph, long edgeCount, StageContext context) {
    GraphMeasures measures = new GraphMeasures(config, context.seed());
    if (edgeCount <= config.maxLocalEdges()) {
      return graph.measured(measures);
    }
    context
        .steps()
        .warning(
            "The co-author graph has %,d edges, and %s is %,d: it is computed in blocks over all executors, without communities, betweenness and closeness."
                .formatted(edgeCount, Setting.GRAPH_MAX_LOCAL_EDGES.key(), config.maxLocalEdges()));
    context.step("computing the co-author graph in blocks");
    return graph.measuredInBlocks(measures, context.snapshot()::writeScratch);
  }
}
