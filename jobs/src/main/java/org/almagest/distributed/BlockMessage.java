package org.almagest.distributed;

import java.io.Serializable;
import java.util.Arrays;

/** What one block tells another. */
final class BlockMessage implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int[] AGREED = new int[0];

  /** A place takes half the bytes of a value: so many of three may be others than 0. */
  private static final int MOST_OF_THREE = 2;

  private final int from;
  private final int[] nodes;
  private final double[] values;
  private final int agreed;

  /**
   * @param from the block that tells
   * @param nodes what it is about, where that is not agreed beforehand
   * @param values one for each node
   */
  BlockMessage(int from, int[] nodes, double[] values) {
    this(from, nodes, values, 0);
  }

  private BlockMessage(int from, int[] nodes, double[] values, int agreed) {
    this.from = from;
    this.nodes = nodes;
    this.values = values;
    this.agreed = agreed;
  }

  int from() {
    return from;
  }

  int[] nodes() {
    return nodes;
  }

  double[] values() {
    return values;
  }

  /** Values of nodes that both blocks know. Where most are 0, only the others travel. */
  static BlockMessage ofAgreed(int from, double[] values) {
    int[] places = new int[values.length];
    int count = 0;
    for (int place = 0; place < values.length; place++) {
      if (values[place] != 0) {
        places[count++] = place;
      }
    }
    if (3L * count >= (long) MOST_OF_THREE * values.length) {
      return new BlockMessage(from, AGREED, values, values.length);
    }
    double[] others = new double[count];
    for (int i = 0; i < count; i++) {
      others[i] = values[places[i]];
    }
    return new BlockMessage(from, Arrays.copyOf(places, count), others, values.length);
  }

  /** The same from another block. */
  BlockMessage sentBy(int block) {
    return new BlockMessage(block, nodes, values, agreed);
  }

  /**
   * Puts values of agreed nodes where they belong.
   *
   * @param view 0 from there on
   * @param at place of the first
   * @return place behind the last
   */
  int unpack(double[] view, int at) {
    if (values.length == agreed) {
      System.arraycopy(values, 0, view, at, agreed);
    } else {
      for (int i = 0; i < values.length; i++) {
        view[at + nodes[i]] = values[i];
      }
    }
    return at + agreed;
  }
}
