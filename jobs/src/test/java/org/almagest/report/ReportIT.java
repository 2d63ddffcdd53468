package org.almagest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.almagest.config.Settings;
import org.almagest.stage.ContractRow;
import org.almagest.stage.SparkSuite;
import org.almagest.stage.StageBench;
import org.almagest.table.AuthorMetrics;
import org.almagest.table.Authors;
import org.almagest.table.Bursts;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.PaperMetrics;
import org.almagest.table.PaperTerms;
import org.almagest.table.Papers;
import org.almagest.table.Trending;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stage makes of few tables whose rows a person can count. */
@SuppressWarnings("serial")
class ReportIT extends SparkSuite {
  @TempDir transient Path directory;

  private static Row paper(String id, Integer year, String category, Integer upvotes) {
    return ContractRow.of(Papers.TABLE)
        .with(Papers.PAPER_ID, id)
        .with(Papers.TITLE, "Title of " + id)
        .with(Papers.SOURCE, "aan")
        .with(Papers.YEAR, year)
        .with(Papers.PRIMARY_CATEGORY, category)
        .with(Papers.UPVOTES, upvotes)
        .build();
  }

  private StageBench bench() {
    return new StageBench(directory, spark())
        .with(
            Papers.TABLE,
            dataset(
                Papers.TABLE,
                List.of(
                    paper("a", 2001, "x", 7),
                    paper("b", 2001, "x", null),
                    paper("c", 2003, "y", 9),
                    paper("d", null, "y", null))));
  }

  private JsonNode data(StageBench bench) throws IOException {
    Map<String, Long> figures = bench.run(new ReportJob(Settings.defaults(), "1.0"));
    Path page = directory.resolve("_staging/test/report/index.html");
    assertThat(figures).containsEntry("bytes", Files.size(page));
    Matcher data =
        Pattern.compile("id=\"report-data\">(.*?)</script>", Pattern.DOTALL)
            .matcher(Files.readString(page));
    assertThat(data.find()).isTrue();
    return new ObjectMapper().readTree(data.group(1));
  }

  @Test
  void needsNoTableButPapers() throws IOException {
    try (StageBench bench = bench()) {
      JsonNode data = data(bench);
      assertThat(data.fieldNames()).toIterable().containsExactlyInAnyOrder("corpus", "papers");
      assertThat(data.at("/corpus/years"))
          .extracting(JsonNode::asInt)
          .containsExactly(2001, 2002, 2003);
      assertThat(data.at("/corpus/papersByYear/0"))
          .extracting(JsonNode::asInt)
          .containsExactly(2, 0, 1);
      assertThat(data.at("/corpus/undated").asInt()).isEqualTo(1);
      assertThat(data.at("/corpus/earlier").asInt()).isZero();
      assertThat(data.at("/papers/lists")).extracting(JsonNode::asText).containsExactly("voted");
      assertThat(data.at("/papers/list"))
          .extracting(p -> p.path("id").asText())
          .containsExactly("c", "a");
    }
  }

  @Test
  void listsPapersByCitationsAndTrendsOfTheLatestMonth() throws IOException {
    try (StageBench bench = bench()) {
      bench.with(
          PaperMetrics.TABLE,
          dataset(
              PaperMetrics.TABLE,
              List.of(
                  metrics("a", 1, 0.2),
                  metrics("b", 5, 0.1),
                  metrics("c", 0, 0.4),
                  metrics("d", 0, 0.3))));
      bench.with(
          Trending.TABLE,
          dataset(
              Trending.TABLE,
              List.of(
                  trending("month", "2003-01-01", 1, "a", 9),
                  trending("month", "2003-02-01", 1, "d", 2),
                  trending("month", "2003-02-01", 2, "a", 1),
                  trending("week", "2003-02-24", 1, "b", 8))));
      JsonNode data = data(bench);
      assertThat(data.at("/papers/lists"))
          .extracting(JsonNode::asText)
          .containsExactly("trending", "cited", "ranked", "voted");
      assertThat(data.at("/papers/trendingOf").asText()).isEqualTo("2003-02");
      assertThat(ofList(data, 0)).containsExactly("d", "a");
      assertThat(ofList(data, 1)).containsExactlyInAnyOrder("b", "a");
      assertThat(ofList(data, 2)).containsExactlyInAnyOrder("a", "b", "c", "d");
      JsonNode d = data.at("/papers/list/0");
      assertThat(d.path("trend").asDouble()).isEqualTo(2);
      assertThat(d.path("attention").asDouble()).isEqualTo(300_000);
    }
  }

  private static List<String> ofList(JsonNode data, int list) {
    List<String> ids = new ArrayList<>();
    for (JsonNode paper : data.at("/papers/list")) {
      for (JsonNode in : paper.path("in")) {
        if (in.asInt() == list) {
          ids.add(paper.path("id").asText());
        }
      }
    }
    return ids;
  }

  private static Row metrics(String id, int citations, double attRank) {
    return ContractRow.of(PaperMetrics.TABLE)
        .with(PaperMetrics.PAPER_ID, id)
        .with(PaperMetrics.CITATIONS, citations)
        .with(PaperMetrics.ATTRANK, attRank)
        .build();
  }

  private static Row trending(String period, String start, int rank, String paper, double score) {
    return ContractRow.of(Trending.TABLE)
        .with(Trending.PERIOD, period)
        .with(Trending.PERIOD_START, Date.valueOf(start))
        .with(Trending.RANK, rank)
        .with(Trending.PAPER_ID, paper)
        .with(Trending.SCORE, score)
        .build();
  }

  @Test
  void tellsTermsOfGroupsByHowMuchMoreOftenTheyAreThere() throws IOException {
    try (StageBench bench = bench()) {
      bench.with(
          PaperTerms.TABLE,
          dataset(
              PaperTerms.TABLE,
              List.of(
                  term("a", 1, "all"),
                  term("b", 1, "all"),
                  term("c", 1, "all"),
                  term("d", 1, "all"),
                  term("a", 2, "left"),
                  term("b", 2, "left"),
                  term("c", 2, "right"))));
      bench.with(
          Bursts.TABLE,
          dataset(
              Bursts.TABLE,
              List.of(burst("month", "2003-02-01", "new"), burst("day", "2003-02-01", "daily"))));
      JsonNode terms = data(bench).path("terms");
      JsonNode x = terms.at("/ofCategories/0");
      assertThat(x.path("name").asText()).isEqualTo("x");
      // Both of two papers, where two of four have it; what all have tells nothing.
      assertThat(x.path("terms")).hasSize(1);
      assertThat(x.at("/terms/0/term").asText()).isEqualTo("left");
      assertThat(x.at("/terms/0/papers").asInt()).isEqualTo(2);
      assertThat(x.at("/terms/0/lift").asDouble()).isEqualTo(2);
      assertThat(terms.path("ofYears"))
          .extracting(g -> g.path("name").asText())
          .containsExactly("2003", "2001");
      assertThat(terms.path("bursts"))
          .extracting(b -> b.path("label").asText())
          .containsExactly("new");
      assertThat(terms.at("/bursts/0/start").asText()).isEqualTo("2003-02-01");
    }
  }

  private static Row term(String paper, int rank, String term) {
    return ContractRow.of(PaperTerms.TABLE)
        .with(PaperTerms.PAPER_ID, paper)
        .with(PaperTerms.RANK, rank)
        .with(PaperTerms.TERM, term)
        .build();
  }

  private static Row burst(String period, String start, String label) {
    return ContractRow.of(Bursts.TABLE)
        .with(Bursts.PERIOD, period)
        .with(Bursts.PERIOD_START, Date.valueOf(start))
        .with(Bursts.KIND, "term")
        .with(Bursts.RANK, 1)
        .with(Bursts.LABEL, label)
        .build();
  }

  @Test
  void showsTheNetworkWithoutCommunitiesAndLeavesOutLoners() throws IOException {
    try (StageBench bench = bench()) {
      List<Row> authors = new ArrayList<>();
      List<Row> metrics = new ArrayList<>();
      for (String id : List.of("p", "q", "r", "s")) {
        authors.add(
            ContractRow.of(Authors.TABLE)
                .with(Authors.AUTHOR_ID, id)
                .with(Authors.DISPLAY_NAME, "Name " + id)
                .build());
        metrics.add(
            ContractRow.of(AuthorMetrics.TABLE)
                .with(AuthorMetrics.AUTHOR_ID, id)
                .with(AuthorMetrics.DEGREE, id.equals("s") ? 0 : 1)
                .with(AuthorMetrics.PAPERS, 3L)
                .build());
      }
      bench.with(Authors.TABLE, dataset(Authors.TABLE, authors));
      bench.with(AuthorMetrics.TABLE, dataset(AuthorMetrics.TABLE, metrics));
      bench.with(
          CoauthorEdges.TABLE,
          dataset(CoauthorEdges.TABLE, List.of(edge("p", "q", 2), edge("q", "r", 1))));
      JsonNode people = data(bench).path("people");
      assertThat(people.path("authors").asInt()).isEqualTo(4);
      assertThat(people.path("communities")).isEmpty();
      assertThat(people.at("/network/names"))
          .extracting(JsonNode::asText)
          .containsExactly("Name p", "Name q", "Name r");
      assertThat(people.at("/network/ends"))
          .extracting(JsonNode::asInt)
          .containsExactly(0, 1, 1, 2);
      assertThat(people.at("/network/weights")).extracting(JsonNode::asInt).containsExactly(2, 1);
      assertThat(people.at("/network/community")).extracting(JsonNode::asInt).containsOnly(-1);
    }
  }

  private static Row edge(String a, String b, long papers) {
    return ContractRow.of(CoauthorEdges.TABLE)
        .with(CoauthorEdges.AUTHOR_A, a)
        .with(CoauthorEdges.AUTHOR_B, b)
        .with(CoauthorEdges.PAPERS, papers)
        .build();
  }
}
