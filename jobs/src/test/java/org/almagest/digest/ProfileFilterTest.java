package org.almagest.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileFilterTest {
  private static final DigestPaper PAPER =
      Papers.paper("arxiv:1", "Query planning for Graph Databases: a survey");

  private static List<String> reasons(
      List<String> queries, List<String> topics, List<String> authors, List<String> categories) {
    return new ProfileFilter(Papers.profile(queries, topics, authors, categories)).reasons(PAPER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "graph planning",
        "GRAPH",
        "\"graph databases\" survey",
        "\"query planning\"",
        "Quéry"
      })
  void aQueryMatchesWhereAllItsWordsStand(String query) {
    assertThat(reasons(List.of(query), List.of(), List.of(), List.of())).containsExactly(query);
  }

  @ParameterizedTest
  @ValueSource(strings = {"graph storage", "\"databases graph\"", "data", "plan"})
  void aQueryNeedsWholeWordsAndPhrasesInTheirOrder(String query) {
    assertThat(reasons(List.of(query), List.of(), List.of(), List.of())).isEmpty();
  }

  @Test
  void topicsAreKnownByNumberOrByWordsOfTheirLabel() {
    assertThat(reasons(List.of(), List.of("1", "2", "query planner", "plan"), List.of(), List.of()))
        .containsExactly("topic 1", "topic query planner");
  }

  @Test
  void authorsAreKnownByNameWithoutRegardToSpellingOrById() {
    assertThat(reasons(List.of(), List.of(), List.of("ADA  Lövelace"), List.of()))
        .containsExactly("Ada Lovelace");
    assertThat(reasons(List.of(), List.of(), List.of("name:ada lovelace"), List.of()))
        .containsExactly("Ada Lovelace");
    assertThat(reasons(List.of(), List.of(), List.of("Lovelace"), List.of())).isEmpty();
  }

  @Test
  void aStarStandsForTheRestOfACategory() {
    assertThat(reasons(List.of(), List.of(), List.of(), List.of("cs.*", "cs.db", "cs.D", "math.*")))
        .containsExactly("cs.*", "cs.db");
  }

  @Test
  void aProfileOfNothingIsAboutEverything() {
    assertThat(
            new ProfileFilter(Papers.profile(List.of(), List.of(), List.of(), List.of())).isOpen())
        .isTrue();
    assertThat(
            new ProfileFilter(Papers.profile(List.of("a"), List.of(), List.of(), List.of()))
                .isOpen())
        .isFalse();
  }
}
