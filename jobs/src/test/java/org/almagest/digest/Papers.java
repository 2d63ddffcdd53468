package org.almagest.digest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Makes papers for tests of digests. */
final class Papers {
  static final LocalDate DAY = LocalDate.of(2025, 12, 3);

  private Papers() {}

  static DigestPaper paper(String id, String title) {
    return new DigestPaper(
        id,
        title,
        "",
        DAY,
        List.of("cs.DB"),
        Optional.empty(),
        List.of("Ada Lovelace"),
        List.of("name:ada lovelace"),
        Optional.of(new DigestPaper.Topic(1, "graph database, query planner")),
        0,
        Optional.empty());
  }

  static DigestPaper trending(String id, String title, int rank) {
    DigestPaper like = paper(id, title);
    return new DigestPaper(
        id,
        title,
        "About " + title + ".",
        DAY,
        like.categories(),
        like.doi(),
        like.authors(),
        like.authorIds(),
        like.topic(),
        7,
        Optional.of(new DigestPaper.Trend(rank, 3.5, 3, 0.25, 0.25)));
  }

  static DigestPaper published(String id, LocalDate day, long attention) {
    DigestPaper like = paper(id, "Title of " + id);
    return new DigestPaper(
        id,
        like.title(),
        "",
        day,
        like.categories(),
        like.doi(),
        like.authors(),
        like.authorIds(),
        like.topic(),
        attention,
        Optional.empty());
  }

  static DigestPaper onTopic(String id, Optional<DigestPaper.Topic> topic) {
    DigestPaper like = paper(id, "Title of " + id);
    return new DigestPaper(
        id,
        like.title(),
        "",
        DAY,
        like.categories(),
        like.doi(),
        like.authors(),
        like.authorIds(),
        topic,
        0,
        Optional.empty());
  }

  /** Of everybody's papers, with room for all. */
  static DigestProfile profile(
      List<String> queries, List<String> topics, List<String> authors, List<String> categories) {
    return new DigestProfile(
        "test", "A digest", queries, topics, authors, categories, 30, 10, Optional.empty());
  }
}
