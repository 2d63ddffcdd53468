package org.almagest.distributed;

import java.util.Arrays;
import org.almagest.graph.BlockedShortestPaths;
import org.almagest.graph.SampledCentrality;
import org.almagest.graph.SampledTotal;
import org.apache.spark.api.java.JavaPairRDD;

/**
 * Betweenness and harmonic closeness of an undirected graph in blocks, estimated from the same
 * nodes as {@link SampledCentrality} would take; see there and {@link BlockedShortestPaths}. A
 * search takes a round for each step there and each back, so that several are made at a time.
 */
public final class DistributedCentrality {
  private static final int SUMS = 4;
  private static final int MOST_SEARCHES = 64;

  /** A block's state has at most about so many numbers, or one search: 64 MB, as its arcs. */
  private static final int STATE_NUMBERS = 1 << 23;

  private final Rounds rounds;
  private final SampledTotal dependencies;
  private final SampledTotal nearness;

  private DistributedCentrality(Rounds rounds, int nodes, int sample) {
    this.rounds = rounds;
    this.dependencies = new SampledTotal(SampledTotal.PER_DEPENDENCY, nodes, sample);
    this.nearness = new SampledTotal(SampledTotal.perNearness(nodes), nodes, sample);
  }

  /**
   * Estimates the centrality of all nodes.
   *
   * @param sources as many as there are nodes, or more, for exact figures
   * @param seed of the draw of sources
   * @throws IllegalArgumentException for fewer than one source
   */
  public static DistributedCentrality of(BlockedGraph graph, int sources, long seed) {
    if (sources < 1) {
      throw new IllegalArgumentException("centrality takes a source, not " + sources);
    }
    int[] drawn = SampledCentrality.drawn(graph.nodes(), sources, seed);
    Rounds rounds =
        graph.rounds(
            "centrality", placed -> NodeValues.of(new double[SUMS][placed.block().nodes()]));
    DistributedCentrality result = new DistributedCentrality(rounds, graph.nodes(), drawn.length);
    int atATime = searchesAtATime(graph.layout().nodesPerBlock());
    for (int from = 0; from < drawn.length; from += atATime) {
      result.search(Arrays.copyOfRange(drawn, from, Math.min(drawn.length, from + atATime)));
    }
    return result;
  }

  /** How many searches are made at a time: no result depends on it. */
  static int searchesAtATime(int nodesPerBlock) {
    int most = (STATE_NUMBERS / nodesPerBlock - SUMS) / 3;
    return Math.max(1, Math.min(MOST_SEARCHES, most));
  }

  private void search(int[] sources) {
    rounds.advance(
        rounds.alone(
            (placed, state) ->
                state(state.columns(), BlockedShortestPaths.from(sources, placed.block()), 0)));
    int step = 0;
    while (there(sources.length, step) > 0) {
      step++;
    }
    for (; step > 1; step--) {
      back(sources.length, step);
    }
    rounds.advance(
        rounds.alone(
            (placed, state) -> {
              double[][] sums = new double[SUMS][];
              Arrays.setAll(sums, i -> state.column(i).clone());
              paths(state).addTo(sums);
              return NodeValues.of(sums);
            }));
  }

  private double there(int searches, int step) {
    return rounds
        .advance(
            rounds.exchanged(
                searches,
                (placed, state) -> paths(state).frontier(step),
                (placed, state, view) -> {
                  BlockedShortestPaths next = paths(state).copy();
                  int reached = next.advance(placed.block(), view, step);
                  return state(state.columns(), next, reached);
                }))[0];
  }

  private void back(int searches, int step) {
    rounds.advance(
        rounds.exchanged(
            searches,
            (placed, state) -> paths(state).shares(step),
            (placed, state, view) -> {
              BlockedShortestPaths next = paths(state).copy();
              next.goBack(placed.block(), view, step);
              return state(state.columns(), next, 0);
            }));
  }

  private static BlockedShortestPaths paths(NodeValues state) {
    return new BlockedShortestPaths(
        Arrays.copyOfRange(state.columns(), SUMS, state.columns().length));
  }

  /** The sums, which are the first columns, and the searches that go on. */
  private static NodeValues state(double[][] sums, BlockedShortestPaths paths, int reached) {
    double[][] searches = paths.columns();
    double[][] columns = Arrays.copyOf(sums, SUMS + searches.length);
    System.arraycopy(searches, 0, columns, SUMS, searches.length);
    return new NodeValues(columns, new double[] {reached});
  }

  /** As {@link SampledCentrality#betweenness}. */
  public JavaPairRDD<Integer, double[]> betweenness() {
    return estimates(dependencies, 0);
  }

  /** As {@link SampledCentrality#betweennessError}. */
  public JavaPairRDD<Integer, double[]> betweennessError() {
    return errors(dependencies, 0);
  }

  /** As {@link SampledCentrality#harmonicCloseness}. */
  public JavaPairRDD<Integer, double[]> harmonicCloseness() {
    return estimates(nearness, 2);
  }

  /** As {@link SampledCentrality#harmonicClosenessError}. */
  public JavaPairRDD<Integer, double[]> harmonicClosenessError() {
    return errors(nearness, 2);
  }

  private JavaPairRDD<Integer, double[]> estimates(SampledTotal total, int sum) {
    return rounds.column(state -> Arrays.stream(state.column(sum)).map(total::estimate).toArray());
  }

  private JavaPairRDD<Integer, double[]> errors(SampledTotal total, int sum) {
    return rounds.column(
        state -> {
          double[] errors = new double[state.column(sum).length];
          Arrays.setAll(
              errors, node -> total.error(state.column(sum)[node], state.column(sum + 1)[node]));
          return errors;
        });
  }
}
