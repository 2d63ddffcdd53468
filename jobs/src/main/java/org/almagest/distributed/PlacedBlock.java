package org.almagest.distributed;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.almagest.graph.GraphBlock;
import scala.Tuple2;

/** A block of a graph that knows which of its nodes other blocks look at. */
final class PlacedBlock implements Serializable {
  private static final long serialVersionUID = 1L;

  private final GraphBlock block;
  private final int[] readers;
  private final int[][] read;
  private final double[] strengths;

  /**
   * @param block the rows of its nodes
   * @param readers the blocks that look at some of its nodes, rising
   * @param read the places in this block of the nodes that each looks at, rising
   * @param strengths sum of the weights of the arcs from each node of the block
   */
  PlacedBlock(GraphBlock block, int[] readers, int[][] read, double[] strengths) {
    this.block = block;
    this.readers = readers;
    this.read = read;
    this.strengths = strengths;
  }

  GraphBlock block() {
    return block;
  }

  int[] readers() {
    return readers;
  }

  int[][] read() {
    return read;
  }

  double[] strengths() {
    return strengths;
  }

  /** Tells the owners of the nodes that a block looks at, and the weights of the arcs from them. */
  static List<Tuple2<Integer, BlockMessage>> wanted(
      int number, GraphBlock block, BlockLayout layout) {
    int[] remote = block.remote();
    double[] weights = block.remoteStrengths();
    List<Tuple2<Integer, BlockMessage>> messages = new ArrayList<>();
    for (int from = 0; from < remote.length; ) {
      int owner = layout.blockOf(remote[from]);
      int to = from;
      while (to < remote.length && layout.blockOf(remote[to]) == owner) {
        to++;
      }
      messages.add(
          new Tuple2<>(
              owner,
              new BlockMessage(
                  number,
                  Arrays.copyOfRange(remote, from, to),
                  Arrays.copyOfRange(weights, from, to))));
      from = to;
    }
    return messages;
  }

  /** The block, with what {@link #wanted} of others told it. */
  static PlacedBlock of(GraphBlock block, Iterable<BlockMessage> wanted) {
    List<BlockMessage> sorted = bySender(wanted);
    double[] strengths = block.localStrengths();
    int[] readers = new int[sorted.size()];
    int[][] read = new int[readers.length][];
    for (int reader = 0; reader < readers.length; reader++) {
      BlockMessage message = sorted.get(reader);
      readers[reader] = message.from();
      read[reader] = new int[message.nodes().length];
      for (int i = 0; i < read[reader].length; i++) {
        int local = message.nodes()[i] - block.first();
        read[reader][i] = local;
        strengths[local] += message.values()[i];
      }
    }
    return new PlacedBlock(block, readers, read, strengths);
  }

  static List<BlockMessage> bySender(Iterable<BlockMessage> messages) {
    return StreamSupport.stream(messages.spliterator(), false)
        .sorted(Comparator.comparingInt(BlockMessage::from))
        .toList();
  }

  /**
   * What the readers are to know of the values of this block's nodes.
   *
   * @param width number of values of a node, which follow one another
   */
  List<Tuple2<Integer, BlockMessage>> told(int number, double[] values, int width) {
    List<Tuple2<Integer, BlockMessage>> messages = new ArrayList<>(readers.length);
    for (int reader = 0; reader < readers.length; reader++) {
      int[] which = read[reader];
      double[] chosen = new double[width * which.length];
      for (int i = 0; i < which.length; i++) {
        System.arraycopy(values, width * which[i], chosen, width * i, width);
      }
      messages.add(new Tuple2<>(readers[reader], BlockMessage.ofAgreed(number, chosen)));
    }
    return messages;
  }

  /** The view: values of this block's nodes, and what other blocks told of theirs. */
  double[] view(double[] own, Iterable<BlockMessage> told, int width) {
    double[] view = Arrays.copyOf(own, own.length + width * block.remote().length);
    int at = own.length;
    // Remote nodes rise, and so do blocks.
    for (BlockMessage message : bySender(told)) {
      at = message.unpack(view, at);
    }
    if (at != view.length) {
      throw new IllegalStateException(at + " values came for a view of " + view.length);
    }
    return view;
  }
}
