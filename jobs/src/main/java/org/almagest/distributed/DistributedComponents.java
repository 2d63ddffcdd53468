package org.almagest.distributed;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.almagest.graph.BlockedComponents;
import org.almagest.graph.BlockedComponents.Offers;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/** Connected components of an undirected graph in blocks; see {@link BlockedComponents}. */
public final class DistributedComponents {
  /** A component's number, from 0 by falling size; of equal ones by their smallest node. */
  public static final String NUMBER = "component_number";

  /** Whether it is larger than any other. */
  public static final String GIANT = "component_is_giant";

  // Columns of a state: a node's label, and what it was when the round began.
  private static final int NOW = 0;
  private static final int BEFORE = 1;

  private DistributedComponents() {}

  /** The smallest node of each node's component. */
  public static JavaPairRDD<Integer, double[]> labels(BlockedGraph graph) {
    Rounds rounds =
        graph.rounds(
            "components",
            placed -> {
              double[] labels = BlockedComponents.labels(placed.block());
              return NodeValues.of(labels, labels);
            });
    double changed = 1;
    while (changed > 0) {
      JavaPairRDD<Integer, NodeValues> settled =
          settled(rounds).persist(StorageLevel.MEMORY_AND_DISK());
      JavaPairRDD<Integer, Hooked> hooked =
          hooked(graph, settled).persist(StorageLevel.MEMORY_AND_DISK());
      changed = rounds.advance(jumped(graph, hooked))[0];
      hooked.unpersist(false);
      settled.unpersist(false);
    }
    return rounds.column(NOW, labels -> labels);
  }

  private static JavaPairRDD<Integer, NodeValues> settled(Rounds rounds) {
    return rounds.exchanged(
        (placed, state) -> state.column(NOW),
        (placed, state, view) -> {
          BlockedComponents.settle(placed.block(), view);
          return NodeValues.of(Arrays.copyOf(view, placed.block().nodes()), state.column(NOW));
        });
  }

  /** A block with the answers that it owes to others. */
  private record Hooked(NodeValues state, List<BlockMessage> answers) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** Offers each block's least labels to the nodes that were labels, and lets these take them. */
  private static JavaPairRDD<Integer, Hooked> hooked(
      BlockedGraph graph, JavaPairRDD<Integer, NodeValues> settled) {
    BlockLayout layout = graph.layout();
    JavaPairRDD<Integer, BlockMessage> offers =
        settled.flatMapToPair(
            block ->
                offered(
                        block._1(),
                        BlockedComponents.offers(block._2().column(BEFORE), block._2().column(NOW)),
                        layout)
                    .iterator());
    return settled
        .cogroup(offers, graph.partitioner())
        .mapValues(
            both -> {
              NodeValues state = both._1().iterator().next();
              List<BlockMessage> taken = PlacedBlock.bySender(both._2());
              double[] labels = state.column(NOW).clone();
              for (BlockMessage offer : taken) {
                for (int i = 0; i < offer.nodes().length; i++) {
                  int local = offer.nodes()[i] % layout.nodesPerBlock();
                  labels[local] = Math.min(labels[local], offer.values()[i]);
                }
              }
              return new Hooked(
                  NodeValues.of(labels, state.column(BEFORE)),
                  taken.stream().map(offer -> answer(offer, labels, layout)).toList());
            });
  }

  private static List<Tuple2<Integer, BlockMessage>> offered(
      int number, Offers offers, BlockLayout layout) {
    List<Tuple2<Integer, BlockMessage>> messages = new ArrayList<>();
    int[] labels = offers.labels();
    for (int from = 0; from < labels.length; ) {
      int owner = layout.blockOf(labels[from]);
      int to = from;
      while (to < labels.length && layout.blockOf(labels[to]) == owner) {
        to++;
      }
      messages.add(
          new Tuple2<>(
              owner,
              new BlockMessage(
                  number,
                  Arrays.copyOfRange(labels, from, to),
                  Arrays.copyOfRange(offers.least(), from, to))));
      from = to;
    }
    return messages;
  }

  /** The labels that nodes have now, to the block that asked. */
  private static BlockMessage answer(BlockMessage offer, double[] labels, BlockLayout layout) {
    double[] answers = new double[offer.nodes().length];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = labels[offer.nodes()[i] % layout.nodesPerBlock()];
    }
    return BlockMessage.ofAgreed(offer.from(), answers);
  }

  /** Lets nodes take the labels of what were their labels. */
  private static JavaPairRDD<Integer, NodeValues> jumped(
      BlockedGraph graph, JavaPairRDD<Integer, Hooked> hooked) {
    JavaPairRDD<Integer, BlockMessage> answers =
        hooked.flatMapToPair(
            block ->
                block._2().answers().stream()
                    .map(answer -> new Tuple2<>(answer.from(), answer.sentBy(block._1())))
                    .iterator());
    return hooked
        .cogroup(answers, graph.partitioner())
        .mapValues(
            both -> {
              NodeValues state = both._1().iterator().next().state();
              double[] before = state.column(BEFORE);
              double[] now = state.column(NOW).clone();
              Offers offers = BlockedComponents.offers(before, now);
              int changed = BlockedComponents.jump(now, before, offers, joined(both._2(), offers));
              return new NodeValues(new double[][] {now, before}, new double[] {changed});
            });
  }

  /** Answers of all blocks, in the order of what was asked: that of nodes is that of blocks. */
  private static double[] joined(Iterable<BlockMessage> answers, Offers offers) {
    double[] all = new double[offers.labels().length];
    int at = 0;
    for (BlockMessage answer : PlacedBlock.bySender(answers)) {
      at = answer.unpack(all, at);
    }
    if (at != all.length) {
      throw new IllegalStateException(at + " answers came to " + all.length + " offers");
    }
    return all;
  }

  /**
   * The numbers of components.
   *
   * @param nodes a row for each node
   * @param label column of {@link #labels}
   * @return a row for each component, with its label, {@link #NUMBER} and {@link #GIANT}
   */
  public static Dataset<Row> numbers(Dataset<Row> nodes, String label) {
    Dataset<Row> sizes =
        nodes
            .groupBy(col(label))
            .agg(count(lit(1)).as("size"))
            .sort(col("size").desc(), col(label));
    List<Row> largest = sizes.limit(2).collectAsList();
    boolean giant =
        largest.size() == 1
            || (largest.size() == 2 && largest.get(0).getLong(1) > largest.get(1).getLong(1));
    StructType schema =
        new StructType()
            .add(label, DataTypes.DoubleType)
            .add(NUMBER, DataTypes.IntegerType)
            .add(GIANT, DataTypes.BooleanType);
    return nodes
        .sparkSession()
        .createDataFrame(
            sizes
                .javaRDD()
                .zipWithIndex()
                .map(
                    pair ->
                        RowFactory.create(
                            pair._1().getDouble(0), pair._2().intValue(), giant && pair._2() == 0)),
            schema);
  }
}
