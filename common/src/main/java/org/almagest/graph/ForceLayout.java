package org.almagest.graph;

/**
 * Places for the nodes of a graph in a plane, near to those that they are tied to: ForceAtlas2
 * (Jacomy, Venturini, Heymann and Bastian 2014) with logarithmic attraction (LinLog, Noack 2007),
 * which draws communities apart.
 *
 * <p>Between two nodes at distance d act
 *
 * <ul>
 *   <li>repulsion k (g_a + 1) (g_b + 1) / d, with g the number of neighbours, and k such that a
 *       node at the border of the first layout is pushed by {@value #REPULSION} (g + 1);
 *   <li>along an edge of weight w, attraction w^½ ln(1 + d);
 *   <li>and towards the middle gravity {@value #GRAVITY} (g + 1), so that components stay together.
 * </ul>
 *
 * <p>Each node moves by its force times a speed, which falls with how much the node swings: that of
 * the whole follows from the swinging and traction of all nodes, as in the paper. Nodes begin on a
 * spiral in their order, without chance, and all sums are taken in order: the same graph gives the
 * same places. In the end nodes that lie nearly upon one another are pushed apart. Each of {@value
 * #ITERATIONS} iterations looks at all pairs of nodes, which for up to {@value #MOST_NODES} needs
 * no tree.
 */
public final class ForceLayout {
  /** More take seconds, since all pairs are looked at. */
  public static final int MOST_NODES = 2_000;

  private static final int ITERATIONS = 400;
  private static final int SEPARATIONS = 30;
  private static final double REPULSION = 2.5;
  private static final double GRAVITY = 1;
  private static final double TOLERANCE = 1;
  private static final double MOST_SPEED_UP = 1.5;
  private static final double MOST_STEP = 0.05;
  private static final double GOLDEN_ANGLE = StrictMath.PI * (3 - Math.sqrt(5));
  private static final double SPACING = 10;
  private static final double LEAST_SQUARE = 1e-6;

  private final int[] ends;
  private final double[] attraction;
  private final double[] mass;
  private final double[] x;
  private final double[] y;
  private final double[] forceX;
  private final double[] forceY;
  private final double[] lastX;
  private final double[] lastY;
  private final double radius;
  private final double repulsion;
  private double speed = 1;

  private ForceLayout(int nodes, int[] ends, double[] weights) {
    this.ends = ends;
    this.attraction = new double[weights.length];
    this.mass = new double[nodes];
    this.x = new double[nodes];
    this.y = new double[nodes];
    this.forceX = new double[nodes];
    this.forceY = new double[nodes];
    this.lastX = new double[nodes];
    this.lastY = new double[nodes];
    for (int v = 0; v < nodes; v++) {
      mass[v] = 1;
      double distance = SPACING * Math.sqrt(v);
      x[v] = distance * StrictMath.cos(v * GOLDEN_ANGLE);
      y[v] = distance * StrictMath.sin(v * GOLDEN_ANGLE);
    }
    double all = 0;
    for (int e = 0; e < weights.length; e++) {
      attraction[e] = Math.sqrt(weights[e]);
      mass[ends[2 * e]]++;
      mass[ends[2 * e + 1]]++;
    }
    for (double one : mass) {
      all += one;
    }
    this.radius = SPACING * Math.sqrt(Math.max(1, nodes));
    this.repulsion = REPULSION * radius / Math.max(1, all);
  }

  /**
   * Lays out a graph.
   *
   * @param nodes how many there are, up to {@value #MOST_NODES}; those that belong together should
   *     have numbers next to one another
   * @param ends the two nodes of each edge, one edge after the other; no edge ties a node to itself
   * @param weights of the edges, above 0
   */
  public static ForceLayout of(int nodes, int[] ends, double[] weights) {
    if (nodes > MOST_NODES || ends.length != 2 * weights.length) {
      throw new IllegalArgumentException(
          nodes + " nodes, " + ends.length + " ends, " + weights.length + " weights");
    }
    ForceLayout layout = new ForceLayout(nodes, ends, weights);
    for (int i = 0; i < ITERATIONS && nodes > 1; i++) {
      layout.iterate();
    }
    layout.separate();
    return layout;
  }

  /** Where the nodes are, from left to right. */
  public double[] x() {
    return x.clone();
  }

  /** Where the nodes are, upwards. */
  public double[] y() {
    return y.clone();
  }

  private void iterate() {
    for (int v = 0; v < x.length; v++) {
      double distance = Math.max(1, Math.sqrt(x[v] * x[v] + y[v] * y[v]));
      forceX[v] = -GRAVITY * mass[v] * x[v] / distance;
      forceY[v] = -GRAVITY * mass[v] * y[v] / distance;
    }
    repel();
    attract();
    move();
  }

  private void repel() {
    for (int a = 0; a < x.length; a++) {
      double atX = x[a];
      double atY = y[a];
      double massOfA = repulsion * mass[a];
      double sumX = 0;
      double sumY = 0;
      for (int b = a + 1; b < x.length; b++) {
        double dx = atX - x[b];
        double dy = atY - y[b];
        double force = massOfA * mass[b] / Math.max(LEAST_SQUARE, dx * dx + dy * dy);
        sumX += dx * force;
        sumY += dy * force;
        forceX[b] -= dx * force;
        forceY[b] -= dy * force;
      }
      forceX[a] += sumX;
      forceY[a] += sumY;
    }
  }

  private void attract() {
    for (int e = 0; e < attraction.length; e++) {
      int a = ends[2 * e];
      int b = ends[2 * e + 1];
      double dx = x[b] - x[a];
      double dy = y[b] - y[a];
      double distance = Math.max(LEAST_SQUARE, Math.sqrt(dx * dx + dy * dy));
      double force = attraction[e] * StrictMath.log1p(distance) / distance;
      forceX[a] += dx * force;
      forceY[a] += dy * force;
      forceX[b] -= dx * force;
      forceY[b] -= dy * force;
    }
  }

  private void move() {
    double swinging = 0;
    double traction = 0;
    for (int v = 0; v < x.length; v++) {
      swinging += mass[v] * swing(v);
      traction += mass[v] * length(forceX[v] + lastX[v], forceY[v] + lastY[v]) / 2;
    }
    double wanted = swinging > 0 ? TOLERANCE * traction / swinging : speed;
    speed = Math.min(wanted, MOST_SPEED_UP * speed);
    for (int v = 0; v < x.length; v++) {
      double force = length(forceX[v], forceY[v]);
      double factor = speed / (1 + speed * Math.sqrt(swing(v)));
      factor = Math.min(factor, MOST_STEP * radius / Math.max(LEAST_SQUARE, force));
      x[v] += forceX[v] * factor;
      y[v] += forceY[v] * factor;
      lastX[v] = forceX[v];
      lastY[v] = forceY[v];
    }
  }

  /** Pushes nodes apart that ended nearly upon one another, so that each can be seen. */
  private void separate() {
    double squares = 0;
    for (int v = 0; v < x.length; v++) {
      squares += x[v] * x[v] + y[v] * y[v];
    }
    // The mean distance from the middle over the root of their number: an even spread has twice it.
    double wanted = Math.sqrt(squares / Math.max(1, x.length)) / Math.sqrt(Math.max(1, x.length));
    for (int round = 0; round < SEPARATIONS; round++) {
      for (int a = 0; a < x.length; a++) {
        for (int b = a + 1; b < x.length; b++) {
          double dx = x[b] - x[a];
          double dy = y[b] - y[a];
          if (Math.abs(dx) < wanted && Math.abs(dy) < wanted) {
            push(a, b, dx, dy, wanted);
          }
        }
      }
    }
  }

  private void push(int a, int b, double dx, double dy, double wanted) {
    double distance = Math.max(LEAST_SQUARE, length(dx, dy));
    if (distance < wanted) {
      double half = (wanted - distance) / 2 / distance;
      x[a] -= dx * half;
      y[a] -= dy * half;
      x[b] += dx * half;
      y[b] += dy * half;
    }
  }

  private double swing(int v) {
    return length(forceX[v] - lastX[v], forceY[v] - lastY[v]);
  }

  private static double length(double dx, double dy) {
    return Math.sqrt(dx * dx + dy * dy);
  }
}
