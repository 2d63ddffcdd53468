package org.almagest.topic;

/**
 * Finds where a draw lies in running sums without halving intervals again and again: the range of
 * draws is cut into as many cells of one width as there are sums, and the table says where the
 * search for a draw of each cell begins (Chen and Asau 1974). From there it is two steps or so, and
 * branches that a processor cannot foresee are few.
 */
final class GuideTable {
  private GuideTable() {}

  /**
   * Makes the table of some running sums.
   *
   * @param sums rising; the last is above 0
   * @param guides gets the table, in the places of the sums: how many sums to skip
   * @param from place of the first sum
   * @param size number of sums
   */
  static void make(float[] sums, char[] guides, int from, int size) {
    int at = 0;
    for (int cell = 0; cell < size; cell++) {
      float low = sums[from + size - 1] / size * cell;
      while (at < size - 1 && sums[from + at] <= low) {
        at++;
      }
      guides[from + cell] = (char) at;
    }
  }

  /**
   * The first place whose running sum is above the draw, or the last place if none is: what a
   * search from the first place on would find.
   */
  static int firstAbove(float[] sums, char[] guides, int from, int size, float draw) {
    int last = from + size - 1;
    int cell = (int) (draw / sums[last] * size);
    int at = from + guides[from + Math.min(cell, size - 1)];
    // What is rounded may put a draw into the next cell.
    while (at > from && sums[at - 1] > draw) {
      at--;
    }
    while (at < last && sums[at] <= draw) {
      at++;
    }
    return at;
  }
}
