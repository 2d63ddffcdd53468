package org.almagest.benchmark.graphs;

import java.util.Arrays;
import java.util.Locale;
import org.almagest.benchmark.Report;

/** What is told of a result beside its time. */
final class Figures {
  private final Algorithm algorithm;
  private final Judge judge;
  private final double[] exactRanks;

  Figures(Algorithm algorithm, Judge judge, AlmagestKernels kernels) {
    this.algorithm = algorithm;
    this.judge = judge;
    this.exactRanks = isPageRank() ? kernels.exactRanks(algorithm) : new double[0];
  }

  private boolean isPageRank() {
    return algorithm == Algorithm.PAGERANK || algorithm == Algorithm.WEIGHTED_PAGERANK;
  }

  /**
   * Of ranks the distance from exact ones, of components their number, of cores the highest, of
   * clustering and centrality the mean, of communities the modularity.
   */
  String of(double[] values) {
    if (isPageRank()) {
      return small(Judge.distance(values, exactRanks));
    }
    return switch (algorithm) {
      case COMPONENTS -> Long.toString(Judge.groups(values));
      case CORES -> Report.number(Arrays.stream(values).max().orElse(0), 0);
      case LEIDEN -> Report.number(judge.modularity(values), 5);
      default -> Report.number(Judge.mean(values), 6);
    };
  }

  /**
   * Of numbers the largest difference, of components the nodes that are in another, of communities
   * that of modularity in percent.
   */
  String difference(double[] ours, double[] theirs) {
    return switch (algorithm.kind()) {
      case NUMBERS -> small(Judge.largestDifference(ours, theirs));
      case GROUPS -> Integer.toString(Judge.apart(ours, theirs));
      case MODULARITY ->
          Report.number(100 * (judge.modularity(theirs) / judge.modularity(ours) - 1), 3) + " %";
    };
  }

  private static String small(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value);
  }
}
