package org.almagest.stats;

/**
 * Points of a plane whose distances follow given ones as well as a linear projection can: classical
 * multidimensional scaling, also called principal coordinates (Torgerson 1952; Gower 1966).
 *
 * <p>With the distances d(i, j) of n items, B = -½ J D J, where D holds d² and J = I - 1/n. The
 * coordinates are √λ₁ x₁ and √λ₂ x₂ of the two largest eigenvalues λ of B and their eigenvectors x
 * of length 1; an eigenvalue that is not above 0 gives coordinates of 0. The points are centred at
 * 0. Distances of points of a plane come back exactly.
 *
 * <p>Turning a picture over changes nothing about it, so that a sign is chosen: in each dimension
 * the coordinate of largest magnitude is positive, of nearly equal ones that of the first item.
 */
public final class ClassicalScaling {
  private static final int DIMENSIONS = 2;

  /** Eigenvalues below this share of the mean squared distance are rounding. */
  private static final double ROUNDING = 1e-12;

  /** Magnitudes this close are taken for equal. */
  private static final double NEARLY = 1 - 1e-6;

  private ClassicalScaling() {}

  /**
   * Coordinates of each item, as [item][dimension]. Takes O(n²) memory, and time a step; a thousand
   * items of text take some tens of steps.
   *
   * @param distances symmetric, 0 on the diagonal
   */
  public static double[][] plane(double[][] distances) {
    int count = distances.length;
    double[][] points = new double[count][DIMENSIONS];
    double[][] centred = centred(distances);
    double meanSquare = 0;
    for (int i = 0; i < count; i++) {
      meanSquare += centred[i][i] / count;
    }
    if (!(meanSquare > 0)) {
      return points;
    }
    int dimensions = Math.min(DIMENSIONS, count);
    DominantEigenpairs pairs = DominantEigenpairs.of(centred, dimensions);
    for (int dimension = 0; dimension < dimensions; dimension++) {
      if (pairs.value(dimension) > ROUNDING * meanSquare) {
        double[] vector = pairs.vector(dimension);
        double scale = Math.sqrt(pairs.value(dimension)) * sign(vector);
        for (int i = 0; i < count; i++) {
          points[i][dimension] = scale * vector[i];
        }
      }
    }
    return points;
  }

  /** B. */
  private static double[][] centred(double[][] distances) {
    int count = distances.length;
    double[] rowMean = new double[count];
    double mean = 0;
    for (int i = 0; i < count; i++) {
      for (double distance : distances[i]) {
        rowMean[i] += distance * distance / count;
      }
      mean += rowMean[i] / count;
    }
    double[][] centred = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        double square = distances[i][j] * distances[i][j];
        centred[i][j] = -0.5 * (square - rowMean[i] - rowMean[j] + mean);
      }
    }
    return centred;
  }

  private static double sign(double[] vector) {
    double largest = 0;
    for (double value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (double value : vector) {
      if (Math.abs(value) >= NEARLY * largest) {
        return Math.signum(value);
      }
    }
    return 1;
  }
}
