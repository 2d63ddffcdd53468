package org.almagest.distributed;

import java.util.Arrays;
import org.almagest.graph.BlockedCores;
import org.apache.spark.api.java.JavaPairRDD;

/** Core numbers of an undirected graph in blocks; see {@link BlockedCores}. */
public final class DistributedCores {
  private DistributedCores() {}

  /** The core number of each node. */
  public static JavaPairRDD<Integer, double[]> of(BlockedGraph graph) {
    Rounds rounds =
        graph.rounds("cores", placed -> NodeValues.of(BlockedCores.degrees(placed.block())));
    double lowered = 1;
    while (lowered > 0) {
      lowered =
          rounds
              .advance(
                  rounds.exchanged(
                      (placed, state) -> state.column(0),
                      (placed, state, view) -> {
                        int changed = BlockedCores.settle(placed.block(), view);
                        return new NodeValues(
                            new double[][] {Arrays.copyOf(view, placed.block().nodes())},
                            new double[] {changed});
                      }))[0];
    }
    return rounds.column(0, cores -> cores);
  }
}
