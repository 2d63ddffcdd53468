package org.almagest.coauthors;

import static org.apache.spark.sql.functions.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.stage.ContractRow;
import org.almagest.stage.SparkSuite;
import org.almagest.stage.StageBench;
import org.almagest.table.Affiliations;
import org.almagest.table.AuthorMetrics;
import org.almagest.table.Authorships;
import org.almagest.table.CoauthorPeriods;
import org.almagest.table.Communities;
import org.almagest.table.CommunityIds;
import org.almagest.table.CommunityLineage;
import org.almagest.table.CommunityPeriods;
import org.almagest.table.CommunityTopics;
import org.almagest.table.PaperTerms;
import org.almagest.table.PaperTopics;
import org.almagest.table.Papers;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A triangle of authors, a pair, one alone, and a paper that joins triangle and pair. */
@SuppressWarnings("serial") // see SparkSuite
class CommunitiesIT extends SparkSuite {
  @TempDir Path directory;

  private final List<Row> papers = new ArrayList<>();
  private final List<Row> authorships = new ArrayList<>();
  private final List<Row> terms = new ArrayList<>();
  private final List<Row> topics = new ArrayList<>();

  private void paper(String id, Integer year, String term, int topic, String... authors) {
    papers.add(
        ContractRow.of(Papers.TABLE)
            .with(Papers.PAPER_ID, id)
            .with(Papers.TITLE, "A title")
            .with(Papers.YEAR, year)
            .build());
    for (int i = 0; i < authors.length; i++) {
      authorships.add(
          ContractRow.of(Authorships.TABLE)
              .with(Authorships.PAPER_ID, id)
              .with(Authorships.POSITION, i + 1)
              .with(Authorships.AUTHOR_ID, authors[i])
              .with(Authorships.RAW_NAME, authors[i])
              .with(Authorships.FRACTION, 1.0 / authors.length)
              .build());
    }
    terms.add(
        ContractRow.of(PaperTerms.TABLE)
            .with(PaperTerms.PAPER_ID, id)
            .with(PaperTerms.RANK, 1)
            .with(PaperTerms.TERM_ID, 0)
            .with(PaperTerms.TERM, term)
            .with(PaperTerms.TF, 1)
            .with(PaperTerms.TFIDF, 2.0)
            .build());
    topics.add(
        ContractRow.of(PaperTopics.TABLE)
            .with(PaperTopics.PAPER_ID, id)
            .with(PaperTopics.TOPIC_ID, topic)
            .with(PaperTopics.WEIGHT, 1.0)
            .build());
  }

  @Test
  void communitiesHaveWhatTheirAuthorsDid() {
    paper("p1", 2001, "corals", 0, "ann", "bob", "cid");
    paper("p2", 2003, "corals", 0, "ann", "bob");
    paper("p3", 2005, "reefs", 0, "bob", "cid");
    paper("p4", null, "qubits", 1, "dan", "eve");
    paper("p5", 2010, "qubits", 1, "dan", "eve");
    paper("p6", 2011, "bridges", 1, "cid", "dan");
    paper("p7", 2012, "solitude", 2, "fay");

    try (StageBench bench =
        new StageBench(directory.resolve("warehouse"), spark())
            .with(Papers.TABLE, dataset(Papers.TABLE, papers))
            .with(Authorships.TABLE, dataset(Authorships.TABLE, authorships).repartition(3))
            .with(Affiliations.TABLE, dataset(Affiliations.TABLE, List.of()))
            .with(PaperTerms.TABLE, dataset(PaperTerms.TABLE, terms).repartition(2))
            .with(PaperTopics.TABLE, dataset(PaperTopics.TABLE, topics))) {
      bench.run(new CoauthorsJob(Settings.defaults()));
      assertThat(bench.run(new CommunitiesJob(Settings.defaults())))
          .containsEntry("communities", 2L)
          .containsEntry("authors in communities", 5L);

      List<Row> rows =
          bench.table(Communities.TABLE).orderBy(Communities.COMMUNITY_ID.col()).collectAsList();
      Row triangle = rows.get(0);
      assertThat(triangle.<Long>getAs("size")).isEqualTo(3);
      assertThat(triangle.<Long>getAs("papers")).isEqualTo(4);
      assertThat(triangle.<Double>getAs("fractional_papers")).isCloseTo(3.5, within(1e-9));
      assertThat(triangle.<String>getAs("label")).isEqualTo("corals, reefs, bridges");
      assertThat(triangle.<Double>getAs("density")).isEqualTo(1.0);
      assertThat(triangle.<Integer>getAs("first_year")).isEqualTo(2001);
      assertThat(triangle.<Integer>getAs("last_year")).isEqualTo(2011);
      assertThat(triangle.<String>getList(triangle.fieldIndex("top_authors")))
          .containsExactly("cid", "bob", "ann");
      assertThat(triangle.<String>getList(triangle.fieldIndex("top_author_names")))
          .containsExactly("cid", "bob", "ann");
      assertThat(triangle.<Integer>getList(triangle.fieldIndex("top_topics")))
          .containsExactly(0, 1);
      assertThat(triangle.<Long>getAs("edges")).isEqualTo(3);
      assertThat(triangle.<Long>getAs("active_years")).isEqualTo(4);
      // Weights: ann-bob 2, bob-cid 2, ann-cid 1, dan-eve 2, cid-dan 1: 8 in all, 5 within, of
      // 11/16.
      assertThat(triangle.<Double>getAs("modularity"))
          .isCloseTo(5 / 8.0 - Math.pow(11 / 16.0, 2), within(1e-12));
      Row pair = rows.get(1);
      assertThat(pair.<String>getAs("label")).isEqualTo("qubits, bridges");
      assertThat(pair.<Integer>getAs("first_year")).isEqualTo(2010);

      // p4, of dan and eve, has no year.
      assertThat(
              sorted(
                  bench
                      .table(CommunityPeriods.TABLE)
                      .withColumn(
                          "fractional_papers", round(CommunityPeriods.FRACTIONAL_PAPERS.col(), 9))))
          .containsExactly(
              "[0,2000,2004,3,2,2.0]",
              "[0,2005,2009,2,1,1.0]",
              "[0,2010,2014,1,1,0.5]",
              "[1,2010,2014,2,2,1.5]");

      List<Row> shares =
          bench
              .table(CommunityTopics.TABLE)
              .orderBy(CommunityTopics.COMMUNITY_ID.col(), CommunityTopics.TOPIC_ID.col())
              .collectAsList();
      assertThat(shares).hasSize(3);
      // Topic 1 has three papers: half of one is the triangle's.
      assertThat(shares.get(1).<Double>getAs("share_of_community"))
          .isCloseTo(0.5 / 3.5, within(1e-9));
      assertThat(shares.get(1).<Double>getAs("share_of_topic")).isCloseTo(0.5 / 3, within(1e-9));
      assertThat(shares.get(2).<Double>getAs("share_of_topic")).isCloseTo(2.5 / 3, within(1e-9));
    }
  }

  @Test
  void communitiesShareTheGrowthOfTheirTopics() {
    // Topic 0 has half of the papers of 2001 and 2002 and all of 2003. What a share adds to its
    // slope, 0.28125, is -0.4375, -0.125 and 0.5625 a year, and topic 1 has the opposite slope.
    paper("p1", 2001, "corals", 0, "ann", "bob");
    paper("p2", 2001, "qubits", 1, "dan", "eve");
    paper("p3", 2002, "corals", 0, "dan", "eve");
    paper("p4", 2002, "qubits", 1, "ann", "bob");
    paper("p5", 2003, "corals", 0, "ann", "bob");
    paper("p6", 2003, "corals", 0, "dan", "eve");
    paper("p7", null, "corals", 0, "bob");
    try (StageBench bench = coauthorsBench("growth")) {
      bench
          .with(PaperTerms.TABLE, dataset(PaperTerms.TABLE, terms))
          .with(PaperTopics.TABLE, dataset(PaperTopics.TABLE, topics).repartition(2));
      bench.run(new CoauthorsJob(Settings.defaults()));
      bench.run(new CommunitiesJob(Settings.defaults()));
      List<Row> rows =
          bench
              .table(CommunityTopics.TABLE)
              .orderBy(CommunityTopics.TOPIC_ID.col(), CommunityTopics.COMMUNITY_ID.col())
              .collectAsList();
      // Of ann and bob (-0.4375 + 0.5625) / 2, of dan and eve (-0.125 + 0.5625) / 2.
      assertThat(rows.get(0).<Double>getAs("share_of_growth")).isCloseTo(2 / 9.0, within(1e-9));
      assertThat(rows.get(1).<Double>getAs("share_of_growth")).isCloseTo(7 / 9.0, within(1e-9));
      // The growth of topic 0 is 0.28125 over 2/3.
      assertThat(rows.get(0).<Double>getAs("growth_contribution")).isCloseTo(0.09375, within(1e-9));
      assertThat(rows.get(2).<Double>getAs("share_of_growth")).isCloseTo(2 / 9.0, within(1e-9));
      assertThat(rows.get(3).<Double>getAs("growth_contribution"))
          .isCloseTo(-0.28125 / (1 / 3.0) * 7 / 9, within(1e-9));
      // p7 makes bob the first of his community; it has no year, and so no part in the growth.
      assertThat(rows.get(0).<String>getList(rows.get(0).fieldIndex("top_authors")))
          .containsExactly("bob", "ann");
      assertThat(rows.get(1).<String>getList(rows.get(1).fieldIndex("top_author_names")))
          .containsExactly("dan", "eve");
    }
  }

  @Test
  void communitiesKeepTheirIdsOverARefresh() {
    // Three pairs first: the numbers go by their first author.
    paper("p1", 2001, "corals", 0, "ann", "bob");
    paper("p2", 2001, "reefs", 0, "cid", "dan");
    paper("p3", 2001, "qubits", 1, "eve", "fay");
    paper("p4", 2001, "solitude", 1, "gus");
    try (StageBench bench = coauthorsBench("first")) {
      bench.run(new CoauthorsJob(Settings.defaults()));
      assertThat(bench.table(CommunityLineage.TABLE).count()).isZero();
      assertThat(communityOf(bench))
          .containsExactlyInAnyOrder("ann 0", "bob 0", "cid 1", "dan 1", "eve 2", "fay 2", "gus 3");
      bench.publish();
    }
    // Then cid and dan are four and the largest, ann and bob are gone, and hal and ida are new.
    papers.clear();
    authorships.clear();
    paper("p2", 2001, "reefs", 0, "cid", "dan", "jan", "kit");
    paper("p3", 2001, "qubits", 1, "eve", "fay");
    paper("p4", 2001, "solitude", 1, "gus");
    paper("p5", 2002, "corals", 1, "hal", "ida");
    try (StageBench bench = coauthorsBench("second")) {
      bench.run(new CoauthorsJob(Settings.defaults()));
      assertThat(communityOf(bench))
          .containsExactlyInAnyOrder(
              "cid 1", "dan 1", "jan 1", "kit 1", "eve 2", "fay 2", "gus 3", "hal 4", "ida 4");
      assertThat(
              bench
                  .table(CommunityLineage.TABLE)
                  .orderBy(CommunityLineage.EVENT.col())
                  .collectAsList())
          .map(Row::toString)
          .containsExactly(
              "[0,continued,1,1,2,0.5,2,4]",
              "[1,continued,2,2,2,1.0,2,2]",
              "[2,born,null,4,0,0.0,0,2]",
              "[3,died,0,null,0,0.0,2,0]");
    }
  }

  @Test
  void communitiesAfterASnapshotWithoutAnyAreBorn() {
    paper("p1", 2001, "corals", 0, "ann", "bob");
    Settings tooLarge =
        Settings.defaults()
            .with(Setting.GRAPH_MAX_LOCAL_EDGES, "0", "a test")
            .with(Setting.GRAPH_MAX_COMMUNITY_EDGES, "0", "a test");
    try (StageBench bench = coauthorsBench("first")) {
      bench.run(new CoauthorsJob(tooLarge));
      assertThat(bench.warnings())
          .containsExactly(
              "The co-author graph has 1 edges, and graph.max-local-edges is 0: it is computed in"
                  + " blocks over all executors, without communities and periods, as"
                  + " graph.max-community-edges is 0.");
      assertThat(bench.table(CoauthorPeriods.TABLE).isEmpty()).isTrue();
      assertThat(bench.table(CommunityIds.TABLE).isEmpty()).isTrue();
      assertThat(communityOf(bench)).containsExactlyInAnyOrder("ann null", "bob null");
      bench.publish();
    }
    papers.clear();
    authorships.clear();
    paper("p2", 2002, "reefs", 0, "bob", "cid");
    try (StageBench bench = coauthorsBench("second")) {
      bench.run(new CoauthorsJob(Settings.defaults()));
      assertThat(communityOf(bench)).containsExactlyInAnyOrder("bob 0", "cid 0");
      assertThat(bench.table(CommunityLineage.TABLE).collectAsList())
          .map(Row::toString)
          .containsExactly("[0,born,null,0,0,0.0,0,2]");
    }
  }

  @Test
  void idsOfCommunitiesThatAreGoneAreNotGivenAgain() {
    paper("p1", 2001, "corals", 0, "ann", "bob");
    paper("p2", 2001, "reefs", 0, "cid", "dan");
    paper("p3", 2001, "solitude", 1, "gus");
    assertThat(idsOf("first", Settings.defaults()))
        .containsExactlyInAnyOrder("ann 0", "bob 0", "cid 1", "dan 1", "gus 2", "largest 2");
    papers.clear();
    authorships.clear();
    paper("p1", 2001, "corals", 0, "ann", "bob");
    assertThat(idsOf("second", Settings.defaults()))
        .containsExactlyInAnyOrder("ann 0", "bob 0", "largest 2");
    paper("p4", 2002, "qubits", 1, "eve", "fay");
    assertThat(idsOf("third", Settings.defaults()))
        .containsExactlyInAnyOrder("ann 0", "bob 0", "eve 3", "fay 3", "largest 3");
    Settings tooLarge =
        Settings.defaults()
            .with(Setting.GRAPH_MAX_LOCAL_EDGES, "0", "a test")
            .with(Setting.GRAPH_MAX_COMMUNITY_EDGES, "0", "a test");
    assertThat(idsOf("fourth", tooLarge))
        .containsExactlyInAnyOrder("ann null", "bob null", "eve null", "fay null", "largest 3");
    assertThat(idsOf("fifth", Settings.defaults()))
        .containsExactlyInAnyOrder("ann 4", "bob 4", "eve 5", "fay 5", "largest 5");
  }

  /** The community of each author in the next snapshot, and the largest id there was. */
  private List<String> idsOf(String runId, Settings settings) {
    try (StageBench bench = coauthorsBench(runId)) {
      bench.run(new CoauthorsJob(settings));
      List<String> ids = new ArrayList<>(communityOf(bench));
      bench
          .table(CommunityIds.TABLE)
          .collectAsList()
          .forEach(row -> ids.add("largest " + row.getInt(0)));
      bench.publish();
      return ids;
    }
  }

  private StageBench coauthorsBench(String runId) {
    return new StageBench(directory.resolve("warehouse"), spark(), runId)
        .with(Papers.TABLE, dataset(Papers.TABLE, papers))
        .with(Authorships.TABLE, dataset(Authorships.TABLE, authorships).repartition(3))
        .with(Affiliations.TABLE, dataset(Affiliations.TABLE, List.of()));
  }

  private static List<String> communityOf(StageBench bench) {
    return bench.table(AuthorMetrics.TABLE).collectAsList().stream()
        .map(row -> row.getAs("author_id") + " " + row.getAs("community_id"))
        .toList();
  }

  @Test
  void aGraphWithoutEdgesHasNoCommunities() {
    paper("p1", 2001, "solitude", 0, "ann");
    try (StageBench bench =
        new StageBench(directory.resolve("warehouse"), spark())
            .with(Papers.TABLE, dataset(Papers.TABLE, papers))
            .with(Authorships.TABLE, dataset(Authorships.TABLE, authorships))
            .with(Affiliations.TABLE, dataset(Affiliations.TABLE, List.of()))
            .with(PaperTerms.TABLE, dataset(PaperTerms.TABLE, terms))
            .with(PaperTopics.TABLE, dataset(PaperTopics.TABLE, topics))) {
      bench.run(new CoauthorsJob(Settings.defaults()));
      assertThat(bench.run(new CommunitiesJob(Settings.defaults())))
          .containsEntry("communities", 0L);
      assertThat(bench.table(CommunityTopics.TABLE).count()).isZero();
    }
  }
}
