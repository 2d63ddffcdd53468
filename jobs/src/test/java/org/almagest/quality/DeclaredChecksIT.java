package org.almagest.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.almagest.config.Settings;
import org.almagest.stage.ContractRow;
import org.almagest.stage.SparkSuite;
import org.almagest.table.Affiliations;
import org.almagest.table.Authors;
import org.almagest.table.Authorships;
import org.almagest.table.BibliographicCoupling;
import org.almagest.table.Citations;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.Cocitation;
import org.almagest.table.Countries;
import org.almagest.table.CountryEdges;
import org.almagest.table.InstitutionEdges;
import org.almagest.table.Institutions;
import org.almagest.table.PaperTopics;
import org.almagest.table.Papers;
import org.almagest.table.RejectedRecords;
import org.almagest.table.TableColumn;
import org.almagest.table.TableContract;
import org.almagest.table.TopicMainPaths;
import org.almagest.table.TopicTrends;
import org.almagest.table.Topics;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** For each check tables that fail it and tables that pass. */
@SuppressWarnings("serial") // see SparkSuite
class DeclaredChecksIT extends SparkSuite {
  private static final Set<String> FAILED = Collections.synchronizedSet(new HashSet<>());
  private static final Set<String> PASSED = Collections.synchronizedSet(new HashSet<>());

  private ExampleCandidate candidate() {
    return new ExampleCandidate(spark());
  }

  private static ContractRow row(TableContract table) {
    return ContractRow.of(table);
  }

  private static Row paper(String id) {
    return row(Papers.TABLE)
        .with(Papers.PAPER_ID, id)
        .with(Papers.YEAR, 2020)
        .with(Papers.ABSTRACT, "Of stars.")
        .build();
  }

  /** Papers p0, p1, … */
  private static Row[] papers(int count) {
    return IntStream.range(0, count).mapToObj(i -> paper("p" + i)).toArray(Row[]::new);
  }

  private static Row author(String id) {
    return row(Authors.TABLE).with(Authors.AUTHOR_ID, id).build();
  }

  private static Row authorship(String paper, int position, String author, double fraction) {
    return row(Authorships.TABLE)
        .with(Authorships.PAPER_ID, paper)
        .with(Authorships.POSITION, position)
        .with(Authorships.AUTHOR_ID, author)
        .with(Authorships.FRACTION, fraction)
        .build();
  }

  private static Row topic(int id, double share) {
    return row(Topics.TABLE).with(Topics.TOPIC_ID, id).with(Topics.TOKEN_SHARE, share).build();
  }

  private static Row weight(String paper, int topic, double weight) {
    return row(PaperTopics.TABLE)
        .with(PaperTopics.PAPER_ID, paper)
        .with(PaperTopics.TOPIC_ID, topic)
        .with(PaperTopics.WEIGHT, weight)
        .build();
  }

  private static Row pair(
      TableContract table, TableColumn a, Object left, TableColumn b, Object right) {
    return row(table).with(a, left).with(b, right).build();
  }

  private static Map<String, CheckResult> results(Candidate candidate) {
    Map<String, CheckResult> results = new LinkedHashMap<>();
    for (CheckResult result :
        new QualityGate(Settings.defaults(), Set.of()).judge(candidate).results()) {
      results.put(result.check().name(), result);
      (result.passed() ? PASSED : FAILED).add(result.check().name());
    }
    return results;
  }

  private static double observed(Candidate candidate, String check) {
    return results(candidate).get(check).observed().value();
  }

  private static List<String> failed(Candidate candidate) {
    return results(candidate).values().stream()
        .filter(result -> !result.passed())
        .map(result -> result.check().name())
        .toList();
  }

  @AfterAll
  static void everyCheckHasFailedAndPassed() {
    List<String> all = DeclaredChecks.ALL.stream().map(QualityCheck::name).toList();
    assertThat(FAILED).containsExactlyInAnyOrderElementsOf(all);
    assertThat(PASSED).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void rowsThatAreLostAreAShareOfThoseThereWere() {
    for (TableContract table :
        List.of(Papers.TABLE, Authorships.TABLE, Affiliations.TABLE, Citations.TABLE)) {
      Row[] ten = numbered(table, 10);
      String check = table.name() + "-lost";
      Map<String, CheckResult> nine =
          results(candidate().with(table, numbered(table, 9)).before(table, ten));
      assertThat(nine.get(check).observed().value()).isCloseTo(0.1, within(1e-12));
      assertThat(nine.get(check).passed()).as(check).isTrue();
      CheckResult eight =
          results(candidate().with(table, numbered(table, 8)).before(table, ten)).get(check);
      assertThat(eight.observed().value()).isCloseTo(0.2, within(1e-12));
      assertThat(eight.refuses()).as(check).isTrue();
      assertThat(eight.observed().detail())
          .isEqualTo(table.name() + " has 8 rows, and had 10 in version 7.");
      assertThat(results(candidate().with(table, ten)))
          .as("there was none before")
          .doesNotContainKey(check);
      assertThat(results(candidate().keeping(table, numbered(table, 1)).before(table, ten)))
          .as("not written")
          .doesNotContainKey(check);
    }
  }

  /** That many rows with different keys. */
  private static Row[] numbered(TableContract table, int count) {
    TableColumn first = table.key().get(0);
    return IntStream.range(0, count)
        .mapToObj(i -> row(table).with(first, "p" + i).with(Papers.YEAR, 2020))
        .map(row -> row.with(Papers.ABSTRACT, "Of stars.").with(Authorships.FRACTION, 1.0))
        .map(ContractRow::build)
        .toArray(Row[]::new);
  }

  @Test
  void papersThatMultiplyAreAWarning() {
    assertThat(
            observed(
                candidate().with(Papers.TABLE, papers(8)).before(Papers.TABLE, papers(4)),
                "papers-gained"))
        .isEqualTo(1);
    assertThat(failed(candidate().with(Papers.TABLE, papers(9)).before(Papers.TABLE, papers(4))))
        .containsExactly("papers-gained");
  }

  @Test
  void aTableThatHadRowsShouldHaveSome() {
    ExampleCandidate emptied =
        candidate()
            .with(Authors.TABLE)
            .before(Authors.TABLE, author("a"))
            .with(Countries.TABLE)
            .before(Countries.TABLE)
            .with(RejectedRecords.TABLE)
            .before(RejectedRecords.TABLE, row(RejectedRecords.TABLE).build());
    assertThat(failed(emptied)).containsExactly("tables-emptied");
    assertThat(results(emptied).get("tables-emptied").observed().detail())
        .isEqualTo("Of 1 tables with rows in version 7 these are empty: authors.");
    assertThat(
            failed(candidate().with(Authors.TABLE, author("b")).before(Authors.TABLE, author("a"))))
        .isEmpty();
  }

  @Test
  void aKeyIsWholeAndOfOneRowAlone() {
    ExampleCandidate broken =
        candidate()
            .with(Authors.TABLE, author("a"), author("b"), author("a"), author("a"), author(null))
            .with(Papers.TABLE, papers(2));
    CheckResult result = results(broken).get("keys-broken");
    assertThat(result.observed().value()).isEqualTo(3);
    assertThat(result.observed().detail())
        .isEqualTo(
            "Of 7 rows 1 are null in a column of the key, and 2 have the key of another row, in"
                + " authors.");
    assertThat(result.refuses()).isTrue();
  }

  @Test
  void theSameKeyInAnotherTableIsAnother() {
    assertThat(
            observed(
                candidate().with(Authors.TABLE, author("same")).with(Papers.TABLE, paper("same")),
                "keys-broken"))
        .isZero();
  }

  @Test
  void authorshipsNameAPaperAndAnAuthor() {
    ExampleCandidate candidate =
        candidate()
            .with(Papers.TABLE, papers(2))
            .with(Authors.TABLE, author("a"), author("b"))
            .with(
                Authorships.TABLE,
                authorship("p0", 1, "a", 0.5),
                authorship("p0", 2, "c", 0.5),
                authorship("p1", 1, "c", 1),
                authorship("p5", 1, "b", 1));
    assertThat(observed(candidate, "authors-unresolved")).isEqualTo(2);
    assertThat(observed(candidate, "authorships-unresolved")).isEqualTo(1);
    assertThat(results(candidate).get("authorships-unresolved").observed().detail())
        .isEqualTo("1 of 4 ids in authorships are missing from papers.");
    assertThat(
            failed(
                candidate
                    .with(Papers.TABLE, papers(6))
                    .with(Authors.TABLE, author("a"), author("b"), author("c"))))
        .isEmpty();
  }

  @Test
  void onlyCitationsThatCountAsResolvedMustResolve() {
    Row resolved = citation("p0", "p1", true);
    ExampleCandidate candidate =
        candidate()
            .with(Papers.TABLE, papers(2))
            .with(
                Citations.TABLE, resolved, citation("p0", "x", false), citation("y", "p1", false));
    assertThat(failed(candidate)).isEmpty();
    candidate.with(Citations.TABLE, resolved, citation("p0", "x", true), citation("y", "p1", true));
    assertThat(observed(candidate, "citations-unresolved")).isEqualTo(2);
  }

  private static Row citation(String citing, String cited, boolean resolved) {
    return row(Citations.TABLE)
        .with(Citations.CITING_ID, citing)
        .with(Citations.CITED_ID, cited)
        .with(Citations.RESOLVED, resolved)
        .build();
  }

  /** Whole but for one end, which one more row of the other table mends. */
  @Test
  void bothEndsOfAnEdgeAreThere() {
    Map<String, ExampleCandidate> dangling = new LinkedHashMap<>();
    dangling.put(
        "coauthors-unresolved",
        candidate()
            .with(Authors.TABLE, author("a"))
            .with(
                CoauthorEdges.TABLE,
                pair(
                    CoauthorEdges.TABLE,
                    CoauthorEdges.AUTHOR_A,
                    "a",
                    CoauthorEdges.AUTHOR_B,
                    "b")));
    dangling.put(
        "institutions-unresolved",
        candidate()
            .with(
                Institutions.TABLE,
                row(Institutions.TABLE).with(Institutions.INSTITUTION_ID, "b").build())
            .with(
                InstitutionEdges.TABLE,
                pair(
                    InstitutionEdges.TABLE,
                    InstitutionEdges.INSTITUTION_A,
                    "a",
                    InstitutionEdges.INSTITUTION_B,
                    "b")));
    dangling.put(
        "countries-unresolved",
        candidate()
            .with(Countries.TABLE, row(Countries.TABLE).with(Countries.COUNTRY_CODE, "a").build())
            .with(
                CountryEdges.TABLE,
                pair(
                    CountryEdges.TABLE, CountryEdges.COUNTRY_A, "a", CountryEdges.COUNTRY_B, "b")));
    dangling.put(
        "coupling-unresolved",
        candidate()
            .with(Papers.TABLE, papers(2))
            .with(BibliographicCoupling.TABLE)
            .with(
                Cocitation.TABLE,
                pair(Cocitation.TABLE, Cocitation.PAPER_ID, "p0", Cocitation.OTHER_ID, "b")));
    dangling.put(
        "main-paths-unresolved",
        candidate()
            .keeping(Papers.TABLE, papers(2))
            .keeping(Topics.TABLE, topic(0, 1))
            .with(
                TopicMainPaths.TABLE,
                row(TopicMainPaths.TABLE)
                    .with(TopicMainPaths.TOPIC_ID, 0)
                    .with(TopicMainPaths.CITING_ID, "p1")
                    .with(TopicMainPaths.CITED_ID, "b")
                    .build()));
    dangling.put(
        "paper-topics-unresolved",
        candidate()
            .keeping(Papers.TABLE, papers(1))
            .with(Topics.TABLE, topic(0, 1))
            .with(PaperTopics.TABLE, weight("p0", 0, 0.5), weight("p0", 3, 0.5)));
    dangling.forEach(
        (check, candidate) -> {
          assertThat(failed(candidate)).containsExactly(check);
          assertThat(observed(candidate, check)).isEqualTo(1);
        });

    dangling.get("coauthors-unresolved").with(Authors.TABLE, author("a"), author("b"));
    dangling.get("institutions-unresolved").with(InstitutionEdges.TABLE);
    dangling.get("countries-unresolved").with(CountryEdges.TABLE);
    dangling.get("coupling-unresolved").with(Papers.TABLE, paper("p0"), paper("b"));
    dangling.get("main-paths-unresolved").keeping(Papers.TABLE, paper("p1"), paper("b"));
    dangling.get("paper-topics-unresolved").with(Topics.TABLE, topic(0, 0.5), topic(3, 0.5));
    dangling.forEach((check, candidate) -> assertThat(failed(candidate)).as(check).isEmpty());
  }

  @Test
  void weightsSumToOne() {
    ExampleCandidate candidate =
        candidate()
            .with(
                Authorships.TABLE,
                authorship("p0", 1, "a", 1.0 / 3),
                authorship("p0", 2, "b", 1.0 / 3),
                authorship("p0", 3, "c", 1.0 / 3),
                authorship("p1", 1, "c", 0.9))
            .with(Topics.TABLE, topic(0, 0.5), topic(1, 0.5 + 1e-8))
            .with(
                PaperTopics.TABLE,
                weight("p0", 0, 0.7),
                weight("p0", 1, 0.3),
                weight("p1", 0, Double.NaN),
                weight("p1", 1, 1),
                weight("p2", 1, 1e300))
            .with(TopicTrends.TABLE, trend(0, "2019", 0.4), trend(1, "2019", 0.5));
    assertThat(failed(candidate))
        .containsExactly(
            "author-fractions", "paper-topic-weights", "topic-shares", "topic-trend-shares");
    assertThat(observed(candidate, "author-fractions")).isEqualTo(1);
    assertThat(observed(candidate, "paper-topic-weights")).isEqualTo(2);
    assertThat(results(candidate).get("paper-topic-weights").observed().detail())
        .isEqualTo("2 of 3 sums of paper_topics.weight are not 1.");

    assertThat(
            failed(
                candidate
                    .with(Authorships.TABLE, authorship("p0", 1, "a", 1))
                    .with(Topics.TABLE, topic(0, 0.5), topic(1, 0.5 + 1e-11))
                    .with(PaperTopics.TABLE, weight("p0", 0, 0.7), weight("p0", 1, 0.3))
                    .with(
                        TopicTrends.TABLE,
                        trend(0, "2019", 0.4),
                        trend(1, "2019", 0.6),
                        trend(1, "2020", 1))))
        .isEmpty();
  }

  private static Row trend(int topic, String period, double share) {
    return row(TopicTrends.TABLE)
        .with(TopicTrends.TOPIC_ID, topic)
        .with(TopicTrends.PERIOD, period)
        .with(TopicTrends.SHARE, share)
        .build();
  }

  @Test
  void rejectedRecordsAreToldBeforeTheyEndTheRun() {
    Row reject = row(RejectedRecords.TABLE).with(RejectedRecords.SOURCE_FILE, "f").build();
    ExampleCandidate candidate =
        candidate().with(Papers.TABLE, papers(999)).with(RejectedRecords.TABLE, reject);
    assertThat(observed(candidate, "records-rejected")).isCloseTo(0.001, within(1e-12));
    assertThat(failed(candidate)).containsExactly("records-rejected");
    assertThat(failed(candidate.with(Papers.TABLE, papers(2000)))).isEmpty();
  }

  @Test
  void papersWithoutDateOrAbstractAreFewAndNotManyMoreThanBefore() {
    Row[] bare =
        IntStream.range(0, 10)
            .mapToObj(i -> row(Papers.TABLE).with(Papers.PAPER_ID, "p" + i).build())
            .toArray(Row[]::new);
    assertThat(failed(candidate().with(Papers.TABLE, bare)))
        .containsExactly("dates-missing", "abstracts-missing");
    assertThat(failed(candidate().with(Papers.TABLE, bare).before(Papers.TABLE, bare)))
        .containsExactly("dates-missing", "abstracts-missing");

    Row[] some = papers(10);
    some[0] = bare[0];
    Row[] more = some.clone();
    more[1] = bare[1];
    more[2] = bare[2];
    ExampleCandidate candidate = candidate().before(Papers.TABLE, some).with(Papers.TABLE, more);
    assertThat(failed(candidate)).containsExactly("dates-lost", "abstracts-lost");
    assertThat(observed(candidate, "dates-missing")).isCloseTo(0.3, within(1e-12));
    assertThat(observed(candidate, "dates-lost")).isCloseTo(0.2, within(1e-12));
    assertThat(results(candidate).get("abstracts-lost").observed().detail())
        .isEqualTo("30.0 % of papers have no abstract, and 10.0 % had none in version 7.");
    assertThat(failed(candidate.with(Papers.TABLE, papers(10)))).isEmpty();
    assertThat(observed(candidate, "dates-lost")).as("fewer than before").isZero();
  }

  /** 1/2 (|0.5 - 0.2| + |0.3 - 0.3| + |0.2 - 0.5|) = 0.3. */
  @Test
  void driftIsTheDistanceBetweenSharesOfTopics() {
    ExampleCandidate candidate =
        candidate()
            .before(Topics.TABLE, topic(0, 0.2), topic(1, 0.3), topic(2, 0.5))
            .with(Topics.TABLE, topic(0, 0.5), topic(1, 0.3), topic(2, 0.2));
    assertThat(observed(candidate, "topic-drift")).isCloseTo(0.3, within(1e-12));
    assertThat(failed(candidate)).containsExactly("topic-drift");
    assertThat(failed(candidate.with(Topics.TABLE, topic(0, 0.2), topic(1, 0.4), topic(2, 0.4))))
        .isEmpty();
  }

  /** Over topics 0 and 1, 0.2 : 0.3 was 0.4 : 0.6, and 0.4 : 0.4 is 0.5 : 0.5. */
  @Test
  void driftLeavesOutTopicsWithoutACounterpartWhichAreCountedAsGone() {
    ExampleCandidate candidate =
        candidate()
            .before(Topics.TABLE, topic(0, 0.2), topic(1, 0.3), topic(2, 0.5))
            .with(Topics.TABLE, topic(0, 0.4), topic(1, 0.4), topic(3, 0.2));
    assertThat(observed(candidate, "topic-drift")).isCloseTo(0.1, within(1e-12));
    assertThat(observed(candidate, "topics-gone")).isCloseTo(1.0 / 3, within(1e-12));
    candidate.with(Topics.TABLE, topic(3, 0.5), topic(4, 0.5));
    assertThat(failed(candidate)).containsExactly("topics-gone");
    assertThat(observed(candidate, "topic-drift")).isZero();
  }

  @Test
  void countsAreTheSameForAnyNumberOfPartitions() {
    Row[] authors = IntStream.range(0, 50).mapToObj(i -> author("a" + i % 40)).toArray(Row[]::new);
    ExampleCandidate candidate = candidate().with(Authors.TABLE, authors);
    List<Probe> probes = List.of(Probe.keys("k", Authors.TABLE));
    for (int partitions : new int[] {1, 7}) {
      spark().conf().set("spark.sql.shuffle.partitions", String.valueOf(partitions));
      assertThat(TableScan.tallies(probes, candidate).get("k").repeats()).isEqualTo(10);
    }
    spark().conf().set("spark.sql.shuffle.partitions", "3");
  }
}
