package org.almagest.benchmark.topics;

/** A trainer that takes part. */
interface Peer {
  /** Its name in the results. */
  String name();

  /** Has what it runs compiled by the JVM, where that matters; not timed. */
  default void warmUp() {}

  /**
   * Trains, and shows models on the way.
   *
   * @param seed of everything random
   */
  void train(long seed, Listener listener);

  /** Sees models of a training. */
  interface Listener {
    /**
     * A model. What the listener does now takes none of the trainer's time.
     *
     * @param iterations sweeps, iterations or passes done
     * @param seconds of training until now
     */
    void at(int iterations, double seconds, TopicWordModel model);
  }

  /** Something that is measured is not there, which is no fault. */
  final class Absent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Absent(String message) {
      super(message);
    }
  }
}
