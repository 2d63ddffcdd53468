package org.almagest.notebook.chart;

import java.util.List;

/**
 * Colours that people with any of the common kinds of colour blindness can tell apart (Okabe and
 * Ito 2008, "Color Universal Design"), in an order in which neighbours differ most. Yellow is left
 * out, being too light for lines on white; where there are more groups than colours, the rest is
 * grey.
 */
final class Palette {
  static final String PAPER = "#ffffff";
  static final String INK = "#222222";
  static final String FAINT_INK = "#595959";
  static final String GRID = "#e3e3e3";

  /** What belongs to no group, or to one of the many small ones. */
  static final String OTHER = "#8c8c8c";

  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000");

  private static final List<String> DASHES = List.of("none", "7 3", "2 3", "9 3 2 3");

  private Palette() {}

  /** How many groups have a colour of their own. */
  static int size() {
    return COLOURS.size();
  }

  /** The colour of a group, from 0. */
  static String colour(int group) {
    return group >= 0 && group < COLOURS.size() ? COLOURS.get(group) : OTHER;
  }

  /** How a series' line is broken, so that colour is not all that tells it from others. */
  static String dashes(int series) {
    return DASHES.get(series % DASHES.size());
  }
}
