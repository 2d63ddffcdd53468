package org.almagest.notebook.kernel;

import java.util.List;

/**
 * Why a cell did not come to its end, in lines for its author. There is no stack trace in it: it
 * would be that of the kernel.
 */
final class CellFailure extends Exception {
  private static final long serialVersionUID = 1L;

  CellFailure(List<String> lines) {
    super(String.join("\n", lines), null, false, false);
  }

  /** What is shown. */
  List<String> lines() {
    return getMessage().lines().toList();
  }
}
