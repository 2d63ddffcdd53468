package org.almagest.notebook.chart;

/**
 * Places the nodes of a graph so that neighbours are near each other (Fruchterman and Reingold
 * 1991, "Graph drawing by force-directed placement").
 *
 * <p>With k the wanted distance, nodes at a distance d push each other away with k²/d and
 * neighbours pull with d²/k times 0.5 to 1, by the edge's weight, over the root of the smaller
 * number of neighbours of its ends, lest whole groups fall onto one point; a weak pull towards the
 * middle keeps parts without a path between them together. How far a node moves in a round falls to
 * 0 over the rounds. Nodes start on a spiral in their given order, so nothing is drawn by chance.
 * O(n² + m) a round for n nodes and m edges.
 */
final class ForceLayout {
  private static final int ROUNDS = 300;
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
  private static final double TOWARDS_MIDDLE = 0.35;

  private final double[] x;
  private final double[] y;

  private ForceLayout(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  /**
   * Places nodes within about a square of side 1.
   *
   * @param sources one end of each edge, from 0 to nodes - 1
   * @param targets its other end
   * @param weights how strongly it pulls, above 0
   */
  static ForceLayout of(int nodes, int[] sources, int[] targets, double[] weights) {
    double[] x = new double[nodes];
    double[] y = new double[nodes];
    for (int i = 0; i < nodes; i++) {
      double radius = 0.5 * Math.sqrt((i + 0.5) / nodes);
      x[i] = radius * Math.cos(i * GOLDEN_ANGLE);
      y[i] = radius * Math.sin(i * GOLDEN_ANGLE);
    }
    double heaviest = 0;
    for (double weight : weights) {
      heaviest = Math.max(heaviest, weight);
    }
    double[] strength = new double[sources.length];
    int[] degrees = new int[nodes];
    for (int e = 0; e < sources.length; e++) {
      degrees[sources[e]]++;
      degrees[targets[e]]++;
    }
    for (int e = 0; e < sources.length; e++) {
      int smaller = Math.min(degrees[sources[e]], degrees[targets[e]]);
      strength[e] = (0.5 + 0.5 * weights[e] / heaviest) / Math.sqrt(smaller);
    }
    double k = 0.9 / Math.sqrt(Math.max(1, nodes));
    for (int round = 0; round < ROUNDS; round++) {
      double most = 0.1 * (1 - (double) round / ROUNDS);
      double[] dx = new double[nodes];
      double[] dy = new double[nodes];
      push(x, y, dx, dy, k);
      for (int e = 0; e < sources.length; e++) {
        pull(x, y, dx, dy, sources[e], targets[e], k, strength[e]);
      }
      for (int i = 0; i < nodes; i++) {
        dx[i] -= x[i] * TOWARDS_MIDDLE;
        dy[i] -= y[i] * TOWARDS_MIDDLE;
        double force = Math.hypot(dx[i], dy[i]);
        if (force > 0) {
          double step = Math.min(force, most) / force;
          x[i] += dx[i] * step;
          y[i] += dy[i] * step;
        }
      }
    }
    return new ForceLayout(x, y);
  }

  private static void push(double[] x, double[] y, double[] dx, double[] dy, double k) {
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        double wide = x[i] - x[j];
        double high = y[i] - y[j];
        double squared = Math.max(wide * wide + high * high, 1e-6);
        double force = k * k / squared;
        dx[i] += wide * force;
        dy[i] += high * force;
        dx[j] -= wide * force;
        dy[j] -= high * force;
      }
    }
  }

  private static void pull(
      double[] x, double[] y, double[] dx, double[] dy, int a, int b, double k, double weight) {
    double wide = x[a] - x[b];
    double high = y[a] - y[b];
    double force = Math.hypot(wide, high) / k * weight;
    dx[a] -= wide * force;
    dy[a] -= high * force;
    dx[b] += wide * force;
    dy[b] += high * force;
  }

  double[] x() {
    return x.clone();
  }

  double[] y() {
    return y.clone();
  }
}
