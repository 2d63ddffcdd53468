package org.almagest.citations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.almagest.stage.ContractRow;
import org.almagest.stage.SparkSuite;
import org.almagest.stage.StageBench;
import org.almagest.table.Papers;
import org.almagest.table.TopicMainPaths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("serial") // see SparkSuite
class MainPathsIT extends SparkSuite {
  private static final int TOPIC = 7;

  @TempDir Path directory;

  private final CitedCorpus corpus = new CitedCorpus();
  private Map<String, Long> counts;

  private void papersOf(int topic, String... papers) {
    for (String paper : papers) {
      corpus.paper(paper, 2000, null).topic(paper, topic, 0.7).topic(paper, topic + 1, 0.3);
    }
  }

  private void dated(String paper, int year, String day) {
    corpus
        .paper(
            ContractRow.of(Papers.TABLE)
                .with(Papers.YEAR, year)
                .with(Papers.PUBLISHED_DATE, day == null ? null : Date.valueOf(day)),
            paper)
        .topic(paper, TOPIC, 1);
  }

  private List<String> rows(int partitions) {
    try (StageBench bench = corpus.bench(directory.resolve("warehouse"), spark(), partitions)) {
      counts = bench.run(new MainPathsJob());
      return sorted(bench.table(TopicMainPaths.TABLE));
    }
  }

  /** 5 and 4 cite 3, 4 cites 2, 3 cites 2 and 1, and 2 cites 0: five search paths. */
  private void handComputedTopic() {
    papersOf(TOPIC, "0", "1", "2", "3", "4", "5");
    corpus.citesAll("5", "3").citesAll("4", "3", "2").citesAll("3", "2", "1").citesAll("2", "0");
  }

  private static final List<String> BY_HAND =
      List.of("[7,1,2,0,3.0,0.6]", "[7,2,3,2,2.0,0.4]", "[7,3,4,3,2.0,0.4]");

  @Test
  void theMainPathLeadsFromTheOldestCitationToTheNewest() {
    handComputedTopic();
    assertThat(rows(1)).as("4 and 5 are alike").isEqualTo(BY_HAND);
    assertThat(counts)
        .containsExactly(
            Map.entry("topics with a main path", 1L),
            Map.entry("citations within a topic", 6L),
            Map.entry("of these left out, as papers cite each other in a circle", 0L));
  }

  @Test
  void listsSelfReferencesAndWorksOutsideInVain() {
    handComputedTopic();
    corpus.cites("3", "3", true).cites("0", "0", true).citesOutside("0", "x").listedTwice();
    assertThat(rows(3)).isEqualTo(BY_HAND);
    assertThat(counts).containsEntry("citations within a topic", 6L);
  }

  @Test
  void aPaperBelongsToItsLargestTopicAndCitationsBetweenTopicsDoNotCount() {
    handComputedTopic();
    papersOf(2, "x", "y");
    corpus.paper("z", 2000, null).topic("z", 9, 0.5).topic("z", 2, 0.5);
    corpus.paper("none", 2000, null);
    corpus.citesAll("x", "y", "4", "5").citesAll("z", "x").citesAll("none", "x", "4");
    List<String> expected = new ArrayList<>(List.of("[2,1,x,y,1.0,1.0]", "[2,2,z,x,1.0,1.0]"));
    expected.addAll(BY_HAND);
    assertThat(rows(3)).as("of equal weights the first topic").isEqualTo(expected);
    assertThat(counts).containsEntry("topics with a main path", 2L);
  }

  @Test
  void ofPapersThatCiteEachOtherTheLaterOneCites() {
    dated("a", 2010, "2010-09-01");
    dated("b", 2010, "2010-03-01");
    dated("c", 2010, null);
    corpus.citesAll("a", "b").citesAll("b", "a", "c").citesAll("c", "a");
    assertThat(rows(1)).containsExactly("[7,1,b,c,1.0,1.0]", "[7,2,a,b,1.0,1.0]");
    assertThat(counts)
        .containsEntry("citations within a topic", 4L)
        .containsEntry("of these left out, as papers cite each other in a circle", 2L);
  }

  @Test
  void otherIdsChangeNothingButTheIds() {
    // Without 5 there is one path of the greatest sum: 4-3-2-0.
    Map<String, String> names = Map.of("0", "u", "1", "a", "2", "k", "3", "z", "4", "c");
    for (UnaryOperator<String> name :
        List.<UnaryOperator<String>>of(UnaryOperator.identity(), names::get)) {
      CitedCorpus topic = new CitedCorpus();
      names
          .keySet()
          .forEach(p -> topic.paper(name.apply(p), 2000, null).topic(name.apply(p), 7, 1));
      topic.citesAll(name.apply("4"), name.apply("3"), name.apply("2"));
      topic.citesAll(name.apply("3"), name.apply("2"), name.apply("1"));
      topic.citesAll(name.apply("2"), name.apply("0"));
      try (StageBench bench = topic.bench(directory.resolve("warehouse"), spark(), 2)) {
        bench.run(new MainPathsJob());
        assertThat(sorted(bench.table(TopicMainPaths.TABLE)))
            .containsExactly(
                row(1, name.apply("2"), name.apply("0"), 2, 2 / 3.0),
                row(2, name.apply("3"), name.apply("2"), 1, 1 / 3.0),
                row(3, name.apply("4"), name.apply("3"), 2, 2 / 3.0));
      }
    }
  }

  private static String row(
      int position, String citing, String cited, double paths, double weight) {
    return List.of(TOPIC, position, citing, cited, paths, weight).toString().replace(" ", "");
  }

  @Test
  void moreSearchPathsThanADoubleHoldsAreNotTold() {
    // 1,100 diamonds one after the other: each doubles the paths.
    int diamonds = 1_100;
    for (int i = 0; i <= 3 * diamonds; i++) {
      corpus.paper(name(i), 2000, null).topic(name(i), TOPIC, 1);
    }
    for (int top = 3; top <= 3 * diamonds; top += 3) {
      corpus
          .citesAll(name(top), name(top - 1), name(top - 2))
          .citesAll(name(top - 1), name(top - 3))
          .citesAll(name(top - 2), name(top - 3));
    }
    assertThat(rows(2)).hasSize(2 * diamonds).allMatch(row -> row.endsWith(",null,0.5]"));
  }

  private static String name(int node) {
    return String.format("%05d", node);
  }

  @Test
  void theTableDoesNotDependOnHowItsInputIsSpread() {
    handComputedTopic();
    papersOf(2, "x", "y");
    corpus.citesAll("x", "y");
    spark().conf().set("spark.sql.shuffle.partitions", "7");
    try {
      assertThat(rows(7)).hasSize(4).containsAll(BY_HAND);
    } finally {
      spark().conf().set("spark.sql.shuffle.partitions", "3");
    }
  }

  @Test
  void withoutCitationsOrPapersThereIsNoPath() {
    assertThat(rows(1)).isEmpty();
    papersOf(TOPIC, "0", "1");
    assertThat(rows(1)).isEmpty();
    assertThat(counts.values()).containsOnly(0L);
  }
}
