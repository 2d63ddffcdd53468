package org.almagest.benchmark.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.almagest.benchmark.Report;

/** The tables that are printed. */
final class Tables {
  private Tables() {}

  /** Every point that was measured. */
  static Report course(Results results) {
    Report report =
        new Report(
            "trainer",
            "iterations",
            "seconds",
            "perplexity",
            "npmi",
            "c_v",
            "diversity",
            "topics",
            "runs");
    for (Results.Median median : results.medians()) {
      Measurement point = median.values();
      report.row(
          point.peer(),
          Integer.toString(point.iterations()),
          Report.number(point.seconds(), 1),
          Report.number(point.quality().perplexity(), 1),
          Report.number(point.quality().npmi(), 3),
          Report.number(point.quality().cv(), 3),
          Report.number(point.quality().diversity(), 3),
          Integer.toString(point.topics()),
          Integer.toString(median.repeats()));
    }
    return report;
  }

  /**
   * How soon our trainer is as good as each other was: as MALLET at the end of its course, the
   * better of its two first, and as all else at their best.
   */
  static Report races(Results results) {
    Report report =
        new Report(
            "other",
            "its iterations",
            "its perplexity",
            "its seconds",
            "our sweeps",
            "our perplexity",
            "our seconds",
            "ratio");
    for (Measurement target : targets(results)) {
      Results.Race race = results.race(AlmagestPeer.NAME, target);
      Optional<Measurement> reached = race.reached();
      report.row(
          target.peer(),
          Integer.toString(target.iterations()),
          Report.number(target.quality().perplexity(), 1),
          Report.number(target.seconds(), 1),
          reached.map(point -> Integer.toString(point.iterations())).orElse("not reached"),
          reached.map(point -> Report.number(point.quality().perplexity(), 1)).orElse("-"),
          reached.map(point -> Report.number(point.seconds(), 1)).orElse("-"),
          race.ratio().map(ratio -> Report.number(ratio, 2)).orElse("-"));
    }
    return report;
  }

  private static List<Measurement> targets(Results results) {
    List<Measurement> targets = new ArrayList<>();
    Arrays.stream(MalletPeer.Priors.values())
        .flatMap(priors -> results.last(priors.label()).stream())
        .sorted(Comparator.comparingDouble(point -> point.quality().perplexity()))
        .forEach(targets::add);
    Stream.concat(
            Arrays.stream(MllibPeer.Way.values()).map(MllibPeer.Way::label),
            Arrays.stream(PythonPeer.Library.values()).map(PythonPeer.Library::label))
        .flatMap(peer -> results.best(peer).stream())
        .forEach(targets::add);
    return targets;
  }

  /**
   * Seconds of a sweep, and how often as long as the same trainer's first case it takes, with as
   * many topics and tokens as that.
   */
  static Report scaling(List<Scaling.Pace> paces) {
    Report report =
        new Report(
            "trainer",
            "topics",
            "papers",
            "tokens",
            "seconds a sweep",
            "topics ratio",
            "tokens ratio",
            "seconds ratio");
    for (Scaling.Pace pace : paces) {
      Scaling.Pace first =
          paces.stream()
              .filter(other -> other.peer().equals(pace.peer()))
              .findFirst()
              .orElseThrow();
      report.row(
          pace.peer(),
          Integer.toString(pace.topics()),
          pace.papers(),
          Long.toString(pace.tokens()),
          Report.number(pace.secondsPerSweep(), 3),
          Report.number((double) pace.topics() / first.topics(), 2),
          Report.number((double) pace.tokens() / first.tokens(), 2),
          Report.number(pace.secondsPerSweep() / first.secondsPerSweep(), 2));
    }
    return report;
  }
}
