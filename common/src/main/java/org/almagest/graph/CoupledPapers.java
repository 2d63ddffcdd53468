package org.almagest.graph;

/**
 * The papers that share most with each paper, by references or by citing papers.
 *
 * <p>With c(p,q) what p and q share, d(p) what p has, and I the number of all that may be shared,
 * cosine (Salton and McGill 1983) is c(p,q) / √(d(p) d(q)), and association strength (van Eck and
 * Waltman 2009) c(p,q) I / (d(p) d(q)): what is shared over what would be by chance.
 *
 * <p>A reference that more than a limit of papers cite, or a citing paper with more references than
 * that, is left out, of c, d and I alike: it ties everything to everything and says little. That
 * bounds the work by the number of arcs times the limit. Memory: 12 n bytes beside the graph.
 *
 * @param top papers kept for each paper, from 1
 * @param minimumShared pairs that share fewer are no pairs, from 1
 * @param mostSharers what more papers share is left out, from 2
 */
public record CoupledPapers(int top, int minimumShared, int mostSharers) {
  public CoupledPapers {
    if (top < 1 || minimumShared < 1 || mostSharers < 2) {
      throw new IllegalArgumentException(
          "coupling takes a top and a minimum from 1 and a limit from 2, not "
              + top
              + ", "
              + minimumShared
              + " and "
              + mostSharers);
    }
  }

  /** Takes pairs of papers. */
  public interface PairVisitor {
    /**
     * A paper and one of those that share most with it.
     *
     * @param shared c(p,q)
     */
    void visit(int paper, int other, int shared, double cosine, double association);
  }

  /**
   * Visits each paper with those that share most with it: by falling cosine, then by falling number
   * shared, then by rising number of the other paper.
   *
   * @return how many references, or citing papers, were left out because too many share them
   */
  public int forEach(DirectedGraph citations, Coupling coupling, PairVisitor visitor) {
    Search search = search(citations, coupling);
    for (int paper = 0; paper < citations.nodes(); paper++) {
      search.visit(paper, visitor);
    }
    return search.leftOut();
  }

  /** Makes ready to visit the papers of a graph one by one. */
  public Search search(DirectedGraph citations, Coupling coupling) {
    return coupling == Coupling.BIBLIOGRAPHIC
        ? new Search(citations.out(), citations.in())
        : new Search(citations.in(), citations.out());
  }

  /** Finds the best of one paper after the other; not for several threads. */
  public final class Search {
    private final CompressedRows has;
    private final CompressedRows sharers;
    private final int[] size;
    private final int[] shared;
    private final int[] others;
    private final Best best = new Best(top);
    private long items;
    private int leftOut;

    private Search(CompressedRows has, CompressedRows sharers) {
      this.has = has;
      this.sharers = sharers;
      this.size = new int[has.nodes()];
      this.shared = new int[size.length];
      this.others = new int[size.length];
      for (int item = 0; item < size.length; item++) {
        if (sharers.length(item) > mostSharers) {
          leftOut++;
        } else if (sharers.length(item) > 0) {
          items++;
          for (int at = sharers.start[item]; at < sharers.start[item + 1]; at++) {
            size[sharers.column[at]]++;
          }
        }
      }
    }

    /** How many references, or citing papers, are left out because too many share them. */
    public int leftOut() {
      return leftOut;
    }

    /** Visits a paper with those that share most with it, in the order of {@link #forEach}. */
    public void visit(int paper, PairVisitor visitor) {
      int found = count(paper);
      best.clear();
      for (int i = 0; i < found; i++) {
        int other = others[i];
        if (shared[other] >= minimumShared) {
          best.offer(
              other, shared[other], shared[other] / Math.sqrt((double) size[paper] * size[other]));
        }
        shared[other] = 0;
      }
      for (int i = 0; i < best.count; i++) {
        double chance = (double) size[paper] * size[best.paper[i]] / items;
        visitor.visit(
            paper, best.paper[i], best.shared[i], best.cosine[i], best.shared[i] / chance);
      }
    }

    /** Counts what a paper shares with each other; returns how many those are. */
    private int count(int paper) {
      int found = 0;
      for (int at = has.start[paper]; at < has.start[paper + 1]; at++) {
        int item = has.column[at];
        if (sharers.length(item) > mostSharers) {
          continue;
        }
        for (int in = sharers.start[item]; in < sharers.start[item + 1]; in++) {
          int other = sharers.column[in];
          if (other != paper && shared[other]++ == 0) {
            others[found++] = other;
          }
        }
      }
      return found;
    }
  }

  /** The best so far, best first. */
  private static final class Best {
    final int[] paper;
    final int[] shared;
    final double[] cosine;
    int count;

    Best(int top) {
      this.paper = new int[top];
      this.shared = new int[top];
      this.cosine = new double[top];
    }

    void clear() {
      count = 0;
    }

    void offer(int other, int itsShared, double itsCosine) {
      if (count == paper.length) {
        if (!isBefore(other, itsShared, itsCosine, count - 1)) {
          return;
        }
        count--;
      }
      int at = count++;
      while (at > 0 && isBefore(other, itsShared, itsCosine, at - 1)) {
        paper[at] = paper[at - 1];
        shared[at] = shared[at - 1];
        cosine[at] = cosine[at - 1];
        at--;
      }
      paper[at] = other;
      shared[at] = itsShared;
      cosine[at] = itsCosine;
    }

    private boolean isBefore(int other, int itsShared, double itsCosine, int place) {
      int order = Double.compare(cosine[place], itsCosine);
      if (order == 0) {
        order = Integer.compare(shared[place], itsShared);
      }
      return order == 0 ? other < paper[place] : order < 0;
    }
  }
}
