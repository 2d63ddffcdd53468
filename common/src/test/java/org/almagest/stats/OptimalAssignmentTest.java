package org.almagest.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** One-to-one pairs of the largest sum. */
class OptimalAssignmentTest {
  @Test
  void givesUpTheBestPairForABetterSum() {
    // 0.9 + 0.1 is less than 0.8 + 0.7.
    assertThat(OptimalAssignment.ofLargestSum(new double[][] {{0.9, 0.8}, {0.7, 0.1}}))
        .containsExactly(1, 0);
  }

  @Test
  void leavesRowsOrColumnsOver() {
    assertThat(OptimalAssignment.ofLargestSum(new double[][] {{0.1, 0.2, 0.9}})).containsExactly(2);
    assertThat(OptimalAssignment.ofLargestSum(new double[][] {{0.1}, {0.9}, {0.2}}))
        .containsExactly(-1, 0, -1);
    assertThat(OptimalAssignment.ofLargestSum(new double[2][0])).containsExactly(-1, -1);
    assertThat(OptimalAssignment.ofLargestSum(new double[0][0])).isEmpty();
  }

  @Property(tries = 300)
  void isAsGoodAsTheBestOfAllAssignments(
      @ForAll @IntRange(min = 1, max = 6) int rows,
      @ForAll @IntRange(min = 1, max = 6) int columns,
      @ForAll @IntRange(min = 1, max = 20) int steps,
      @ForAll long seed) {
    // Few steps make many equal values.
    Random random = new Random(seed);
    double[][] value = new double[rows][columns];
    for (double[] row : value) {
      Arrays.setAll(row, column -> random.nextInt(steps) / (double) steps);
    }
    int[] found = OptimalAssignment.ofLargestSum(value);
    int[] used = Arrays.stream(found).filter(column -> column >= 0).toArray();
    assertThat(used).hasSize(Math.min(rows, columns)).doesNotHaveDuplicates();
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += found[row] < 0 ? 0 : value[row][found[row]];
    }
    assertThat(sum).isCloseTo(best(value, 0, new boolean[columns]), within(1e-9));
  }

  /** The largest sum over the rows from one on; values are not negative, so leaving out is fine. */
  private static double best(double[][] value, int row, boolean[] taken) {
    if (row == value.length) {
      return 0;
    }
    double best = best(value, row + 1, taken);
    for (int column = 0; column < taken.length; column++) {
      if (!taken[column]) {
        taken[column] = true;
        best = Math.max(best, value[row][column] + best(value, row + 1, taken));
        taken[column] = false;
      }
    }
    return best;
  }
}
