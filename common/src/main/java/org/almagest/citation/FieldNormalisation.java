package org.almagest.citation;

import java.util.Arrays;

/**
 * Citations of papers compared with those of a group of their like: papers of one field and year. A
 * paper of several fields stands in each of the groups, as several entries. All sums are of whole
 * numbers, so that the order of papers changes nothing.
 */
public final class FieldNormalisation {
  /** The group of a paper that is in none. */
  public static final int NO_GROUP = -1;

  private FieldNormalisation() {}

  /**
   * The percentile of each paper in its group: 100 (b + e / 2) / n, where b papers of the group
   * have fewer citations and e as many, itself included, of n (Hazen 1914, with ties at their
   * middle). The mean of a group is 50. O(p log p) time and 8 p bytes for p papers.
   *
   * @param citations of each paper, from 0
   * @param group of each paper, from 0, or {@link #NO_GROUP}
   * @return from above 0 to below 100; NaN without a group
   * @throws IllegalArgumentException for lengths that differ, or negative citations
   */
  public static double[] percentiles(int[] citations, int[] group) {
    check(citations, group);
    double[] percentile = new double[citations.length];
    Arrays.fill(percentile, Double.NaN);
    // The papers' (group, citations), sorted as one number: ties and groups lie together.
    long[] sorted = new long[citations.length];
    for (int paper = 0; paper < sorted.length; paper++) {
      sorted[paper] = key(group[paper], citations[paper]);
    }
    Arrays.sort(sorted);
    for (int paper = 0; paper < sorted.length; paper++) {
      if (group[paper] != NO_GROUP) {
        int groupStart = firstFrom(sorted, key(group[paper], 0));
        int groupEnd = firstFrom(sorted, key(group[paper] + 1L, 0));
        int below = firstFrom(sorted, key(group[paper], citations[paper])) - groupStart;
        int upTo = firstFrom(sorted, key(group[paper], citations[paper] + 1L)) - groupStart;
        percentile[paper] = percentile(below, upTo, groupEnd - groupStart);
      }
    }
    return percentile;
  }

  /**
   * The normalised citation score of each paper: its citations over the mean of its group (Waltman
   * et al. 2011). The mean over any group with citations is 1. O(p + g) time and 16 g bytes for g
   * groups.
   *
   * @param citations of each paper, from 0
   * @param group of each paper, from 0, or {@link #NO_GROUP}
   * @return NaN without a group, or where nobody in the group is cited
   * @throws IllegalArgumentException for lengths that differ, or negative citations
   */
  public static double[] scores(int[] citations, int[] group) {
    check(citations, group);
    int groups = Arrays.stream(group).max().orElse(NO_GROUP) + 1;
    long[] sum = new long[groups];
    long[] papers = new long[groups];
    for (int paper = 0; paper < group.length; paper++) {
      if (group[paper] != NO_GROUP) {
        sum[group[paper]] += citations[paper];
        papers[group[paper]]++;
      }
    }
    double[] score = new double[citations.length];
    for (int paper = 0; paper < score.length; paper++) {
      int its = group[paper];
      score[paper] = its == NO_GROUP ? Double.NaN : score(citations[paper], papers[its], sum[its]);
    }
    return score;
  }

  /**
   * The percentile of a paper in its group, 100 (b + e / 2) / n.
   *
   * @param below b, papers of the group with fewer citations
   * @param upTo b + e, papers of the group with fewer or as many, itself included
   * @param papers n
   */
  public static double percentile(long below, long upTo, long papers) {
    return 50.0 * (below + upTo) / papers;
  }

  /**
   * The normalised citation score of a paper.
   *
   * @param citations of the paper
   * @param papers of its group
   * @param groupCitations of all papers of the group
   * @return NaN where nobody in the group is cited
   */
  public static double score(int citations, long papers, long groupCitations) {
    return groupCitations == 0 ? Double.NaN : (double) citations * papers / groupCitations;
  }

  private static void check(int[] citations, int[] group) {
    if (citations.length != group.length) {
      throw new IllegalArgumentException(
          citations.length + " papers do not have " + group.length + " groups");
    }
    for (int paper = 0; paper < citations.length; paper++) {
      if (citations[paper] < 0 || group[paper] < NO_GROUP || group[paper] == Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "paper " + paper + " of group " + group[paper] + ": " + citations[paper]);
      }
    }
  }

  private static long key(long group, long citations) {
    return (group << Integer.SIZE) + citations;
  }

  /** Index of the first entry that is not below a key. */
  private static int firstFrom(long[] sorted, long key) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < key) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
