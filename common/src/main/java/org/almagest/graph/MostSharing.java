package org.almagest.graph;

/**
 * Those that share most with one paper, best first; see {@link CoupledPapers}, whose formulas these
 * are. What is kept does not depend on the order in which others are offered.
 */
final class MostSharing {
  private final int minimumShared;
  private final int[] other;
  private final int[] otherSize;
  private final int[] shared;
  private final double[] cosine;
  private int count;
  private int paper;
  private int size;

  MostSharing(CoupledPapers limits) {
    this.minimumShared = limits.minimumShared();
    this.other = new int[limits.top()];
    this.otherSize = new int[limits.top()];
    this.shared = new int[limits.top()];
    this.cosine = new double[limits.top()];
  }

  /**
   * Forgets what was offered to another paper.
   *
   * @param itsSize d(p)
   */
  void begin(int newPaper, int itsSize) {
    paper = newPaper;
    size = itsSize;
    count = 0;
  }

  /**
   * Offers another paper.
   *
   * @param itsSize d(q)
   * @param common c(p,q)
   */
  void offer(int candidate, int itsSize, int common) {
    if (common < minimumShared) {
      return;
    }
    double its = common / Math.sqrt((double) size * itsSize);
    if (count == other.length) {
      if (!isBefore(candidate, common, its, count - 1)) {
        return;
      }
      count--;
    }
    int at = count++;
    while (at > 0 && isBefore(candidate, common, its, at - 1)) {
      other[at] = other[at - 1];
      otherSize[at] = otherSize[at - 1];
      shared[at] = shared[at - 1];
      cosine[at] = cosine[at - 1];
      at--;
    }
    other[at] = candidate;
    otherSize[at] = itsSize;
    shared[at] = common;
    cosine[at] = its;
  }

  private boolean isBefore(int candidate, int common, double its, int place) {
    int order = Double.compare(cosine[place], its);
    if (order == 0) {
      order = Integer.compare(shared[place], common);
    }
    return order == 0 ? candidate < other[place] : order < 0;
  }

  /**
   * Visits those that are kept.
   *
   * @param items I
   */
  void visit(long items, CoupledPapers.PairVisitor visitor) {
    for (int i = 0; i < count; i++) {
      double chance = (double) size * otherSize[i] / items;
      visitor.visit(paper, other[i], shared[i], cosine[i], shared[i] / chance);
    }
  }
}
