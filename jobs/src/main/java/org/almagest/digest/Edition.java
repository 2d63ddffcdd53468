package org.almagest.digest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One edition of a digest.
 *
 * @param key which one
 * @param title of the profile
 * @param bursts terms that burst in the period
 * @param trending trending papers by topic
 * @param fresh new papers by topic
 * @param more new papers that match and for which there is no room
 */
public record Edition(
    EditionKey key,
    String title,
    List<String> bursts,
    List<Group> trending,
    List<Group> fresh,
    long more) {
  /**
   * Papers of a topic.
   *
   * @param label the topic's label; empty where none is known
   */
  public record Group(Optional<String> label, List<Entry> entries) {
    public Group {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A paper, and what of the profile it matches.
   *
   * @param reasons empty for a profile that is about everything
   */
  public record Entry(DigestPaper paper, List<String> reasons) {
    public Entry {
      reasons = List.copyOf(reasons);
    }
  }

  public Edition {
    bursts = List.copyOf(bursts);
    trending = List.copyOf(trending);
    fresh = List.copyOf(fresh);
  }

  /** Its papers, in the order in which it tells of them. */
  public List<DigestPaper> papers() {
    return Stream.concat(trending.stream(), fresh.stream())
        .flatMap(group -> group.entries().stream())
        .map(Entry::paper)
        .toList();
  }

  /** What stands above it, and in the subject of a message. */
  String heading() {
    return DisplayText.oneLine(title) + ", " + key.periodText();
  }

  /** The subject of a message: the heading and the first paper. */
  String subject() {
    List<DigestPaper> papers = papers();
    if (papers.isEmpty()) {
      return heading();
    }
    String first = heading() + ": " + DisplayText.cut(papers.get(0).title(), 80);
    return papers.size() == 1 ? first : first + " and " + (papers.size() - 1) + " more";
  }
}
