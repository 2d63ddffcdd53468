package org.almagest.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Points of a plane from distances. */
class ClassicalScalingTest {
  private static final Offset<Double> TOLERANCE = within(1e-8);

  @Test
  void findsTheCornersOfARectangle() {
    double[][] corners = {{2, 1}, {2, -1}, {-2, 1}, {-2, -1}};
    double[][] points = ClassicalScaling.plane(distances(corners));
    // The longer side comes first; the first corner is positive in both dimensions.
    for (int i = 0; i < 4; i++) {
      assertThat(points[i][0]).isCloseTo(corners[i][0], TOLERANCE);
      assertThat(points[i][1]).isCloseTo(corners[i][1], TOLERANCE);
    }
  }

  @Test
  void putsItemsOfALineOnALine() {
    double[][] points = ClassicalScaling.plane(new double[][] {{0, 1, 6}, {1, 0, 5}, {6, 5, 0}});
    // At 0, 1 and 6 from the first, less their mean of 7 / 3; the last is farthest from it.
    assertThat(points[0][0]).isCloseTo(-7 / 3.0, TOLERANCE);
    assertThat(points[1][0]).isCloseTo(-4 / 3.0, TOLERANCE);
    assertThat(points[2][0]).isCloseTo(11 / 3.0, TOLERANCE);
    assertThat(points[2][1]).isCloseTo(0, within(1e-5));
  }

  @Test
  void knowsWhereFewItemsAre() {
    assertThat(ClassicalScaling.plane(new double[0][0])).isEmpty();
    assertThat(ClassicalScaling.plane(new double[1][1])).isDeepEqualTo(new double[][] {{0, 0}});
    double[][] two = ClassicalScaling.plane(new double[][] {{0, 3}, {3, 0}});
    assertThat(two[0][0]).isCloseTo(1.5, TOLERANCE);
    assertThat(two[1][0]).isCloseTo(-1.5, TOLERANCE);
    assertThat(two[0][1]).isCloseTo(0, within(1e-5));
  }

  @Test
  void putsItemsWithoutDistanceAtOnePlace() {
    assertThat(ClassicalScaling.plane(new double[5][5])).isDeepEqualTo(new double[5][2]);
  }

  @Test
  void spreadsItemsThatAreAllEquallyFar() {
    int count = 30;
    double[][] equal = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        equal[i][j] = i == j ? 0 : 1;
      }
    }
    double[][] points = ClassicalScaling.plane(equal);
    // All eigenvalues but one are ½, so any two orthogonal directions do; each sums ½ of squares.
    for (int dimension = 0; dimension < 2; dimension++) {
      double sum = 0;
      double squares = 0;
      for (double[] point : points) {
        sum += point[dimension];
        squares += point[dimension] * point[dimension];
      }
      assertThat(sum).isCloseTo(0, TOLERANCE);
      assertThat(squares).isCloseTo(0.5, TOLERANCE);
    }
    assertThat(ClassicalScaling.plane(equal)).isDeepEqualTo(points);
  }

  @Test
  void passesOverNegativeEigenvaluesOfDistancesThatNoSpaceHas() {
    // Ten items, all at 1 but one pair at 5: B has a large positive and a large negative value.
    int count = 10;
    double[][] broken = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        broken[i][j] = i == j ? 0 : 1;
      }
    }
    broken[0][1] = 5;
    broken[1][0] = 5;
    double[][] points = ClassicalScaling.plane(broken);
    // x = (1, -1, 0 …) / √2 has the eigenvalue 25 / 2.
    assertThat(points[0][0]).isCloseTo(2.5, TOLERANCE);
    assertThat(points[1][0]).isCloseTo(-2.5, TOLERANCE);
    double squares = 0;
    for (double[] point : points) {
      squares += point[1] * point[1];
    }
    assertThat(squares).as("the next eigenvalue").isCloseTo(0.5, TOLERANCE);
  }

  @Property(tries = 50)
  void keepsTheDistancesOfPointsOfThePlane(
      @ForAll @IntRange(min = 2, max = 40) int count, @ForAll long seed) {
    double[][] given = distances(randomPoints(count, 2, seed));
    double[][] found = distances(ClassicalScaling.plane(given));
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        assertThat(found[i][j]).isCloseTo(given[i][j], within(1e-6));
      }
    }
  }

  @Property(tries = 20)
  void findsTheLargestEigenvaluesWhateverTheirSigns(
      @ForAll @IntRange(min = 2, max = 40) int order, @ForAll long seed) {
    double[][] matrix = new double[order][order];
    Random random = new Random(seed);
    for (int i = 0; i < order; i++) {
      for (int j = 0; j <= i; j++) {
        // Most eigenvalues are pushed below 0.
        matrix[i][j] = random.nextGaussian() - (i == j ? 3 : 0);
        matrix[j][i] = matrix[i][j];
      }
    }
    double[] expected =
        new EigenDecomposition(new Array2DRowRealMatrix(matrix)).getRealEigenvalues();
    DominantEigenpairs pairs = DominantEigenpairs.of(matrix, 2);
    assertThat(pairs.value(0)).isCloseTo(expected[0], within(1e-6));
    assertThat(pairs.value(1)).isCloseTo(expected[1], within(1e-6));
  }

  private static double[][] randomPoints(int count, int dimensions, long seed) {
    Random random = new Random(seed);
    double[][] points = new double[count][dimensions];
    for (double[] point : points) {
      for (int i = 0; i < dimensions; i++) {
        point[i] = random.nextGaussian();
      }
    }
    return points;
  }

  private static double[][] distances(double[][] points) {
    double[][] distances = new double[points.length][points.length];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < points.length; j++) {
        distances[i][j] = Math.hypot(points[i][0] - points[j][0], points[i][1] - points[j][1]);
      }
    }
    return distances;
  }
}
