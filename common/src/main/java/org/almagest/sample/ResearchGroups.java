package org.almagest.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Research groups and who of them writes a paper. A group is its number, nothing is stored: papers
 * come in blocks of {@value #PAPERS_PER_GROUP} for each topic, a block has one group for each
 * topic, and a fifth of a block's papers come from groups of earlier blocks, so that old groups
 * have written more.
 */
final class ResearchGroups {
  static final int PAPERS_PER_GROUP = 25;
  private static final int SMALLEST = 3;

  /** Group g has the authors from g times this on. */
  static final int LARGEST = 12;

  private static final double EARLIER_GROUP = 0.2;
  private static final double SOLO = 0.12;
  private static final double GUEST = 0.08;
  private static final int MOST_MEMBERS = 6;

  private final int topics;

  ResearchGroups(int topics) {
    this.topics = topics;
  }

  /** The group that writes a paper on that topic. */
  long groupOf(long paper, int topic, Draws draws) {
    long block = paper / ((long) PAPERS_PER_GROUP * topics);
    if (block > 0 && draws.happens(EARLIER_GROUP)) {
      block = draws.below(block);
    }
    return block * topics + topic;
  }

  /** Members of a group; they do not depend on the seed. */
  static int size(long group) {
    return SMALLEST
        + (int)
            Long.remainderUnsigned(
                Draws.hash(0, group, Draws.Purpose.GROUPS), LARGEST - SMALLEST + 1);
  }

  /** Author numbers of a paper of that group, in order and all different. */
  List<Long> authors(long paper, long group, Draws draws) {
    int size = size(group);
    int count = draws.happens(SOLO) ? 1 : 2 + draws.below(Math.min(size, MOST_MEMBERS) - 1);
    List<Long> authors = new ArrayList<>(count + 1);
    while (authors.size() < count) {
      // The square favours the first members, as in real groups.
      double place = draws.nextFraction();
      long member = group * LARGEST + (int) (place * place * size);
      if (!authors.contains(member)) {
        authors.add(member);
      }
    }
    if (count > 1 && draws.happens(GUEST)) {
      long host = groupOf(paper, draws.below(topics), draws);
      if (host != group) {
        authors.add(host * LARGEST + draws.below(size(host)));
      }
    }
    return authors;
  }
}
