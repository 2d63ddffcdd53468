package org.almagest.citations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.almagest.config.Settings;
import org.almagest.corpus.SharedData;
import org.almagest.stage.ContractRow;
import org.almagest.stage.SparkSuite;
import org.almagest.stage.StageBench;
import org.almagest.table.AuthorCitationMetrics;
import org.almagest.table.Authorships;
import org.almagest.table.BibliographicCoupling;
import org.almagest.table.Citations;
import org.almagest.table.Cocitation;
import org.almagest.table.PaperMetrics;
import org.almagest.table.PaperTopics;
import org.almagest.table.Papers;
import org.almagest.table.TableColumn;
import org.almagest.table.TableContract;
import org.almagest.table.TopicMainPaths;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The citations of the ACL Anthology Network against figures that an independent program made.
 * Skipped, with a word, where the corpus is not beside the checkout.
 */
@SuppressWarnings("serial") // see SparkSuite
class AnthologyNetworkIT extends SparkSuite {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir Path directory;

  private final Set<String> ids = new HashSet<>();
  private final List<Row> papers = new ArrayList<>();
  private final List<Row> authorships = new ArrayList<>();
  private final List<Row> citations = new ArrayList<>();
  private final List<Row> topics = new ArrayList<>();

  private void read(Path folder) throws IOException {
    String text = Files.readString(folder.resolve("acl-metadata.txt"), WINDOWS);
    for (String block : text.split("\\R\\s*\\R", -1)) {
      if (!block.isBlank()) {
        readPaper(block);
      }
    }
    for (String line : Files.readAllLines(folder.resolve("acl.txt"), WINDOWS)) {
      String[] ends = line.strip().split(" , ", -1);
      citations.add(
          ContractRow.of(Citations.TABLE)
              .with(Citations.CITING_ID, ends[0])
              .with(Citations.CITED_ID, ends[1])
              .with(Citations.RESOLVED, ids.contains(ends[0]) && ids.contains(ends[1]))
              .build());
    }
  }

  private void readPaper(String block) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : block.strip().split("\\R", -1)) {
      int equals = line.indexOf(" = {");
      values.put(line.substring(0, equals), line.substring(equals + 4, line.lastIndexOf('}')));
    }
    String id = values.get("id");
    ids.add(id);
    topics.add(
        ContractRow.of(PaperTopics.TABLE)
            .with(PaperTopics.PAPER_ID, id)
            .with(PaperTopics.TOPIC_ID, 0)
            .with(PaperTopics.WEIGHT, 1.0)
            .build());
    papers.add(
        ContractRow.of(Papers.TABLE)
            .with(Papers.PAPER_ID, id)
            .with(Papers.YEAR, Integer.valueOf(values.get("year")))
            .build());
    int position = 0;
    for (String author : values.get("author").split(";", -1)) {
      if (!author.isBlank()) {
        authorships.add(
            ContractRow.of(Authorships.TABLE)
                .with(Authorships.PAPER_ID, id)
                .with(Authorships.POSITION, ++position)
                .with(Authorships.AUTHOR_ID, author.strip())
                .build());
      }
    }
  }

  @Test
  void theStageFindsTheFiguresOfTheIndependentProgram() throws IOException {
    Path folder = SharedData.require().resolve("data/aan");
    JsonNode expected = new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
    read(folder);
    try (StageBench bench =
        bench(
            Map.of(
                Papers.TABLE,
                papers,
                Authorships.TABLE,
                authorships,
                Citations.TABLE,
                citations,
                PaperTopics.TABLE,
                topics))) {
      Map<String, Long> counts = bench.run(new CitationsJob(Settings.defaults()));

      assertThat(counts)
          .containsEntry("citations", expected.get("resolved_without_self_loops").asLong())
          .containsEntry(
              "references to works outside the corpus, kept", expected.get("unresolved").asLong())
          .containsEntry(
              "papers that cite themselves, not counted", expected.get("self_loops").asLong());
      Dataset<Row> metrics = bench.table(PaperMetrics.TABLE);
      assertThat(metrics.count()).isEqualTo(expected.get("papers").asLong());
      assertThat(metrics.agg(functions.sum(PaperMetrics.PAGERANK.col())).head().getDouble(0))
          .isCloseTo(1, within(1e-9));
      assertTopTen(metrics, PaperMetrics.CITATIONS, expected.get("most_cited"), 0);
      assertTopTen(metrics, PaperMetrics.PAGERANK, expected.get("pagerank_top10"), 1e-6);
      assertTopTen(
          bench.table(AuthorCitationMetrics.TABLE),
          AuthorCitationMetrics.H_INDEX,
          expected.get("h_index_top10"),
          0);
      assertCoupling(bench);
      assertMainPath(bench);
    }
  }

  /**
   * Figures of a program of thirty lines of Python over the same two files: it compares sets of
   * references, and of citing papers, sorts each paper's pairs by cosine, shared number and id, and
   * keeps ten that share two or more. No work is cited by more than 1,000 papers.
   */
  private static void assertCoupling(StageBench bench) {
    Dataset<Row> coupling = bench.table(BibliographicCoupling.TABLE);
    assertThat(coupling.count()).isEqualTo(80_001);
    assertThat(total(coupling, BibliographicCoupling.SHARED)).isEqualTo(249_799);
    assertThat(first(coupling, "J93-2003")).startsWith("[J93-2003,1,C92-2079,4,0.63245553203");
    assertThat(first(coupling, "P05-1033")).startsWith("[P05-1033,1,P06-1077,10,0.6537204504606");
    Dataset<Row> cocitation = bench.table(Cocitation.TABLE);
    assertThat(cocitation.count()).isEqualTo(39_389);
    assertThat(total(cocitation, Cocitation.SHARED)).isEqualTo(161_808);
    assertThat(first(cocitation, "P02-1040"))
        .startsWith("[P02-1040,1,P03-1021,252,0.4798833622553")
        .contains(",12.65579001954");
  }

  private static long total(Dataset<Row> table, TableColumn column) {
    return table.agg(functions.sum(column.col())).head().getLong(0);
  }

  private static String first(Dataset<Row> coupled, String paper) {
    return coupled
        .where(Cocitation.PAPER_ID.col().equalTo(paper).and(Cocitation.RANK.col().equalTo(1)))
        .head()
        .toString();
  }

  /**
   * All papers as one topic: figures of a program in Python that finds circles by Kosaraju's
   * algorithm and counts paths in whole numbers of any length, 2.944586e18 of them in all.
   */
  private static void assertMainPath(StageBench bench) {
    assertThat(bench.run(new MainPathsJob()))
        .containsEntry("citations within a topic", 82_898L)
        .containsEntry("of these left out, as papers cite each other in a circle", 392L);
    Dataset<Row> path = bench.table(TopicMainPaths.TABLE);
    assertThat(path.count()).isEqualTo(80);
    assertStep(path, 1, "J79-1040", "J79-1005", 0.1434684769);
    assertStep(path, 37, "H94-1013", "H94-1011", 0.5894985840);
    assertStep(path, 47, "A00-2018", "W99-0623", 0.2601865773);
    Row step = path.where(TopicMainPaths.POSITION.col().equalTo(47)).head();
    assertThat(step.getDouble(4)).isCloseTo(7.6614166888e17, within(1e7));
  }

  private static void assertStep(
      Dataset<Row> path, int position, String citing, String cited, double weight) {
    Row step = path.where(TopicMainPaths.POSITION.col().equalTo(position)).head();
    assertThat(step.getString(2)).isEqualTo(citing);
    assertThat(step.getString(3)).isEqualTo(cited);
    assertThat(step.getDouble(5)).isCloseTo(weight, within(1e-9));
  }

  private StageBench bench(Map<TableContract, List<Row>> tables) {
    StageBench bench = new StageBench(directory.resolve("warehouse"), spark());
    tables.forEach((table, rows) -> bench.with(table, dataset(table, rows)));
    return bench;
  }

  /** Each name has its figure, and nobody else a greater one than the last. */
  private static void assertTopTen(
      Dataset<Row> table, TableColumn figure, JsonNode expected, double tolerance) {
    String key = table.columns()[0];
    List<Double> figures = new ArrayList<>();
    for (JsonNode each : expected) {
      String name = each.get(0).asText();
      double value = each.get(1).asDouble();
      figures.add(value);
      List<Row> found =
          table.where(functions.col(key).equalTo(name)).select(number(figure)).collectAsList();
      assertThat(found).as(name).hasSize(1);
      assertThat(found.get(0).getDouble(0)).as(name).isCloseTo(value, within(tolerance));
    }
    List<Row> greatest =
        table.select(number(figure)).sort(functions.desc(figure.name())).limit(10).collectAsList();
    assertThat(greatest).hasSameSizeAs(figures);
    for (int i = 0; i < greatest.size(); i++) {
      assertThat(greatest.get(i).getDouble(0)).isCloseTo(figures.get(i), within(tolerance));
    }
  }

  private static Column number(TableColumn figure) {
    return figure.col().cast("double").as(figure.name());
  }
}
