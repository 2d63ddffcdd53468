package org.almagest.notebook.kernel;

/**
 * The text of a cell, and the piece of it that is at work.
 *
 * @param start where the piece begins in the cell
 */
record CellSource(String cell, int start) {

  /** The line of the cell, from 1, in which a place of the piece lies. */
  int line(int position) {
    return (int) cell.substring(0, inCell(position)).chars().filter(c -> c == '\n').count() + 1;
  }

  /** The text of that line. */
  String lineText(int position) {
    int at = inCell(position);
    int from = cell.lastIndexOf('\n', at - 1) + 1;
    int to = cell.indexOf('\n', at);
    return cell.substring(from, to < 0 ? cell.length() : to);
  }

  /** The column, from 0, of that place in its line. */
  int column(int position) {
    int at = inCell(position);
    return at - (cell.lastIndexOf('\n', at - 1) + 1);
  }

  /** The line of the cell in which a line of the piece lies, both from 1. */
  int lineOfPiece(int line) {
    return line(0) + line - 1;
  }

  private int inCell(int position) {
    return Math.min(cell.length(), start + Math.max(0, position));
  }
}
