package org.almagest.graph;

import java.util.Arrays;

/**
 * {@link CoupledPapers} for one paper of a graph that is too large for one task: from lists of the
 * papers that share each of its references, or each of the papers citing it. Memory: 24 to 48 bytes
 * for each paper in these lists.
 */
public final class SharersOfPaper {
  private static final int FREE = -1;
  private static final int SMALLEST = 1 << 6;

  // A table with open addressing, half of it free or more.
  private int[] papers = new int[SMALLEST];
  private int[] sizes = new int[SMALLEST];
  private int[] shared = new int[SMALLEST];
  private int count;

  public SharersOfPaper() {
    Arrays.fill(papers, FREE);
  }

  /**
   * Adds a paper of a list, once for each list it stands in. The paper that all share something
   * with is in all lists, too.
   *
   * @param size how many references, or citing papers, it has that are not left out
   */
  public void add(int paper, int size) {
    int at = place(paper);
    if (papers[at] == FREE) {
      if (2 * count >= papers.length) {
        grow();
        at = place(paper);
      }
      papers[at] = paper;
      sizes[at] = size;
      count++;
    }
    shared[at]++;
  }

  /** Where a paper stands in the table, or would. */
  private int place(int paper) {
    int mask = papers.length - 1;
    // Numbers that lie together are spread by the product's upper bits (Knuth 1973).
    int at = (paper * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(mask);
    while (papers[at] != paper && papers[at] != FREE) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    int[] oldPapers = papers;
    int[] oldSizes = sizes;
    int[] oldShared = shared;
    papers = new int[2 * oldPapers.length];
    sizes = new int[papers.length];
    shared = new int[papers.length];
    Arrays.fill(papers, FREE);
    for (int old = 0; old < oldPapers.length; old++) {
      if (oldPapers[old] != FREE) {
        int at = place(oldPapers[old]);
        papers[at] = oldPapers[old];
        sizes[at] = oldSizes[old];
        shared[at] = oldShared[old];
      }
    }
  }

  /**
   * Visits those that share most with a paper, in the order of {@link CoupledPapers#forEach}.
   *
   * @param paper which all lists hold
   * @param limits of what is visited
   * @param items number of all references, or citing papers, that are not left out
   */
  public void visit(
      int paper, CoupledPapers limits, long items, CoupledPapers.PairVisitor visitor) {
    MostSharing best = new MostSharing(limits);
    best.begin(paper, sizes[place(paper)]);
    for (int at = 0; at < papers.length; at++) {
      if (papers[at] != FREE && papers[at] != paper) {
        best.offer(papers[at], sizes[at], shared[at]);
      }
    }
    best.visit(items, visitor);
  }
}
