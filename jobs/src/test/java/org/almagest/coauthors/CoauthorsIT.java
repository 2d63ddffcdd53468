package org.almagest.coauthors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.almagest.author.AuthorIdentity;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.corpus.AuthorName;
import org.almagest.stage.ContractRow;
import org.almagest.stage.SparkSuite;
import org.almagest.stage.StageBench;
import org.almagest.table.Affiliations;
import org.almagest.table.AuthorMetrics;
import org.almagest.table.AuthorYears;
import org.almagest.table.Authors;
import org.almagest.table.Authorships;
import org.almagest.table.CoauthorEdgeYears;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.CoauthorPeriods;
import org.almagest.table.Papers;
import org.almagest.table.TableColumn;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("serial") // see SparkSuite
class CoauthorsIT extends SparkSuite {
  private static final double TOLERANCE = 1e-9;

  @TempDir Path directory;

  private final List<Row> papers = new ArrayList<>();
  private final List<Row> authorships = new ArrayList<>();

  private void paper(String id, Integer year, String... authors) {
    papers.add(
        ContractRow.of(Papers.TABLE)
            .with(Papers.PAPER_ID, id)
            .with(Papers.TITLE, "A title")
            .with(Papers.YEAR, year)
            .build());
    for (int i = 0; i < authors.length; i++) {
      authorships.add(authorship(id, i + 1, authors[i], authors[i], authors.length));
    }
  }

  private static Row authorship(String paper, int position, String id, String name, int authors) {
    return ContractRow.of(Authorships.TABLE)
        .with(Authorships.PAPER_ID, paper)
        .with(Authorships.POSITION, position)
        .with(Authorships.AUTHOR_ID, id)
        .with(Authorships.RAW_NAME, name)
        .with(Authorships.FRACTION, 1.0 / authors)
        .build();
  }

  /**
   * A triangle of three, one pair of it twice; a pair apart; a single author; a paper of four,
   * which is one more than the limit; one on which an author stands twice; and a pair without year.
   */
  private void handComputedCorpus() {
    paper("p1", 2001, "ann", "bob", "cid");
    paper("p2", 2005, "bob", "ann");
    paper("p3", null, "dan", "eve");
    paper("p4", 2010, "fay");
    paper("p5", 2011, "ann", "dan", "fay", "gus");
    paper("p6", null, "bob", "ann", "bob");
  }

  /** What the stage makes of the hand-computed corpus, at most three authors a paper. */
  private record Outcome(
      Map<String, Long> counts,
      List<String> edges,
      List<String> authors,
      List<String> years,
      List<String> edgeYears,
      List<String> periods,
      Map<String, Row> metrics) {}

  private static Outcome outcome;

  private Outcome ofHandComputedCorpus() {
    if (outcome == null) {
      handComputedCorpus();
      try (StageBench bench = bench()) {
        Map<String, Long> counts = bench.run(job(3));
        outcome =
            new Outcome(
                counts,
                sorted(bench.table(CoauthorEdges.TABLE)),
                sorted(bench.table(Authors.TABLE)),
                sorted(bench.table(AuthorYears.TABLE)),
                sorted(bench.table(CoauthorEdgeYears.TABLE)),
                sorted(bench.table(CoauthorPeriods.TABLE)),
                byId(bench));
      }
    }
    return outcome;
  }

  private StageBench bench() {
    return new StageBench(directory.resolve("warehouse"), spark())
        .with(Papers.TABLE, dataset(Papers.TABLE, papers))
        .with(Authorships.TABLE, dataset(Authorships.TABLE, authorships).repartition(3))
        .with(Affiliations.TABLE, dataset(Affiliations.TABLE, List.of()));
  }

  private static CoauthorsJob job(int maxAuthors) {
    return new CoauthorsJob(ofAtMost(maxAuthors));
  }

  private static Settings ofAtMost(int maxAuthors) {
    return Settings.defaults()
        .with(Setting.COAUTHORS_MAX_AUTHORS_PER_PAPER, String.valueOf(maxAuthors), "a test");
  }

  private static Map<String, Row> byId(StageBench bench) {
    Map<String, Row> metrics = new TreeMap<>();
    bench
        .table(AuthorMetrics.TABLE)
        .collectAsList()
        .forEach(row -> metrics.put(row.getAs(AuthorMetrics.AUTHOR_ID.name()), row));
    return metrics;
  }

  private static Object of(Row row, TableColumn column) {
    return row.getAs(column.name());
  }

  @Test
  void edgesHaveTheirWeightsAndYears() {
    // ann–bob: 1/2 on p1, 1 on p2, 1 on p6, where bob counts once; or 1/3, 1/2 and 1/2. Papers
    // together are 3, 1, 1 and 1, so 2m is 12, and the strengths are ann 4, bob 4, cid 2, dan and
    // eve 1: 12 * 3 / 16 for ann–bob.
    assertThat(ofHandComputedCorpus().edges())
        .containsExactly(
            "[ann,bob,3,3.0,2.5,1.33333333333333,2.25,2001,2005]",
            "[ann,cid,1,1.0,0.5,0.33333333333333,1.5,2001,2001]",
            "[bob,cid,1,1.0,0.5,0.33333333333333,1.5,2001,2001]",
            "[dan,eve,1,1.0,1.0,0.5,12.0,null,null]");
  }

  @Test
  void summaryCountsThePaperAboveTheLimit() {
    assertThat(ofHandComputedCorpus().counts())
        .containsEntry("authors", 7L)
        .containsEntry("co-author edges", 4L)
        .containsEntry("papers with more than 3 authors, without edges", 1L)
        .containsEntry("pairs of authors on these papers, left out", 6L)
        .containsEntry("connected components", 4L)
        .containsEntry("authors in the largest component", 3L);
  }

  @Test
  void yearsTellWithWhomAnAuthorWroteForTheFirstTime() {
    // In 2005 ann and bob write together again; of the paper of four, in 2011, only the papers
    // count; p3 and p6 have no year.
    assertThat(ofHandComputedCorpus().years())
        .containsExactly(
            "[ann,2001,1,2,2]",
            "[ann,2005,1,1,0]",
            "[ann,2011,1,0,0]",
            "[bob,2001,1,2,2]",
            "[bob,2005,1,1,0]",
            "[cid,2001,1,2,2]",
            "[dan,2011,1,0,0]",
            "[fay,2010,1,0,0]",
            "[fay,2011,1,0,0]",
            "[gus,2011,1,0,0]");
    assertThat(ofHandComputedCorpus().counts())
        .containsEntry("papers without a year, left out of author_years", 2L);
  }

  @Test
  void edgesOfAYearCountItsPapersAlone() {
    // p3 and p6 have no year, and p5 has too many authors.
    assertThat(ofHandComputedCorpus().edgeYears())
        .containsExactly(
            "[ann,bob,2001,1,0.5,0.33333333333333]",
            "[ann,bob,2005,1,1.0,0.5]",
            "[ann,cid,2001,1,0.5,0.33333333333333]",
            "[bob,cid,2001,1,0.5,0.33333333333333]");
  }

  @Test
  void periodsHaveTheGraphOfTheirYearsAndOfAllYearsSoFar() {
    // 2000–2004 is the triangle; 2005–2009 ann and bob; in 2010–2014 ann, dan, fay and gus are
    // without edges. Edges weigh 1 there; in the end, ann–bob weighs 2, and nothing is gained by
    // parting the triangle: one community has all edges, and modularity 0.
    assertThat(ofHandComputedCorpus().periods())
        .containsExactly(
            "[cumulative,2000,2004,1,3,3,1,1.0,1.0,1.0,1.0,1,0.0]",
            "[cumulative,2005,2009,2,3,3,1,1.0,1.0,1.0,1.0,1,0.0]",
            "[cumulative,2010,2014,4,6,3,4,0.5,0.2,1.0,1.0,1,0.0]",
            "[window,2000,2004,1,3,3,1,1.0,1.0,1.0,1.0,1,0.0]",
            "[window,2005,2009,1,2,1,1,1.0,1.0,null,null,1,0.0]",
            "[window,2010,2014,2,4,0,4,0.25,0.0,null,null,0,null]");
  }

  @Test
  void authorsCountAPaperOnceAndTakeYearsFromPapersThatHaveOne() {
    assertThat(ofHandComputedCorpus().authors())
        .containsExactly(
            "[ann,ann,ann,4,2001,2011]",
            "[bob,bob,bob,3,2001,2005]",
            "[cid,cid,cid,1,2001,2001]",
            "[dan,dan,dan,2,2011,2011]",
            "[eve,eve,eve,1,null,null]",
            "[fay,fay,fay,2,2010,2011]",
            "[gus,gus,gus,1,2011,2011]");
  }

  @Test
  void metricsAreThoseOfTheGraphComputedByHand() {
    Map<String, Row> metrics = ofHandComputedCorpus().metrics();
    assertThat(metrics).hasSize(7);
    Map<String, List<Object>> expected =
        Map.of(
            "ann", List.of(2, 4.0, 0, 4L),
            "bob", List.of(2, 4.0, 0, 3L),
            "cid", List.of(2, 2.0, 0, 1L),
            "dan", List.of(1, 1.0, 1, 2L),
            "eve", List.of(1, 1.0, 1, 1L),
            "fay", List.of(0, 0.0, 2, 2L),
            "gus", List.of(0, 0.0, 3, 1L));
    expected.forEach(
        (author, figures) -> {
          Row row = metrics.get(author);
          assertThat(
                  List.of(
                      of(row, AuthorMetrics.DEGREE),
                      of(row, AuthorMetrics.STRENGTH),
                      of(row, AuthorMetrics.COMPONENT_ID),
                      of(row, AuthorMetrics.PAPERS)))
              .as(author)
              .isEqualTo(figures);
        });
    for (String author : List.of("ann", "bob", "cid")) {
      Row row = metrics.get(author);
      assertThat(of(row, AuthorMetrics.COMMUNITY_ID)).isEqualTo(0);
      assertThat(of(row, AuthorMetrics.IN_GIANT_COMPONENT)).isEqualTo(true);
      assertThat(of(row, AuthorMetrics.CORE_NUMBER)).isEqualTo(2);
      assertThat(of(row, AuthorMetrics.CLUSTERING)).isEqualTo(1.0);
      // All seven are sources, so this is exact: two of the six others are one step away.
      assertThat(number(row, AuthorMetrics.HARMONIC_CLOSENESS)).isCloseTo(2 / 6.0, within(1e-12));
      assertThat(number(row, AuthorMetrics.BETWEENNESS)).isZero();
      assertThat(number(row, AuthorMetrics.BETWEENNESS_ERROR)).isZero();
    }
    assertThat(of(metrics.get("eve"), AuthorMetrics.CLUSTERING)).isNull();
    assertThat(of(metrics.get("gus"), AuthorMetrics.CORE_NUMBER)).isEqualTo(0);
    assertThat(number(metrics.get("ann"), AuthorMetrics.FRACTIONAL_PAPERS))
        .isCloseTo(1 / 3.0 + 1 / 2.0 + 1 / 4.0 + 1 / 3.0, within(TOLERANCE));
    assertThat(number(metrics.get("bob"), AuthorMetrics.FRACTIONAL_PAPERS))
        .as("two of three places on p6")
        .isCloseTo(1 / 3.0 + 1 / 2.0 + 2 / 3.0, within(TOLERANCE));
  }

  private static double number(Row row, TableColumn column) {
    return (double) of(row, column);
  }

  @Test
  void pageRankSumsToOneAndSolvesItsEquation() {
    Map<String, Double> rank = new TreeMap<>();
    ofHandComputedCorpus()
        .metrics()
        .forEach((id, row) -> rank.put(id, number(row, AuthorMetrics.PAGERANK)));
    assertThat(rank.values().stream().mapToDouble(r -> r).sum()).isCloseTo(1, within(TOLERANCE));
    double base = (0.15 + 0.85 * (rank.get("fay") + rank.get("gus"))) / 7;
    assertThat(rank.get("cid"))
        .isCloseTo(base + 0.85 * (rank.get("ann") / 4 + rank.get("bob") / 4), within(TOLERANCE));
    assertThat(rank.get("ann"))
        .isCloseTo(
            base + 0.85 * (rank.get("bob") * 3 / 4 + rank.get("cid") / 2), within(TOLERANCE));
    assertThat(rank.get("dan")).isCloseTo(rank.get("eve"), within(TOLERANCE));
    assertThat(rank.get("gus")).isCloseTo(base, within(TOLERANCE));
  }

  @Test
  void authorsWithoutCoauthorsAreComponentsOfTheirOwn() {
    paper("p1", 2001, "ann");
    paper("p2", 2002, "bob");
    paper("p3", 2003, "ann");
    try (StageBench bench = bench()) {
      Map<String, Long> counts = bench.run(job(100));
      assertThat(counts).containsEntry("co-author edges", 0L);
      assertThat(counts)
          .containsEntry("connected components", 2L)
          .containsEntry("authors in the largest component", 1L);
      assertThat(sorted(bench.table(AuthorMetrics.TABLE)))
          .containsExactly(
              "[ann,0,0.0,0.5,0,false,0,0,null,0.0,0.0,0.0,0.0,2,2.0]",
              "[bob,0,0.0,0.5,1,false,1,0,null,0.0,0.0,0.0,0.0,1,1.0]");
    }
  }

  @Test
  void aCorpusWithoutAuthorsGivesEmptyTables() {
    paper("p1", 2001);
    paper("p2", null);
    try (StageBench bench = bench()) {
      Map<String, Long> counts = bench.run(job(100));
      assertThat(counts.values()).containsOnly(0L);
      for (var table : List.of(Authors.TABLE, CoauthorEdges.TABLE, AuthorMetrics.TABLE)) {
        assertThat(bench.table(table).count()).as(table.name()).isZero();
      }
    }
  }

  @Test
  void aHyperAuthorPaperMakesNoEdgesAtTheDefaultLimitOfAHundred() {
    paper("p1", 2001, names(101));
    paper("p2", 2001, names(100));
    paper("p3", 2001, names(5_000));
    try (StageBench bench = bench()) {
      Map<String, Long> counts = bench.run(new CoauthorsJob(Settings.defaults()));
      assertThat(counts)
          .containsEntry("papers with more than 100 authors, without edges", 2L)
          .containsEntry(
              "pairs of authors on these papers, left out", 101L * 100 / 2 + 5_000L * 4_999 / 2)
          .containsEntry("co-author edges", 100L * 99 / 2)
          .containsEntry("authors", 5_000L)
          .containsEntry("connected components", 4_901L)
          .containsEntry("authors in the largest component", 100L);
    }
  }

  private static String[] names(int count) {
    return IntStream.range(0, count).mapToObj("author%03d"::formatted).toArray(String[]::new);
  }

  @Test
  void foldedNamesJoinSpellingsThatRawNamesKeepApart() {
    String[][] teams = {{"José Núñez", "Ann Lee"}, {"Jose Nunez", "ann lee"}, {"José Núñez"}};
    assertThat(authorsUnder(AuthorIdentity.FOLDED_NAME, teams))
        .containsExactly("Ann Lee|ann lee|2", "José Núñez|jose nunez|3");
    papers.clear();
    authorships.clear();
    assertThat(authorsUnder(AuthorIdentity.RAW_NAME, teams))
        .containsExactly(
            "Ann Lee|ann lee|1",
            "Jose Nunez|jose nunez|1",
            "José Núñez|jose nunez|2",
            "ann lee|ann lee|1");
  }

  private List<String> authorsUnder(AuthorIdentity identity, String[]... teams) {
    for (int p = 0; p < teams.length; p++) {
      String[] team = teams[p];
      String id = "p" + p;
      paper(id, 2001);
      for (int i = 0; i < team.length; i++) {
        String author = identity.authorId(AuthorName.of(team[i]));
        authorships.add(authorship(id, i + 1, author, team[i], team.length));
      }
    }
    try (StageBench bench = bench()) {
      bench.run(job(100));
      return bench.table(Authors.TABLE).collectAsList().stream()
          .map(
              row ->
                  of(row, Authors.DISPLAY_NAME)
                      + "|"
                      + of(row, Authors.NAME_KEY)
                      + "|"
                      + of(row, Authors.PAPER_COUNT))
          .sorted()
          .toList();
    }
  }

  @Test
  void tablesDoNotDependOnHowAuthorshipsAreSpread() {
    handComputedCorpus();
    paper("p7", 2012, "gus", "hal", "ann");
    List<List<String>> runs = new ArrayList<>();
    for (int partitions : new int[] {1, 7}) {
      try (StageBench bench =
          new StageBench(directory.resolve("warehouse"), spark())
              .with(Papers.TABLE, dataset(Papers.TABLE, papers))
              .with(
                  Authorships.TABLE,
                  dataset(Authorships.TABLE, authorships).repartition(partitions))
              .with(Affiliations.TABLE, dataset(Affiliations.TABLE, List.of()))) {
        spark().conf().set("spark.sql.shuffle.partitions", String.valueOf(partitions));
        bench.run(job(3));
        List<String> rows = new ArrayList<>();
        for (var table : job(3).writes()) {
          rows.addAll(sorted(bench.table(table)));
        }
        runs.add(rows);
      } finally {
        spark().conf().set("spark.sql.shuffle.partitions", "3");
      }
    }
    assertThat(runs.get(1)).isEqualTo(runs.get(0));
  }

  @Test
  void aGraphAboveTheLimitIsComputedInBlocksWithTheSameFigures() {
    Outcome local = ofHandComputedCorpus();
    Settings settings = ofAtMost(3).with(Setting.GRAPH_MAX_LOCAL_EDGES, "3", "a test");
    papers.clear();
    authorships.clear();
    handComputedCorpus();
    try (StageBench bench = bench()) {
      assertThat(bench.run(new CoauthorsJob(settings))).isEqualTo(local.counts());
      assertThat(bench.warnings())
          .containsExactly(
              "The co-author graph has 4 edges, and graph.max-local-edges is 3: it is computed in"
                  + " blocks over all executors, communities and periods in one task of 272 B.");
      assertThat(sorted(bench.table(CoauthorPeriods.TABLE))).isEqualTo(local.periods());
      assertSame(byId(bench), local.metrics());
    }
  }

  private static void assertSame(Map<String, Row> actual, Map<String, Row> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    for (TableColumn column :
        List.of(
            AuthorMetrics.DEGREE,
            AuthorMetrics.STRENGTH,
            AuthorMetrics.COMPONENT_ID,
            AuthorMetrics.IN_GIANT_COMPONENT,
            AuthorMetrics.COMMUNITY_ID,
            AuthorMetrics.CORE_NUMBER,
            AuthorMetrics.CLUSTERING,
            AuthorMetrics.PAPERS,
            AuthorMetrics.FRACTIONAL_PAPERS)) {
      expected.forEach(
          (id, row) ->
              assertThat(of(actual.get(id), column))
                  .as("%s of %s", column.name(), id)
                  .isEqualTo(of(row, column)));
    }
    for (TableColumn column :
        List.of(
            AuthorMetrics.PAGERANK,
            AuthorMetrics.BETWEENNESS,
            AuthorMetrics.BETWEENNESS_ERROR,
            AuthorMetrics.HARMONIC_CLOSENESS,
            AuthorMetrics.HARMONIC_CLOSENESS_ERROR)) {
      expected.forEach(
          (id, row) ->
              assertThat(number(actual.get(id), column))
                  .as("%s of %s", column.name(), id)
                  .isCloseTo(number(row, column), within(TOLERANCE)));
    }
  }
}
