package org.almagest.stats;

import java.util.Arrays;

/**
 * Pairs rows with columns one to one so that the values of the pairs sum to the most: the linear
 * assignment problem, solved by shortest augmenting paths with row and column potentials (Kuhn
 * 1955; Jonker and Volgenant 1987) in O(r² c) for r rows and c ≥ r columns.
 */
public final class OptimalAssignment {
  private static final int NONE = -1;

  private final double[][] value;
  private final int columns;
  private final double[] rowPotential;
  private final double[] columnPotential;
  // Entry c is the column before the first: where each search starts.
  private final int[] rowOfColumn;
  private final int[] previous;
  private final double[] slack;
  private final boolean[] reached;

  private OptimalAssignment(double[][] value, int columns) {
    this.value = value;
    this.columns = columns;
    rowPotential = new double[value.length];
    columnPotential = new double[columns + 1];
    rowOfColumn = new int[columns + 1];
    Arrays.fill(rowOfColumn, NONE);
    previous = new int[columns + 1];
    slack = new double[columns + 1];
    reached = new boolean[columns + 1];
  }

  /**
   * The column of each row; -1 for rows that are left over where there are fewer columns.
   *
   * @param value finite, as [row][column]
   */
  public static int[] ofLargestSum(double[][] value) {
    int rows = value.length;
    int columns = rows == 0 ? 0 : value[0].length;
    if (rows <= columns) {
      return new OptimalAssignment(value, columns).columnOfRow();
    }
    double[][] turned = new double[columns][rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column][row] = value[row][column];
      }
    }
    int[] rowOfColumn = new OptimalAssignment(turned, rows).columnOfRow();
    int[] columnOfRow = new int[rows];
    Arrays.fill(columnOfRow, NONE);
    for (int column = 0; column < columns; column++) {
      columnOfRow[rowOfColumn[column]] = column;
    }
    return columnOfRow;
  }

  private int[] columnOfRow() {
    for (int row = 0; row < value.length; row++) {
      augment(row);
    }
    int[] columnOfRow = new int[value.length];
    for (int column = 0; column < columns; column++) {
      if (rowOfColumn[column] != NONE) {
        columnOfRow[rowOfColumn[column]] = column;
      }
    }
    return columnOfRow;
  }

  /** Gives a row a column, moving rows before it to other columns along the cheapest path. */
  private void augment(int row) {
    rowOfColumn[columns] = row;
    Arrays.fill(slack, Double.POSITIVE_INFINITY);
    Arrays.fill(reached, false);
    int column = columns;
    do {
      column = reachNext(column);
    } while (rowOfColumn[column] != NONE);
    while (column != columns) {
      rowOfColumn[column] = rowOfColumn[previous[column]];
      column = previous[column];
    }
  }

  /** Reaches the column that costs least beyond those reached, and pays for it in potentials. */
  private int reachNext(int from) {
    reached[from] = true;
    int row = rowOfColumn[from];
    int nearest = NONE;
    for (int column = 0; column < columns; column++) {
      if (!reached[column]) {
        double cost = -value[row][column] - rowPotential[row] - columnPotential[column];
        if (cost < slack[column]) {
          slack[column] = cost;
          previous[column] = from;
        }
        if (nearest == NONE || slack[column] < slack[nearest]) {
          nearest = column;
        }
      }
    }
    double step = slack[nearest];
    for (int column = 0; column <= columns; column++) {
      if (reached[column]) {
        rowPotential[rowOfColumn[column]] += step;
        columnPotential[column] -= step;
      } else {
        slack[column] -= step;
      }
    }
    return nearest;
  }
}
