package org.almagest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almagest.cli.CommandLineHarness.Outcome;
import org.almagest.warehouse.Manifest;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.TableSnapshot;
import org.almagest.warehouse.TableSnapshot.DataFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exports of a co-author graph, a path a - b - c - d with weights 3, 1, 2, and of a citation graph.
 */
class ExportTest {
  @TempDir Path directory;

  private final CommandLineHarness almagest = new CommandLineHarness();
  private Path warehouse;

  @BeforeEach
  void publishGraphs() throws Exception {
    warehouse = Files.createDirectories(directory.resolve("warehouse"));
    publish(
        Map.of(
            "author_metrics",
            "SELECT * FROM (VALUES ('a', 1, 0.2::DOUBLE, 0, NULL, ['x']), ('b', 2, 0.3, 0, 0.5::DOUBLE,"
                + " NULL), ('c', 2, 0.3, 1, 'nan'::DOUBLE, NULL), ('d', 1, 0.2, 1, NULL, NULL))"
                + " m(author_id, degree, pagerank, community_id, clustering, odd)",
            "authors",
            "SELECT * FROM (VALUES ('a', 'Ann \"A\"', 2001), ('b', 'Bob', 2002), ('c', 'Cem', NULL))"
                + " p(author_id, display_name, first_year)",
            "coauthor_edges",
            "SELECT * FROM (VALUES ('a', 'b', 3::BIGINT, 3.0::DOUBLE), ('b', 'c', 1, 1.0), ('c',"
                + " 'd', 2, 2.0)) e(author_a, author_b, papers, weight_full)",
            "author_years",
            "SELECT * FROM (VALUES ('a', 2001), ('b', 2001), ('a', 2003), ('b', 2003), ('c', 2003),"
                + " ('d', 2005)) y(author_id, year)",
            "coauthor_edge_years",
            "SELECT * FROM (VALUES ('a', 'b', 2001, 1::BIGINT, 0.5::DOUBLE, 0.25::DOUBLE), ('a', 'b',"
                + " 2003, 2, 2.0, 1.0), ('b', 'c', 2003, 1, 1.0, 0.5), ('c', 'd', 2005, 2, 2.0, 1.0))"
                + " e(author_a, author_b, year, papers, weight_fractional,"
                + " weight_complete_normalised)",
            "paper_metrics",
            "SELECT * FROM (VALUES ('p1', 2, 0.5::DOUBLE), ('p2', 1, 0.3), ('p3', 0, 0.2))"
                + " m(paper_id, citations, pagerank)",
            "papers",
            "SELECT * FROM (VALUES ('p1', 'One', 2001, 'cs.AI', 'V', 'no', 'x'), ('p2', 'Two', 2002,"
                + " NULL, NULL, 'no', 'x'), ('p3', 'Three', 2003, 'cs.DL', NULL, 'no', 'x'))"
                + " p(paper_id, title, year, primary_category, venue, abstract, source)",
            "citations",
            "SELECT * FROM (VALUES ('p2', 'p1', true, false), ('p3', 'p1', true, NULL), ('p3',"
                + " 'p2', true, true), ('p1', 'p1', true, true), ('p1', 'w9', false, NULL))"
                + " c(citing_id, cited_id, resolved, self_citation)"));
  }

  private void publish(Map<String, String> tables) throws Exception {
    List<TableSnapshot> published = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> table : tables.entrySet()) {
        String path = "snapshots/r1/" + table.getKey() + "/part-0.parquet";
        Files.createDirectories(warehouse.resolve(path).getParent());
        statement.execute(
            "COPY ("
                + table.getValue()
                + ") TO '"
                + warehouse.resolve(path)
                + "' (FORMAT parquet)");
        published.add(
            new TableSnapshot(
                table.getKey(),
                "snapshots/r1/" + table.getKey(),
                4,
                1,
                "",
                List.of(new DataFile(path, 4, 1, ""))));
      }
    }
    almagest.snapshot =
        Optional.of(
            new Snapshot(
                1,
                "file://" + warehouse,
                new Manifest(
                    1,
                    "r1",
                    "2026-01-01T00:00:00Z",
                    Map.of(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    published)));
  }

  private Outcome export(String graph, String format, String arguments) {
    List<String> command =
        new ArrayList<>(List.of("export", "--warehouse", warehouse.toString(), "--graph", graph));
    command.addAll(List.of("--as", format, "--out", out().toString()));
    command.addAll(List.of(arguments.split(" ")));
    return almagest.run(command.toArray(new String[0]));
  }

  private Path out() {
    return directory.resolve("out");
  }

  @Test
  void takesColumnsAsAttributesAndOrdersByRankThenId() throws Exception {
    Outcome outcome = export("coauthors", "json", "--top 3");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).isEqualTo("Wrote 3 nodes and 2 edges to " + out() + "\n");
    assertThat(out())
        .hasContent(
            """
            {"directed":false,"multigraph":false,"graph":{"name":"coauthors"},"nodes":[
            {"id":"b","label":"Bob","degree":2,"pagerank":0.3,"community_id":0,"clustering":0.5,"first_year":2002},
            {"id":"c","label":"Cem","degree":2,"pagerank":0.3,"community_id":1},
            {"id":"a","label":"Ann \\"A\\"","degree":1,"pagerank":0.2,"community_id":0,"first_year":2001}
            ],"links":[
            {"source":"b","target":"c","weight":1,"papers":1},
            {"source":"b","target":"a","weight":3,"papers":3}
            ]}
            """);
  }

  @Test
  void yearsHaveTheirAuthorsAndTheWeightsOfTheirPapers() throws Exception {
    assertThat(export("coauthors", "json", "--top 3 --years 2001-2003").out())
        .startsWith("Wrote 3 nodes and 2 edges to ");
    assertThat(Files.readString(out()))
        .contains(
            """
            {"source":"b","target":"c","weight":1,"papers":1,"weight_fractional":1,"weight_complete_normalised":0.5,"first_year":2003,"last_year":2003},
            {"source":"b","target":"a","weight":3,"papers":3,"weight_fractional":2.5,"weight_complete_normalised":1.25,"first_year":2001,"last_year":2003}
            """);
    assertThat(export("coauthors", "pajek", "--top 3 --years 2001 --overwrite").exitCode())
        .isZero();
    assertThat(out()).hasContent("*Vertices 2\n1 \"Bob\"\n2 \"Ann 'A'\"\n*Edges\n1 2 1\n");
    assertThat(
            export(
                    "coauthors",
                    "pajek",
                    "--ego a --radius 2 --years 2003 --min-weight 2 --overwrite")
                .out())
        .startsWith("Wrote 2 nodes and 1 edge to ");
    assertThat(export("coauthors", "pajek", "--community 1 --years 2003 --overwrite").out())
        .startsWith("Wrote 1 node and 0 edges to ");
  }

  @Test
  void wrongYearsAreUsageErrors() {
    assertTold("coauthors", "--top 3 --years 1999", "There is no author with papers of 1999;");
    assertTold("coauthors", "--top 3 --years 2003-2001", "must not be after the last");
    assertTold("coauthors", "--top 3 --years 20o1", "a span such as 2010-2014");
    assertTold("citations", "--top 3 --years 2001", "--years is for the co-author graph");
    assertTold(
        "coauthors",
        "--ego d --years 2001-2003",
        "no author with papers of 2001-2003 with the id 'd'");
    assertTold("coauthors", "--community 1 --years 2001", "numbered from 0 to 1");
  }

  @Test
  void aMetricThatIsMissingIsNoneOfTheLargest() throws Exception {
    assertThat(export("coauthors", "pajek", "--top 9 --by clustering").out())
        .startsWith("Wrote 1 node and 0 edges to ");
    assertThat(out()).hasContent("*Vertices 1\n1 \"Bob\"\n*Edges\n");
  }

  @Test
  void anEgoReachesAsFarAsItsRadiusAlongEdgesOfEnoughWeight() throws Exception {
    assertThat(export("coauthors", "pajek", "--ego a").exitCode()).isZero();
    assertThat(out()).hasContent("*Vertices 2\n1 \"Bob\"\n2 \"Ann 'A'\"\n*Edges\n1 2 3\n");
    assertThat(export("coauthors", "pajek", "--ego a --radius 2 --overwrite").out())
        .startsWith("Wrote 3 nodes and 2 edges");
    assertThat(
            export("coauthors", "pajek", "--ego a --radius 2 --min-weight 1.5 --overwrite").out())
        .startsWith("Wrote 2 nodes and 1 edge to");
    assertThat(export("coauthors", "pajek", "--ego d --overwrite").exitCode()).isZero();
    // An author without a name is called by the id.
    assertThat(out()).hasContent("*Vertices 2\n1 \"Cem\"\n2 \"d\"\n*Edges\n1 2 2\n");
  }

  @Test
  void aCommunityHasItsAuthorsAndTheEdgesBetweenThem() throws Exception {
    assertThat(export("coauthors", "vosviewer", "--community 1").exitCode()).isZero();

    assertThat(out().resolve("map.txt"))
        .hasContent(
            """
            id\tlabel\tdescription\tcluster\tweight<degree>\tweight<pagerank>\tscore<clustering>\tscore<first_year>
            1\t"Cem"\t"c"\t2\t2\t0.3\t\t
            2\t"d"\t"d"\t2\t1\t0.2\t\t
            """);
    assertThat(out().resolve("network.txt")).hasContent("1\t2\t2");
  }

  @Test
  void citationsAreDirectedAndLeaveOutWhatIsNoPaperOfTheCorpus() throws Exception {
    assertThat(export("citations", "json", "--top 5 --by citations").exitCode()).isZero();

    assertThat(out())
        .hasContent(
            """
            {"directed":true,"multigraph":false,"graph":{"name":"citations"},"nodes":[
            {"id":"p1","label":"One","citations":2,"pagerank":0.5,"year":2001,"primary_category":"cs.AI","venue":"V"},
            {"id":"p2","label":"Two","citations":1,"pagerank":0.3,"year":2002},
            {"id":"p3","label":"Three","citations":0,"pagerank":0.2,"year":2003,"primary_category":"cs.DL"}
            ],"links":[
            {"source":"p2","target":"p1","weight":1,"self_citation":false},
            {"source":"p3","target":"p1","weight":1},
            {"source":"p3","target":"p2","weight":1,"self_citation":true}
            ]}
            """);
  }

  @Test
  void anEgoOfCitationsCitesOrIsCited() {
    assertThat(export("citations", "gexf", "--ego p2").out())
        .startsWith("Wrote 3 nodes and 3 edges");
  }

  @Test
  void wrongNamesAreUsageErrorsThatSayWhatThereIs() throws Exception {
    assertTold("coauthors", "--top 3 --by pagernk", "Did you mean 'pagerank'?");
    assertTold("coauthors", "--top 3 --by community_id", "no metric 'community_id'");
    assertTold("coauthors", "--top 3 --by odd", "degree, pagerank, clustering.");
    assertTold("coauthors", "--community 7", "numbered from 0 to 1");
    assertTold("citations", "--community 0", "no communities");
    assertTold("coauthors", "--ego bobb", "Did you mean 'b' (Bob)?");
    assertTold("citations", "--ego p4", "Did you mean 'p1' (One)?");
    assertThat(out()).doesNotExist();
  }

  private void assertTold(String graph, String arguments, String message) {
    Outcome outcome = export(graph, "gexf", arguments);
    assertThat(outcome.err()).startsWith("almagest: ").contains(message).hasLineCount(1);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void replacesNothingUnasked() throws Exception {
    Files.writeString(out(), "mine");

    assertTold("coauthors", "--top 3", "--overwrite");
    assertThat(out()).hasContent("mine");
    assertThat(export("coauthors", "gexf", "--top 3 --overwrite").exitCode()).isZero();
    assertThat(Files.readString(out())).contains("<gexf");
  }

  @Test
  void saysWhichStageWritesTheTables() throws Exception {
    publish(Map.of("papers", "SELECT 1 AS x"));

    assertTold("citations", "--top 3", "Publish it with: almagest citations --warehouse");
  }
}
