package org.almagest.notebook.kernel;

import java.util.List;

/** Why a cell did not come to its end, in lines for its author. */
final class CellFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final List<String> lines;

  /**
   * @param summary in one line
   * @param lines the whole of it, the summary included
   */
  CellFailure(String summary, List<String> lines) {
    super(summary);
    this.lines = List.copyOf(lines);
  }

  /** What is shown. */
  List<String> lines() {
    return lines;
  }
}
