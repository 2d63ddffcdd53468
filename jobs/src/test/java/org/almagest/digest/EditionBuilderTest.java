package org.almagest.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.almagest.stats.CalendarPeriod;
import org.junit.jupiter.api.Test;

class EditionBuilderTest {
  private static final EditionKey WEEK = EditionKey.of("test", CalendarPeriod.WEEK, Papers.DAY);

  private static DigestProfile profile(int newPapers, int trendingPapers) {
    return new DigestProfile(
        "test",
        "A digest",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        newPapers,
        trendingPapers,
        Optional.empty());
  }

  private static Edition edition(
      DigestProfile profile, Set<String> told, List<DigestPaper> papers) {
    EditionBuilder builder = new EditionBuilder(WEEK, profile, told);
    papers.forEach(builder::offer);
    return builder.build(List.of());
  }

  private static List<String> ids(List<Edition.Group> groups) {
    return groups.stream()
        .flatMap(group -> group.entries().stream())
        .map(entry -> entry.paper().id())
        .toList();
  }

  @Test
  void aPaperThatTrendsAndIsNewComesOnce() {
    Edition edition =
        edition(
            profile(10, 10),
            Set.of(),
            List.of(
                Papers.trending("b", "B", 2),
                Papers.trending("a", "A", 1),
                Papers.paper("c", "C")));
    assertThat(ids(edition.trending())).containsExactly("a", "b");
    assertThat(ids(edition.fresh())).containsExactly("c");
  }

  @Test
  void papersOfEarlierEditionsDoNotComeAgain() {
    Edition edition =
        edition(
            profile(10, 10),
            Set.of("a", "c"),
            List.of(Papers.trending("a", "A", 1), Papers.paper("c", "C"), Papers.paper("d", "D")));
    assertThat(edition.papers()).extracting(DigestPaper::id).containsExactly("d");
  }

  @Test
  void whatTrendsWithoutRoomIsNewIfItIs() {
    DigestPaper old =
        new DigestPaper(
            "old",
            "Old",
            "",
            LocalDate.of(2020, 1, 1),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            0,
            Optional.of(new DigestPaper.Trend(3, 1, 0, 1, 0)));
    Edition edition =
        edition(
            profile(10, 1),
            Set.of(),
            List.of(old, Papers.trending("b", "B", 2), Papers.trending("a", "A", 1)));
    assertThat(ids(edition.trending())).containsExactly("a");
    assertThat(ids(edition.fresh())).containsExactly("b");
    assertThat(edition.more()).isZero();
  }

  @Test
  void thereIsRoomForTheMostInterestingAndTheOthersAreCounted() {
    List<DigestPaper> papers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      papers.add(Papers.published("p" + i, Papers.DAY, i));
    }
    papers.add(Papers.published("late", LocalDate.of(2025, 12, 8), 99));
    papers.add(Papers.published("early", LocalDate.of(2025, 11, 30), 99));
    Edition expected = edition(profile(3, 10), Set.of(), papers);
    assertThat(ids(expected.fresh())).containsExactly("p19", "p18", "p17");
    assertThat(expected.more()).isEqualTo(17);
    Collections.shuffle(papers, new Random(1));
    assertThat(edition(profile(3, 10), Set.of(), papers)).isEqualTo(expected);
  }

  @Test
  void topicsComeInTheOrderOfTheirFirstPapersAndThoseWithoutComeLast() {
    Edition edition =
        edition(
            profile(10, 10),
            Set.of(),
            List.of(
                Papers.onTopic("a", Optional.empty()),
                Papers.onTopic("b", Optional.of(new DigestPaper.Topic(2, "two"))),
                Papers.onTopic("c", Optional.of(new DigestPaper.Topic(1, "one"))),
                Papers.onTopic("d", Optional.of(new DigestPaper.Topic(2, "two")))));
    assertThat(edition.fresh())
        .extracting(group -> group.label().orElse("-"))
        .containsExactly("two", "one", "-");
    assertThat(ids(edition.fresh())).containsExactly("b", "d", "c", "a");
  }

  @Test
  void anEditionIsBeforeThoseThatEndLaterAndShorterOnesComeFirst() {
    EditionKey day = EditionKey.of("test", CalendarPeriod.DAY, LocalDate.of(2025, 12, 7));
    EditionKey month = EditionKey.of("test", CalendarPeriod.MONTH, Papers.DAY);
    assertThat(day.isBefore(WEEK)).as("both end on Sunday").isTrue();
    assertThat(WEEK.isBefore(day)).isFalse();
    assertThat(WEEK.isBefore(month)).isTrue();
    assertThat(WEEK.isBefore(WEEK)).isFalse();
  }
}
