package org.almagest.stats;

import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The largest eigenvalues of a symmetric matrix and their eigenvectors, by orthogonal iteration on
 * a few vectors with a Rayleigh–Ritz step (Rutishauser 1969). A step costs O(n²) a vector.
 *
 * <p>Iteration finds eigenvalues of large magnitude; the matrix is shifted by the most negative one
 * seen, so that those found are the largest.
 */
final class DominantEigenpairs {
  /** Vectors iterated beyond those asked for: steps fall with the gap behind the last of them. */
  private static final int GUARDS = 8;

  private static final int MAX_STEPS = 1000;

  /** Stops when no eigenpair misses by more than this share of the largest eigenvalue. */
  private static final double TOLERANCE = 1e-10;

  /** What orthogonalisation leaves of a vector that depends on those before it. */
  private static final double DEPENDENT = 1e-12;

  private static final long START = 0x414C4D4147455354L;

  private final double[][] matrix;
  private final int wanted;
  private double[][] vectors;
  private double[] values;

  private DominantEigenpairs(double[][] matrix, int wanted) {
    this.matrix = matrix;
    this.wanted = wanted;
  }

  /**
   * Finds eigenpairs; with a thousand steps it stops in any case.
   *
   * @param matrix symmetric
   * @param count how many, at most the order of the matrix
   */
  static DominantEigenpairs of(double[][] matrix, int count) {
    DominantEigenpairs pairs = new DominantEigenpairs(matrix, count);
    pairs.iterate();
    return pairs;
  }

  /** An eigenvalue; they fall. */
  double value(int rank) {
    return values[rank];
  }

  /** Its eigenvector, of length 1. */
  double[] vector(int rank) {
    return vectors[rank];
  }

  private void iterate() {
    int order = matrix.length;
    int block = Math.min(order, wanted + GUARDS);
    SplittableRandom random = new SplittableRandom(START);
    vectors = new double[block][order];
    for (double[] vector : vectors) {
      for (int i = 0; i < order; i++) {
        vector[i] = random.nextDouble() - 0.5;
      }
    }
    double shift = 0;
    for (int step = 0; step < MAX_STEPS; step++) {
      orthonormalise(vectors);
      double[][] images = ritz(multiply(vectors));
      if (converged(images)) {
        return;
      }
      shift = Math.max(shift, -values[block - 1]);
      for (int v = 0; v < block; v++) {
        addScaled(images[v], shift, vectors[v]);
      }
      vectors = images;
    }
    orthonormalise(vectors);
    ritz(multiply(vectors));
  }

  /** Turns the vectors to the best eigenvectors in the space they span; returns their images. */
  private double[][] ritz(double[][] images) {
    int block = vectors.length;
    double[][] projected = new double[block][block];
    for (int v = 0; v < block; v++) {
      for (int w = 0; w <= v; w++) {
        projected[v][w] = dot(vectors[v], images[w]);
        projected[w][v] = projected[v][w];
      }
    }
    EigenDecomposition small = new EigenDecomposition(new Array2DRowRealMatrix(projected, false));
    values = small.getRealEigenvalues(); // They fall.
    double[][] turned = new double[block][matrix.length];
    double[][] turnedImages = new double[block][matrix.length];
    for (int v = 0; v < block; v++) {
      for (int w = 0; w < block; w++) {
        double part = small.getEigenvector(v).getEntry(w);
        addScaled(turned[v], part, vectors[w]);
        addScaled(turnedImages[v], part, images[w]);
      }
    }
    vectors = turned;
    return turnedImages;
  }

  private boolean converged(double[][] images) {
    double scale = Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
    for (int v = 0; v < wanted; v++) {
      double square = 0;
      for (int i = 0; i < matrix.length; i++) {
        double miss = images[v][i] - values[v] * vectors[v][i];
        square += miss * miss;
      }
      if (Math.sqrt(square) > TOLERANCE * scale) {
        return false;
      }
    }
    return true;
  }

  // Rows of a symmetric matrix are its columns: sums of scaled rows run along memory.
  private double[][] multiply(double[][] factors) {
    double[][] products = new double[factors.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int v = 0; v < factors.length; v++) {
        addScaled(products[v], factors[v][i], matrix[i]);
      }
    }
    return products;
  }

  /** Gram–Schmidt, twice for accuracy; a vector that depends on those before it becomes 0. */
  private static void orthonormalise(double[][] vectors) {
    for (int v = 0; v < vectors.length; v++) {
      double before = Math.sqrt(dot(vectors[v], vectors[v]));
      for (int pass = 0; pass < 2; pass++) {
        for (int w = 0; w < v; w++) {
          addScaled(vectors[v], -dot(vectors[v], vectors[w]), vectors[w]);
        }
      }
      double norm = Math.sqrt(dot(vectors[v], vectors[v]));
      double scale = norm > DEPENDENT * before ? 1 / norm : 0;
      for (int i = 0; i < vectors[v].length; i++) {
        vectors[v][i] *= scale;
      }
    }
  }

  private static double dot(double[] first, double[] second) {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += first[i] * second[i];
    }
    return sum;
  }

  private static void addScaled(double[] target, double factor, double[] vector) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * vector[i];
    }
  }
}
