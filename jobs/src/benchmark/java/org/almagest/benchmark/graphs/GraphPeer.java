package org.almagest.benchmark.graphs;

import java.util.Optional;

/** A library that computes something of the graph. */
interface GraphPeer extends AutoCloseable {
  /** Its name in the results. */
  String name();

  /**
   * Computes something.
   *
   * @param seed of what is random
   * @return empty if the library does not have the algorithm, or not for such graphs
   */
  Optional<Outcome> run(Algorithm algorithm, long seed);

  @Override
  default void close() {}

  /** A result, and what it took. */
  final class Outcome {
    private final double seconds;
    private final double processorSeconds;
    private final double[] values;

    /**
     * @param processorSeconds that the computing thread had, which other work on the machine
     *     changes less; NaN where that is not known
     * @param values of the nodes
     */
    Outcome(double seconds, double processorSeconds, double[] values) {
      this.seconds = seconds;
      this.processorSeconds = processorSeconds;
      this.values = values;
    }

    double processorSeconds() {
      return processorSeconds;
    }

    double seconds() {
      return seconds;
    }

    double[] values() {
      return values;
    }
  }

  /** A library is not there, which is no fault. */
  final class Absent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Absent(String message) {
      super(message);
    }
  }
}
