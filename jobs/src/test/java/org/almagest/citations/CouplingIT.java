package org.almagest.citations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.stage.SparkSuite;
import org.almagest.stage.StageBench;
import org.almagest.table.BibliographicCoupling;
import org.almagest.table.Cocitation;
import org.almagest.table.PaperMetrics;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("serial") // see SparkSuite
class CouplingIT extends SparkSuite {
  private static final Settings ONE_SHARED =
      Settings.defaults().with(Setting.CITATIONS_COUPLING_MIN_SHARED, "1", "test");
  private static final UnaryOperator<String> SAME = UnaryOperator.identity();

  @TempDir Path directory;

  /** What the stage makes of a corpus. */
  private record Outcome(
      Map<String, Long> counts,
      List<String> coupling,
      List<String> cocitation,
      Map<String, Row> metrics) {}

  /**
   * Of a, b and the works outside x, y and z, p cites all but z, q cites a and x, and r cites b, y
   * and z. So q and r share nothing, and q is said to cite itself.
   */
  private static CitedCorpus handComputedCorpus(UnaryOperator<String> name) {
    CitedCorpus corpus = new CitedCorpus();
    for (String paper : List.of("a", "b", "p", "q", "r")) {
      corpus.paper(name.apply(paper), paper.compareTo("p") < 0 ? 2000 : 2004, "cs.A", "ann");
    }
    return corpus
        .citesAll(name.apply("p"), name.apply("a"), name.apply("b"))
        .citesOutside(name.apply("p"), "x", "y")
        .citesAll(name.apply("q"), name.apply("a"), name.apply("q"))
        .citesOutside(name.apply("q"), "x")
        .citesAll(name.apply("r"), name.apply("b"))
        .citesOutside(name.apply("r"), "y", "z");
  }

  private Outcome outcome(CitedCorpus corpus, Settings settings) {
    try (StageBench bench = corpus.bench(directory.resolve("warehouse"), spark(), 3)) {
      Map<String, Long> counts = bench.run(new CitationsJob(settings));
      Map<String, Row> metrics = new TreeMap<>();
      bench
          .table(PaperMetrics.TABLE)
          .collectAsList()
          .forEach(row -> metrics.put(row.getAs(PaperMetrics.PAPER_ID.name()), row));
      return new Outcome(
          counts,
          sorted(bench.table(BibliographicCoupling.TABLE)),
          sorted(bench.table(Cocitation.TABLE)),
          metrics);
    }
  }

  private static String row(
      String paper, int rank, String other, int shared, double cosine, double association) {
    return List.of(paper, rank, other, shared, cosine, association).toString().replace(" ", "");
  }

  @Test
  void papersShareReferencesWithinTheCorpusAndOutside() {
    // p has 4 references, q 2 and r 3, of 5 works.
    double pq = 2 / Math.sqrt(8);
    double pr = 2 / Math.sqrt(12);
    Outcome outcome = outcome(handComputedCorpus(SAME), Settings.defaults());
    assertThat(outcome.coupling())
        .containsExactly(
            row("p", 1, "q", 2, pq, 1.25),
            row("p", 2, "r", 2, pr, 2 / (12 / 5.0)),
            row("q", 1, "p", 2, pq, 1.25),
            row("r", 1, "p", 2, pr, 2 / (12 / 5.0)));
    assertThat(outcome.cocitation()).as("a and b share p alone").isEmpty();
  }

  @Test
  void papersShareWhatCitesThem() {
    // Each has 2 citing papers of 3, of which p is common.
    assertThat(outcome(handComputedCorpus(SAME), ONE_SHARED).cocitation())
        .containsExactly(row("a", 1, "b", 1, 0.5, 0.75), row("b", 1, "a", 1, 0.5, 0.75));
  }

  @Test
  void listsNoMoreThanTheTop() {
    Settings one = ONE_SHARED.with(Setting.CITATIONS_COUPLING_TOP, "1", "test");
    assertThat(outcome(handComputedCorpus(SAME), one).coupling())
        .hasSize(3)
        .allMatch(row -> row.contains(",1,"));
  }

  @Test
  void leavesOutWhatTooManyShareAndCountsIt() {
    CitedCorpus corpus = handComputedCorpus(SAME).citesOutside("a", "x").citesAll("p", "q");
    Settings two = ONE_SHARED.with(Setting.CITATIONS_COUPLING_MAX_PAPERS, "2", "test");
    Outcome outcome = outcome(corpus, two);
    assertThat(outcome.counts())
        .containsEntry("works that more than 2 papers cite, left out of bibliographic coupling", 1L)
        .containsEntry("papers that cite more than 2 papers, left out of co-citation", 1L);
    // Without x, p has a, b, q and y, q has a, and r has b, y and z: of 5 works.
    assertThat(outcome.coupling())
        .containsExactly(
            row("p", 1, "r", 2, 2 / Math.sqrt(12), 2 / (12 / 5.0)),
            row("p", 2, "q", 1, 0.5, 1 / (4 / 5.0)),
            row("q", 1, "p", 1, 0.5, 1 / (4 / 5.0)),
            row("r", 1, "p", 2, 2 / Math.sqrt(12), 2 / (12 / 5.0)));
    assertThat(outcome.cocitation()).as("only p cites two papers").isEmpty();
  }

  @Test
  void aCitationThatIsListedTwiceCountsOnce() {
    Outcome once = outcome(handComputedCorpus(SAME), ONE_SHARED);
    Outcome twice = outcome(handComputedCorpus(SAME).listedTwice(), ONE_SHARED);
    assertThat(twice.coupling()).isEqualTo(once.coupling());
    assertThat(twice.cocitation()).isEqualTo(once.cocitation());
    assertThat(twice.metrics()).isEqualTo(once.metrics());
    for (String figure : List.of("citations", "papers that cite themselves, not counted")) {
      assertThat(twice.counts().get(figure)).as(figure).isEqualTo(once.counts().get(figure));
    }
    assertThat(once.counts())
        .containsEntry("citations", 4L)
        .containsEntry("papers that cite themselves, not counted", 1L);
  }

  @Test
  void otherIdsChangeNothingButTheIds() {
    Map<String, String> names = Map.of("a", "n", "b", "e", "p", "b", "q", "t", "r", "a");
    Outcome plain = outcome(handComputedCorpus(SAME), ONE_SHARED);
    Outcome renamed = outcome(handComputedCorpus(names::get), ONE_SHARED);
    assertThat(renamed.coupling()).isEqualTo(renamed(plain.coupling(), names));
    assertThat(renamed.cocitation()).isEqualTo(renamed(plain.cocitation(), names));
    plain
        .metrics()
        .forEach(
            (paper, row) -> {
              Row its = renamed.metrics().get(names.get(paper));
              for (int i = 1; i < row.size(); i++) {
                if (row.get(i) instanceof Double value) {
                  assertThat(its.getDouble(i)).isCloseTo(value, within(1e-12));
                } else {
                  assertThat(its.get(i)).isEqualTo(row.get(i));
                }
              }
            });
  }

  private static List<String> renamed(List<String> rows, Map<String, String> names) {
    List<String> renamed = new ArrayList<>();
    for (String row : rows) {
      String[] values = row.substring(1, row.length() - 1).split(",", -1);
      values[0] = names.get(values[0]);
      values[2] = names.get(values[2]);
      renamed.add("[" + String.join(",", values) + "]");
    }
    return renamed.stream().sorted().toList();
  }

  @Test
  void attRankFollowsItsSettings() {
    Settings youthAlone =
        Settings.defaults()
            .with(Setting.CITATIONS_ATTRANK_ALPHA, "0", "test")
            .with(Setting.CITATIONS_ATTRANK_BETA, "0", "test")
            .with(Setting.CITATIONS_ATTRANK_GAMMA, "1", "test")
            .with(Setting.CITATIONS_ATTRANK_DECAY, "0.5", "test");
    Map<String, Row> metrics = outcome(handComputedCorpus(SAME), youthAlone).metrics();
    double old = Math.exp(-0.5 * 4);
    assertThat(metrics.get("a").<Double>getAs(PaperMetrics.ATTRANK.name()))
        .isCloseTo(old / (2 * old + 3), within(1e-12));
    assertThat(metrics.get("p").<Double>getAs(PaperMetrics.ATTRANK.name()))
        .isCloseTo(1 / (2 * old + 3), within(1e-12));
  }
}
