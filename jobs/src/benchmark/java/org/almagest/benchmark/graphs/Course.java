package org.almagest.benchmark.graphs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.almagest.benchmark.graphs.GraphPeer.Outcome;

/** The runs of one algorithm of a library. */
final class Course {
  private final GraphPeer peer;
  private final List<Outcome> outcomes = new ArrayList<>();

  Course(GraphPeer peer) {
    this.peer = peer;
  }

  GraphPeer peer() {
    return peer;
  }

  /** One more run, if the library has the algorithm. */
  void run(Algorithm algorithm, long seed) {
    peer.run(algorithm, seed)
        .ifPresent(
            outcome -> {
              outcomes.add(outcome);
              System.err.printf("%s, %s: %.3f s%n", algorithm, peer.name(), outcome.seconds());
            });
  }

  /** The last result. */
  Optional<double[]> values() {
    return outcomes.isEmpty()
        ? Optional.empty()
        : Optional.of(outcomes.get(outcomes.size() - 1).values());
  }

  /** Of the first run. */
  double coldSeconds() {
    return outcomes.get(0).seconds();
  }

  /** Median of all runs but the first, unless there was only that. */
  double seconds() {
    return median(Outcome::seconds);
  }

  /** As {@link #seconds}; NaN where it is not known. */
  double processorSeconds() {
    return median(Outcome::processorSeconds);
  }

  private double median(ToDoubleFunction<Outcome> value) {
    double[] sorted =
        outcomes.stream().skip(outcomes.size() == 1 ? 0 : 1).mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
