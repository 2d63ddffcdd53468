package org.almagest.citations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.stage.ContractRow;
import org.almagest.stage.SparkSuite;
import org.almagest.stage.StageBench;
import org.almagest.table.AuthorCitationMetrics;
import org.almagest.table.BibliographicCoupling;
import org.almagest.table.Cocitation;
import org.almagest.table.PaperCitationYears;
import org.almagest.table.PaperMetrics;
import org.almagest.table.Papers;
import org.almagest.table.TableColumn;
import org.almagest.table.TableContract;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("serial") // see SparkSuite
class CitationsIT extends SparkSuite {
  private static final double TOLERANCE = 1e-9;
  private static final List<TableContract> WRITTEN =
      List.of(
          PaperMetrics.TABLE,
          PaperCitationYears.TABLE,
          AuthorCitationMetrics.TABLE,
          BibliographicCoupling.TABLE,
          Cocitation.TABLE);

  @TempDir Path directory;

  private final CitedCorpus corpus = new CitedCorpus();

  /**
   * Five citations: b and c and e, which has no year, of a; c of b; and f, of an earlier year, of
   * c. Ann wrote both b and a, on which bob stands twice. A work outside, which c cites; and d,
   * which cites none but itself. The first category of c is in its list alone.
   */
  private static void addHandComputed(CitedCorpus corpus) {
    corpus
        .paper("a", 2000, "cs.A", "ann", "bob", "bob")
        .paper("b", 2002, "cs.A", "ann")
        .paper(
            ContractRow.of(Papers.TABLE)
                .with(Papers.TITLE, "A title")
                .with(Papers.YEAR, 2005)
                .with(Papers.CATEGORIES, new String[] {"cs.A", "cs.B"}),
            "c",
            "cid")
        .paper("d", 2005, "cs.A", "dan")
        .paper("e", null, "cs.A", "eve")
        .paper("f", 2000, null)
        .cites("b", "a", true)
        .cites("c", "a", false)
        .cites("c", "b", false)
        .cites("e", "a", false)
        .cites("f", "c", null)
        .cites("d", "d", true)
        .citesOutside("c", "elsewhere");
  }

  /** What the stage makes of the hand-computed corpus. */
  private record Outcome(
      Map<String, Long> counts,
      Map<String, Row> metrics,
      List<String> years,
      List<String> authors) {}

  private static Outcome outcome;

  private Outcome ofHandComputedCorpus() {
    if (outcome == null) {
      addHandComputed(corpus);
      try (StageBench bench = bench(3)) {
        Map<String, Long> counts = bench.run(new CitationsJob(Settings.defaults()));
        Map<String, Row> metrics = new TreeMap<>();
        bench
            .table(PaperMetrics.TABLE)
            .collectAsList()
            .forEach(row -> metrics.put(row.getAs(PaperMetrics.PAPER_ID.name()), row));
        outcome =
            new Outcome(
                counts,
                metrics,
                sorted(bench.table(PaperCitationYears.TABLE)),
                sorted(bench.table(AuthorCitationMetrics.TABLE)));
      }
    }
    return outcome;
  }

  private StageBench bench(int partitions) {
    return corpus.bench(directory.resolve("warehouse"), spark(), partitions);
  }

  private Map<String, Double> numbers(TableColumn column) {
    Map<String, Double> numbers = new TreeMap<>();
    ofHandComputedCorpus()
        .metrics()
        .forEach((paper, row) -> numbers.put(paper, row.getAs(column.name())));
    return numbers;
  }

  private static double sum(Map<String, Double> numbers) {
    return numbers.values().stream().mapToDouble(each -> each).sum();
  }

  @Test
  void figuresTellWhatCountsAndWhatDoesNot() {
    assertThat(ofHandComputedCorpus().counts())
        .containsOnly(
            Map.entry("citations", 5L),
            Map.entry("references to or by works outside the corpus, kept", 1L),
            Map.entry("self-citations", 1L),
            Map.entry("papers that cite themselves, not counted", 1L),
            Map.entry(
                "works that more than 1000 papers cite, left out of bibliographic coupling", 0L),
            Map.entry("papers that cite more than 1000 papers, left out of co-citation", 0L));
  }

  @Test
  void everyPaperHasItsCountsTheIsolatedOneToo() {
    Map<String, List<Integer>> counts = new TreeMap<>();
    ofHandComputedCorpus()
        .metrics()
        .forEach(
            (paper, row) ->
                counts.put(
                    paper, List.of(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4))));
    // Citations, references, resolved references, self-citations.
    assertThat(counts)
        .containsOnly(
            Map.entry("a", List.of(3, 0, 0, 1)),
            Map.entry("b", List.of(1, 1, 1, 0)),
            Map.entry("c", List.of(1, 3, 2, 0)),
            Map.entry("d", List.of(0, 1, 0, 0)),
            Map.entry("e", List.of(0, 1, 1, 0)),
            Map.entry("f", List.of(0, 1, 1, 0)));
  }

  @Test
  void pageRankIsTheSolutionByHand() {
    // With x for the rank of a paper that nobody cites: c = x + 0.85 x, b = x + 0.85 c / 2,
    // a = x + 0.85 (b + c / 2 + x).
    double x = 1 / 10.7908125;
    Map<String, Double> rank = numbers(PaperMetrics.PAGERANK);
    assertThat(sum(rank)).isCloseTo(1, within(TOLERANCE));
    Map.of("a", 4.1545625, "b", 1.78625, "c", 1.85, "d", 1.0, "e", 1.0, "f", 1.0)
        .forEach(
            (paper, times) ->
                assertThat(rank.get(paper)).as(paper).isCloseTo(times * x, within(TOLERANCE)));
  }

  @Test
  void attRankSolvesItsEquation() {
    Map<String, Double> rank = numbers(PaperMetrics.ATTRANK);
    assertThat(sum(rank)).isCloseTo(1, within(TOLERANCE));
    double youth = 0.3 / (2 * Math.exp(-0.8) + Math.exp(-0.48) + 2);
    double dangling = 0.2 * (rank.get("a") + rank.get("d")) / 6;
    assertThat(rank.get("d")).isCloseTo(dangling + youth, within(TOLERANCE));
    assertThat(rank.get("e")).as("of no year").isCloseTo(dangling, within(TOLERANCE));
    assertThat(rank.get("f")).isCloseTo(dangling + youth * Math.exp(-0.8), within(TOLERANCE));
    assertThat(rank.get("c")).isCloseTo(dangling + 0.2 * rank.get("f") + youth, within(TOLERANCE));
    // Of the three years up to 2005 there is c alone, which cites a and b.
    assertThat(rank.get("b"))
        .isCloseTo(
            dangling + 0.1 * rank.get("c") + 0.25 + youth * Math.exp(-0.48), within(TOLERANCE));
  }

  @Test
  void agesOfCitationsMakeHalfLifeAndAwakening() {
    assertThat(ofHandComputedCorpus().years())
        .as("e has no year, and f of 2000 cites c of 2005")
        .containsExactly("[a,2,1]", "[a,5,1]", "[b,3,1]", "[c,0,1]");
    Map<String, Double> halfLife = numbers(PaperMetrics.HALF_LIFE);
    Map<String, Double> beauty = numbers(PaperMetrics.SLEEPING_BEAUTY);
    assertThat(halfLife)
        .containsEntry("a", 3.0)
        .containsEntry("b", 3.5)
        .containsEntry("c", 0.5)
        .containsEntry("d", null)
        .containsEntry("e", null);
    // Of a: 0, 0, 1 citations against the line 0, 1/2, 1; of b: 0, 0, 0, 1 against 0, 1/3, 2/3, 1.
    assertThat(beauty).containsEntry("a", 0.5).containsEntry("c", 0.0).containsEntry("d", null);
    assertThat(beauty.get("b")).isCloseTo(1, within(TOLERANCE));
    Map<String, Integer> awakening = new TreeMap<>();
    ofHandComputedCorpus()
        .metrics()
        .forEach(
            (paper, row) -> awakening.put(paper, row.getAs(PaperMetrics.AWAKENING_YEAR.name())));
    assertThat(awakening)
        .containsEntry("a", 2001)
        .containsEntry("b", 2004)
        .containsEntry("c", 2005)
        .containsEntry("f", null);
  }

  @Test
  void papersCompareWithThoseOfTheirFirstCategoryAndYear() {
    assertThat(numbers(PaperMetrics.PERCENTILE))
        .containsEntry("a", 50.0)
        .containsEntry("b", 50.0)
        .containsEntry("c", 75.0)
        .containsEntry("d", 25.0)
        .containsEntry("e", null)
        .containsEntry("f", null);
    assertThat(numbers(PaperMetrics.FIELD_NORMALISED))
        .containsEntry("a", 1.0)
        .containsEntry("b", 1.0)
        .containsEntry("c", 2.0)
        .containsEntry("d", 0.0)
        .containsEntry("e", null)
        .containsEntry("f", null);
  }

  @Test
  void authorsHaveTheIndicesOfTheirPapers() {
    // Ann: 3 and 1 citations, so that g is 2, over the six years from 2000 to 2005; bob has a once.
    assertThat(ofHandComputedCorpus().authors())
        .containsExactly(
            "[ann,2,4,1,2,0," + 1 / 6.0 + ",1]",
            "[bob,1,3,1,1,0," + 1 / 6.0 + ",1]",
            "[cid,1,1,1,1,0,1.0,1]",
            "[dan,1,0,0,0,0,0.0,0]",
            "[eve,1,0,0,0,0,null,0]");
  }

  @Test
  void authorsOfOnePaperShareItsCitationsInTheFractionalIndexAlone() {
    corpus.paper("p", 2001, "cs.A", "ann", "bob", "cid");
    corpus.paper("q", 2002, "cs.A", "dan");
    corpus.paper("r", 2002, "cs.A", "dan");
    corpus.cites("q", "p", false);
    corpus.cites("r", "p", false);
    try (StageBench bench = bench(1)) {
      bench.run(new CitationsJob(Settings.defaults()));
      assertThat(sorted(bench.table(AuthorCitationMetrics.TABLE)))
          .contains("[ann,1,2,1,1,0,0.5,0]", "[dan,2,0,0,0,0,0.0,0]");
    }
  }

  @Test
  void withoutCitationsEveryPaperStillHasARow() {
    corpus.paper("p", 2001, "cs.A", "ann");
    corpus.paper("q", null, null, "ann");
    try (StageBench bench = bench(1)) {
      assertThat(bench.run(new CitationsJob(Settings.defaults())).values()).containsOnly(0L);
      List<String> rows = sorted(bench.table(PaperMetrics.TABLE).drop(PaperMetrics.ATTRANK.name()));
      assertThat(rows)
          .containsExactly(
              "[p,0,0,0,0,0.5,null,null,null,50.0,null]",
              "[q,0,0,0,0,0.5,null,null,null,null,null]");
      assertThat(
              bench
                  .table(PaperMetrics.TABLE)
                  .agg(functions.sum(PaperMetrics.ATTRANK.col()))
                  .head()
                  .getDouble(0))
          .isCloseTo(1, within(TOLERANCE));
      assertThat(bench.table(PaperCitationYears.TABLE).count()).isZero();
      assertThat(sorted(bench.table(AuthorCitationMetrics.TABLE)))
          .containsExactly("[ann,2,0,0,0,0,0.0,0]");
    }
  }

  @Test
  void withoutPapersAllTablesAreEmpty() {
    try (StageBench bench = bench(1)) {
      assertThat(bench.run(new CitationsJob(Settings.defaults())).values()).containsOnly(0L);
      for (TableContract table : WRITTEN) {
        assertThat(bench.table(table).count()).as(table.name()).isZero();
      }
    }
  }

  @Test
  void idsThatAreHardToWriteDownChangeNothingElse() {
    Map<String, String> names = new TreeMap<>();
    // In reverse order, with commas, quotes, line breaks and more.
    CitedCorpus renamed =
        new CitedCorpus(
            name -> {
              String id = (char) ('a' + 'z' - name.charAt(0)) + ", \"\n'\t\u202e;" + name;
              names.put(id, name);
              return id;
            });
    addHandComputed(renamed);
    try (StageBench bench = renamed.bench(directory.resolve("other"), spark(), 3)) {
      assertThat(bench.run(new CitationsJob(Settings.defaults())))
          .isEqualTo(ofHandComputedCorpus().counts());
      assertThat(named(bench.table(AuthorCitationMetrics.TABLE), names))
          .isEqualTo(ofHandComputedCorpus().authors());
      assertThat(named(bench.table(PaperCitationYears.TABLE), names))
          .isEqualTo(ofHandComputedCorpus().years());
      for (Row row : bench.table(PaperMetrics.TABLE).collectAsList()) {
        Row expected =
            ofHandComputedCorpus()
                .metrics()
                .get(names.get(row.<String>getAs(PaperMetrics.PAPER_ID.name())));
        for (TableColumn column : PaperMetrics.TABLE.columns()) {
          Object figure = expected.getAs(column.name());
          if (figure instanceof Double number) {
            assertThat(row.<Double>getAs(column.name())).isCloseTo(number, within(TOLERANCE));
          } else if (!column.equals(PaperMetrics.PAPER_ID)) {
            assertThat(row.<Object>getAs(column.name())).isEqualTo(figure);
          }
        }
      }
    }
  }

  /** Rows with the names that their ids stand for. */
  private static List<String> named(Dataset<Row> rows, Map<String, String> names) {
    return rows.collectAsList().stream()
        .map(row -> row.toString().replace(row.getString(0), names.get(row.getString(0))))
        .sorted()
        .toList();
  }

  @Test
  void tablesDoNotDependOnHowTheirInputIsSpread() {
    addHandComputed(corpus);
    Settings settings =
        Settings.defaults().with(Setting.CITATIONS_COUPLING_MIN_SHARED, "1", "test");
    List<List<String>> runs = new ArrayList<>();
    for (int partitions : new int[] {1, 7}) {
      spark().conf().set("spark.sql.shuffle.partitions", String.valueOf(partitions));
      try (StageBench bench = bench(partitions)) {
        bench.run(new CitationsJob(settings));
        List<String> rows = new ArrayList<>();
        WRITTEN.forEach(table -> rows.addAll(sorted(bench.table(table))));
        runs.add(rows);
      } finally {
        spark().conf().set("spark.sql.shuffle.partitions", "3");
      }
    }
    assertThat(runs.get(0)).hasSize(6 + 4 + 5 + 6 + 2);
    assertThat(runs.get(1)).isEqualTo(runs.get(0));
  }
}
