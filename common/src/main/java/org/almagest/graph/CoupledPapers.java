package org.almagest.graph;

import java.io.Serializable;

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
public record CoupledPapers(int top, int minimumShared, int mostSharers) implements Serializable {
  private static final long serialVersionUID = 1L;

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

  /** Memory of a search and of building its graph, in bytes, from that many citations given. */
  public static long mostBytes(long nodes, long citations) {
    return DirectedGraph.mostBytes(nodes, citations) + 3 * Integer.BYTES * nodes;
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
    private final MostSharing best = new MostSharing(CoupledPapers.this);
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
      best.begin(paper, size[paper]);
      for (int i = 0; i < found; i++) {
        int other = others[i];
        best.offer(other, size[other], shared[other]);
        shared[other] = 0;
      }
      best.visit(items, visitor);
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
}
