package org.almagest.quality;

/**
 * What a probe counted, in groups of rows.
 *
 * @param rows rows
 * @param marks rows that are marked
 * @param repeats rows that came after another of their group
 * @param unmarked rows of groups without a marked one
 * @param groups groups
 * @param notOne groups whose amounts do not sum to 1
 */
record Tally(long rows, long marks, long repeats, long unmarked, long groups, long notOne) {
  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

  /** Share of rows that are marked; 0 of none. */
  double markedShare() {
    return rows == 0 ? 0 : (double) marks / rows;
  }
}
