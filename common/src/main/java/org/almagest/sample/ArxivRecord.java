package org.almagest.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What both arXiv formats say of a paper beyond its text, authors and date. */
final class ArxivRecord {
  /** Categories for which there is no file. */
  private static final List<String> OTHER_CATEGORIES =
      List.of("stat.OT", "cs.GL", "math.HO", "physics.gen-ph", "econ.TH");

  private static final double CROSS_LISTED = 0.25;
  private static final double WITH_DOI = 0.25;
  private static final double WITH_TWO_DOIS = 0.06;
  private static final double WITH_COMMENTS = 0.6;
  private static final double LONG_COMMENTS = 0.35;
  private static final double CHANGED = 0.4;
  private static final int FEWEST_DAYS = 10;
  private static final int DAY_RANGE = 13;

  final List<String> categories;
  final Optional<String> doi;
  final Optional<String> comments;

  /** Days from the first version to the second one; empty where there is none. */
  final Optional<Integer> daysToUpdate;

  /**
   * Draws the rest of a record.
   *
   * @param twoFiles whether the paper's second category is one that has a file
   */
  ArxivRecord(long seed, SyntheticPaper paper, PlantedTopics topics, boolean twoFiles) {
    Draws draws = new Draws(seed, paper.number(), Draws.Purpose.RECORD);
    String primary = topics.get(paper.mainTopic()).category();
    List<String> all = new ArrayList<>(2);
    all.add(primary);
    List<String> ours = topics.categories();
    String neighbour =
        ours.get((ours.indexOf(primary) + 1 + draws.below(ours.size() - 1)) % ours.size());
    boolean crossListed = draws.happens(CROSS_LISTED);
    String other = OTHER_CATEGORIES.get(draws.below(OTHER_CATEGORIES.size()));
    if (twoFiles) {
      all.add(neighbour);
    } else if (crossListed) {
      all.add(other);
    }
    categories = List.copyOf(all);
    // 10.5555 is the prefix for tests: no such DOI resolves.
    String ourDoi = "10.5555/almagest." + paper.number();
    boolean hasTwo = draws.happens(WITH_TWO_DOIS);
    doi =
        draws.happens(WITH_DOI)
            ? Optional.of(hasTwo ? ourDoi + " " + ourDoi + ".v2" : ourDoi)
            : Optional.empty();
    int pages = 4 + draws.below(40);
    boolean isLong = draws.happens(LONG_COMMENTS);
    comments =
        draws.happens(WITH_COMMENTS)
            ? Optional.of(
                isLong
                    ? pages + " pages, \"extended\" version;\n  code at https://example.org/code"
                    : pages + " pages")
            : Optional.empty();
    int days = FEWEST_DAYS + draws.below(DAY_RANGE);
    daysToUpdate = draws.happens(CHANGED) ? Optional.of(days) : Optional.empty();
  }
}
