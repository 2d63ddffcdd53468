package org.almagest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What must hold of answers that follow from a trained model, whatever its last digits: by what was
 * planted in the samples, or by what the answer says of itself.
 */
final class TopicAnswers {
  private final PlantedThemes themes = new PlantedThemes();

  /** Answers a query of the same warehouse, for figures that the question did not count. */
  private final Function<String, Answer> query;

  TopicAnswers(Function<String, Answer> query) {
    this.query = query;
  }

  /** Checks by the name of the question. */
  Map<String, Consumer<Answer>> checks() {
    return Map.ofEntries(
        Map.entry("largest-topics", this::largest),
        Map.entry("rising-topics", a -> trend(a, "rising", "falling")),
        Map.entry("falling-topics", a -> trend(a, "falling", "rising")),
        Map.entry("rising-in-category", this::risingInDatabases),
        Map.entry("topic-over-time", this::overTime),
        Map.entry("topic-words", this::words),
        Map.entry("ahead-of-their-topic", this::ahead),
        Map.entry("topic-neighbours", this::neighbours),
        Map.entry("papers-between-topics", this::between),
        Map.entry("topic-leaders", this::leaders),
        Map.entry("category-topics", this::categories),
        Map.entry("reviewers", this::reviewers),
        Map.entry("communities-at-work", this::communities),
        Map.entry("shared-by-institutions", this::shared),
        Map.entry("topic-citations", this::citations),
        Map.entry("reading-list", this::readingList),
        Map.entry("trending-papers", this::trending),
        Map.entry("bursts", this::bursts),
        Map.entry("quality", this::quality));
  }

  private void largest(Answer a) {
    assertThat(a.rows()).hasSize(12);
    assertThat(sum(a.numbers("word_share"))).isBetween(0.999, 1.001);
    falls(a.numbers("word_share"));
    assertThat(themes.in(a.texts("label"))).isEqualTo(themes.all());
  }

  private void trend(Answer a, String trend, String opposite) {
    assertThat(themes.in(a.texts("label")))
        .containsAll(themes.ofTrend(trend))
        .doesNotContainAnyElementsOf(themes.ofTrend(opposite));
    assertThat(a.numbers("growth_a_year")).allMatch(g -> trend.equals("rising") == g > 0);
    for (int i = 0; i < a.rows().size(); i++) {
      assertThat(a.texts("significant").get(i))
          .isEqualTo(String.valueOf(a.numbers("q_value").get(i) < 0.05));
    }
  }

  /** The theme of databases holds its share of all papers, and nothing rises in its category. */
  private void risingInDatabases(Answer a) {
    assertThat(themes.in(a.texts("label"))).containsExactly("graph databases");
    assertThat(a.numbers("mean_share").get(0)).isGreaterThan(0.6);
    assertThat(a.numbers("slope_a_year").get(0)).isBetween(0.0, 0.05);
  }

  private void overTime(Answer a) {
    assertThat(a.texts("year"))
        .isEqualTo(IntStream.rangeClosed(2010, 2025).mapToObj(String::valueOf).toList());
    for (int i = 0; i < a.rows().size(); i++) {
      double share = a.numbers("share").get(i);
      assertThat(a.numbers("share_low").get(i)).isLessThanOrEqualTo(share);
      assertThat(a.numbers("share_high").get(i)).isGreaterThanOrEqualTo(share);
      assertThat(a.numbers("papers").get(i) / a.numbers("papers_of_all_topics").get(i))
          .isBetween(share - 1e-3, share + 1e-3);
    }
  }

  private void words(Answer a) {
    falls(a.numbers("relevance"));
    String label = query.apply("SELECT label FROM topics WHERE topic_id = 0").texts("label").get(0);
    assertThat(a.texts("term")).hasSize(20).containsAll(List.of(label.split(", ", -1)));
  }

  private void ahead(Answer a) {
    falls(a.numbers("citations"));
    assertThat(a.numbers("years_ahead")).allMatch(years -> years >= 0);
    assertThat(themes.in(a.texts("topic")))
        .doesNotContainAnyElementsOf(themes.ofTrend("falling"))
        .isNotEmpty();
  }

  private void neighbours(Answer a) {
    falls(a.numbers("papers"));
    assertThat(a.numbers("papers")).allMatch(papers -> papers >= 1);
    for (List<Object> row : a.rows()) {
      assertThat(row.get(0)).isNotEqualTo(row.get(1));
    }
    assertThat(a.numbers("distance")).allMatch(d -> d > 0 && d <= 0.8326);
  }

  private void between(Answer a) {
    falls(a.numbers("effective_topics"));
    for (int i = 0; i < a.rows().size(); i++) {
      double largest = a.numbers("largest_weight").get(i);
      assertThat(a.numbers("effective_topics").get(i))
          .isBetween(1 / largest - 0.01, 1 / (largest * largest) + 0.01)
          .isGreaterThan(2);
    }
  }

  private void leaders(Answer a) {
    assertThat(a.numbers("place"))
        .isEqualTo(IntStream.range(0, 36).mapToObj(i -> i % 3 + 1.0).toList());
    for (int first = 0; first < 36; first += 3) {
      assertThat(new TreeSet<>(a.texts("topic_id").subList(first, first + 3))).hasSize(1);
      falls(a.numbers("papers").subList(first, first + 3));
    }
  }

  private void categories(Answer a) {
    int known = 0;
    for (int i = 0; i < a.rows().size(); i++) {
      var planted = themes.ofCategory(a.texts("category").get(i));
      known += planted.size();
      assertThat(themes.in(a.texts("topic").subList(i, i + 1))).containsAll(planted);
    }
    assertThat(known).isGreaterThanOrEqualTo(12);
    assertThat(a.numbers("lift")).allMatch(lift -> lift > 1);
  }

  private void reviewers(Answer a) {
    assertThat(a.rows()).hasSize(10);
    falls(a.numbers("similarity"));
    String ids = "('" + String.join("', '", a.texts("author_id")) + "')";
    String paper =
        "(SELECT paper_id FROM paper_metrics WHERE paper_id IN (SELECT paper_id FROM authorships)"
            + " ORDER BY citations DESC, paper_id LIMIT 1)";
    String authors = "(SELECT author_id FROM authorships WHERE paper_id = " + paper + ")";
    assertThat(
            query
                .apply(
                    "SELECT count(*) AS n FROM authorships a JOIN authorships b USING (paper_id)"
                        + (" WHERE a.author_id IN " + ids + " AND b.author_id IN " + authors))
                .numbers("n"))
        .as("papers with its authors")
        .containsExactly(0.0);
    String main = "arg_max(topic_id, weight)";
    assertThat(
            query
                .apply(
                    "WITH m AS (SELECT paper_id, "
                        + main
                        + " AS t FROM paper_topics GROUP BY 1)"
                        + " SELECT count(DISTINCT author_id) AS n FROM authorships JOIN m USING"
                        + (" (paper_id) WHERE author_id IN " + ids + " AND t = (SELECT t FROM m")
                        + (" WHERE paper_id = " + paper + ")"))
                .numbers("n"))
        .as("those with a paper of its main topic")
        .containsExactly(10.0);
  }

  private void communities(Answer a) {
    falls(a.numbers("authors"));
    assertThat(a.values("leading_authors"))
        .allMatch(names -> names instanceof List<?> list && !list.isEmpty());
    assertThat(a.numbers("share_of_work")).allMatch(share -> share > 0.2 && share <= 1);
  }

  private void shared(Answer a) {
    Answer most =
        query.apply(
            "SELECT max(papers) AS most, (SELECT e.papers FROM institution_edges e JOIN institutions a"
                + " ON a.institution_id = institution_a JOIN institutions b ON b.institution_id ="
                + (" institution_b WHERE a.name = '" + a.texts("institution_a").get(0) + "'")
                + (" AND b.name = '" + a.texts("institution_b").get(0) + "') AS theirs")
                + " FROM institution_edges");
    assertThat(most.numbers("theirs")).isEqualTo(most.numbers("most"));
    for (int i = 0; i < a.rows().size(); i++) {
      assertThat(a.numbers("papers_together").get(i))
          .isLessThanOrEqualTo(
              Math.min(a.numbers("papers_a").get(i), a.numbers("papers_b").get(i)));
    }
    assertThat(sum(a.numbers("papers_together")))
        .isLessThanOrEqualTo(most.numbers("most").get(0) + 0.05)
        .isGreaterThan(most.numbers("most").get(0) / 2);
  }

  /** Nine citations in ten were planted within the main topic. */
  private void citations(Answer a) {
    falls(a.numbers("citations"));
    assertThat(a.numbers("share")).allMatch(share -> share > 0 && share < 0.2);
    for (List<Object> row : a.rows()) {
      assertThat(row.get(0)).isNotEqualTo(row.get(1));
    }
  }

  private void readingList(Answer a) {
    assertThat(a.numbers("step"))
        .isEqualTo(IntStream.rangeClosed(1, a.rows().size()).mapToObj(i -> (double) i).toList())
        .hasSizeGreaterThan(3);
    assertThat(new TreeSet<>(a.texts("topic"))).hasSize(1);
    assertThat(a.numbers("year")).isSorted();
    List<String> papers = a.texts("paper_id");
    for (int i = 1; i < papers.size(); i++) {
      assertThat(
              query
                  .apply(
                      "SELECT count(*) AS n FROM citations WHERE citing_id = '"
                          + (papers.get(i) + "' AND cited_id = '" + papers.get(i - 1) + "'"))
                  .numbers("n"))
          .containsExactly(1.0);
    }
  }

  private void trending(Answer a) {
    assertThat(new TreeSet<>(a.texts("period_start"))).hasSize(1);
    falls(a.numbers("score"));
    for (int i = 0; i < a.rows().size(); i++) {
      assertThat(a.numbers("place").get(i)).isEqualTo(i + 1.0);
      assertThat(a.numbers("score").get(i))
          .isCloseTo(
              a.numbers("attention_part").get(i)
                  + a.numbers("citation_part").get(i)
                  + a.numbers("topic_part").get(i),
              within(0.002));
    }
  }

  private void bursts(Answer a) {
    assertThat(a.numbers("q_value")).allMatch(q -> q <= 0.05);
    assertThat(a.texts("period_start")).isSortedAccordingTo(Comparator.<String>reverseOrder());
    for (int i = 0; i < a.rows().size(); i++) {
      assertThat(a.numbers("ratio_low").get(i)).isBetween(1.0, a.numbers("rate_ratio").get(i));
      assertThat(a.numbers("papers").get(i)).isLessThanOrEqualTo(a.numbers("period_papers").get(i));
    }
  }

  private void quality(Answer a) {
    assertThat(a.texts("name")).contains("keys-broken", "records-rejected", "topic-shares");
    assertThat(new TreeSet<>(a.texts("severity"))).containsExactly("error", "warn");
    for (int i = 0; i < a.rows().size(); i++) {
      assertThat(a.texts("passed").get(i)).as("the samples pass").isEqualTo("true");
      assertThat(a.numbers("observed").get(i)).isBetween(0.0, a.numbers("threshold").get(i));
    }
  }

  private static double sum(List<Double> numbers) {
    return numbers.stream().mapToDouble(n -> n).sum();
  }

  private static void falls(List<Double> numbers) {
    assertThat(numbers).isSortedAccordingTo(Comparator.<Double>reverseOrder());
  }
}
