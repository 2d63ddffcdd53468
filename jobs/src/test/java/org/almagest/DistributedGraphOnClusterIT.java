package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.almagest.LauncherProcess.Outcome;
import org.almagest.corpus.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The co-author and the citation graph computed in blocks on a cluster of two workers, against the
 * same graphs computed in one task.
 */
class DistributedGraphOnClusterIT {
  private static final String WAREHOUSE = "warehouse";

  /**
   * A graph that both compute.
   *
   * @param stage that does so
   * @param warning how it is told that this was done in blocks
   * @param exact queries of what is the same
   * @param ranks query of numbers that are the same but for rounding
   */
  private record Graph(String stage, String warning, List<String> exact, String ranks) {}

  private static final Graph COAUTHORS =
      new Graph(
          "coauthors",
          "The co-author graph has .* it is computed in blocks over all executors",
          List.of(
              "SELECT author_id, degree, strength, component_id, in_giant_component, community_id,"
                  + " core_number, clustering, papers, fractional_papers FROM author_metrics"
                  + " ORDER BY author_id",
              "SELECT * FROM coauthor_periods ORDER BY ALL"),
          "SELECT unnest([pagerank, betweenness_share, harmonic_closeness,"
              + " harmonic_closeness_error]) FROM (SELECT *,"
              + " betweenness / sum(betweenness) OVER () AS betweenness_share FROM author_metrics)"
              + " ORDER BY author_id");
  private static final Graph CITATIONS =
      new Graph(
          "citations",
          "The citation graph has .* it is computed in blocks over all executors",
          List.of(
              "SELECT * EXCLUDE (pagerank, attrank) FROM paper_metrics ORDER BY paper_id",
              "SELECT * FROM paper_citation_years ORDER BY ALL",
              "SELECT * FROM bibliographic_coupling ORDER BY ALL",
              "SELECT * FROM cocitation ORDER BY ALL"),
          "SELECT unnest([pagerank, attrank]) FROM paper_metrics ORDER BY paper_id");
  private static final double TOLERANCE = 1e-9;
  private static final List<String> SAMPLES =
      List.of(
          "--input",
          LauncherProcess.HOME.resolve("data-samples/openalex/corpus").toString(),
          "--input",
          LauncherProcess.HOME.resolve("data-samples/arxiv-tsv/corpus").toString(),
          "--max-rejected",
          "0.05");

  @TempDir Path directory;

  @Test
  void coauthorsOfTheSamplesAreTheSameOnTwoWorkersAsInOneTask() throws Exception {
    compare(SAMPLES, COAUTHORS);
  }

  @Tag("slow")
  @Test
  void citationsOfTheSamplesAreTheSameOnTwoWorkersAsInOneTask() throws Exception {
    compare(SAMPLES, COAUTHORS, CITATIONS);
  }

  @Tag("slow")
  @Test
  void theArxivGraphGivesTheSameOnTwoWorkersAsInOneTask() throws Exception {
    Path arxiv = SharedData.require().resolve("data/arxiv/20200101/*.tsv.xz");

    int numbers =
        compare(
            List.of("--input", arxiv.toString(), "--set", "authors.identity=raw-name"), COAUTHORS);

    assertThat(numbers).isEqualTo(4 * 177_597);
  }

  /** Number of numbers of the first graph that are the same but for rounding. */
  private int compare(List<String> input, Graph... graphs) throws Exception {
    LauncherProcess launcher = new LauncherProcess(directory, Duration.ofMinutes(25));
    String stages = Stream.of(graphs).map(Graph::stage).collect(Collectors.joining(","));
    List<String> local =
        new ArrayList<>(List.of("run", "--warehouse", WAREHOUSE, "--stages", "ingest," + stages));
    local.addAll(input);
    succeeds(launcher.run(local.toArray(String[]::new)));
    List<List<String>> expected = exact(launcher, graphs);
    List<List<Double>> expectedRanks = ranks(launcher, graphs);

    try (StandaloneCluster cluster = StandaloneCluster.start(directory.resolve("cluster"), 2)) {
      List<String> submitted =
          new ArrayList<>(List.of("run", "--stages", stages, "--warehouse", WAREHOUSE));
      submitted.addAll(cluster.launcherOptions());
      submitted.addAll(List.of("--set", "graph.max-local-edges=0"));
      Outcome outcome = succeeds(launcher.run(submitted.toArray(String[]::new)));
      assertThat(graphs)
          .allSatisfy(graph -> assertThat(outcome.err()).containsPattern(graph.warning()));
      assertThat(cluster.executors(0)).as("executors of the first worker").isPositive();
      assertThat(cluster.executors(1)).as("executors of the second worker").isPositive();
    }

    assertThat(exact(launcher, graphs)).isEqualTo(expected);
    List<List<Double>> ranks = ranks(launcher, graphs);
    for (int graph = 0; graph < graphs.length; graph++) {
      assertThat(ranks.get(graph)).hasSameSizeAs(expectedRanks.get(graph)).isNotEmpty();
      for (int row = 0; row < ranks.get(graph).size(); row++) {
        assertThat(ranks.get(graph).get(row))
            .isCloseTo(expectedRanks.get(graph).get(row), within(TOLERANCE));
      }
    }
    assertThat(
            launcher.query(WAREHOUSE, "SELECT count(community_id) = count(*) FROM author_metrics"))
        .as("every author has a community")
        .containsExactly("true");
    return ranks.get(0).size();
  }

  private static List<List<String>> exact(LauncherProcess launcher, Graph... graphs)
      throws Exception {
    List<List<String>> answers = new ArrayList<>();
    for (Graph graph : graphs) {
      for (String query : graph.exact()) {
        answers.add(launcher.query(WAREHOUSE, query));
      }
    }
    return answers;
  }

  private static List<List<Double>> ranks(LauncherProcess launcher, Graph... graphs)
      throws Exception {
    List<List<Double>> ranks = new ArrayList<>();
    for (Graph graph : graphs) {
      ranks.add(launcher.query(WAREHOUSE, graph.ranks()).stream().map(Double::valueOf).toList());
    }
    return ranks;
  }

  private static Outcome succeeds(Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return outcome;
  }
}
