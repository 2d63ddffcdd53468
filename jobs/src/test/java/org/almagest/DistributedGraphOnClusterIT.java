package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.almagest.LauncherProcess.Outcome;
import org.almagest.corpus.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The co-author graph computed in blocks on a cluster of two workers, against the same graph
 * computed in one task.
 */
class DistributedGraphOnClusterIT {
  private static final String WAREHOUSE = "warehouse";
  private static final String EXACT =
      "SELECT author_id, degree, strength, component_id, in_giant_component, core_number,"
          + " clustering, papers, fractional_papers FROM author_metrics ORDER BY author_id";
  private static final String RANKS = "SELECT pagerank FROM author_metrics ORDER BY author_id";
  private static final double TOLERANCE = 1e-9;

  @TempDir Path directory;

  @Test
  void theSamplesGiveTheSameOnTwoWorkersAsInOneTask() throws Exception {
    compare(
        List.of(
            "--input",
            LauncherProcess.HOME.resolve("data-samples/openalex/corpus").toString(),
            "--input",
            LauncherProcess.HOME.resolve("data-samples/arxiv-tsv/corpus").toString(),
            "--max-rejected",
            "0.05"));
  }

  @Tag("slow")
  @Test
  void theArxivGraphGivesTheSameOnTwoWorkersAsInOneTask() throws Exception {
    Path arxiv = SharedData.require().resolve("data/arxiv/20200101/*.tsv.xz");

    int authors =
        compare(List.of("--input", arxiv.toString(), "--set", "authors.identity=raw-name"));

    assertThat(authors).isEqualTo(177_597);
  }

  /** Number of authors compared. */
  private int compare(List<String> input) throws Exception {
    LauncherProcess launcher = new LauncherProcess(directory, Duration.ofMinutes(25));
    List<String> local =
        new ArrayList<>(List.of("run", "--warehouse", WAREHOUSE, "--stages", "ingest,coauthors"));
    local.addAll(input);
    succeeds(launcher.run(local.toArray(String[]::new)));
    List<String> expected = launcher.query(WAREHOUSE, EXACT);
    List<String> expectedRanks = launcher.query(WAREHOUSE, RANKS);

    try (StandaloneCluster cluster = StandaloneCluster.start(directory.resolve("cluster"), 2)) {
      List<String> submitted = new ArrayList<>(List.of("coauthors", "--warehouse", WAREHOUSE));
      submitted.addAll(cluster.launcherOptions());
      submitted.addAll(List.of("--set", "graph.max-local-edges=0"));
      Outcome outcome = succeeds(launcher.run(submitted.toArray(String[]::new)));
      assertThat(outcome.err()).contains("it is computed in blocks over all executors");
      assertThat(cluster.executors(0)).as("executors of the first worker").isPositive();
      assertThat(cluster.executors(1)).as("executors of the second worker").isPositive();
    }

    assertThat(launcher.query(WAREHOUSE, EXACT)).isEqualTo(expected);
    List<String> ranks = launcher.query(WAREHOUSE, RANKS);
    assertThat(ranks).hasSameSizeAs(expected);
    for (int author = 0; author < ranks.size(); author++) {
      assertThat(Double.parseDouble(ranks.get(author)))
          .isCloseTo(Double.parseDouble(expectedRanks.get(author)), within(TOLERANCE));
    }
    assertThat(
            launcher.query(
                WAREHOUSE,
                "SELECT count(community_id) + count(betweenness) + count(harmonic_closeness)"
                    + " FROM author_metrics"))
        .as("what needs the graph in one task")
        .containsExactly("0");
    return ranks.size();
  }

  private static Outcome succeeds(Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return outcome;
  }
}
