package org.almagest.coauthors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.almagest.config.Settings;
import org.almagest.stage.ContractRow;
import org.almagest.stage.SparkSuite;
import org.almagest.stage.StageBench;
import org.almagest.table.Affiliations;
import org.almagest.table.AuthorMetrics;
import org.almagest.table.AuthorYears;
import org.almagest.table.Authorships;
import org.almagest.table.CoauthorEdgeYears;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.CoauthorPeriods;
import org.almagest.table.Papers;
import org.almagest.table.TableColumn;
import org.almagest.table.TableContract;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same authors under ids that are as hard to write down as ids can be, in another order. */
@SuppressWarnings("serial") // see SparkSuite
class OtherIdsIT extends SparkSuite {
  private static final Map<String, String> OTHER_IDS =
      Map.of(
          "ann", "z, \"the\" first",
          "bob", "y\nof two lines",
          "cid", "x'; DROP TABLE papers; --",
          "dan", "w\t\u202e\ud83d\ude00",
          "eve", "v<&>",
          "fay", "[u,1]",
          "gus", " ");

  /** Two triangles with cid in common, one pair of them twice; a pair; and two by themselves. */
  private static final List<List<String>> TEAMS =
      List.of(
          List.of("ann", "bob", "cid"),
          List.of("bob", "ann"),
          List.of("dan", "cid", "eve"),
          List.of("fay"),
          List.of("gus"));

  /** Numbered in the order of ids where sizes are the same: compared as sets of authors. */
  private static final List<TableColumn> NUMBERED =
      List.of(AuthorMetrics.COMPONENT_ID, AuthorMetrics.COMMUNITY_ID);

  /** What the stage says of the corpus, with the ids that it has here. */
  private record Figures(Map<String, Long> counts, List<String> rows, Set<Set<String>> parts) {}

  @TempDir Path directory;

  @Test
  void changeNothingElse() {
    Figures expected = figures(UnaryOperator.identity());

    Figures found = figures(OTHER_IDS::get);

    assertThat(found.rows()).isEqualTo(expected.rows());
    assertThat(found.parts()).isEqualTo(expected.parts());
    assertThat(found.counts()).isEqualTo(expected.counts());
    assertThat(found.rows())
        .contains(
            "coauthor_edges [ann, bob, 2, 2.000000000, 1.500000000, 0.833333333, 3.111111111, 2000, 2001]");
    assertThat(found.parts()).contains(Set.of("fay"), Set.of("ann", "bob", "cid", "dan", "eve"));
  }

  private Figures figures(UnaryOperator<String> idOf) {
    List<Row> papers = new ArrayList<>();
    List<Row> authorships = new ArrayList<>();
    Map<String, String> names = new HashMap<>();
    for (int paper = 0; paper < TEAMS.size(); paper++) {
      List<String> team = TEAMS.get(paper);
      papers.add(
          ContractRow.of(Papers.TABLE)
              .with(Papers.PAPER_ID, "p" + paper)
              .with(Papers.TITLE, "A title")
              .with(Papers.YEAR, 2000 + paper)
              .build());
      for (int i = 0; i < team.size(); i++) {
        String id = idOf.apply(team.get(i));
        names.put(id, team.get(i));
        authorships.add(
            ContractRow.of(Authorships.TABLE)
                .with(Authorships.PAPER_ID, "p" + paper)
                .with(Authorships.POSITION, i + 1)
                .with(Authorships.AUTHOR_ID, id)
                .with(Authorships.RAW_NAME, id)
                .with(Authorships.FRACTION, 1.0 / team.size())
                .build());
      }
    }
    try (StageBench bench =
        new StageBench(directory.resolve("warehouse"), spark())
            .with(Papers.TABLE, dataset(Papers.TABLE, papers))
            .with(Authorships.TABLE, dataset(Authorships.TABLE, authorships))
            .with(Affiliations.TABLE, dataset(Affiliations.TABLE, List.of()))) {
      Map<String, Long> counts = bench.run(new CoauthorsJob(Settings.defaults()));
      List<String> rows = new ArrayList<>();
      for (TableContract table :
          List.of(
              AuthorYears.TABLE,
              CoauthorEdges.TABLE,
              CoauthorEdgeYears.TABLE,
              AuthorMetrics.TABLE,
              CoauthorPeriods.TABLE)) {
        bench.table(table).collectAsList().forEach(row -> rows.add(text(table, row, names)));
      }
      return new Figures(
          counts, rows.stream().sorted().toList(), parts(bench.table(AuthorMetrics.TABLE), names));
    }
  }

  /** A row with the ids of here, its key in order, and numbers to nine digits. */
  private static String text(TableContract table, Row row, Map<String, String> names) {
    List<String> cells = new ArrayList<>();
    for (TableColumn column : table.columns()) {
      Object value = row.getAs(column.name());
      if (value instanceof Double number) {
        cells.add("%.9f".formatted(number));
      } else if (!NUMBERED.contains(column)) {
        cells.add(names.getOrDefault(String.valueOf(value), String.valueOf(value)));
      }
    }
    if (table.key().contains(CoauthorEdges.AUTHOR_B)) {
      cells.subList(0, 2).sort(Comparator.naturalOrder());
    }
    return table.name() + " " + cells;
  }

  /** Authors by component, and by community. */
  private static Set<Set<String>> parts(Dataset<Row> metrics, Map<String, String> names) {
    Set<Set<String>> parts = new HashSet<>();
    for (TableColumn number : NUMBERED) {
      Map<Integer, Set<String>> members = new HashMap<>();
      for (Row row : metrics.collectAsList()) {
        members
            .computeIfAbsent(row.getAs(number.name()), unused -> new HashSet<>())
            .add(names.get(row.<String>getAs(AuthorMetrics.AUTHOR_ID.name())));
      }
      parts.addAll(members.values());
    }
    return parts;
  }
}
