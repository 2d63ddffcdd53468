package org.almagest.coauthors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.graph.UndirectedGraph;
import org.almagest.stage.ByteSize;
import org.almagest.stage.CorpusEstimate;
import org.almagest.stage.Stage;
import org.almagest.stage.StageContext;
import org.almagest.table.Affiliations;
import org.almagest.table.AuthorMetrics;
import org.almagest.table.AuthorYears;
import org.almagest.table.Authors;
import org.almagest.table.Authorships;
import org.almagest.table.CoauthorEdgeYears;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.CoauthorPeriods;
import org.almagest.table.CommunityIds;
import org.almagest.table.CommunityLineage;
import org.almagest.table.Countries;
import org.almagest.table.CountryEdges;
import org.almagest.table.InstitutionEdges;
import org.almagest.table.Institutions;
import org.almagest.table.Papers;
import org.almagest.table.TableColumn;
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
    return List.of(Papers.TABLE, Authorships.TABLE, Affiliations.TABLE);
  }

  @Override
  public List<TableContract> tellsOfChange() {
    return List.of(CommunityLineage.TABLE);
  }

  /** Papers with more authors make no edges. */
  public static int maxAuthorsPerPaper(Settings settings) {
    return CoauthorsConfig.maxAuthorsPerPaper(settings);
  }

  @Override
  public List<TableContract> readsOfBase() {
    return List.of(AuthorMetrics.TABLE, CommunityIds.TABLE);
  }

  @Override
  public List<TableContract> writes() {
    return List.of(
        Authors.TABLE,
        AuthorYears.TABLE,
        CoauthorEdges.TABLE,
        CoauthorEdgeYears.TABLE,
        AuthorMetrics.TABLE,
        CommunityLineage.TABLE,
        CommunityIds.TABLE,
        CoauthorPeriods.TABLE,
        Institutions.TABLE,
        InstitutionEdges.TABLE,
        Countries.TABLE,
        CountryEdges.TABLE);
  }

  @Override
  public List<String> memory(CorpusEstimate corpus, int cores) {
    if (config.isInBlocks(corpus.authorPairs())) {
      String communities =
          config.maxCommunityEdges() <= config.maxLocalEdges()
              ? "without communities and periods"
              : "communities and periods of up to %s = %,d pairs in one task of %s"
                  .formatted(
                      Setting.GRAPH_MAX_COMMUNITY_EDGES.key(),
                      config.maxCommunityEdges(),
                      graphBytes(corpus, config.maxCommunityEdges()));
      return List.of(
          ("%,d pairs of authors, each pair once a paper: if more than %s = %,d of them are distinct,"
                  + " the graph is computed in blocks over all executors, %s; else in one task of %s")
              .formatted(
                  corpus.authorPairs(),
                  Setting.GRAPH_MAX_LOCAL_EDGES.key(),
                  config.maxLocalEdges(),
                  communities,
                  graphBytes(corpus, config.maxLocalEdges())));
    }
    return List.of(
        "one task holds the graph, of about %,d authors and %,d pairs of them, in %s"
            .formatted(
                corpus.authorships(),
                corpus.authorPairs(),
                graphBytes(corpus, corpus.authorPairs())));
  }

  private static String graphBytes(CorpusEstimate corpus, long mostEdges) {
    long edges = Math.min(corpus.authorPairs(), mostEdges);
    return ByteSize.text(UndirectedGraph.mostBytes(corpus.authorships(), edges));
  }

  @Override
  public Map<String, Long> run(StageContext context) {
    Dataset<Row> authorships = context.read(Authorships.TABLE);
    Dataset<Row> dated = CoauthorTransforms.withYears(authorships, context.read(Papers.TABLE));
    Dataset<Row> authors = context.write(Authors.TABLE, CoauthorTransforms.authors(dated));
    context.step("pairing authors");
    Dataset<Row> teams = context.snapshot().writeScratch("teams", CoauthorTransforms.teams(dated));
    Dataset<Row> pairs =
        context
            .snapshot()
            .writeScratch(
                "author_pairs", CoauthorTransforms.pairs(teams, config.maxAuthorsPerPaper()));
    context.write(AuthorYears.TABLE, YearTransforms.authorYears(dated, pairs));
    context.write(CoauthorEdgeYears.TABLE, Collaboration.edgeYears(pairs));
    Dataset<Row> edges =
        context.write(CoauthorEdges.TABLE, Collaboration.edges(pairs, CoauthorEdges.TABLE));
    long authorCount = context.snapshot().rows(Authors.TABLE);
    long edgeCount = context.snapshot().rows(CoauthorEdges.TABLE);
    AuthorGraph graph =
        new AuthorGraph(authors, edges, authorCount, edgeCount, context.snapshot()::writeScratch);
    Dataset<Row> metrics =
        graph.metrics(measured(context, graph, authorCount, edgeCount), authorships);
    int largestId = largestCommunityId(context);
    if (config.findsCommunities(edgeCount)) {
      metrics = writeMetrics(context, metrics, largestId);
      context.write(
          CoauthorPeriods.TABLE,
          new PeriodTransforms(config.periodYears())
              .graphs(
                  graph.nodes(),
                  dated,
                  pairs,
                  new PeriodGraphs(
                      Math.toIntExact(authorCount), config.communityResolution(), context.seed())));
    } else {
      metrics = context.write(AuthorMetrics.TABLE, metrics);
      writeEmpty(context, CommunityLineage.TABLE);
      writeEmpty(context, CoauthorPeriods.TABLE);
    }
    context.write(CommunityIds.TABLE, CommunityIdentity.ids(metrics, largestId));
    long[] components = AuthorGraph.components(metrics);

    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("authors", authorCount);
    counts.put("co-author edges", edgeCount);
    long[] above = CoauthorTransforms.above(teams, config.maxAuthorsPerPaper());
    counts.put(
        "papers with more than " + config.maxAuthorsPerPaper() + " authors, without edges",
        above[0]);
    counts.put("pairs of authors on these papers, left out", above[1]);
    counts.put(
        "papers without a year, left out of author_years", YearTransforms.papersWithoutYear(teams));
    counts.put("connected components", components[0]);
    counts.put("authors in the largest component", components[1]);
    writePlaces(context, dated, teams, counts);
    return counts;
  }

  private Dataset<Row> measured(
      StageContext context, AuthorGraph graph, long authorCount, long edgeCount) {
    GraphMeasures measures = new GraphMeasures(config, context.seed());
    if (!config.isInBlocks(edgeCount)) {
      return graph.measured(measures);
    }
    boolean withCommunities = config.findsCommunities(edgeCount);
    String communities =
        withCommunities
            ? "communities and periods in one task of "
                + ByteSize.text(UndirectedGraph.mostBytes(authorCount, edgeCount))
            : "without communities and periods, as %s is %,d"
                .formatted(Setting.GRAPH_MAX_COMMUNITY_EDGES.key(), config.maxCommunityEdges());
    context
        .steps()
        .warning(
            ("The co-author graph has %,d edges, and %s is %,d: it is computed in blocks over all"
                    + " executors, %s.")
                .formatted(
                    edgeCount,
                    Setting.GRAPH_MAX_LOCAL_EDGES.key(),
                    config.maxLocalEdges(),
                    communities));
    context.step("computing the co-author graph in blocks");
    return graph.measuredInBlocks(measures, withCommunities);
  }

  private static void writeEmpty(StageContext context, TableContract table) {
    context.write(table, context.spark().createDataFrame(List.of(), table.schema()));
  }

  /** Writes author_metrics with the communities' ids, and what became of those before. */
  private static Dataset<Row> writeMetrics(
      StageContext context, Dataset<Row> found, int largestId) {
    Optional<Dataset<Row>> previous = context.snapshot().readBase(AuthorMetrics.TABLE);
    if (previous.isEmpty()) {
      writeEmpty(context, CommunityLineage.TABLE);
      return context.write(AuthorMetrics.TABLE, found);
    }
    Dataset<Row> measured = context.snapshot().writeScratch("measured_authors", found);
    context.step("matching communities");
    Dataset<Row> matched =
        context
            .snapshot()
            .writeScratch(
                "matched_communities",
                CommunityIdentity.matched(previous.get(), measured, largestId));
    context.write(CommunityLineage.TABLE, CommunityIdentity.lineage(matched));
    return context.write(AuthorMetrics.TABLE, CommunityIdentity.renumbered(measured, matched));
  }

  /** The largest id that a community has had in the snapshots before; -1 where none is noted. */
  private static int largestCommunityId(StageContext context) {
    return context
        .snapshot()
        .readBase(CommunityIds.TABLE)
        .flatMap(ids -> ids.collectAsList().stream().findFirst())
        .map(row -> row.getInt(0))
        .orElse(-1);
  }

  private void writePlaces(
      StageContext context, Dataset<Row> dated, Dataset<Row> teams, Map<String, Long> counts) {
    Dataset<Row> affiliations = context.read(Affiliations.TABLE);
    Dataset<Row> inInstitutions =
        AffiliationTransforms.places(affiliations, dated, Affiliations.INSTITUTION_ID);
    context.write(
        Institutions.TABLE, AffiliationTransforms.institutions(inInstitutions, affiliations));
    context.write(
        InstitutionEdges.TABLE,
        Collaboration.edges(
            placePairs(inInstitutions, teams, Affiliations.INSTITUTION_ID),
            InstitutionEdges.TABLE));
    Dataset<Row> inCountries =
        AffiliationTransforms.places(affiliations, dated, Affiliations.COUNTRY_CODE);
    context.write(Countries.TABLE, AffiliationTransforms.countries(inCountries, affiliations));
    context.write(
        CountryEdges.TABLE,
        Collaboration.edges(
            placePairs(inCountries, teams, Affiliations.COUNTRY_CODE), CountryEdges.TABLE));
    long authorships = context.snapshot().rows(Authorships.TABLE);
    long[] placed = AffiliationTransforms.authorshipsPlaced(affiliations);
    counts.put("institutions", context.snapshot().rows(Institutions.TABLE));
    counts.put("authorships without a known institution", authorships - placed[0]);
    counts.put("countries", context.snapshot().rows(Countries.TABLE));
    counts.put("authorships without a known country", authorships - placed[1]);
  }

  private Dataset<Row> placePairs(Dataset<Row> places, Dataset<Row> teams, TableColumn place) {
    return Collaboration.pairs(
        CoauthorTransforms.within(
            AffiliationTransforms.teams(places, teams, place), config.maxAuthorsPerPaper()));
  }
}
