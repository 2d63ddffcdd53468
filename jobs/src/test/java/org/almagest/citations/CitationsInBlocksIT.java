package org.almagest.citations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.stage.SparkSuite;
import org.almagest.stage.StageBench;
import org.almagest.table.AuthorCitationMetrics;
import org.almagest.table.BibliographicCoupling;
import org.almagest.table.Cocitation;
import org.almagest.table.PaperCitationYears;
import org.almagest.table.PaperMetrics;
import org.almagest.table.TableContract;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A citation graph in blocks gives the rows that one task gives that has all of it. */
@SuppressWarnings("serial") // see SparkSuite
class CitationsInBlocksIT extends SparkSuite {
  private static final double TOLERANCE = 1e-9;
  private static final List<TableContract> COUNTED =
      List.of(
          PaperCitationYears.TABLE,
          AuthorCitationMetrics.TABLE,
          BibliographicCoupling.TABLE,
          Cocitation.TABLE);
  private static final Settings ONE_SHARED =
      Settings.defaults().with(Setting.CITATIONS_COUPLING_MIN_SHARED, "1", "test");

  @TempDir Path directory;

  /**
   * What the stage makes of a corpus.
   *
   * @param metrics paper_metrics without ranks
   * @param ranks by paper: PageRank, AttRank
   * @param counted the other tables
   */
  private record Outcome(
      Map<String, Long> figures,
      List<String> metrics,
      List<Row> ranks,
      List<List<String>> counted,
      List<String> warnings) {}

  private Outcome outcome(CitedCorpus corpus, Settings settings, int partitions) {
    spark().conf().set("spark.sql.shuffle.partitions", String.valueOf(partitions));
    try (StageBench bench = corpus.bench(directory.resolve("warehouse"), spark(), partitions)) {
      Map<String, Long> figures = bench.run(new CitationsJob(settings));
      var metrics = bench.table(PaperMetrics.TABLE);
      return new Outcome(
          figures,
          sorted(metrics.drop(PaperMetrics.PAGERANK.name(), PaperMetrics.ATTRANK.name())),
          metrics
              .select(
                  PaperMetrics.PAPER_ID.col(),
                  PaperMetrics.PAGERANK.col(),
                  PaperMetrics.ATTRANK.col())
              .sort(PaperMetrics.PAPER_ID.col())
              .collectAsList(),
          COUNTED.stream().map(table -> sorted(bench.table(table))).toList(),
          bench.warnings());
    } finally {
      spark().conf().set("spark.sql.shuffle.partitions", "3");
    }
  }

  private static Settings inBlocks(Settings settings) {
    return settings.with(Setting.GRAPH_MAX_LOCAL_EDGES, "0", "test");
  }

  /** What both make of a corpus, after these were found to be the same. */
  private Outcome same(CitedCorpus corpus, Settings settings) {
    Outcome local = outcome(corpus, settings, 3);
    assertThat(local.warnings()).isEmpty();
    Outcome blocks = outcome(corpus, inBlocks(settings), 3);
    assertThat(blocks.warnings()).hasSize(1);
    assertThat(blocks.figures()).isEqualTo(local.figures());
    assertThat(blocks.metrics()).isEqualTo(local.metrics());
    assertThat(blocks.counted()).isEqualTo(local.counted());
    assertThat(blocks.ranks()).hasSameSizeAs(local.ranks());
    for (int paper = 0; paper < local.ranks().size(); paper++) {
      Row expected = local.ranks().get(paper);
      Row found = blocks.ranks().get(paper);
      assertThat(found.getString(0)).isEqualTo(expected.getString(0));
      for (int rank = 1; rank <= 2; rank++) {
        assertThat(found.getDouble(rank))
            .as("%s of %s", found.schema().fieldNames()[rank], found.getString(0))
            .isCloseTo(expected.getDouble(rank), within(TOLERANCE));
      }
    }
    return blocks;
  }

  /**
   * Citations that come twice; a and d cite themselves, d nothing else; e has no year and f no
   * field; b is by an author of a; f, which is older, cites c; g neither cites nor is cited; w lies
   * outside.
   */
  private static CitedCorpus handComputedCorpus() {
    return new CitedCorpus()
        .paper("a", 2000, "cs.A", "ann", "bob")
        .paper("b", 2002, "cs.A", "ann")
        .paper("c", 2002, "cs.A", "cid")
        .paper("d", 2005, "cs.A", "dan")
        .paper("e", null, "cs.A", "eve")
        .paper("f", 2000, null, "fay")
        .paper("g", 2002, "cs.A")
        .cites("a", "a", true)
        .cites("b", "a", true)
        .citesAll("c", "a", "b")
        .citesAll("e", "a", "b", "c")
        .cites("f", "c", null)
        .cites("d", "d", true)
        .citesOutside("b", "w")
        .citesOutside("c", "w")
        .listedTwice();
  }

  @Test
  void aSmallGraphHasTheSameRowsInBlocks() {
    Outcome outcome = same(handComputedCorpus(), ONE_SHARED);
    assertThat(outcome.warnings())
        .containsExactly(
            "The citation graph has 22 citations, and graph.max-local-edges is 0: it is computed in"
                + " blocks over all executors, with the same results.");
    // Citations, references, resolved ones, self-citations, half-life, beauty, awakening,
    // percentile and score. Of a there are 0, 0 and 2 citations by age; b, c and g are of one field
    // and year.
    assertThat(outcome.metrics())
        .containsExactly(
            "[a,3,1,0,1,2.5,1.0,2001,50.0,1.0]",
            "[b,2,2,1,0,0.5,0.0,2002,66.66666666666667,1.5]",
            "[c,2,3,2,0,0.5,0.0,2002,66.66666666666667,1.5]",
            "[d,0,1,0,0,null,null,null,50.0,null]",
            "[e,0,3,3,0,null,null,null,null,null]",
            "[f,0,1,1,0,null,null,null,null,null]",
            "[g,0,0,0,0,null,null,null,16.666666666666668,0.0]");
  }

  /** Some hundred papers, so that they make several blocks, of which some are cited by many. */
  private static CitedCorpus randomCorpus(long seed) {
    Random random = new Random(seed);
    CitedCorpus corpus = new CitedCorpus();
    int papers = 400;
    for (int paper = 0; paper < papers; paper++) {
      corpus.paper(
          "p" + paper,
          random.nextInt(12) == 0 ? null : 1980 + paper / 12 + random.nextInt(4),
          random.nextInt(10) == 0 ? null : "cs." + random.nextInt(3),
          "author" + random.nextInt(60),
          "author" + random.nextInt(60));
      int references = random.nextInt(4) == 0 ? 0 : random.nextInt(20);
      for (int i = 0; i < references; i++) {
        // Most are of older papers; some are of younger ones, which makes circles.
        int cited =
            random.nextInt(3) == 0
                ? random.nextInt(12)
                : random.nextInt(random.nextInt(8) == 0 ? papers : paper + 1);
        corpus.cites("p" + paper, "p" + cited, random.nextInt(9) == 0 ? Boolean.TRUE : null);
      }
      for (int i = random.nextInt(4); i > 0; i--) {
        corpus.citesOutside("p" + paper, "w" + random.nextInt(150));
      }
    }
    return corpus;
  }

  @Test
  void aGraphOfSeveralBlocksHasTheSameRows() {
    Settings few =
        ONE_SHARED
            .with(Setting.CITATIONS_COUPLING_MAX_PAPERS, "30", "test")
            .with(Setting.CITATIONS_COUPLING_TOP, "3", "test")
            .with(Setting.CITATIONS_ATTRANK_ALPHA, "0.4", "test")
            .with(Setting.CITATIONS_ATTRANK_BETA, "0.6", "test")
            .with(Setting.CITATIONS_ATTRANK_GAMMA, "0", "test")
            .with(Setting.CITATIONS_ATTRANK_YEARS, "12", "test");
    Outcome outcome = same(randomCorpus(1), few);
    assertThat(outcome.figures())
        .extractingByKey("works that more than 30 papers cite, left out of bibliographic coupling")
        .isNotEqualTo(0L);
    assertThat(outcome.counted().get(3)).as("co-citations").hasSizeGreaterThan(500);
  }

  @Test
  void digitsInBlocksDoNotDependOnHowTheInputIsSpread() {
    Outcome once = outcome(randomCorpus(2), inBlocks(ONE_SHARED), 1);
    Outcome spread = outcome(randomCorpus(2), inBlocks(ONE_SHARED), 7);
    assertThat(spread).isEqualTo(once);
  }

  @Test
  void withoutResolvedCitationsOrPapersThereIsNothingToBlock() {
    Settings youthAlone =
        ONE_SHARED
            .with(Setting.CITATIONS_ATTRANK_ALPHA, "0", "test")
            .with(Setting.CITATIONS_ATTRANK_BETA, "0", "test")
            .with(Setting.CITATIONS_ATTRANK_GAMMA, "1", "test");
    CitedCorpus alone =
        new CitedCorpus()
            .paper("p", 2001, "cs.A", "ann")
            .paper("q", 1995, "cs.A", "ann")
            .citesOutside("p", "w");
    List<Row> ranks = same(alone, youthAlone).ranks();
    assertThat(ranks.get(1).getDouble(2) / ranks.get(0).getDouble(2))
        .isCloseTo(Math.exp(-0.16 * 6), within(TOLERANCE));
    assertThat(same(new CitedCorpus().citesOutside("v", "w"), ONE_SHARED).counted())
        .containsOnly(List.of());
  }
}
