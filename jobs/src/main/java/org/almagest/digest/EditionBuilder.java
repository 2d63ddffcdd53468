package org.almagest.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.almagest.digest.Edition.Entry;
import org.almagest.digest.Edition.Group;

/**
 * Chooses the papers of an edition from those of its period. It holds no more than the edition has
 * room for, however many it is offered.
 */
public final class EditionBuilder {
  private static final Comparator<Entry> BY_RANK =
      Comparator.comparing((Entry entry) -> entry.paper().trend().orElseThrow().rank())
          .thenComparing(entry -> entry.paper().id());

  private static final Comparator<Entry> BY_INTEREST =
      Comparator.comparing((Entry entry) -> entry.reasons().size(), Comparator.reverseOrder())
          .thenComparing(entry -> entry.paper().attention(), Comparator.reverseOrder())
          .thenComparing(entry -> entry.paper().published(), Comparator.reverseOrder())
          .thenComparing(entry -> entry.paper().id());

  private final EditionKey key;
  private final DigestProfile profile;
  private final ProfileFilter filter;
  private final Set<String> told;
  private final TreeSet<Entry> trending = new TreeSet<>(BY_RANK);
  private final TreeSet<Entry> fresh = new TreeSet<>(BY_INTEREST);
  private long more;

  /**
   * @param told ids of papers that earlier editions told of
   */
  public EditionBuilder(EditionKey key, DigestProfile profile, Set<String> told) {
    this.key = key;
    this.profile = profile;
    this.filter = new ProfileFilter(profile);
    this.told = Set.copyOf(told);
  }

  /** A paper that was published in the period or trends in it; each once. */
  public void offer(DigestPaper paper) {
    List<String> reasons = filter.reasons(paper);
    if (told.contains(paper.id()) || (reasons.isEmpty() && !filter.isOpen())) {
      return;
    }
    Entry entry = new Entry(paper, reasons);
    if (paper.trend().isPresent() && profile.trendingPapers() > 0) {
      trending.add(entry);
      if (trending.size() <= profile.trendingPapers()) {
        return;
      }
      entry = trending.pollLast();
    }
    if (isNew(entry.paper())) {
      fresh.add(entry);
      if (fresh.size() > profile.newPapers()) {
        fresh.pollLast();
        more++;
      }
    }
  }

  private boolean isNew(DigestPaper paper) {
    return !paper.published().isBefore(key.start()) && !paper.published().isAfter(key.end());
  }

  /**
   * The edition.
   *
   * @param bursts terms that burst in the period
   */
  public Edition build(List<String> bursts) {
    return new Edition(key, profile.title(), bursts, groups(trending), groups(fresh), more);
  }

  /** By topic, in the order of the first paper of each; those without come last. */
  private static List<Group> groups(Set<Entry> entries) {
    Map<Optional<String>, List<Entry>> byTopic = new LinkedHashMap<>();
    for (Entry entry : entries) {
      byTopic
          .computeIfAbsent(
              entry.paper().topic().map(DigestPaper.Topic::label), topic -> new ArrayList<>())
          .add(entry);
    }
    List<Entry> without = byTopic.remove(Optional.<String>empty());
    List<Group> groups = new ArrayList<>();
    byTopic.forEach((label, papers) -> groups.add(new Group(label, papers)));
    if (without != null) {
      groups.add(new Group(Optional.empty(), without));
    }
    return groups;
  }
}
