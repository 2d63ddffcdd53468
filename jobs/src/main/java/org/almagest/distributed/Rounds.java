package org.almagest.distributed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.api.java.function.Function3;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * The rounds of a computation over a graph in blocks. Every {@value #SAVED_EVERY} rounds the state
 * is written and read back, so that a task that is run again, after an executor was lost, does not
 * go back to the start.
 */
final class Rounds {
  private static final int SAVED_EVERY = 10;

  private static final StructType SAVED =
      new StructType()
          .add("block", DataTypes.IntegerType)
          .add("columns", DataTypes.IntegerType)
          .add("bytes", DataTypes.BinaryType);

  private final BlockedGraph graph;
  private final BlockedGraph.Scratch scratch;
  private final String name;
  private JavaPairRDD<Integer, NodeValues> states;
  private int count;

  Rounds(
      BlockedGraph graph,
      BlockedGraph.Scratch scratch,
      String name,
      JavaPairRDD<Integer, NodeValues> start) {
    this.graph = graph;
    this.scratch = scratch;
    this.name = name;
    this.states = start.persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** Number of rounds done. */
  int count() {
    return count;
  }

  /**
   * What becomes of blocks by what other blocks tell of their nodes, such as their next states.
   *
   * @param told the values of a block's nodes that others may look at
   * @param next what becomes of a block, from the view of the told values
   */
  <T> JavaPairRDD<Integer, T> exchanged(
      Function2<PlacedBlock, NodeValues, double[]> told,
      Function3<PlacedBlock, NodeValues, double[], T> next) {
    return exchanged(1, told, next);
  }

  /**
   * The same with several values of each node.
   *
   * @param width number of values of a node, which follow one another
   */
  <T> JavaPairRDD<Integer, T> exchanged(
      int width,
      Function2<PlacedBlock, NodeValues, double[]> told,
      Function3<PlacedBlock, NodeValues, double[], T> next) {
    JavaPairRDD<Integer, BlockMessage> messages =
        graph
            .blocks()
            .join(states, graph.partitioner())
            .flatMapToPair(
                block ->
                    block
                        ._2()
                        ._1()
                        .told(block._1(), told.call(block._2()._1(), block._2()._2()), width)
                        .iterator());
    return graph
        .blocks()
        .cogroup(states, messages, graph.partitioner())
        .mapValues(
            all -> {
              PlacedBlock block = all._1().iterator().next();
              NodeValues state = all._2().iterator().next();
              double[] view = block.view(told.call(block, state), all._3(), width);
              return next.call(block, state, view);
            });
  }

  /** What becomes of blocks by themselves, without a word of others. */
  JavaPairRDD<Integer, NodeValues> alone(Function2<PlacedBlock, NodeValues, NodeValues> next) {
    return graph
        .blocks()
        .join(states, graph.partitioner())
        .mapValues(both -> next.call(both._1(), both._2()));
  }

  /**
   * Ends a round.
   *
   * @param next the states after it
   * @return sums of their figures over the blocks, in the blocks' order
   */
  double[] advance(JavaPairRDD<Integer, NodeValues> next) {
    JavaPairRDD<Integer, NodeValues> before = states;
    states = next.persist(StorageLevel.MEMORY_AND_DISK());
    double[] sums = summed(states.mapValues(NodeValues::figures));
    before.unpersist(false);
    count++;
    if (count % SAVED_EVERY == 0) {
      save();
    }
    return sums;
  }

  private static double[] summed(JavaPairRDD<Integer, double[]> figures) {
    List<Tuple2<Integer, double[]>> all = new ArrayList<>(figures.collect());
    all.sort(Comparator.comparing(Tuple2::_1));
    double[] sums = new double[all.get(0)._2().length];
    for (Tuple2<Integer, double[]> block : all) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += block._2()[i];
      }
    }
    return sums;
  }

  private void save() {
    JavaRDD<Row> rows =
        states.map(
            block ->
                RowFactory.create(block._1(), block._2().columns().length, block._2().toBytes()));
    JavaPairRDD<Integer, NodeValues> saved =
        scratch
            .write(name + "_round_" + count, graph.spark().createDataFrame(rows, SAVED))
            .javaRDD()
            .mapToPair(
                row ->
                    new Tuple2<>(
                        row.getInt(0), NodeValues.ofBytes(row.<byte[]>getAs(2), row.getInt(1))))
            .partitionBy(graph.partitioner())
            .persist(StorageLevel.MEMORY_AND_DISK());
    saved.count();
    states.unpersist(false);
    states = saved;
  }

  /** The end: a column of each block's state, with something done to it. */
  JavaPairRDD<Integer, double[]> column(int index, Function<double[], double[]> done) {
    return column(state -> done.call(state.column(index)));
  }

  /** The end: a column that is made of each block's state. */
  JavaPairRDD<Integer, double[]> column(Function<NodeValues, double[]> made) {
    return states.mapValues(made);
  }

  /** Gives the memory of the states back. */
  void close() {
    states.unpersist(false);
  }
}
