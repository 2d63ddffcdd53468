package org.almagest.benchmark.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** All that was measured, and the median of each point over its repetitions. */
final class Results {
  private final Map<Point, List<Measurement>> points = new LinkedHashMap<>();

  private record Point(String peer, int number) {}

  /**
   * Medians of a point, each figure by itself.
   *
   * @param repeats of how many measurements
   */
  record Median(Measurement values, int repeats) {}

  /**
   * How soon one peer gets to where another was.
   *
   * @param target the other, where it was
   * @param reached the first point of the one at which its perplexity is no greater, if any is
   */
  record Race(Measurement target, Optional<Measurement> reached) {
    /** Seconds of the other as a multiple of those of the one. */
    Optional<Double> ratio() {
      return reached.map(point -> target.seconds() / point.seconds());
    }
  }

  void add(Measurement measurement) {
    points
        .computeIfAbsent(
            new Point(measurement.peer(), measurement.point()), point -> new ArrayList<>())
        .add(measurement);
  }

  /** In the order in which they came first. */
  List<Median> medians() {
    return points.values().stream()
        .map(
            all -> {
              Measurement first = all.get(0);
              Quality quality =
                  new Quality(
                      median(all, m -> m.quality().perplexity()),
                      median(all, m -> m.quality().npmi()),
                      median(all, m -> m.quality().cv()),
                      median(all, m -> m.quality().diversity()));
              return new Median(
                  new Measurement(
                      first.peer(),
                      first.point(),
                      (int) median(all, Measurement::iterations),
                      median(all, Measurement::seconds),
                      (int) median(all, Measurement::topics),
                      quality),
                  all.size());
            })
        .toList();
  }

  /** The last point of a peer. */
  Optional<Measurement> last(String peer) {
    return course(peer).stream().max(Comparator.comparingInt(Measurement::iterations));
  }

  /** The point of a peer at which perplexity is least. */
  Optional<Measurement> best(String peer) {
    return course(peer).stream()
        .min(Comparator.comparingDouble(point -> point.quality().perplexity()));
  }

  /** How soon a peer is as good as another was. */
  Race race(String peer, Measurement target) {
    return new Race(
        target,
        course(peer).stream()
            .filter(point -> point.quality().perplexity() <= target.quality().perplexity())
            .min(Comparator.comparingDouble(Measurement::seconds)));
  }

  private List<Measurement> course(String peer) {
    return medians().stream().map(Median::values).filter(m -> m.peer().equals(peer)).toList();
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static double median(List<Measurement> all, ToDoubleFunction<Measurement> value) {
    return median(all.stream().mapToDouble(value).toArray());
  }
}
