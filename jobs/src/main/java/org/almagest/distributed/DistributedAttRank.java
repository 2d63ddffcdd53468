package org.almagest.distributed;

import java.util.Arrays;
import org.almagest.graph.AttRank;
import org.almagest.graph.BlockedAttRank;
import org.almagest.graph.BlockedAttRank.State;
import org.apache.spark.api.java.JavaPairRDD;

/** AttRank of a graph in blocks, whose arcs lead from citing to cited papers. */
public final class DistributedAttRank {
  // Columns of a state; the first two are, before the first step, recent citations and youth.
  private static final int RANKS = 0;
  private static final int SENT = 1;
  private static final int RESTART = 2;

  private DistributedAttRank() {}

  /**
   * The rank of each paper; they sum to 1.
   *
   * @param graph whose arcs all weigh 1
   * @param years of the papers, or {@link AttRank#UNKNOWN_YEAR}
   * @param currentYear later papers count as of this year
   */
  public static JavaPairRDD<Integer, double[]> of(
      BlockedGraph graph, AttRank settings, JavaPairRDD<Integer, double[]> years, int currentYear) {
    BlockedAttRank attRank = new BlockedAttRank(settings, currentYear, graph.nodes());
    Rounds rounds = graph.rounds("attrank", years.mapValues(NodeValues::of));
    double[] totals =
        rounds.advance(
            rounds.exchanged(
                (placed, state) -> attRank.recent(state.column(0)),
                (placed, state, view) -> {
                  double[] recent = BlockedAttRank.recentCitations(placed.block(), view);
                  double[] young = attRank.young(state.column(0));
                  return new NodeValues(
                      new double[][] {recent, young}, new double[] {sum(recent), sum(young)});
                }));
    double dangling =
        rounds
            .advance(
                rounds.alone(
                    (placed, state) ->
                        values(
                            attRank.start(placed.strengths()),
                            attRank.restart(
                                state.column(0), state.column(1), totals[0], totals[1]))))[1];
    double change = graph.nodes() == 0 ? 0 : Double.MAX_VALUE;
    for (int steps = 0; attRank.goesOn(steps, change); steps++) {
      double before = dangling;
      double[] figures =
          rounds.advance(
              rounds.exchanged(
                  (placed, state) -> state.column(SENT),
                  (placed, state, sent) ->
                      values(
                          attRank.next(
                              placed.block(),
                              sent,
                              before,
                              state.column(RESTART),
                              state.column(RANKS),
                              placed.strengths()),
                          state.column(RESTART))));
      change = figures[0];
      dangling = figures[1];
    }
    return rounds.column(RANKS, ranks -> ranks);
  }

  private static NodeValues values(State state, double[] restart) {
    return new NodeValues(
        new double[][] {state.ranks(), state.sent(), restart},
        new double[] {state.change(), state.dangling()});
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }
}
